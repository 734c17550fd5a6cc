import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { consequencesOf } from '../../src/corrections/consequences.ts'
import { kindOf } from '../../src/corrections/kind.ts'
import { correctionNotes } from '../../src/corrections/notes.ts'
import { open, realEffects } from '../../src/index.ts'
import { between, draftOf, library } from './revised.ts'

const file = (edition: string) => `${library.data}/police-leavers/sample-uplift-${edition}.csv`
const opened = (edition: string) => open('police-leavers', library, realEffects(), { uplift: file(edition) })
const [first, later] = [await opened('2023-04-26'), await opened('2023-07-26')]
const { evidence, known } = between(first, later)
const of = later.table.areas.map(({ key, name }) => {
  const [was, is] = [draftOf(first, key, '2022/23'), draftOf(later, key, '2022/23')]
  return { key, name, was, is, consequences: consequencesOf(was, is, evidence, known) }
})
test('x', () => {
  for (const { key, was, is, consequences } of of)
    if (consequences.length || kindOf(was, is, consequences)) console.log(key, kindOf(was, is, consequences), JSON.stringify(consequences, null, 1), correctionNotes(consequences))
})

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { draft, prepare, realEffects } from '../../src/index.ts'
import { blocksOf } from '../../src/verify/copy-brief.ts'
import { mark } from '../../src/verify/mention.ts'
import { sentencesOf } from '../../src/verify/sentences.ts'
import { shape } from '../../src/verify/shape.ts'
import { shapes } from '../../src/verify/shapes/all.ts'
import { deskFor, evidenceFor } from './evidence.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const now = new Date('2026-01-01T09:00:00Z')
const library = { data: `${root}data`, templates: `${root}templates` }

test('a shape needs the words and mentions outside of its groups, and none that may be absent', () => {
  const needs = (source: string) => shape(source, () => {}).needs
  expect(needs('M<m>(?: in A)? fell to N<n>')).toEqual(['M', 'fell', 'N'])
  expect(needs('O<o>? E<e> of the [CN]<n>')).toEqual(['E', 'the'])
  expect(needs('N rose|D fell')).toEqual([])
})

test.each(['police-workforce', 'police-leavers'])(
  '%s: no sentence that fits a shape lacks what it needs',
  async (key) => {
    const [desk, evidence] = await Promise.all([deskFor(key), evidenceFor(key)])
    const order = prepare(desk, library, realEffects(), { edition: 'local' })
    let fitted = 0
    for (const area of desk.release.areas.listed.keys()) {
      for (const { text } of blocksOf(draft(desk, order, area, now))) {
        for (const sentence of sentencesOf(text)) {
          const { norm } = mark(evidence, sentence.text, 0)
          for (const { pattern, needs } of shapes) {
            if (!norm.match(pattern)) continue
            fitted++
            expect(needs.filter((one) => !norm.includes(one))).toEqual([])
          }
        }
      }
    }
    expect(fitted).toBeGreaterThan(500)
  },
)

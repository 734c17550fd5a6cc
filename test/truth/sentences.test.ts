import { describe, expect, test } from 'vitest'
import { allDrafts, openDesk } from './briefs.ts'
import { readAll } from './read/all.ts'
import { Reckon } from './reckon.ts'
import { shipped } from './workforce.ts'

const reckon = new Reckon(shipped())
const desk = await openDesk()

describe.each(desk.table.periods.map((p) => p.id))('the words of %s', (period) => {
  const found = allDrafts(desk, period).briefs.flatMap((brief) => readAll(brief, reckon))
  test('no sentence is false by its words alone', () => {
    expect(found.flatMap(({ sentence, wrong }) => wrong.map((why) => `${sentence}: ${why}`))).toEqual([])
  })
  test('every word that makes a claim was read by one of the readers', () => {
    expect(found.filter((f) => f.unread.length > 0).map((f) => `${f.sentence}: ${f.unread.join(', ')}`)).toEqual([])
  })
})

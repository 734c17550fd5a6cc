import { describe, expect, test } from 'vitest'
import { allDrafts, openDesk } from './briefs.ts'
import { falseFacts } from './facts.ts'
import { standsOnFault } from './faulty.ts'
import { dangling, falseFigures } from './figures.ts'
import { Reckon } from './reckon.ts'
import { bareWords, falseSpans } from './spans.ts'
import { shipped } from './workforce.ts'

const reckon = new Reckon(shipped())
const desk = await openDesk()

/** What is false, as far as a screen holds it. */
const shortened = (wrong: string[]): string[] =>
  wrong.length > 20 ? [...wrong.slice(0, 20), `and ${wrong.length - 20} more`] : wrong

describe.each(desk.table.periods.map((p) => p.id))('the drafts of %s, in every edition', (period) => {
  const { briefs, without } = allDrafts(desk, period)

  test('every area and the whole has its drafts', () => {
    expect(without).toEqual([])
    expect(briefs).toHaveLength(43 + 1 + 1 + 44)
  })
  test('every figure is what its id means, and what its cells or its formula make', () => {
    expect(shortened(briefs.flatMap((b) => falseFigures(b, reckon)))).toEqual([])
  })
  test('no id is named that stands nowhere', () => {
    expect(shortened(briefs.flatMap((b) => dangling(b, reckon)))).toEqual([])
  })
  test('every fact is true by a reckoning of its own', () => {
    expect(shortened(briefs.flatMap((b) => falseFacts(b, reckon)))).toEqual([])
  })
  test('every number, name and date that is printed is the one it stands for', () => {
    expect(shortened(briefs.flatMap((b) => falseSpans(b, reckon)))).toEqual([])
  })
  test('no area is set against a figure that is a likely fault in the data', () => {
    const areas = briefs.filter((b) => b.area.key !== 'england-and-wales')
    expect(shortened(areas.flatMap((b) => standsOnFault(b, reckon)))).toEqual([])
  })
  test('no number in words stands outside a span, save as a pronoun or where a reader of sentences checks it', () => {
    const words = briefs.flatMap((b) => [b.headline, ...b.pars].flatMap(bareWords))
    const pronouns = /^(?:one (?:of|in percent)|one[:,]|both the|half as many)/
    expect([...new Set(words)].filter((w) => !pronouns.test(w))).toEqual([])
  })
})

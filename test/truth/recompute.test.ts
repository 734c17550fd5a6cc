import { beforeAll, describe, expect, test } from 'vitest'
import type { Brief } from '../../src/index.ts'
import { misleading } from './antecedents.ts'
import { allDrafts, openDesk } from './briefs.ts'
import { falseFacts } from './facts.ts'
import { alternatives, faultsOf, standsOnFault } from './faulty.ts'
import { dangling, falseFigures } from './figures.ts'
import { type Read, readAll } from './read/all.ts'
import { Reckon } from './reckon.ts'
import { bareWords, falseSpans } from './spans.ts'
import { shipped } from './workforce.ts'

const data = shipped()
const reckon = new Reckon(data)
const others = alternatives(data)
const desk = await openDesk()

/** What is false, as far as a screen holds it. */
const shortened = (wrong: string[]): string[] =>
  wrong.length > 20 ? [...wrong.slice(0, 20), `and ${wrong.length - 20} more`] : wrong

test('the likely faults in the data are known', () => {
  const told = (measure: string) => faultsOf(data, measure).map((f) => `${f.area} ${f.period}`)
  expect([told('officers'), told('constables'), told('pcsos'), told('staff')]).toEqual([
    ['essex 2008'],
    ['essex 2008'],
    [],
    [],
  ])
})

describe.each(desk.table.periods.map((p) => p.id))('the drafts of %s, in every edition', (period) => {
  // Made once: to draft and to read them takes most of the time.
  let [briefs, without, read]: [Brief[], string[], Read[]] = [[], [], []]
  beforeAll(() => {
    ;({ briefs, without } = allDrafts(desk, period))
    read = briefs.flatMap((brief) => readAll(brief, reckon))
  })

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
  test('nothing but how many there are rests on a figure that is a likely fault in the data', () => {
    expect(shortened(briefs.flatMap((b) => standsOnFault(b, reckon, others)))).toEqual([])
  })
  test('no sentence is false by its words alone', () => {
    expect(read.flatMap(({ sentence, wrong }) => wrong.map((why) => `${sentence}: ${why}`))).toEqual([])
  })
  test('every word that makes a claim was read by one of the readers', () => {
    expect(read.filter((f) => f.unread.length > 0).map((f) => `${f.sentence}: ${f.unread.join(', ')}`)).toEqual([])
  })
  test('“that”, “the rise”, “the number” and “also” stand for what they are read as', () => {
    expect(briefs.flatMap(misleading)).toEqual([])
  })
  test('no number in words stands outside a span, save as a pronoun or where a reader of sentences checks it', () => {
    const words = briefs.flatMap((b) => [b.headline, ...b.pars].flatMap(bareWords))
    const pronouns = /^(?:one (?:of|in percent)|one[:,]|both the|(?:half|twice) as many)/
    expect([...new Set(words)].filter((w) => !pronouns.test(w))).toEqual([])
  })
})

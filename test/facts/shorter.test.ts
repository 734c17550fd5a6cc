import fc from 'fast-check'
import { expect, test } from 'vitest'
import { named, type Shorter, shorterFacts } from '../fixtures/shorter.ts'

const lags: Record<Shorter, number> = { month: 12, quarter: 4, 'half-year': 2 }
const kinds = Object.keys(lags) as Shorter[]
const ids = (kind: Shorter, i: number) => named[kind](i).replace(' ', '-')

/** Two years and a month: 100 all along, but for what is put in by its place. */
const months = (n: number, more: Record<number, number | string> = {}) =>
  Array.from({ length: n }, (_, i) => more[i] ?? 100)

test('a month is set beside the same month of the year before, and beside the month before', () => {
  const found = shorterFacts('month', months(25, { 12: 80, 23: 150, 24: 120 }))
  const change = found.claim('change')
  expect(change).toMatchObject({ direction: 'up', now: 'officers@north@2012-01', was: 'officers@north@2011-01' })
  expect(found.figure(change, 'percent')).toBe(50)
  expect(found.figure(change, 'by')).toBe(40)
  const step = found.claim('step')
  expect(step).toMatchObject({ direction: 'down', was: 'officers@north@2011-12', thenPeriod: '2011-12' })
  expect(found.figure(step, 'percent')).toBe(-20)
})

test('without a year before there is no change, and without a month before no step', () => {
  const found = shorterFacts('month', months(12))
  expect(found.claim('change')).toBe(undefined)
  expect(found.guards('change')).toEqual(['no-value-before'])
  expect(found.claim('step')).toMatchObject({ direction: 'flat', exact: true })
  const gap = shorterFacts('month', months(14, { 12: '' }))
  expect(gap.guards('step')).toEqual(['no-value-before'])
  expect(gap.claim('change')).toMatchObject({ exact: true })
})

test('nothing is set across a break, a year back or a month', () => {
  const before = shorterFacts('month', months(26, { 20: '100 [b]' }))
  expect(before.guards('change')).toEqual(['break-in-series'])
  expect(before.claim('step')).toMatchObject({ exact: true })
  expect(shorterFacts('month', months(26, { 25: '100 [b]' })).guards('step')).toEqual(['break-in-series'])
})

test('a step on a base under 50 has no percentage', () => {
  const found = shorterFacts('month', [...Array(13).fill(49), 98])
  expect(found.claim('step')).toMatchObject({ percentToo: false, direction: 'up' })
  expect(found.guards('step')).toEqual(['small-base'])
})

test('the highest for any month, and the highest for a January', () => {
  // Higher in two Januaries, and higher still in a March.
  const found = shorterFacts('month', months(37, { 2: 400, 0: 150, 12: 150, 24: 140, 36: 160 }))
  expect(found.claim('record', 'highest')).toBe(undefined)
  expect(found.claim('record', 'highest/same')).toMatchObject({
    among: 'same',
    from: '2010-01',
    joint: false,
    previousPeriod: '2011-01',
  })
  expect(found.figure(found.claim('record', 'highest/same'), 'previous')).toBe(150)
  const all = shorterFacts('month', months(37, { 2: 155, 36: 160 }))
  expect(all.claim('record', 'highest')).toMatchObject({ among: 'all', from: '2010-01', previousPeriod: '2010-03' })
})

test('a series that begins in the middle of a year has its first January in the next', () => {
  const cells = months(37, { 36: 160 })
  const found = shorterFacts('month', ['', '', ...cells.slice(2)])
  // The series is stated from January 2010, and has no figure for it.
  expect(found.guards('record')).toEqual(['gap-in-series', 'gap-in-series'])
})

test('the first two years of a series set no record', () => {
  for (const kind of kinds) {
    const lag = lags[kind]
    const rising = (n: number) => Array.from({ length: n }, (_, i) => 100 + i)
    expect(shorterFacts(kind, rising(2 * lag)).guards('record')).toEqual(['series-too-short', 'series-too-short'])
    const long = shorterFacts(kind, rising(2 * lag + 1))
    expect(Object.keys(long.claims('record'))).toEqual(['highest', 'highest/same'])
  }
})

test('the highest since is a year back at least, and of the same month three years between', () => {
  const high = (at: number) => shorterFacts('month', months(61, { [at]: 140, 60: 130 })).claim('since', 'highest')
  expect(high(48)).toBe(undefined)
  expect(high(47)).toMatchObject({ thenPeriod: '2013-12', among: 'all', back: 13 })
  const same = (at: number) => shorterFacts('month', months(61, { [at]: 140, 60: 130 })).claim('since', 'highest/same')
  expect(same(12)).toMatchObject({ thenPeriod: '2011-01', among: 'same', back: 4 })
  expect(same(24)).toBe(undefined)
  // Higher in another month says nothing of Januaries.
  expect(same(13)).toBe(undefined)
})

test('twelve months, four quarters, two half-years add up to a year; a part of one does not', () => {
  for (const kind of kinds) {
    const lag = lags[kind]
    const cells: (number | string)[] = Array.from({ length: 2 * lag }, (_, i) => (i < lag ? 100 : 110))
    const found = shorterFacts(kind, cells)
    const total = found.claim('year-total')
    expect(found.figure(total, 'now')).toBe(110 * lag)
    expect(found.figure(total, 'was')).toBe(100 * lag)
    expect(found.figure(total, 'percent')).toBeCloseTo(10, 10)
    expect(shorterFacts(kind, cells.slice(1)).guards('year-total')).toEqual(['part-of-a-year'])
    expect(shorterFacts(kind, cells.with(1, '')).guards('year-total')).toEqual(['gap-in-series'])
    expect(shorterFacts(kind, cells.with(1, '100 [b]')).guards('year-total')).toEqual(['break-in-series'])
  }
})

test('what is counted on a day is not added up over a year', () => {
  const found = shorterFacts('month', months(30), { stock: true })
  expect(found.claim('year-total')).toBe(undefined)
  expect(found.claim('change')).toMatchObject({ exact: true })
})

test('runs, peaks and turns are not looked for: they are the season’s', () => {
  const found = shorterFacts(
    'month',
    Array.from({ length: 40 }, (_, i) => 100 + i),
  )
  const seen = new Set(found.found.claims.map(({ kind }) => kind))
  for (const kind of ['streak', 'peak', 'turn', 'first', 'milestone'] as const) expect(seen).not.toContain(kind)
})

test('records, changes and totals are what a full search finds', () => {
  const cells = fc.integer({ min: 2, max: 5 }).chain((years) =>
    fc.constantFrom(...kinds).chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        fc.array(fc.integer({ min: 60, max: 75 }), {
          minLength: years * lags[kind],
          maxLength: years * lags[kind] + 3,
        }),
      ),
    ),
  )
  fc.assert(
    fc.property(cells, ([kind, values]) => {
      const lag = lags[kind]
      const found = shorterFacts(kind, values)
      const last = values.length - 1
      const now = values[last]!
      const change = found.claim('change')
      expect(found.figure(change, 'by')).toBe(now - values[last - lag]!)
      expect(found.figure(found.claim('step'), 'by')).toBe(now - values[last - 1]!)
      const sum = (from: number) => values.slice(from, from + lag).reduce((a, b) => a + b, 0)
      const total = found.claim('year-total')
      expect(found.figure(total, 'now')).toBe(sum(last - lag + 1))
      expect(found.figure(total, 'was')).toBe(sum(last - 2 * lag + 1))
      for (const [more, those] of [
        ['', values.map((_, i) => i)],
        ['/same', values.map((_, i) => i).filter((i) => (last - i) % lag === 0)],
      ] as const) {
        const earlier = those.slice(0, -1).map((i) => values[i]!)
        const enough = values.length > 2 * lag && (more === '' || earlier.length >= 2)
        const highest = enough && earlier.every((v) => v <= now) && !earlier.every((v) => v === now)
        const claim = found.claim('record', `highest${more}`)
        expect(claim !== undefined).toBe(highest)
        if (claim) {
          expect(claim['joint']).toBe(earlier.includes(now))
          expect(claim['from']).toBe(ids(kind, those[0]!))
          expect(found.figure(claim, 'previous')).toBe(Math.max(...earlier))
        }
      }
    }),
    { numRuns: 150 },
  )
})

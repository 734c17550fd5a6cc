import { expect, test } from 'vitest'
import { type AreaCells, type AreasCells, alike, joined } from '../fixtures/joined.ts'

/** Resignations out of 1,000 leavers, over 10,000 officers. */
const one = (resigned: number | string, base = 1000): AreaCells => ({
  resigned: [1, resigned],
  retired: [1, typeof resigned === 'number' ? base - resigned : base],
  officers: [1, 10_000],
})
const of = (...resigned: (number | string)[]): AreasCells =>
  Object.fromEntries(resigned.map((n, i) => [`p${i}`, one(n)]))
const ranks = (areas: AreasCells, end = 'large', field = 'rank', measure = 'resigned-share') =>
  Object.keys(areas).map((area) => joined(areas, { area }).claim('rank', `level-${end}`, measure)?.[field])
const without = (n: number, missing: number): AreasCells => ({
  ...alike(n, one(500)),
  p0: one(700),
  p1: one(600),
  ...Object.fromEntries(Array.from({ length: missing }, (_, i) => [`p${n - 1 - i}`, one('[c]')])),
})

test('shares and rates are ranked by their level, from both ends, and ties are joint', () => {
  expect(ranks(of(400, 300, 300, 100))).toEqual([1, 2, 2, 4])
  expect(ranks(of(400, 300, 300, 100), 'small')).toEqual([4, 2, 2, 1])
  expect(ranks(of(400, 300, 300, 100), 'large', 'joint')).toEqual([false, true, true, false])
  const rates = { a: one(1, 500), b: one(1, 700), c: one(1, 600) }
  expect(ranks(rates, 'large', 'rank', 'leaving-rate')).toEqual([3, 1, 2])
  expect(ranks(rates, 'large', 'decimals', 'leaving-rate')).toEqual([2, 2, 2])
})

test('behind only names those ahead, and a joint place is behind nobody', () => {
  const areas = of(400, 300, 300, 100)
  expect(ranks(areas, 'large', 'behindOnly')).toEqual([false, false, false, true])
  expect(ranks(areas, 'large', 'ahead')[3]).toEqual(['p0', 'p1', 'p2'])
  expect(ranks(of(400, 300, 200), 'large', 'behindOnly')).toEqual([false, true, true])
})

test('with an area missing the rank says of how many, and nobody is behind only anybody', () => {
  const all = joined(without(43, 0), { area: 'p1' })
  expect(all.claim('rank', 'level-large', 'resigned-share')).toMatchObject({ rank: 2, ofAll: true, behindOnly: true })
  expect(all.figure(all.claim('rank', 'level-large', 'resigned-share'), 'among')).toBe(43)
  const found = joined(without(43, 1), { area: 'p1' })
  const rank = found.claim('rank', 'level-large', 'resigned-share')
  expect(rank).toMatchObject({ rank: 2, ofAll: false, behindOnly: false })
  expect(found.figure(rank, 'among')).toBe(42)
  expect(found.found.figures.get(String(rank?.['among']))?.how).toMatchObject({ op: 'count', among: 43 })
})

test('with more than a sixth missing there is no rank', () => {
  const guards = (missing: number) => joined(without(43, missing), { area: 'p0' }).guards('rank', 'resigned-share')
  expect(guards(7)).toEqual([])
  expect(guards(8)).toEqual(['areas-missing'])
  // An area that the list lacks altogether is missing too.
  expect(joined(without(35, 0), { area: 'p0', expect: 43 }).guards('rank', 'resigned-share')).toEqual(['areas-missing'])
  expect(joined(without(42, 0), { area: 'p0', expect: 43 }).claim('rank', 'level-large', 'resigned-share')).toMatchObject({ ofAll: false }) // biome-ignore format: a case
})

test('an area without a share of its own has no rank', () => {
  expect(joined(without(43, 1), { area: 'p42' }).guards('rank', 'resigned-share')).toEqual(['no-value'])
  expect(joined({ ...without(43, 0), p42: one(0, 0) }, { area: 'p42' }).guards('rank', 'resigned-share')).toEqual([
    'no-value',
  ])
})

test('a small base refuses the rank of its own area and of those behind it, at that end alone', () => {
  const areas = { top: one(700), small: one(30, 49), mid: one(300), low: one(100) }
  const ends = (area: string) => Object.keys(joined(areas, { area }).claims('rank', 'resigned-share')).sort()
  expect(ends('top')).toEqual(['level-large'])
  expect(ends('small')).toEqual([])
  expect(ends('mid')).toEqual(['level-small'])
  expect(joined(areas, { area: 'small' }).guards('rank', 'resigned-share')).toEqual(['small-base', 'small-base'])
  expect(joined(areas, { area: 'mid' }).guards('rank', 'resigned-share')).toEqual(['small-base'])
  const enough = { ...areas, small: one(30, 50) }
  expect(joined(enough, { area: 'mid' }).guards('rank', 'resigned-share')).toEqual([])
})

test('the base of a rate is the stock it stands over', () => {
  const areas = { ...of(400, 300), p2: { ...one(5, 10), officers: [1, 49] } }
  expect(joined(areas, { area: 'p1' }).guards('rank', 'leaving-rate')).toEqual(['small-base'])
  expect(
    joined(areas, { area: 'p1' }).found.refusals.find((r) => r.kind === 'rank' && r.measure === 'leaving-rate')?.seen,
  ).toContain('p2')
})

test('the whole has no rank among its areas', () => {
  expect(joined(of(400, 300)).claims('rank', 'resigned-share')).toEqual({})
})

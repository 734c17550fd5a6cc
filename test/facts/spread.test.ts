import { expect, test } from 'vitest'
import { factsOf, many, type Series } from '../fixtures/found.ts'

/** Thirty areas that rise, and those that are given. */
const among = (more: Series): Series => ({ ...many(30, [1000, 1010]), ...more })

test('how many rose, fell and stayed is counted, and told of all only where all did', () => {
  const found = factsOf(among({ down: [1000, 990], flat: [1000, 1000] }))
  expect(found.claim('spread')).toMatchObject({
    of: 'change',
    rose: 30,
    fell: 1,
    unchanged: 1,
    few: 'down',
    all: false,
  })
  expect(found.claim('spread')).toMatchObject({ names: ['down'], nameable: true, single: true })
  expect(found.figure(found.claim('spread'), 'among')).toBe(32)
  expect(factsOf(many(3, [1000, 1010])).claim('spread')).toMatchObject({ all: true })
})

test('an area that is alone, or one of few, against the rest is told so', () => {
  const alone = among({ down: [1000, 990] })
  expect(factsOf(alone, { area: 'down' }).claim('spread', 'against')).toMatchObject({ only: true, size: 1 })
  expect(factsOf(alone, { area: 'p0' }).claim('spread', 'exceptions')).toMatchObject({ only: true, names: ['down'] })
  const two = among({ down: [1000, 990], also: [1000, 980] })
  expect(factsOf(two, { area: 'down' }).claim('spread', 'against')).toMatchObject({ only: false, names: ['also'] })
  const tenth = (n: number) => factsOf({ ...many(30 - n, [9, 19]), ...Object.fromEntries(Object.entries(many(n, [19, 9])).map(([k, v]) => [`d${k}`, v])) }, { area: 'dp0' }).claim('spread', 'against') // biome-ignore format: a case
  expect(tenth(3)).not.toBe(undefined)
  expect(tenth(4)).toBeUndefined()
})

test('one that went the same way by less than print shows makes “the only” untrue', () => {
  const hidden = among({ down: [1000, 990], unseen: [1000, 999.8] })
  expect(factsOf(hidden, { area: 'down' }).claim('spread', 'against')).toBeUndefined()
  expect(factsOf(hidden, { area: 'down' }).guards('spread')).toEqual(['within-rounding'])
  expect(factsOf(hidden, { area: 'p0' }).claim('spread', 'exceptions')).toBeUndefined()
  expect(factsOf(hidden).claim('spread')).toMatchObject({ fell: 1, nameable: false, names: [] })
  const other = among({ down: [1000, 990], unseen: [1000, 1000.2] })
  expect(factsOf(other, { area: 'down' }).claim('spread', 'against')).toMatchObject({ only: true })
})

test('with an area missing, short of the list, or across a break nothing is counted', () => {
  expect(factsOf(among({ gone: [1000, ''] })).guards('spread')).toContain('areas-missing')
  expect(factsOf(among({}), { expect: 31 }).guards('spread')).toContain('areas-missing')
  expect(factsOf(among({ broken: [1000, '990 [b]'] })).guards('spread')).toContain('break-in-series')
  expect(factsOf(among({ gone: [1000, ''] })).claims('spread')).toEqual({})
})

test('areas at their own record are counted', () => {
  const found = factsOf({ a: [1, 5, 9], b: [1, 9, 5], c: [9, 5, 1] })
  expect(found.claim('spread', 'highest')).toMatchObject({ size: 1, names: ['a'], all: false, from: '2010' })
  expect(found.claim('spread', 'lowest')).toMatchObject({ size: 1, names: ['c'] })
  expect(factsOf({ a: [1, 5, 9], b: [1, 5, 9] }).claim('spread', 'highest')).toMatchObject({ all: true })
})

test('an area at its record by less than print shows refuses the count, and a joint one does not', () => {
  expect(factsOf({ a: [1, 5, 9], b: [1, 8.8, 9.2] }).claim('spread', 'highest')).toBeUndefined()
  expect(factsOf({ a: [1, 5, 9], b: [1, 8.8, 9.2] }).guards('spread')).toContain('within-rounding')
  expect(factsOf({ a: [1, 5, 9], b: [1, 9, 9] }).claim('spread', 'highest')).toMatchObject({ size: 1 })
})

test('a gap, a break or too short a series in one area refuses the count', () => {
  for (const [cells, guard] of [
    [[1, '', 9], 'gap-in-series'],
    [[1, '5 [b]', 9], 'break-in-series'],
  ] as const)
    expect(factsOf({ a: [1, 5, 9], b: cells }).guards('spread')).toContain(guard)
  expect(factsOf({ a: [1, 5], b: [1, 5] }).guards('spread')).toContain('series-too-short')
})

test('areas still short of the day the whole was at its peak are counted, and the furthest is named', () => {
  const found = factsOf({ a: [500, 400, 450], b: [500, 400, 480], c: [500, 400, 510] })
  expect(found.claim('spread', 'below')).toMatchObject({ size: 2, names: ['a'], tied: false, thenPeriod: '2010' })
  expect(found.figure(found.claim('spread', 'below'), 'percent')).toBeCloseTo(-10)
  expect(factsOf({ a: [500, 400, 450], b: [500, 400, 450], c: [500, 400, 510] }).claim('spread', 'below')).toMatchObject({ tied: true }) // biome-ignore format: a case
})

test('that count is refused on a small base, a spike, or a difference that print hides', () => {
  const guards = (series: Series) => factsOf(series).guards('spread')
  const rest = { c: [500, 400, 510], d: [500, 400, 510] }
  expect(guards({ a: [49, 40, 45], ...rest })).toContain('small-base')
  expect(guards({ a: [50, 40, 45], ...rest })).not.toContain('small-base')
  expect(guards({ a: [500.3, 400, 499.8], b: [500, 400, 450], ...rest })).toContain('within-rounding')
  const spiked = { a: [100, 900, 100, 100], b: [500, 500, 490, 510], c: [500, 500, 490, 510] }
  expect(guards(spiked)).toContain('spike-in-series')
  expect(factsOf(spiked).claim('spread', 'below')).toBeUndefined()
})

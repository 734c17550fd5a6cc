import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankIn } from '../../src/facts/standings.ts'
import { factsOf, many, type Series } from '../fixtures/found.ts'

/** Areas that go from 1,000 to 1,000 and so many. */
const moves = (...by: number[]): Series => Object.fromEntries(by.map((n, i) => [`p${i}`, [1000, 1000 + n]]))
const ranks = (series: Series, more: string, field = 'rank') =>
  Object.keys(series).map((area) => factsOf(series, { area }).claim('rank', more)?.[field])

test('ranks are by competition: 1, 2, 2, 4', () => {
  const series = moves(40, 30, 30, 10)
  expect(ranks(series, 'percent-large')).toEqual([1, 2, 2, 4])
  expect(ranks(series, 'percent-large', 'joint')).toEqual([false, true, true, false])
  expect(ranks(series, 'percent-small')).toEqual([4, 2, 2, 1])
  expect(ranks(series, 'number-large')).toEqual([1, 2, 2, 4])
  expect(ranks(series, 'level-large')).toEqual([1, 2, 2, 4])
})

test('behind only names exactly one less than the rank, and a joint place is behind none', () => {
  const series = moves(40, 30, 20, 20)
  expect(ranks(series, 'percent-large', 'behindOnly')).toEqual([false, true, false, false])
  expect(ranks(moves(40, 40, 20), 'percent-large', 'behindOnly')).toEqual([false, false, true])
  expect(ranks(moves(40, 40, 20), 'percent-large', 'ahead')[2]).toEqual(['p0', 'p1'])
  expect(ranks(moves(70, 60, 50, 40, 30, 20, 10), 'percent-large', 'behindOnly').slice(4)).toEqual([true, true, false])
})

test('risers are ranked by their rise and fallers by their fall', () => {
  const series = moves(40, 30, -10, -20)
  expect(ranks(series, 'percent-large')).toEqual([1, 2, 2, 1])
  expect(ranks(series, 'percent-large', 'direction')).toEqual(['up', 'up', 'down', 'down'])
  expect(ranks(series, 'percent-small')).toEqual([2, 1, 1, 2])
  const found = factsOf(series, { area: 'p3' })
  expect(['place', 'group', 'among'].map((r) => found.figure(found.claim('rank', 'percent-large'), r))).toEqual([
    1, 2, 4,
  ])
})

test('what did not move in print has no rank, and one that moved further unseen refuses it to those behind', () => {
  const series: Series = { a: [60, 60.4], b: [10_000, 10_010], c: [10_000, 10_500] }
  expect(factsOf(series, { area: 'a' }).claims('rank')).not.toHaveProperty('percent-large')
  expect(factsOf(series, { area: 'b' }).claim('rank', 'percent-large')).toBeUndefined()
  expect(factsOf(series, { area: 'b' }).guards('rank')).toContain('within-rounding')
  expect(factsOf(series, { area: 'c' }).claim('rank', 'percent-large')).toMatchObject({ rank: 1 })
  const seen: Series = { a: [60, 60.04], b: [10_000, 10_010] }
  expect(factsOf(seen, { area: 'b' }).claim('rank', 'percent-large')).toMatchObject({ rank: 1 })
})

test('42 of 43 areas give no rank, and 43 do', () => {
  const series = many(43, [1000, 1010])
  expect(factsOf(series, { area: 'p0' }).claim('rank', 'percent-large')).toMatchObject({ rank: 1, joint: true, ofAll: true })
  expect(new Set(factsOf({ ...series, p42: [1000, ''] }, { area: 'p0' }).guards('rank'))).toEqual(new Set(['areas-missing']))
  expect(new Set(factsOf(many(42, [1000, 1010]), { area: 'p0', expect: 43 }).guards('rank'))).toEqual(new Set(['areas-missing']))
  expect(new Set(factsOf({ ...series, p42: [1000, '[c]'] }, { area: 'p0' }).guards('rank'))).toEqual(new Set(['areas-missing']))
}) // biome-ignore format: one case a line

test('a small base anywhere refuses the rank of all', () => {
  const series = moves(40, 30, 20)
  expect(factsOf({ ...series, small: [49.9, 60] }, { area: 'p0' }).guards('rank')).toContain('small-base')
  expect(factsOf({ ...series, small: [49.9, 60] }, { area: 'p0' }).claim('rank', 'percent-large')).toBeUndefined()
  expect(factsOf({ ...series, small: [50, 60] }, { area: 'p0' }).claim('rank', 'percent-large')).not.toBe(undefined)
  expect(factsOf({ ...series, small: [60, 49] }, { area: 'p0' }).claim('rank', 'level-large')).toBeUndefined()
})

test('a break in one area refuses every rank by change, and none by level', () => {
  const series = { ...moves(40, 30), broken: [1000, '1500 [b]'] }
  const found = factsOf(series, { area: 'p0' })
  expect(Object.keys(found.claims('rank')).sort()).toEqual(['level-large', 'level-small'])
  expect(found.guards('rank')).toEqual(['break-in-series', 'break-in-series'])
})

test('two that moved alike are level, whatever binary subtraction makes of it', () => {
  const series: Series = { a: [10.1, 11.3], b: [5, 6.2], c: [7, 12] }
  expect(11.3 - 10.1).not.toBe(6.2 - 5)
  expect(ranks(series, 'number-large')).toEqual([2, 2, 1])
})

test('a rank is one more than the number strictly ahead, from both ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 }), (list) => {
      const values = Float64Array.from(list)
      const order = list.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b)
      for (const [i, mine] of list.entries()) {
        const level = list.filter((v) => v === mine).length > 1
        const high = rankIn(values, order, i)
        expect(high).toMatchObject({ rank: 1 + list.filter((v) => v > mine).length, joint: level })
        expect(high.ahead).toHaveLength(Math.min(10, high.rank - 1))
        expect(rankIn(values, [...order].reverse(), i)).toMatchObject({ rank: 1 + list.filter((v) => v < mine).length, joint: level }) // biome-ignore format: one case a line
      }
    }),
  )
})

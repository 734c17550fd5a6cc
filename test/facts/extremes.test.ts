import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const moves = (...by: number[]): Series => Object.fromEntries(by.map((n, i) => [`p${i}`, [1000, 1000 + n]]))

test('the three that moved most each way are named, furthest first', () => {
  const found = factsOf(moves(10, 40, 30, 20, -10, -30))
  expect(found.claim('extremes', 'percent-up')).toMatchObject({ names: ['p1', 'p2', 'p3'], size: 3, group: 4 })
  expect(found.claim('extremes', 'percent-down')).toMatchObject({ names: ['p5', 'p4'], size: 2 })
  expect(found.figure(found.claim('extremes', 'percent-up'), 'value0')).toBe(4)
  expect(found.claim('extremes', 'number-up')).toMatchObject({ names: ['p1', 'p2', 'p3'] })
})

test('where a fourth is level with the third none is named', () => {
  expect(factsOf(moves(40, 30, 20, 20)).claim('extremes', 'percent-up')).toBeUndefined()
  expect(factsOf(moves(40, 30, 30, 20)).claim('extremes', 'percent-up')).toMatchObject({ size: 3 })
})

test('where one moved further than print shows none is named', () => {
  const found = factsOf({ ...moves(5, 4, 3), small: [60, 60.4] })
  expect(found.claim('extremes', 'percent-up')).toBeUndefined()
  expect(found.guards('extremes')).toEqual(['within-rounding'])
  expect(found.claim('extremes', 'number-up')).not.toBe(undefined)
})

test('a missing area, a small base or a break refuses it', () => {
  const guards = (more: Series) => factsOf({ ...moves(40, 30, 20), ...more }).guards('extremes')
  expect(guards({ gone: [1000, ''] })).toEqual(['areas-missing', 'areas-missing'])
  expect(guards({ small: [49, 60] })).toEqual(['small-base'])
  expect(guards({ small: [50, 60] })).toEqual([])
  expect(guards({ broken: [1000, '1100 [b]'] })).toEqual(['break-in-series', 'break-in-series'])
})

test('it is told of the whole alone', () => {
  expect(factsOf(moves(40, 30), { area: 'p0' }).claims('extremes')).toEqual({})
})

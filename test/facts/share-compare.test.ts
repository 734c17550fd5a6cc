import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'
import type { Changes } from '../fixtures/small.ts'

const north: AreaCells = {
  resigned: [200, 200],
  retired: [100, 100],
  short: [120, 150],
  long: [180, 150],
  officers: [1000, 1000, 1000],
  inShort: [300, 400, 450],
  inLong: [700, 600, 550],
}
const facts = (cells: AreaCells = {}, changes: Changes = {}, period = '2011/12') =>
  joined({ north: { ...north, ...cells } }, { area: 'north', changes, period })
const compare = (cells: AreaCells, changes: Changes = {}) =>
  facts(cells, changes).claim('share-compare', '', 'short-share')
const guards = (cells: AreaCells) => facts(cells).guards('share-compare', 'short-share')

test('a share of leavers is set beside the share of officers in post at the start of the year', () => {
  const found = facts()
  const claim = found.claim('share-compare', '', 'short-share')
  expect(claim).toMatchObject({ relation: 'higher', other: 'in-short-share', besidePeriod: '2011' })
  expect(['share', 'beside'].map((role) => found.figure(claim, role))).toEqual([0.5, 0.4])
  expect(found.figure(claim, 'points')).toBe(10)
})

test('or at its end, where the definition says so', () => {
  const end = { measures: { 'short-share': { beside: { at: 'end' } } } }
  expect(compare({}, end)).toMatchObject({ besidePeriod: '2012', beside: 'in-short-share@north@2012' })
})

test('higher, lower and the same are as they print', () => {
  expect(compare({ inShort: [1, 600], inLong: [1, 400] })).toMatchObject({ relation: 'lower' })
  expect(compare({ inShort: [1, 504], inLong: [1, 496] })).toMatchObject({ relation: 'same' })
})

test('without the start of the year there is nothing to set beside', () => {
  expect(guards({ inShort: [300, null, 450], inLong: [700, null, 550] })).toEqual(['no-value'])
  expect(guards({ officers: [1000, '[c]', 1000] })).toEqual(['no-value'])
  expect(guards({ short: [120, '[c]'] })).toEqual(['no-value'])
  expect(facts({ officers: [null, 1000], inShort: [null, 1], inLong: [null, 999] }, {}, '2010/11').guards('share-compare', 'short-share')).toEqual(['no-value']) // biome-ignore format: a case
})

test('a base under 50 on either side refuses it', () => {
  const small: AreaCells = { resigned: [200, 29], retired: [100, 20], short: [120, 20], long: [180, 29] }
  expect(guards(small)).toEqual(['small-base'])
  expect(guards({ ...small, resigned: [200, 30], long: [180, 30] })).toEqual([])
  expect(guards({ officers: [1000, 49], inShort: [300, 20], inLong: [700, 29] })).toEqual(['small-base'])
})

test('where two tables disagree on either side it is refused', () => {
  expect(guards({ long: [180, 170] })).toEqual(['no-value'])
  expect(guards({ inLong: [700, 700, 550] })).toEqual(['no-value'])
})

test('a share with nothing stated beside it is compared with nothing', () => {
  expect(facts().claims('share-compare', 'resigned-share')).toEqual({})
  expect(facts().guards('share-compare', 'resigned-share')).toEqual([])
})

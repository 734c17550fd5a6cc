import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'
import type { Changes } from '../fixtures/small.ts'

const north: AreaCells = { resigned: [100, 120], retired: [300, 280], officers: [2000, 2100], joiners: [1, 1] }
const facts = (cells: AreaCells = {}, changes: Changes = {}, period = '2011/12') =>
  joined({ north: { ...north, ...cells } }, { area: 'north', changes, period })
const share = (cells: AreaCells) => facts(cells).claim('share-change', '', 'resigned-share')
const guards = (cells: AreaCells, measure = 'resigned-share') => facts(cells).guards('share-change', measure)

test('a share moves by percentage points, and both are told', () => {
  const found = facts()
  const claim = found.claim('share-change', '', 'resigned-share')
  expect(claim).toMatchObject({ direction: 'up', ofRate: false, wasPeriod: '2010/11' })
  expect(['now', 'was'].map((role) => found.figure(claim, role))).toEqual([0.3, 0.25])
  expect(found.figure(claim, 'points')).toBe(5)
  expect(found.found.figures.get(String(claim?.['points']))).toMatchObject({ unit: 'points', how: { op: 'point-change' } }) // biome-ignore format: a figure
})

test('two and a half points and a bit are no less for binary subtraction', () => {
  expect((0.282 - 0.2565) * 100).toBeLessThan(2.55)
  const found = facts({ resigned: [2565, 2820], retired: [7435, 7180] })
  expect(found.figure(found.claim('share-change', '', 'resigned-share'), 'points')).toBe(2.55)
})

test('the direction is that of the printed figures: whole per cent of a share, two decimals of this rate', () => {
  expect(share({ resigned: [100, 80], retired: [300, 320] })).toMatchObject({ direction: 'down' })
  expect(share({ resigned: [100, 101], retired: [300, 299] })).toMatchObject({ direction: 'flat' })
  const rate = (now: number) => facts({ officers: [2000, 2000], resigned: [100, now], retired: [300, 300] })
  expect(rate(101).claim('share-change', '', 'leaving-rate')).toMatchObject({ direction: 'up', ofRate: true, decimals: 2 }) // biome-ignore format: a case
  expect(rate(100.05).claim('share-change', '', 'leaving-rate')).toMatchObject({ direction: 'flat' })
})

test('whether the printed shares lie as far apart as the printed points is known', () => {
  expect(share({})).toMatchObject({ adds: true })
  // From 25.4% to 30.6%, printed as 25, 31 and 5.2.
  expect(share({ resigned: [254, 306], retired: [746, 694] })).toMatchObject({ direction: 'up', adds: false })
})

test('a share without a value now or before is refused', () => {
  expect(guards({ resigned: [100, '[c]'] })).toEqual(['no-value'])
  expect(guards({ resigned: ['[c]', 120] })).toEqual(['no-value-before'])
  expect(guards({ resigned: [0, 120], retired: [0, 280] })).toEqual(['no-value-before'])
  expect(facts({}, {}, '2010/11').guards('share-change', 'leaving-rate')).toEqual(['no-value-before'])
})

test('a base under 50 on either side refuses it', () => {
  expect(guards({ resigned: [100, 9], retired: [300, 40] })).toEqual(['small-base'])
  expect(guards({ resigned: [9, 100], retired: [40, 300] })).toEqual(['small-base'])
  expect(guards({ resigned: [10, 100], retired: [40, 300] })).toEqual([])
  expect(guards({ resigned: [5, 5], retired: [5, 5], officers: [49, 2100] }, 'leaving-rate')).toEqual(['small-base'])
  expect(guards({ resigned: [5, 5], retired: [5, 5], officers: [50, 50] }, 'leaving-rate')).toEqual([])
})

test('a break between the two, or a series that begins with now, refuses it', () => {
  expect(guards({ retired: [300, '280 [b]'] })).toEqual(['break-in-series'])
  expect(guards({ retired: ['300 [b]', 280] })).toEqual([])
  expect(guards({ officers: [2000, '2100 [b]'] }, 'leaving-rate')).toEqual(['break-in-series'])
  const from = { measures: { resigned: { comparable: { from: '2011/12' } } } }
  expect(facts({}, from).guards('share-change', 'resigned-share')).toEqual(['not-comparable'])
})

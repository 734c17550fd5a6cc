import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'

const north: AreaCells = { resigned: [120, 90], retired: [180, 160], joiners: [200, 300], officers: [2000, 2100] }
const facts = (cells: AreaCells = {}, more: AreaCells = {}) =>
  joined({ north: { ...north, ...cells }, south: { ...north, ...more } }, { area: 'north' })
const shareOf = (cells: AreaCells, more?: AreaCells) => facts(cells, more).claim('share', '', 'resigned-share')
const rateOf = (cells: AreaCells, more?: AreaCells) => facts(cells, more).claim('rate', '', 'leaving-rate')

test('a share is told with its part and its base, and beside the whole', () => {
  const found = facts()
  const share = found.claim('share', '', 'resigned-share')
  expect(share).toMatchObject({ base: 'leavers', compared: true, relation: 'same', apart: 0, countsBeside: false })
  expect(['share', 'part', 'of', 'national'].map((role) => found.figure(share, role))).toEqual([0.36, 90, 250, 0.36])
})

test('a rate is over the stock at the start of the year, and says how many decimals it has', () => {
  const found = facts()
  const rate = found.claim('rate', '', 'leaving-rate')
  expect(rate).toMatchObject({ base: 'officers', decimals: 2, of: 'officers@north@2011' })
  expect(['share', 'part', 'of'].map((role) => found.figure(rate, role))).toEqual([0.119047619048, 250, 2100])
  expect(found.found.figures.get('leaving-rate@north@2011/12')?.how).toEqual({
    op: 'divide',
    of: ['leavers@north@2011/12', 'officers@north@2011'],
  })
  expect(found.claims('share', 'leaving-rate')).toEqual({})
})

test('higher and lower than the whole is as it prints', () => {
  expect(shareOf({ resigned: [1, 120] })).toMatchObject({ relation: 'higher' })
  expect(shareOf({ resigned: [1, 60] })).toMatchObject({ relation: 'lower' })
  expect(shareOf({ resigned: [1, 91] })).toMatchObject({ relation: 'same' })
  expect(rateOf({ retired: [1, 161] })).toMatchObject({ relation: 'higher' })
  expect(rateOf({ officers: [1, 210_000] }, { officers: [1, 209_999] })).toMatchObject({ relation: 'same' })
})

test('without the whole it stands alone', () => {
  expect(shareOf({}, { resigned: [1, '[c]'] })).toMatchObject({ compared: false, relation: '', apart: 0 })
  expect(shareOf({}, { resigned: [1, '[c]'] })).not.toHaveProperty('national')
})

test('a part, or a base at the start of the year, without a value refuses it', () => {
  expect(facts({ resigned: [1, '[c]'] }).guards('share', 'resigned-share')).toEqual(['no-value'])
  expect(facts({ retired: [1, '[c]'] }).guards('share', 'resigned-share')).toEqual(['no-value'])
  expect(facts({ officers: [2000, '[c]', 2100] }).guards('rate', 'leaving-rate')).toEqual(['no-value'])
  expect(facts({ officers: [2000, null, 2100] }).guards('rate', 'leaving-rate')).toEqual(['no-value'])
  expect(facts({ officers: ['[c]', 2100, '[c]'] }).guards('rate', 'leaving-rate')).toEqual([])
})

test('a base under 50 refuses it, one of nought too, and up to 100 the counts stand beside it', () => {
  const share = (resigned: number, retired: number) => facts({ resigned: [1, resigned], retired: [1, retired] })
  expect(share(9, 40).guards('share', 'resigned-share')).toEqual(['small-base'])
  expect(share(10, 40).guards('share', 'resigned-share')).toEqual([])
  expect(share(0, 0).guards('share', 'resigned-share')).toEqual(['zero-base'])
  expect(share(9, 90).claim('share', '', 'resigned-share')).toMatchObject({ countsBeside: true })
  expect(share(10, 90).claim('share', '', 'resigned-share')).toMatchObject({ countsBeside: false })
  const rate = (officers: number) => facts({ resigned: [1, 5], retired: [1, 0], officers: [1, officers] })
  expect(rate(49).guards('rate', 'leaving-rate')).toEqual(['small-base'])
  expect(rate(0).guards('rate', 'leaving-rate')).toEqual(['zero-base'])
  expect(rate(50).guards('rate', 'leaving-rate')).toEqual([])
})

test('a share of more than all is refused, and none or all of it is not', () => {
  const short = (...cells: number[]) => facts({ short: cells }).guards('share', 'short-share')
  expect(short(1, 251)).toEqual(['parts-unequal'])
  expect(short(1, 250)).toEqual([])
  expect(short(1, 0)).toEqual([])
})

test('a share that no rule tells by itself has its level alone', () => {
  const found = facts({ inShort: [900, 950], officers: [2000, 2100] })
  const year = joined({ north: { ...north, inShort: [900, 950] } }, { area: 'north', period: '2010/11' })
  expect(year.claim('share', '', 'in-short-share')).toMatchObject({ base: 'officers' })
  expect(found.found.claims.filter(({ measure }) => measure === 'in-short-share')).toEqual([])
  expect(new Set(year.found.claims.flatMap((c) => (c.measure === 'in-short-share' ? [c.kind] : [])))).toEqual(
    new Set(['share']),
  )
})

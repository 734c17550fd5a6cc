import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'

/** Shares in per cent of 1,000 leavers, of 10,000 officers. */
const shares = (...percent: number[]): AreaCells => ({
  resigned: percent.map((p) => p * 10),
  retired: percent.map((p) => 1000 - p * 10),
  officers: percent.map(() => 10_000),
})
const facts = (cells: AreaCells) => joined({ north: cells }, { area: 'north' })
const record = (cells: AreaCells) => facts(cells).claims('record', 'resigned-share')

test('a share or rate may be at a record', () => {
  expect(record(shares(30, 20, 40))).toMatchObject({ highest: { joint: false, previousPeriod: '2010/11', recordsBegin: true } }) // biome-ignore format: a claim
  expect(Object.keys(record(shares(30, 20, 10)))).toEqual(['lowest'])
  expect(record(shares(30, 40, 40))).toMatchObject({ highest: { joint: true } })
  const rising = { resigned: [100, 120, 150], retired: [100, 100, 100], officers: [5000, 5000, 5000] }
  expect(facts(rising).claim('record', 'highest', 'leaving-rate')).toMatchObject({ decimals: 2 })
})

test('beyond it by less than print shows is not told', () => {
  expect(facts(shares(30.1, 20, 30.4)).guards('record', 'resigned-share')).toEqual(['within-rounding'])
  expect(record(shares(30.4, 20, 30.6))).toHaveProperty('highest')
})

test('a base under 50 in any period of the series refuses record and since', () => {
  const small = { ...shares(30, 20, 40), resigned: [300, 10, 400], retired: [700, 39, 600] }
  expect(facts(small).guards('record', 'resigned-share')).toEqual(['small-base'])
  expect(facts(small).guards('since', 'resigned-share')).toEqual(['small-base'])
  expect(facts({ ...small, retired: [700, 40, 600] }).guards('record', 'resigned-share')).toEqual([])
  const few = { ...shares(30, 20, 40), officers: [10_000, 49, 10_000] }
  expect(facts(few).guards('record', 'leaving-rate')).toEqual(['small-base'])
})

test('the highest for some years names the last that was higher', () => {
  const found = facts(shares(50, 20, 22, 21, 25, 40))
  expect(found.claim('since', 'highest', 'resigned-share')).toMatchObject({ thenPeriod: '2010/11', back: 5 })
  expect(facts(shares(50, 20, 40.3, 21, 25, 40)).guards('since', 'resigned-share')).toEqual(['too-recent'])
  expect(facts(shares(50, 20, 39.8, 21, 25, 40)).guards('since', 'resigned-share')).toEqual(['within-rounding'])
})

test('a year without the share refuses it', () => {
  const gap = { ...shares(30, 20, 40), resigned: [300, '[c]', 400] }
  expect(facts(gap).guards('record', 'resigned-share')).toEqual(['gap-in-series'])
})

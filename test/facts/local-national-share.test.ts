import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'

const rest: AreaCells = { resigned: [1, 40_000], retired: [1, 60_000], officers: [1, 1_000_000] }
const facts = (here: AreaCells, more: AreaCells = {}, area = 'north') =>
  joined({ north: { resigned: [1, 400], retired: [1, 600], officers: [1, 10_000], ...here }, rest: { ...rest, ...more } }, { area }) // biome-ignore format: areas
const relation = (here: AreaCells, measure = 'resigned-share') => facts(here).claim('local-national', '', measure)?.['relation'] // biome-ignore format: a call

test('a share of the area stands beside the share of the whole, as they print', () => {
  expect(relation({ resigned: [1, 500] })).toBe('higher')
  expect(relation({ resigned: [1, 300] })).toBe('lower')
  expect(relation({ resigned: [1, 404] })).toBe('same')
  const found = facts({ resigned: [1, 600] })
  const claim = found.claim('local-national', '', 'resigned-share')
  expect(found.figure(claim, 'here')).toBe(0.5)
  expect(found.figure(claim, 'there')).toBe(0.401185770751)
  expect(claim).not.toHaveProperty('decimals')
})

test('a rate is compared in the decimals it is told with', () => {
  expect(relation({ officers: [1, 9990] }, 'leaving-rate')).toBe('higher')
  expect(relation({ officers: [1, 10_003] }, 'leaving-rate')).toBe('same')
  expect(facts({}).claim('local-national', '', 'leaving-rate')).toMatchObject({ decimals: 2 })
})

test('a share missing here, or an area missing from the whole, refuses it', () => {
  expect(facts({ resigned: [1, '[c]'] }).guards('local-national', 'resigned-share')).toEqual(['no-value'])
  expect(facts({}, { resigned: [1, '[c]'] }).guards('local-national', 'resigned-share')).toEqual(['areas-missing'])
  expect(facts({ officers: [1, null, 1] }).guards('local-national', 'leaving-rate')).toEqual(['no-value'])
  expect(facts({ resigned: [1, 0], retired: [1, 0] }).guards('local-national', 'resigned-share')).toEqual(['no-value'])
})

test('a base under 50 here refuses it', () => {
  expect(facts({ resigned: [1, 20], retired: [1, 29] }).guards('local-national', 'resigned-share')).toEqual([
    'small-base',
  ])
  expect(facts({ resigned: [1, 20], retired: [1, 30] }).guards('local-national', 'resigned-share')).toEqual([])
  const few: AreaCells = { resigned: [1, 2], retired: [1, 3], officers: [1, 49] }
  expect(facts(few).guards('local-national', 'leaving-rate')).toEqual(['small-base'])
})

test('the whole is not set beside itself', () => {
  expect(facts({}, {}, 'everywhere').claims('local-national', 'resigned-share')).toEqual({})
})

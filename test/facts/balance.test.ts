import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'

const north: AreaCells = { resigned: [10, 60], retired: [10, 60], joiners: [10, 200], officers: [2000, 2000] }
const facts = (cells: AreaCells = {}, area = 'north', more: AreaCells = {}) =>
  joined({ north: { ...north, ...cells }, south: { ...north, ...more } }, { area })
const balance = (cells: AreaCells = {}) => facts(cells).claim('balance', 'officers', 'leavers')
const guards = (cells: AreaCells) => facts(cells).guards('balance', 'leavers')

test('joiners and leavers are told with what is left and their rates over one stock', () => {
  const found = facts()
  const claim = found.claim('balance', 'officers', 'leavers')
  expect(claim).toMatchObject({ balance: 'officers', more: 'in', rates: 'higher', adds: true, decimals: 2, basePeriod: '2011' }) // biome-ignore format: a claim
  const values = ['in', 'out', 'net', 'inRate', 'outRate', 'of'].map((role) => found.figure(claim, role))
  expect(values).toEqual([200, 120, 80, 0.1, 0.06, 2000])
})

test('more went than came, and level in print is level', () => {
  expect(balance({ joiners: [10, 90] })).toMatchObject({ more: 'out', rates: 'lower' })
  expect(balance({ joiners: [10, 120] })).toMatchObject({ more: 'level', rates: 'same' })
  expect(balance({ joiners: [10, 120.4] })).toMatchObject({ more: 'level' })
  expect(balance({ joiners: [10, 120.6] })).toMatchObject({ more: 'in', adds: true })
  expect(balance({ joiners: [10, 120.4], resigned: [10, 59.6] })).toMatchObject({ more: 'level' })
  // 121.4 less 119.6 is 1.8: in print 121, 120 and 2.
  expect(balance({ joiners: [10, 121.4], resigned: [10, 59.6] })).toMatchObject({ more: 'in', adds: false })
})

test('what is left is a decimal, and not what binary subtraction makes of it', () => {
  expect(Math.round(64.1 - 20.6)).toBe(43)
  const found = facts({ joiners: [10, 64.1], resigned: [10, 10.3], retired: [10, 10.3] })
  expect(found.figure(found.claim('balance', 'officers', 'leavers'), 'net')).toBe(43.5)
  expect(balance({ joiners: [10, 64.1], resigned: [10, 10.3], retired: [10, 10.3] })).toMatchObject({ adds: false })
})

test('two rates that print alike are the same', () => {
  expect(balance({ joiners: [10, 1201], resigned: [10, 1140], officers: [1, 200_000] })).toMatchObject({
    more: 'in',
    rates: 'same',
  })
})

test('anything missing refuses it, and is named', () => {
  const seen = (cells: AreaCells) =>
    facts(cells).found.refusals.flatMap((r) => (r.kind === 'balance' ? [`${r.guard} ${r.seen}`] : []))
  expect(seen({ joiners: [10] })).toEqual(['no-value joiners'])
  expect(seen({ joiners: [10, '[c]'] })).toEqual(['no-value joiners'])
  expect(seen({ resigned: [10, '[c]'] })).toEqual(['no-value leavers'])
  expect(seen({ officers: [2000, null, 2000] })).toEqual(['no-value joining-rate'])
})

test('a stock under 50, or of nought, refuses it', () => {
  expect(guards({ officers: [1, 49] })).toEqual(['small-base'])
  expect(guards({ officers: [1, 50] })).toEqual([])
  expect(guards({ officers: [1, 0] })).toEqual(['no-value'])
})

test('of the whole it is told only where every area has both', () => {
  expect(facts({}, 'everywhere').claim('balance', 'officers', 'leavers')).toMatchObject({ more: 'in' })
  expect(facts({}, 'everywhere', { joiners: [10] }).guards('balance', 'leavers')).toEqual(['no-value'])
  expect(facts({}, 'north', { joiners: [10] }).guards('balance', 'leavers')).toEqual([])
})

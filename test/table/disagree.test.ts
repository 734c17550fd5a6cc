import { expect, test } from 'vitest'
import { type AreaCells, joined, joinedTable } from '../fixtures/joined.ts'
import { told } from '../fixtures/small.ts'

const sound: AreaCells = {
  resigned: [200, 200],
  retired: [100, 110],
  short: [120, 130],
  long: [180, 180],
  officers: [1000, 1000],
  inShort: [400, 400],
  inLong: [600, 600],
}
const areas = (south: AreaCells) => ({ north: sound, south: { ...sound, ...south }, east: sound })
const share = (south: AreaCells, area: string, measure = 'short-share') =>
  told(joinedTable(areas(south)), area, '2011/12', measure)

test('two tables that agree give a share of one in the other', () => {
  expect(share({}, 'south')).toBe(0.41935483871)
  expect(joinedTable(areas({})).caveats).toEqual([])
})

test('where the total of an area is another in the second table, its share is no value, nor the share of the whole', () => {
  const off: AreaCells = { long: [180, 190] }
  expect(['north', 'south', 'east', 'everywhere'].map((area) => share(off, area))).toEqual([
    0.41935483871,
    'incomplete',
    0.41935483871,
    'incomplete',
  ])
  const found = joined(areas(off), { area: 'south' })
  expect(found.guards('share', 'short-share')).toEqual(['parts-unequal'])
  expect(found.guards('mix', 'leavers')).toEqual(['parts-unequal'])
  expect(found.guards('leading-category', 'leavers')).toEqual(['parts-unequal'])
  expect(found.claim('mix', 'reason', 'leavers')).not.toBe(undefined)
  expect(joined(areas(off), { area: 'north' }).guards('share', 'short-share')).toEqual([])
})

test('what does not rest on the second table stands', () => {
  expect(share({ long: [180, 190] }, 'south', 'resigned-share')).toBe(0.645161290323)
  const table = joinedTable(areas({ long: [180, 190] }))
  expect(told(table, 'south', '2010/11', 'in-short-share')).toBe(0.4)
})

test('a difference of half a unit a part is rounding', () => {
  expect(share({ long: [180, 181] }, 'south')).toBe(0.41935483871)
  expect(share({ long: [180, 181.1] }, 'south')).toBe('incomplete')
  expect(share({ long: [180, '[c]'] }, 'south')).toBe(0.41935483871)
})

test('editors are told of which area, in which breakdown and when', () => {
  const caveats = joinedTable(areas({ long: [180, 190], inLong: [600, 700] })).caveats
  expect(caveats.map(({ text }) => text)).toEqual([
    'The parts of service do not add up to leavers on 2011/12 in 2 places (South, Everywhere).',
    'The parts of in-service do not add up to officers on 31 March 2011 in 2 places (South, Everywhere).',
  ])
  expect(new Set(caveats.map(({ period }) => joinedTable(areas({})).periods[period]?.id))).toEqual(
    new Set(['2011/12', '2010/11']),
  )
})

test('a share of more than all is refused for its area, and is counted in no rank', () => {
  const off: AreaCells = { short: [120, 320], long: [180, 0] }
  const south = joined(areas(off), { area: 'south' })
  expect(south.guards('share', 'short-share')).toEqual(['parts-unequal'])
  expect(south.claims('rank', 'short-share')).toEqual({})
  expect(south.guards('share-compare', 'short-share')).toEqual(['no-value'])
  // One of three is more than a sixth.
  expect(joined(areas(off), { area: 'north' }).guards('rank', 'short-share')).toEqual(['areas-missing'])
})

import { expect, test } from 'vitest'
import { caveatsOf } from '../src/caveats.ts'
import type { Desk } from '../src/pipeline.ts'
import { buildTable } from '../src/table/build.ts'
import { type AreaCells, type AreasCells, csvOf, listOf, sheetsOf } from './fixtures/joined.ts'
import { joinedDefinition } from './fixtures/joined-definition.ts'
import { type Changes, load, merged } from './fixtures/small.ts'

const north: AreaCells = { resigned: [9, 9], retired: [9, 9], joiners: [9, 9], officers: [99, 99, 99] }
const areas = (more: AreasCells = {}): AreasCells => ({ north, south: north, east: north, ...more })
const caveats = (cells: AreasCells, period = '2011/12', changes: Changes = {}) => {
  const release = load(merged(joinedDefinition, changes), listOf(cells))
  const table = buildTable(release, sheetsOf(csvOf(cells)))
  const now = table.periods.findIndex(({ id }) => id === period)
  return caveatsOf({ release, table } as Desk, now, 0)
}

test('with everything there is nothing to be said, nor of tables that are not published every year', () => {
  expect(caveats(areas())).toEqual([])
})

test('areas that the story has no figures for are named', () => {
  expect(caveats(areas({ south: { ...north, resigned: [9, '[c]'] } }))).toEqual([
    'There are no figures for South: nothing is said of all places.',
  ])
})

test('a table of other years is named with its file, a stock by the day the year starts', () => {
  const all = (cells: AreaCells) => ({ north: cells, south: cells, east: cells })
  expect(caveats(all({ ...north, joiners: [9] }))).toEqual([
    'The table joiners (joiners.csv) has no figures for 2011/12: nothing is said from it.',
  ])
  expect(caveats(all({ ...north, joiners: [null, 9] }))).toEqual([])
  expect(caveats(all({ ...north, officers: [99, null, 99] }))).toEqual([
    'The table officers (officers.csv) has no figures for 31 March 2011: nothing is said from it.',
  ])
  expect(caveats(all({ ...north, officers: [null, 99, null] }))).toEqual([])
})

test('areas that one table lacks are named with it, unless the story lacks them too', () => {
  expect(caveats(areas({ south: { ...north, joiners: [9] } }))).toEqual([
    'The table joiners (joiners.csv) has no figures for South, 2011/12: nothing is said from it of all places.',
  ])
  expect(caveats(areas({ south: { ...north, joiners: [9, '[c]'] } }))).toEqual([])
  expect(caveats(areas({ south: {} }))).toEqual(['There are no figures for South: nothing is said of all places.'])
})

test('of many, ten are named', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`p${i}`, { ...north, joiners: [9] }]))
  expect(caveats(areas(many))[0]).toContain('P9 and 2 more, 2011/12')
})

test('a story told by stocks looks for its flows in the year that ends then', () => {
  const changes = { measures: { leavers: { role: 'part' }, officers: { role: 'lead' } } }
  const cells = { north: { ...north, joiners: [9] } }
  expect(caveats(cells, '2012', changes)).toEqual([
    'The table joiners (joiners.csv) has no figures for 2011/12: nothing is said from it.',
  ])
  expect(caveats(cells, '2011', changes)).toEqual([])
})

import { expect, test } from 'vitest'
import { flags } from '../../src/table/cell.ts'
import { at } from '../../src/table/table.ts'
import { type Changes, definition, merged, place, tableOf, told, words } from '../fixtures/small.ts'

const three = (year: number, ...cells: (string | number)[]) =>
  ['North', 'South', 'East'].flatMap((area, i) => (cells[i] === undefined ? [] : [`${year},${area},${cells[i]}`]))
const csv = (...rows: string[][]) => `Year,Area,Officers\n${rows.flat().join('\n')}\n`

test('the whole is the sum of every listed area', () => {
  expect(told(tableOf(csv(three(2010, 1, 2, 3))), 'everywhere', '2010')).toBe(6)
})

test('binary addition leaves nothing behind', () => {
  expect(told(tableOf(csv(three(2010, 0.1, 0.2, 0.3))), 'everywhere', '2010')).toBe(0.6)
})

test('with an area missing there is no whole, and the others keep their values', () => {
  const table = tableOf(csv(three(2010, 1, 2, 3), three(2011, 4, 5)))
  expect(['everywhere', 'east', 'north'].map((a) => told(table, a, '2011'))).toEqual(['incomplete', 'missing', 4])
})

test('with an area short of the list there is no whole, though all in the table have values', () => {
  const list = { list: 'places', level: 'place', expect: 2, areas: [place('north')] }
  expect(told(tableOf('Year,Area,Officers\n2010,North,1\n', {}, list), 'everywhere', '2010')).toBe('incomplete')
})

test('a mark is no zero and spoils the whole', () => {
  const table = tableOf(csv(three(2010, 1, '[c]', 3), three(2011, 1, 0, 3)))
  expect(['south', 'everywhere'].map((a) => told(table, a, '2010'))).toEqual(['suppressed', 'incomplete'])
  expect(['south', 'everywhere'].map((a) => told(table, a, '2011'))).toEqual([0, 4])
})

test('a year left out in the middle is a missing period of its own', () => {
  const table = tableOf(csv(three(2010, 1, 2, 3), three(2013, 4, 5, 6)))
  expect(table.periods.map((p) => p.id)).toEqual(['2010', '2011', '2012', '2013'])
  expect(['north', 'everywhere'].map((a) => told(table, a, '2011'))).toEqual(['missing', 'incomplete'])
})

test('what is said of one area is said of the whole', () => {
  const table = tableOf(csv(three(2010, 1, '2 [p]', '3 [b]')))
  expect(table.flags[at(table, 0, 3, 0)]).toBe(flags.provisional | flags.break)
})

const parts: Changes = {
  tables: { main: { by: { Rank: { Constable: null, Sergeant: null } } } },
  measures: {
    constables: { ...(definition['measures'] as Changes)['officers'] as Changes, where: { Rank: 'Constable' }, role: 'part', words: words('constables') },
    sergeants: { ...(definition['measures'] as Changes)['officers'] as Changes, where: { Rank: 'Sergeant' }, role: 'part', words: words('sergeants') },
  },
} // biome-ignore format: measures
const ranks = (rows: string) => `Year,Area,Rank,Officers\n${rows}`

test('parts are added up, and one mark among them spoils the sum whichever comes first', () => {
  const rows = [
    '2010,North,Constable,5',
    '2010,North,Sergeant,N/A',
    '2010,South,Constable,[c]',
    '2010,South,Sergeant,[x]',
  ]
  const marked = merged(parts, { tables: { main: { marks: { 'N/A': 'not-applicable' } } } })
  for (const order of [rows, [...rows].reverse()]) {
    const table = tableOf(ranks(`${order.join('\n')}\n`), marked)
    expect(['north', 'south'].map((a) => told(table, a, '2010'))).toEqual(['not-applicable', 'suppressed'])
    expect(told(table, 'north', '2010', 'constables')).toBe(5)
  }
})

test('an area with fewer rows than the others has no partial sum', () => {
  const table = tableOf(ranks('2010,North,Constable,5\n2010,North,Sergeant,1\n2010,South,Constable,5\n'), parts)
  expect(['north', 'south'].map((a) => told(table, a, '2010'))).toEqual([6, 'incomplete'])
})

test('two measures may stand in two columns of the same rows', () => {
  const fte: Changes = { measures: { fte: { ...((definition['measures'] as Changes)['officers'] as Changes), value: 'FTE', unit: 'fte', role: 'supplement' } } } // biome-ignore format: a measure
  const table = tableOf('Year,Area,FTE,Officers\n2010,North,4.5,5\n2010,South,[c],6\n', fte)
  expect(['officers', 'fte'].map((m) => told(table, 'north', '2010', m))).toEqual([5, 4.5])
  expect(['officers', 'fte'].map((m) => told(table, 'south', '2010', m))).toEqual([6, 'suppressed'])
})

test('parts of a breakdown that do not make its whole are told, and rounding is not', () => {
  const broken = (total: number) =>
    tableOf(`Year,Area,Rank,Officers\n2010,North,All,${total}\n2010,North,Constable,5\n2010,North,Sergeant,6\n`, {
      ...merged(parts, {
        tables: { main: { by: { Rank: { All: null } } } },
        measures: { officers: { where: { Rank: 'All' } } },
      }),
      breakdowns: { rank: { of: 'officers', parts: ['constables', 'sergeants'], noun: ['rank', 'ranks'] } },
    }).caveats
  expect(broken(11)).toEqual([])
  expect(broken(12)).toEqual([])
  expect(broken(13)).toHaveLength(1)
  expect(broken(13)[0]).toMatchObject({ period: 0, text: expect.stringContaining('North') })
})

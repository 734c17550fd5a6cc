import { expect, test } from 'vitest'
import { cellAt, type Sheet } from '../../src/read/sheet.ts'
import type { TableDefinition } from '../../src/release/definition.ts'
import { layOut } from '../../src/table/layout.ts'

const sheet = (rows: Sheet['rows'], name: string | null = null): Sheet => ({
  file: 'table.csv',
  name,
  rows,
  notes: [],
  formats: [],
})

const tidy: TableDefinition = {
  file: 'table.csv',
  once: false,
  holds: 'areas',
  headings: 1,
  area: { name: 'Area' },
  period: { in: 'column', column: 'Year', kind: 'calendar-year', stock: false },
  by: {},
  over: {},
  only: {},
  ignore: [],
  marks: { p: 'provisional', x: 'not-available' },
}
const wide: TableDefinition = { ...tidy, headings: 2, period: { in: 'columns', kind: 'calendar-year', stock: false } }

test('wide by year under two rows of headings: each value, and where it stood', () => {
  const laid = layOut(
    [
      sheet([
        ['A title'],
        [null, '2022', null, '2023', null],
        ['Area', 'Fires', 'Alarms', 'Fires', 'Alarms'],
        ['Ash', 1, 2, 3, 4],
        ['Elm', 5, 6, 7, 8],
      ]),
    ],
    wide,
    ['Fires', 'Alarms'],
  )
  expect(laid.rows).toEqual([
    ['Area', 'Period', 'Fires', 'Alarms'],
    ['Ash', '2022', 1, 2],
    ['Ash', '2023', 3, 4],
    ['Elm', '2022', 5, 6],
    ['Elm', '2023', 7, 8],
  ])
  // The 7 of Elm in 2023.
  expect(cellAt(laid, 4, 2)).toEqual({ file: 'table.csv', at: 'D5' })
  expect(laid.came!.blocks[laid.came!.block[4]!]!.headings[2]).toBe('2023 | Fires')
})

test('one sheet a year: each row keeps its sheet and its number', () => {
  const year = (name: string, value: number) => sheet([['Area', 'Fires'], [null], ['Ash', value]], name)
  const def: TableDefinition = { ...tidy, period: { in: 'sheets', kind: 'calendar-year', stock: false } }
  const laid = layOut([sheet([['A cover']], 'Cover'), year('2022', 1), year('2023', 2)], def, ['Fires'])
  expect(laid.rows.slice(1)).toEqual([
    ['Ash', 1, '2022'],
    ['Ash', 2, '2023'],
  ])
  expect(cellAt(laid, 2, 1)).toEqual({ file: 'table.csv', sheet: '2023', at: 'B3' })
})

test('two columns of one heading and year are refused', () => {
  const rows = [
    [null, '2022', '2022'],
    ['Area', 'Fires', 'Fires'],
    ['Ash', 1, 2],
  ]
  expect(() => layOut([sheet(rows)], wide, ['Fires'])).toThrow(/Two columns are headed/)
})

const table = [
  ['Area', 'Year', 'Fires'],
  ['Ash', '2022', '1'],
  ['Elm', '2022', '2'],
]
test.each<[string, Sheet['rows'], number]>([
  ['a note that begins as notes do', [['Source: the fire service']], 3],
  ['a note behind an empty row', [[], ['Made by hand']], 3],
  ['several', [[], ['Made by hand'], ['Twice']], 3],
  // A file that was cut off, or a row that lost its cells: it stays, and the table refuses it.
  ['a row that lost all else', [['Oak Vale']], 4],
  ['a row without its area', [[null, '2022', '3']], 4],
])('%s below the table', (_, more, rows) => {
  expect(layOut([sheet([...table, ...more])], tidy, ['Fires']).rows).toHaveLength(rows)
})

test.each([
  ['p', '1', '1 p'],
  ['x', null, 'x'],
  ['x', '1', 'x'],
  ['', '1', '1'],
  ['A', '1', '1'],
  // Nobody knows it: the cell is then no number, and is told.
  ['q', '1', '1 q'],
])('a row marked %s', (mark, value, reads) => {
  const rows = [
    ['Area', 'Year', 'Fires', 'Status'],
    ['Ash', '2022', value, mark],
  ]
  expect(layOut([sheet(rows)], { ...tidy, status: 'Status' }, ['Fires']).rows[1]).toEqual(['Ash', '2022', reads])
})

import { expect, test } from 'vitest'
import { buildTable } from '../../src/table/build.ts'
import { extract } from '../../src/table/extract.ts'
import { rowsOf } from '../../src/table/origin.ts'
import { at, type Table } from '../../src/table/table.ts'
import { unparse } from '../../src/table/unparse.ts'
import { type Changes, definition, load, merged, place, places, sheetOf, tableOf } from '../fixtures/small.ts'

const officers = (definition['measures'] as Changes)['officers'] as Changes
const wide = merged(definition, {
  tables: {
    main: {
      by: { Type: { Officer: null, Staff: ['staff'], Volunteer: null } },
      over: { Sex: ['Female', 'Male'] },
      ignore: ['Region'],
      marks: { 'N/A': 'not-applicable', '-': 'not-available' },
    },
  },
  measures: {
    officers: { where: { Type: 'Officer' } },
    all: { ...officers, where: { Type: ['Officer', 'Staff'] }, role: 'base' },
    fte: { ...officers, value: 'FTE', unit: 'fte', where: { Type: 'Officer' }, role: 'supplement' },
  },
})
const list = { ...places, others: [place('elsewhere')] }

function trip(rows: string) {
  const release = load(wide, list)
  const sheet = sheetOf(`Year,Area,Region,Type,Sex,Officers,FTE\n${rows}`)
  const before = buildTable(release, { main: sheet })
  const csv = extract(release, before, 'main', sheet)
  return { before, csv, after: buildTable(release, { main: sheetOf(csv) }) }
}
const seen = ({ values, flags, periods }: Table) => ({ values, flags, periods: periods.map((p) => p.id) })

test('the table of an extract is the table of the sheet, to the value and the mark', () => {
  const { before, csv, after } = trip(
    [
      '2011,North,n,Officer,Female,1,0.1\n2011,North,n,Officer,Male,2 [p],0.2\n2011,North,n,staff,Male,7,x\n2011,North,n,Staff,Female,1,x',
      '2010,South,s,Officer,Male,-,1\n2010,South,s,Officer,Female,4,2.5 [b]\n2010,South,s,Volunteer,Female,100,1',
      '2010,East,s,Officer,Male,"1,234",N/A\n2010,East,s,Officer,Female,[c],1\n2010,Elsewhere,e,Officer,Male,3,3\n',
    ].join('\n'),
  )
  expect(seen(after)).toEqual(seen(before))
  expect(csv).not.toMatch(/Region|Sex|Volunteer/)
  expect(csv.split('\n')[0]).toBe('Year,Area,Type,Officers,FTE')
})

test('an area that lacks a row of the sheet does not get a whole sum by being extracted', () => {
  const { before, after } = trip(
    '2010,North,n,Officer,Female,1,1\n2010,North,n,Officer,Male,2,2\n2010,South,s,Officer,Female,4,4\n',
  )
  expect(before.values[at(before, 0, 1, 0)]).toBeNaN()
  expect(seen(after)).toEqual(seen(before))
})

test('rows of one area in two spellings of space are one row of the extract', () => {
  const { before, csv, after } = trip('2010,North,n,Officer,Female,1,1\n2010,North ,n,Officer,Male,2,2\n')
  expect(csv.trim().split('\n')).toHaveLength(2)
  expect(seen(after)).toEqual(seen(before))
})

test('a text that a spreadsheet would take for a formula is defused; marks and numbers are not', () => {
  const written = unparse([['=1+1', '+1', '@x', '-2+3', '-cmd|x', '-', '-5 [p]', '-5', -5, 'a-b']])
  expect(written.replaceAll('"', '')).toBe("'=1+1,'+1,'@x,'-2+3,'-cmd|x,-,-5 [p],-5,-5,a-b\n")
})

test('rows of origin are told as a spreadsheet numbers them, in ranges', () => {
  const table = tableOf(
    'Title\n\nYear,Area,Type,Officers\n2010,North,a,1\n2010,North,b,1\n2010,South,a,1\n2010,North,c,1\n2011,North,a,5\n',
    { tables: { main: { by: { Type: { a: null, b: null, c: null } } } } },
  )
  const rows = (...places: [number, number][]) =>
    rowsOf(
      table.origins,
      places.map(([a, p]) => at(table, 0, a, p)),
    )
  expect(rows([0, 0])).toBe('4-5,7')
  expect(rows([0, 1])).toBe('8')
  expect(rows([1, 0])).toBe('6')
  expect(rows([0, 0], [1, 0])).toBe('4-7')
  expect(rows([2, 0])).toBe('')
})

test('an extract is read as its sheet was, whatever the decimal sign', () => {
  const rows = '2010;North;1.234,5\n2010;South;0,125\n2010;East;1,234 [p]\n'
  for (const numbers of ['comma', undefined]) {
    const release = load(merged(definition, numbers ? { tables: { main: { numbers } } } : {}))
    const sheet = sheetOf(`Year;Area;Officers\n${rows}`)
    const before = buildTable(release, { main: sheet })
    expect(areas(before)).toEqual([1234.5, 0.125, 1.234])
    const after = buildTable(release, { main: sheetOf(extract(release, before, 'main', sheet)) })
    expect(areas(after)).toEqual([1234.5, 0.125, 1.234])
    expect(seen(after)).toEqual(seen(before))
  }
})
const areas = (table: Table) => [0, 1, 2].map((area) => table.values[at(table, 0, area, 0)])

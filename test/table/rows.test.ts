import { expect, test } from 'vitest'
import { NibError } from '../../src/messages.ts'
import { buildTable } from '../../src/table/build.ts'
import {
  brief,
  type Changes,
  definition,
  load,
  merged,
  place,
  places,
  problems,
  sheetOf,
  tableOf,
  told,
} from '../fixtures/small.ts'

const byType: Changes = {
  tables: { main: { by: { Type: { Officer: null, Staff: ['staff'] } }, ignore: ['Region'] } },
  measures: { officers: { where: { Type: 'Officer' } } },
}
const wrong = (csv: string, changes: Changes = {}, list: Changes = places) =>
  problems(() => tableOf(csv, changes, list)).map(brief)
const near = (csv: string, changes: Changes = {}) => problems(() => tableOf(csv, changes)).map((p) => p.text)

test('a year stands as text or as a number', () => {
  const rows = [
    ['Year', 'Area', 'Officers'],
    [2010, 'North', 5],
    ['2011', 'North', '6'],
    [' 2012 ', 'North', 7],
  ]
  const table = buildTable(load(), { main: { ...sheetOf('a'), rows } })
  expect(['2010', '2011', '2012'].map((p) => told(table, 'north', p))).toEqual([5, 6, 7])
})

test('spellings are one only where the definition says so', () => {
  const csv = 'Year,Area,Type,Officers\n2010,North,Officer,5\n2010,North,staff,6\n2010,South,Staff,7\n'
  expect(told(tableOf(csv, byType), 'north', '2010')).toBe(5)
  expect(wrong(csv.replace('Officer,5', 'officer,5'), byType)).toEqual(['unknown-category C2'])
  expect(near(csv.replace('Officer,5', 'officer,5'), byType)[0]).toContain('Did you mean “Officer”?')
  expect(wrong(csv.replace('Officer,5', 'constructor,5'), byType)).toEqual(['unknown-category C2'])
})

test('spaces around and within a name do not tell two apart', () => {
  const table = tableOf('Year,Area,Type,Officers\n2010, North\u00a0,Officer  ,5\n', byType)
  expect(told(table, 'north', '2010')).toBe(5)
})

test('an observation that stands twice is refused with both rows', () => {
  const csv = 'Year,Area,Officers\n2010,North,5\n2010,South,6\n2010,North,5\n'
  expect(wrong(csv)).toEqual(['duplicate-observation B4'])
  expect(near(csv)[0]).toContain('row 2')
})

test('a year written in two ways is still the same year', () => {
  const rows = [
    ['Year', 'Area', 'Officers'],
    [2010, 'North', 5],
    ['2010', 'North', 6],
  ]
  const build = () => buildTable(load(), { main: { ...sheetOf('a'), rows } })
  expect(problems(build).map(brief)).toEqual(['duplicate-observation B3'])
})

test('an area outside the list is refused with the nearest name, unless it stands among the others', () => {
  const csv = 'Year,Area,Officers\n2010,North,5\n2010,Nroth,6\n'
  expect(wrong(csv)).toEqual(['unknown-area B3'])
  expect(near(csv)[0]).toContain('Did you mean “North”?')
  const others = { ...places, others: [place('nroth')] }
  expect(told(tableOf(csv, {}, others), 'north', '2010')).toBe(5)
})

test('a code that belongs to another area is refused', () => {
  const list = { ...places, areas: [place('north', { code: 'E1' }), place('south', { code: 'E2' })] }
  const coded: Changes = { tables: { main: { area: { name: 'Area', code: 'Code' } } } }
  const csv = 'Year,Code,Area,Officers\n2010,E1,North,5\n2010,E1,South,6\n'
  expect(wrong(csv, coded, list)).toEqual(['area-mismatch C3'])
  expect(wrong(csv.replace('E1,South', 'E2,South'), coded, list)).toEqual([])
})

test('a column that the definition does not name is refused, and one under ignore is not', () => {
  const csv = 'Year,Area,Type,Regoin,Officers\n2010,North,Officer,x,5\n'
  expect(wrong(csv, byType)).toEqual(['unknown-column 1'])
  expect(near(csv, byType)[0]).toContain('Did you mean “Region”?')
  expect(wrong(csv.replace('Regoin', 'constructor'), byType)).toEqual(['unknown-column 1'])
  expect(wrong(csv.replace('Regoin', 'Region'), byType)).toEqual([])
})

test('a column that is not there is refused', () => {
  expect(wrong('Year,Area,Oficers\n2010,North,5\n')).toEqual(['missing-column 1'])
  expect(near('Year,Area,Oficers\n2010,North,5\n')[0]).toContain('Did you mean “Oficers”?')
})

test('a row with more cells than the header is refused with its first cell too many', () => {
  expect(wrong('Year,Area,Officers\n2010,North,5\n2010,South,1,234\n')).toEqual(['ragged-row D3'])
  expect(wrong('Year,Area,Officers\n2010,North,5,,\n')).toEqual([])
})

test('a number that is none is refused with its cell', () => {
  for (const cell of ['12a', '#REF!', '"1,23"', '..', 'N/A'])
    expect(wrong(`Year,Area,Officers\n2010,North,${cell}\n`)).toEqual(['bad-number C2'])
})

test('a period that is none is refused with its cell', () => {
  expect(wrong('Year,Area,Officers\n2010,North,5\n20111,North,5\n,North,6\n')).toEqual([
    'bad-period A3',
    'bad-period A4',
  ])
  expect(wrong('Year,Area,Officers\n1010,North,5\n2023,North,5\n')).toEqual(['bad-period A3'])
})

test('at most 20 problems are shown', () => {
  const rows = Array.from({ length: 90 }, (_, i) => `2010,Place ${i},5\n`).join('')
  expect(wrong(`Year,Area,Officers\n${rows}`)).toHaveLength(20)
  const columns = Array.from({ length: 90 }, (_, i) => `x${i}`).join(',')
  expect(wrong(`Year,Area,Officers,${columns}\n2010,North,5\n`)).toHaveLength(20)
})

test('a file with nothing of what the story is about is refused', () => {
  expect(wrong('Year,Area,Type,Officers\n2010,North,Staff,5\n', byType)).toEqual(['no-observations'])
  expect(wrong('Year,Area,Officers\n')).toEqual(['no-observations'])
})

test('the period a series is comparable from is one of the kind of the table', () => {
  const comparable = (from: unknown, breaks: unknown[] = []) =>
    wrong('Year,Area,Officers\n2010,North,5\n', { measures: { officers: { comparable: { from, breaks } } } })
  expect(comparable('2010/11')).toEqual(['bad-definition'])
  expect(comparable(2010, ['soon'])).toEqual(['bad-definition'])
  expect(comparable(1999, [2005])).toEqual([])
  expect(load(merged(definition, {})).leads.whole).toBe('officers')
})

test('what is wrong in many rows is told once, with how many', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${2010 + (i % 10)},Atlantis,${i < 10 ? 'n/k' : 5}`)
  const found = problems(() => tableOf(`Year,Area,Officers\n2010,North,5\n${rows.join('\n')}\n2011,Lyonesse,7\n`))
  expect(found.map(({ code, place, more }) => [code, place.at, more])).toEqual([
    ['unknown-area', 'B3', 29],
    ['unknown-area', 'B33', undefined],
  ])
  expect(new NibError(found).message).toMatch(
    /^main.csv, cell B3: .*Add it to the list.* The same stands in 29 more places\.\n/,
  )
})

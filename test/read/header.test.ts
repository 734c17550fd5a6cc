import { expect, test } from 'vitest'
import { findHeader } from '../../src/read/header.ts'
import { codes, sheetOf, thrown } from './files.ts'

const table = sheetOf([
  ['Table 1: officers by force'],
  [],
  ['Source', 'Home Office'],
  ['Force Name', 'Year', 'Officers', null, 'Notes'],
  ['Kent', '2023', '4,000'],
])

test('the header is the first row with every column, wherever it stands', () => {
  const { row, columns, others } = findHeader(table, ['Officers', 'Force Name'])
  expect(row).toBe(3)
  expect([...columns]).toEqual([['Force Name', 0], ['Officers', 2]]) // biome-ignore format: a table
  expect(others).toEqual([
    { name: 'Year', column: 1 },
    { name: 'Notes', column: 4 },
  ])
})

test('spaces, line ends, letter case, composition and apostrophes do not tell headings apart', () => {
  const sheet = sheetOf([['Force\u00a0 name ', 'Officer\u2019s\nrank', 'Mo\u0302n', 2023]])
  expect([...findHeader(sheet, ['Force Name', "Officer's rank", 'Môn', '2023']).columns.values()]).toEqual([0, 1, 2, 3])
})

test('each missing column is a problem of its own, with the row, what is near and what is there', () => {
  const { problems } = thrown(() => findHeader(table, ['Force Name', 'Year', 'Oficers', 'Region']))
  expect(problems.map(({ code }) => code)).toEqual(['missing-column', 'missing-column'])
  expect(problems[0]?.place).toEqual({ file: 'table.csv', row: 4 })
  expect(problems[0]?.text).toContain('“Officers”')
  expect(problems[1]?.text).not.toContain('Did you mean')
})

test('with fewer than half of the columns in any row there is no header', () => {
  expect(codes(() => findHeader(table, ['Officers', 'Sex', 'Rank']))).toEqual(['no-header'])
  expect(codes(() => findHeader(sheetOf([]), ['Officers']))).toEqual(['no-header'])
})

test('a wanted column that stands twice is refused, another one is not', () => {
  const sheet = sheetOf([['Area', 'Total', 'Notes', 'total', 'Notes']])
  expect(codes(() => findHeader(sheet, ['Area', 'Total']))).toEqual(['duplicate-column'])
  expect(findHeader(sheet, ['Area']).others).toHaveLength(4)
})

test('a column that is asked for twice is found for both', () => {
  expect(findHeader(table, ['Year', 'Year', 'year']).columns).toEqual(new Map([['Year', 1], ['year', 1]])) // biome-ignore format: a table
})

test('the header is looked for in the first rows only', () => {
  const low = sheetOf([...Array.from({ length: 60 }, () => ['note']), ['Area', 'Total']])
  expect(codes(() => findHeader(low, ['Area', 'Total']))).toEqual(['no-header'])
  expect(findHeader(low, ['Area', 'Total'], 61).row).toBe(60)
})

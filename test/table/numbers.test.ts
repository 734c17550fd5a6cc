import { expect, test } from 'vitest'
import { readCell } from '../../src/table/cell.ts'
import type { Numbers } from '../../src/table/number-text.ts'
import { brief, type Changes, problems, tableOf, told } from '../fixtures/small.ts'

const read = (cell: string, numbers: Numbers, signs = '') =>
  readCell(cell, { marks: {}, numbers, signs })?.value ?? null

// What it is with a point as the decimal sign, with a comma, and where nothing says which. Null: refused.
test.each<[string, number | null, number | null, number | null]>([
  ['12', 12, 12, 12],
  ['1.234', 1.234, 1234, null],
  ['1,234', 1234, 1.234, null],
  ['12.5', 12.5, null, null],
  ['12,5', null, 12.5, null],
  ['0.123', 0.123, null, null],
  ['0,123', null, 0.123, null],
  ['1.234,5', null, 1234.5, null],
  ['1,234.5', 1234.5, null, null],
  ['1.234.567', null, 1234567, null],
  ['1,234,567', 1234567, null, null],
  ['12.34.567', null, null, null],
  ['1.234.56', null, null, null],
  ['1 234', 1234, 1234, 1234],
  ['1\u00a0234\u00a0567', 1234567, 1234567, 1234567],
  ['1\u202f234,5', null, 1234.5, null],
  ['1\u2009234.5', 1234.5, null, null],
  ["1'234", 1234, 1234, 1234],
  ['1’234.5', 1234.5, null, null],
  ['1 23', null, null, null],
  ['1 2345', null, null, null],
  ['1 234,567', null, 1234.567, null],
  ['1 234\u00a0567', null, null, null],
  ['−1.234,5', null, -1234.5, null],
  ['–12', -12, -12, -12],
  ['-1 234', -1234, -1234, -1234],
  ['‑5', -5, -5, -5],
  ['12,5 [p]', null, 12.5, null],
])('%s', (cell, point, comma, unsure) =>
  expect([read(cell, 'point'), read(cell, 'comma'), read(cell, 'unsure')]).toEqual([point, comma, unsure]),
)

test('a sign is read where it is that of the unit', () => {
  expect(['12.5%', '12.5 %', '-3%', '1,234%'].map((cell) => read(cell, 'point', '%'))).toEqual([12.5, 12.5, -3, 1234])
  expect(['£1,234', '-£5.50', '−£5', '£ 7'].map((cell) => read(cell, 'point', '£'))).toEqual([1234, -5.5, -5, 7])
  expect(['£5', '€5', '5%%', '%', '£', '%5', '5£'].map((cell) => read(cell, 'point', '%'))).toEqual(Array(7).fill(null))
  expect(read('5%', 'point', '£')).toBeNull()
})

const csv = (values: readonly string[], delimiter = ';') =>
  `${[['Year', 'Area', 'Officers'], ...values.map((value, i) => [`${2010 + i}`, 'North', value])]
    .map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
    .join('\n')}\n`
const table: Changes = { areas: { whole: { made: 'none' } } }
const values = (cells: readonly string[], numbers?: string, delimiter?: string) => {
  const changes = numbers === undefined ? table : { ...table, tables: { main: { numbers } } }
  let made: ReturnType<typeof tableOf> | undefined
  const wrong = problems(() => {
    made = tableOf(csv(cells, delimiter), changes)
  })
  return made ? cells.map((_, i) => told(made!, 'north', String(2010 + i))) : wrong.map(brief)
}

test('in a file parted by semicolons a number that may be two is refused with what to do', () => {
  expect(values(['1.234', '50'])).toEqual(['unsure-number C2'])
  expect(values(['1,234', '50'])).toEqual(['unsure-number C2'])
  const [found] = problems(() => tableOf(csv(['1.234']), table))
  expect(found?.text).toMatch(/“numbers: comma”.*“numbers: point”/)
})

test('one that can be read in one way only settles it, where all agree', () => {
  expect(values(['1.234', '12,5'])).toEqual([1234, 12.5])
  expect(values(['1,234', '1.234,5'])).toEqual([1.234, 1234.5])
  expect(values(['1.234', '12.5'])).toEqual([1.234, 12.5])
  expect(values(['1,234', '1,234.5', '7'])).toEqual([1234, 1234.5, 7])
  expect(values(['12,5', '12.5'])).toEqual(['unsure-number C2', 'unsure-number C3'])
  expect(values(['5', '1 234', '−7'])).toEqual([5, 1234, -7])
})

test('what the definition says is so, and what is written otherwise is refused', () => {
  expect(values(['1.234,5', '12,5', '1.234'], 'comma')).toEqual([1234.5, 12.5, 1234])
  expect(values(['1.234', '1,234'], 'point')).toEqual([1.234, 1234])
  expect(values(['12.5', '1.234'], 'comma')).toEqual(['bad-number C2'])
  expect(values(['12,5'], 'point')).toEqual(['bad-number C2'])
})

test('elsewhere a comma parts thousands, as it always did, and a decimal comma is refused with what to do', () => {
  expect(values(['1,234', '1.234'], undefined, ',')).toEqual([1234, 1.234])
  expect(values(['1,234', '1.234'], undefined, '\t')).toEqual([1234, 1.234])
  expect(values(['12,5', '0,123'], undefined, ',')).toEqual(['bad-number C2', 'bad-number C3'])
  expect(problems(() => tableOf(csv(['12,5'], ','), table))[0]?.text).toContain('“numbers: comma”')
  expect(values(['12,5', '1,234'], 'comma', ',')).toEqual([12.5, 1.234])
})

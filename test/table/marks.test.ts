import { expect, test } from 'vitest'
import type { Mark } from '../../src/release/definition.ts'
import { flags, marksOf, readCell as readAs } from '../../src/table/cell.ts'

const own = {
  'N/A': 'not-applicable',
  '..': 'not-available',
  '-': 'suppressed',
  p: 'provisional',
  '*': 'revised',
} as const
const readCell = (cell: string | number | null, marks: Readonly<Record<string, Mark>>) =>
  readAs(cell, { marks, numbers: 'point' })
const value = (cell: string | number | null) => readCell(cell, own)?.value
const status = (cell: string | null) => readCell(cell, own)?.status

test('a number is read with its thousands, decimals and sign', () => {
  expect(['1,234', '1234', '1.5', '-5', '−5', '–5', '0', '1,234,567.25', ' 7 ', 3.5].map(value)).toEqual([
    1234, 1234, 1.5, -5, -5, -5, 0, 1234567.25, 7, 3.5,
  ])
})

test.each([
  '12a',
  'a12',
  '#REF!',
  '1,23',
  '1,2345',
  '1 23',
  '1 234,567',
  '0,123',
  '012,345',
  '£12',
  '1.2.3',
  '1e5',
  '+5',
  'ten',
  '12 [zz]',
  '(12)',
  '12%',
  '=1+1',
])('%s is no number', (cell) => expect(readCell(cell, own)).toBeNull())

test('a number that is none is refused', () => {
  expect(readCell(Number.NaN, own)).toBeNull()
  expect(readCell(Number.POSITIVE_INFINITY, own)).toBeNull()
})

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '12 [constructor]'])('%s is no mark', (cell) =>
  expect(readCell(cell, own)).toBeNull(),
)

test('a mark is kept as what it is and is never a zero', () => {
  const marks = ['N/A', '..', '-', '[c]', '[x]', '[z]', '[p]', '[low]', null, '', ' ']
  expect(marks.map(status)).toEqual([
    'not-applicable',
    'not-available',
    'suppressed',
    'suppressed',
    'not-available',
    'not-applicable',
    'not-available',
    'not-available',
    'missing',
    'missing',
    'missing',
  ])
  expect(marks.map(value).every(Number.isNaN)).toBe(true)
})

test('a mark that the release does not name is refused', () => {
  expect(['N/A', '..', '-', ':', '*'].map((cell) => readCell(cell, {}))).toEqual([null, null, null, null, null])
})

test('a value and its marks may share a cell', () => {
  expect(readCell('12 [p]', {})).toEqual({ value: 12, status: 'observed', flags: flags.provisional })
  expect(readCell('1,200[p] [r]', {})?.flags).toBe(flags.provisional | flags.revised)
  expect(readCell('12 [b]', {})?.flags).toBe(flags.break)
  expect(readCell('12 [c]', {})).toMatchObject({ value: Number.NaN, status: 'suppressed' })
})

test("a release's own mark stands behind a number without brackets, if it speaks of a value", () => {
  expect(readCell('12p', own)).toEqual({ value: 12, status: 'observed', flags: flags.provisional })
  expect(readCell('1,234 *', own)?.flags).toBe(flags.revised)
  expect(readCell('12-', own)).toBeNull()
  expect(readCell('12p', {})).toBeNull()
})

test('marks are written as they are read', () => {
  for (let mask = 0; mask < 32; mask++) expect(readCell(`5${marksOf(mask)}`, {})?.flags).toBe(mask)
})

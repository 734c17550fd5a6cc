import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../src/read/csv.ts'
import { isMostly, isNamedSample } from '../../src/read/sample.ts'
import type { Sheet } from '../../src/read/sheet.ts'

const header = 'Year,Area,Region,Kind,Number'
const rows = Array.from({ length: 20 }, (_, i) => `2010/11,Place ${i},South,All,${100 + i * 7}`)
const sheet = (lines: readonly string[], head = header): Sheet =>
  readCsv(new TextEncoder().encode([head, ...lines].join('\n')), 'given.csv')
const sample = sheet(rows)
const changed = (n: number) => rows.map((row, i) => (i < n ? `${row}5` : row))

test('a file whose name begins with sample says that it is one', () => {
  for (const name of ['sample-leavers.csv', 'Sample_leavers.ods', 'SAMPLE leavers.csv', 'sample.csv'])
    expect(isNamedSample(name), name).toBe(true)
  for (const name of ['leavers.csv', 'samples.csv', 'leavers-sample.csv', 'resample-1.csv', ''])
    expect(isNamedSample(name), name).toBe(false)
})

test('a copy is the sample, and another table is not', () => {
  expect(isMostly(sample, sample)).toBe(true)
  expect(isMostly(sheet(changed(20)), sample)).toBe(false)
  expect(isMostly(sheet([]), sample)).toBe(false)
})

test('it is one with up to half of its rows changed, and no longer after that', () => {
  expect(isMostly(sheet(changed(9)), sample)).toBe(true)
  expect(isMostly(sheet(changed(10)), sample)).toBe(false)
})

test('the order of rows, rows that are left out and titles above do not hide it', () => {
  expect(isMostly(sheet([...rows].reverse()), sample)).toBe(true)
  expect(isMostly(sheet(rows.slice(0, 5)), sample)).toBe(true)
  const titled = { ...sample, rows: [['Police leavers'], ['Source', 'Office'], [], ...sample.rows, []] }
  expect(isMostly(titled, sample)).toBe(true)
})

test('nor does a number that another format keeps as a number', () => {
  const kept = sample.rows.map((row, r) => row.map((cell, c) => (r > 0 && c === 4 ? Number(cell) : cell)))
  expect(isMostly({ ...sample, rows: kept }, sample)).toBe(true)
  const written = rows.map((row) => `${row}.00`)
  expect(isMostly(sheet(written), sample)).toBe(true)
})

test('nor columns left out, as an extract does, or in another order', () => {
  const short = rows.map((row) => row.replace(',South', ''))
  expect(isMostly(sheet(short, 'Year,Area,Kind,Number'), sample)).toBe(true)
  const turned = rows.map((row) => row.split(',').reverse().join(','))
  expect(isMostly(sheet(turned, header.split(',').reverse().join(',')), sample)).toBe(true)
  const more = rows.map((row) => `${row},x`)
  expect(isMostly(sheet(more, `${header},Note`), sample)).toBe(true)
})

test('a table with other numbers is never the sample, whatever else they share', () => {
  const numbers = fc.array(fc.integer({ min: 1000, max: 9000 }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(numbers, (list) => {
      const other = rows.map((row, i) => row.replace(/\d+$/, String(list[i])))
      expect(isMostly(sheet(other), sample)).toBe(false)
    }),
    { numRuns: 30 },
  )
})

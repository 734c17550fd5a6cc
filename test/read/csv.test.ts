import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readCsv } from '../../src/read/csv.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { codes, thrown } from './files.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const rows = (text: string) => readCsv(bytes(text), 'table.csv').rows

test('cells are text as it stands, and an empty one is null', () => {
  expect(rows('Area,Officers\nKent,"1,234"\nEssex,\n,007\n')).toEqual([
    ['Area', 'Officers'],
    ['Kent', '1,234'],
    ['Essex'],
    [null, '007'],
  ])
})

test('a byte order mark is not part of the first heading', () => {
  expect(rows('\ufeffArea,Officers\nKent,1')[0]).toEqual(['Area', 'Officers'])
})

test('every kind of line end is one, also mixed', () => {
  for (const end of ['\n', '\r\n', '\r']) expect(rows(`a,b${end}1,2${end}`)).toEqual([['a', 'b'], ['1', '2']]) // biome-ignore format: a table
  expect(rows('a,b\r\n1,2\n"3",4\r5,6')).toHaveLength(4)
})

test('rows are numbered as a spreadsheet does: blank lines count, a line end in quotes does not', () => {
  const { rows } = readCsv(bytes('Title\n\na,b\n"1\n2",x\n3,y\n\n\n'), 'table.csv')
  expect(rows).toEqual([['Title'], [], ['a', 'b'], ['1\n2', 'x'], ['3', 'y']])
})

test('a line end in quotes is kept as it is in a file with others', () => {
  expect(rows('a,b\r\n"x\r\ny",2\r\n')[1]).toEqual(['x\r\ny', '2'])
})

test('semicolons and tabs are found, under title rows and around commas in text', () => {
  const expected = ['London, City of', '1,5']
  const title = 'Officers, by force, England and Wales\nSource: Home Office, July 2023\n\n'
  for (const d of [';', '\t', '|'])
    expect(rows(`${title}Force${d}Rate\nLondon, City of${d}1,5\nKent${d}2,5\n`)[4]).toEqual(expected)
  expect(rows(`${title}Force,Rate\n"London, City of","1,5"\n"A;B;C","2,5"`)[4]).toEqual(expected)
})

test('decimal commas in every row do not make a comma the separator', () => {
  expect(rows('Force;Rate;Share\nKent;1,5;2,5\nEssex;1,6;2,6\n')[1]).toEqual(['Kent', '1,5', '2,5'])
})

test('tabs and line ends within quotes do not make a tab the separator', () => {
  expect(rows('a,b,c\n\t,"\r","\t\r\t"')).toEqual([
    ['a', 'b', 'c'],
    ['\t', '\r', '\t\r\t'],
  ])
})

test('Windows-1252 is read where the bytes are not UTF-8', () => {
  const file = Uint8Array.from([...bytes('a,b\nDyfed '), 0x96, ...bytes(' Powys,'), 0xa3, 0x35, 0x80, 0x92])
  expect(readCsv(file, 'table.csv').rows[1]).toEqual(['Dyfed – Powys', '£5€’'])
})

test('text that is partly UTF-8 is damaged, as either reading would be wrong', () => {
  const file = Uint8Array.from([...bytes('a,b\nLlŷn,1\nYnys M'), 0xf4, ...bytes('n,2')])
  expect(codes(() => readCsv(file, 'table.csv'))).toEqual(['damaged-file'])
})

test('UTF-16 is read in both byte orders', () => {
  const low = new Uint8Array(Buffer.from('\ufeffArea\tn\r\nYnys Môn\t1\r\n', 'utf16le'))
  const high = new Uint8Array(Buffer.from(low).swap16())
  for (const file of [low, high]) expect(readCsv(file, 'table.csv').rows[1]).toEqual(['Ynys Môn', '1'])
  expect(codes(() => readCsv(low.subarray(2), 'table.csv'))).toEqual(['damaged-file'])
})

test('an open quotation mark is damage, with its row', () => {
  const error = thrown(() => rows('a,b\n1,2\n3,"4\n5,6\n'))
  expect(error.problems).toMatchObject([{ code: 'damaged-file', place: { file: 'table.csv', row: 3 } }])
})

test('text behind a closing quotation mark is damage, with its row', () => {
  const error = thrown(() => rows('a,b\n"1"x,2\n'))
  expect(error.problems[0]).toMatchObject({ code: 'damaged-file', place: { row: 2 } })
})

test('a file of nothing, of white space or of separators is empty', () => {
  for (const text of ['', ' \n\t\n ', '\ufeff', ',,,\n,,,\n']) expect(codes(() => rows(text))).toEqual(['empty-file'])
})

test('what is not text is refused by what it looks like', () => {
  for (const start of ['PK\x03\x04', '%PDF-1.7', '<!DOCTYPE html>\n<html>', 'a,b\n1,\0\n'])
    expect(codes(() => rows(`${start}rest of it`))).toEqual(['damaged-file'])
})

test('notes are taken off cells and kept, marks are not', () => {
  const { rows, notes } = readCsv(bytes('Area,Officers [note 2]\nKent,"1,234 [note 3]"\nEssex,[c]\n'), 'table.csv')
  expect(rows).toEqual([['Area', 'Officers'], ['Kent', '1,234'], ['Essex', '[c]']]) // biome-ignore format: a table
  expect(notes).toEqual([
    { row: 0, column: 1, text: 'note 2' },
    { row: 1, column: 1, text: 'note 3' },
  ])
})

test('each limit is kept', () => {
  const read = (text: string, limits: object) =>
    codes(() => readCsv(bytes(text), 'table.csv', { ...LIMITS, ...limits }))
  expect(read('a,b\n1,2\n', { bytes: 7 })).toEqual(['too-large'])
  expect(read('a,b\n1,2\n3,4\n', { rows: 2 })).toEqual(['over-limit'])
  expect(read('a,b,c\n', { columns: 2 })).toEqual(['over-limit'])
  expect(read('a,b\n1,2\n3,4\n', { cells: 5 })).toEqual(['over-limit'])
  expect(read('a,b\n1,2\n1,2\n', { texts: 3 })).toEqual(['over-limit'])
  expect(readCsv(bytes('a,b\n1,2\n1,2\n'), 'table.csv', { ...LIMITS, texts: 4 }).rows).toHaveLength(3)
  expect(read(`a,b\n"${'x,y\n'.repeat(600_000)}`, { record: 1000 })).toEqual(['over-limit'])
})

test('thousands in quotes, minus signs, and spaces of every kind stay as they stand', () => {
  expect(rows('Area,n\n Kent ,"1,234"\nEssex\u00a0,\u22125\n"Ynys\u00a0Môn",12\u202f345 \n')).toEqual([
    ['Area', 'n'],
    [' Kent ', '1,234'],
    ['Essex\u00a0', '\u22125'],
    ['Ynys\u00a0Môn', '12\u202f345 '],
  ])
})

test('decimal commas and points between thousands stay text in a file with semicolons', () => {
  expect(rows('Area;n;rate\nKent;1.234,5;12,5\nEssex;1.235,5;12,6\n')[1]).toEqual(['Kent', '1.234,5', '12,5'])
})

test('titles above a table and notes below it are rows of their own', () => {
  const text = 'Officers by force\n\nArea,n\nKent,1\n\nSource: Home Office\n"Notes: 1, 2 and 3 apply"\n'
  expect(rows(text)).toEqual([
    ['Officers by force'],
    [],
    ['Area', 'n'],
    ['Kent', '1'],
    [],
    ['Source: Home Office'],
    ['Notes: 1, 2 and 3 apply'],
  ])
})

test('separators at the end of rows are not columns', () => {
  expect(rows(`a,b${','.repeat(5000)}\n1,2${','.repeat(5000)}\n`)).toEqual([['a', 'b'], ['1', '2']]) // biome-ignore format: a table
})

test('a file of many pieces is read as one', () => {
  const line = (i: number) => `"London, City of",${i},"two\nlines ""quoted"""`
  const lines = Array.from({ length: 60_000 }, (_, i) => line(i))
  const read = rows(`Area,n,text\r\n${lines.join('\r\n')}\r\n`)
  expect(read).toHaveLength(60_001)
  expect(read.every((row, i) => i === 0 || (row.length === 3 && row[1] === String(i - 1)))).toBe(true)
})

test('a piece may end anywhere in a row, also between a closing quotation mark and the space behind it', () => {
  const tail = 'x,"quoted ""twice""" \ny,"last"\n'
  for (let cut = 0; cut < tail.length; cut++) {
    const filler = `a,${'b'.repeat(1023 * 1024 + 1021 - cut)}\n`
    expect(rows(filler + tail).slice(1)).toEqual([['x', 'quoted "twice"'], ['y', 'last']]) // biome-ignore format: a table
  }
})

test('any grid of text comes back as it was written', () => {
  const cell = fc
    .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[",;\r\n\t ab]{0,6}$/))
    .map((text) => text.replaceAll('\0', ''))
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })))
  fc.assert(
    fc.property(grid, fc.constantFrom('\n', '\r\n'), (cells, newline) => {
      const header = Array.from({ length: cells[0]?.length ?? 2 }, (_, i) => `c${i}`)
      const read = rows(Papa.unparse([header, ...cells], { newline }))
      const back = cells.map((row, i) => row.map((_, j) => read[i + 1]?.[j] ?? ''))
      expect(back).toEqual(cells)
    }),
    { numRuns: 500 },
  )
})

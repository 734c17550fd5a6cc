import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realEffects } from '../../src/effects.ts'
import { listSheets, readSheets } from '../../src/read/read.ts'
import { codes, content, ods, pack, refusal, row, sheet, text, thrown } from './files.ts'
import { oneSheet, workbookParts, zipped } from './xlsx-files.ts'

const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)
const refused = (file: Uint8Array, name: string, sheet?: string) =>
  refusal(readSheets(file, name, sheet === undefined ? {} : { sheet }))

const CSV = bytes('Area,Officers\nKent,5\n')
const ODS = ods(row(text('a')))
const XLSX = oneSheet('<row><c><v>1</v></c></row>')
const PARQUET = bytes('PAR1rest of itPAR1')
const JSON_STAT = bytes('{"version": "2.0", "class": "dataset"}')
const PAGE = bytes('<!DOCTYPE html>\n<html><body>Moved</body></html>')
const TABLE = bytes('\n <table border=1><tr><td>Area</td></tr></table>')
const ole = (name: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(name, 'utf16le')]),
  )

test('a file under another’s ending is told what it is, and what to do', async () => {
  const wrong: [Uint8Array, string, string, string][] = [
    [CSV, 'a.xlsx', 'plain text', '“.csv”'],
    [CSV, 'a.ods', 'plain text', '“.csv”'],
    [CSV, 'a.xls', 'plain text', '“.csv”'],
    [CSV, 'a.json', 'plain text', '“.csv”'],
    [CSV, 'a.parquet', 'plain text', '“.csv”'],
    [XLSX, 'a.csv', 'an Excel workbook', '“.xlsx”'],
    [XLSX, 'a.ods', 'an Excel workbook', '“.xlsx”'],
    [XLSX, 'a.xls', 'an Excel workbook', '“.xlsx”'],
    [ODS, 'a.csv', 'an OpenDocument spreadsheet', '“.ods”'],
    [ODS, 'a.xlsx', 'an OpenDocument spreadsheet', '“.ods”'],
    [PARQUET, 'a.csv', 'a Parquet file', '“.parquet”'],
    [JSON_STAT, 'a.csv', 'JSON', '“.json”'],
    [PAGE, 'a.csv', 'a web page', 'Fetch the table again'],
    [PAGE, 'a.xlsx', 'a web page', 'Fetch the table again'],
    [TABLE, 'a.xls', 'a web page', 'save it as'],
    [TABLE, 'a.csv', 'a web page', 'save it as'],
    [ole('Workbook'), 'a.xlsx', 'an old Excel workbook', 'save it as'],
    [ole('Workbook'), 'a.csv', 'an old Excel workbook', 'save it as'],
    [bytes('%PDF-1.7'), 'a.csv', 'a PDF document', 'Fetch the table again'],
    [zipped({ 'word/document.xml': '' }), 'a.xlsx', 'a Word document', 'Fetch the table again'],
    [zipped({ 'table.csv': 'a,b' }), 'a.csv', 'a zip archive', 'Fetch the table again'],
    [zipped({ ...workbookParts({}), 'xl/workbook.bin': '' }), 'a.xlsx', '(.xlsb)', 'save it as'],
  ]
  for (const [file, name, is, advice] of wrong) {
    const { codes, text } = await refused(file, name)
    expect([name, ...codes]).toEqual([name, 'wrong-ending'])
    expect(text).toContain(is)
    expect(text).toContain(advice)
  }
})

test('what Nib does not read is unknown, whatever it is called', async () => {
  for (const [file, name] of [
    [ole('Workbook'), 'a.xls'],
    [bytes('%PDF-1.7'), 'a.pdf'],
    [CSV, 'a.docx'],
    [bytes('<?xml version="1.0"?><office:document/>'), 'a.fods'],
    [zipped({ 'xl/workbook.bin': '' }), 'a.xlsb'],
  ] as const)
    expect([name, ...(await refused(file, name)).codes]).toEqual([name, 'unknown-format'])
})

test('a file without an ending is read by what is in it', async () => {
  expect((await readSheets(XLSX, 'table'))[0]?.rows).toEqual([[1]])
  expect((await readSheets(CSV, 'table'))[0]?.rows[1]).toEqual(['Kent', '5'])
  expect((await refused(PAGE, 'table')).codes).toEqual(['damaged-file'])
})

test('a table of text may begin with a bracket', async () => {
  expect((await readSheets(bytes('[note 1],b\n1,2\n'), 'a.csv'))[0]?.rows[1]).toEqual(['1', '2'])
  expect((await readSheets(bytes('{a},b\n1,2\n'), 'a.csv'))[0]?.rows[1]).toEqual(['1', '2'])
})

test('a locked workbook says so', async () => {
  const manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  for (const [file, name] of [
    [ole('EncryptedPackage'), 'a.xlsx'],
    [ole('EncryptedPackage'), 'a.xls'],
    [pack('', { 'META-INF/manifest.xml': manifest }), 'a.ods'],
    [bytes('PARE and the rest'), 'a.parquet'],
  ] as const)
    expect([name, ...(await refused(file, name)).codes]).toEqual([name, 'locked-file'])
})

test('a file that was cut off is damaged', async () => {
  for (const [file, name] of [
    [XLSX, 'a.xlsx'],
    [ODS, 'a.ods'],
  ] as const) {
    const { codes, text } = await refused(file.slice(0, -30), name)
    expect(codes).toEqual(['damaged-file'])
    expect(text).toContain('cut off')
  }
  expect((await refused(XLSX.slice(0, -30), 'a.csv')).codes).toEqual(['damaged-file'])
})

test('a workbook or sheet with nothing in it is empty', async () => {
  for (const name of ['a.xlsx', 'a.ods', 'a.csv', 'a.json', 'a.parquet', 'a'])
    expect((await refused(bytes(''), name)).codes).toEqual(['empty-file'])
  expect((await refused(oneSheet(''), 'a.xlsx')).codes).toEqual(['empty-file'])
  expect((await refused(oneSheet(''), 'a.xlsx', 'Data')).codes).toEqual(['empty-sheet'])
  expect((await refused(pack(content(sheet('') + sheet('', 'b'))), 'a.ods')).codes).toEqual(['empty-file'])
})

test('the sheets of a file that has no names for them', async () => {
  expect(await listSheets(CSV, 'a.csv')).toEqual([{ name: null, hidden: false }])
  await expect(listSheets(XLSX, 'a.csv')).rejects.toThrow('an Excel workbook')
})

test('a file of 2 GB is refused before it is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nib-'))
  try {
    const path = join(folder, 'huge.csv')
    const file = openSync(path, 'w')
    ftruncateSync(file, 2 ** 31)
    closeSync(file)
    const { problems } = thrown(() => realEffects().readBytes(path))
    expect(problems).toMatchObject([{ code: 'too-large', place: { file: 'huge.csv' } }])
    expect(problems[0]?.text).toContain('2,048 MB')
    expect(problems[0]?.text).toContain('192 MB')
    expect(codes(() => realEffects().readBytes(join(folder, 'none.csv')))).toEqual(['no-file'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

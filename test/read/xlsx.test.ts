import { expect, test } from 'vitest'
import { LIMITS } from '../../src/read/limits.ts'
import { listSheets, readSheets } from '../../src/read/read.ts'
import { readXlsx } from '../../src/read/xlsx.ts'
import { codes, thrown } from './files.ts'
import { MAIN, oneSheet, workbookParts, xlsx, zipped } from './xlsx-files.ts'

const read = (inside: string, more = {}) => readXlsx(oneSheet(inside, more), 'table.xlsx').sheets[0]!
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`

test('numbers are as exact as they were', () => {
  const cells = '<c><v>6.5999999999999996</v></c><c t="n"><v>-1.5E3</v></c><c><v>0</v></c>'
  expect(read(`<row>${cells}</row>`).rows).toEqual([[6.6, -1500, 0]])
})

test('texts come from the shared ones, from the cell itself, and from a formula', () => {
  const cells = `<c t="s"><v>1</v></c>${inline('007')}<c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c>`
  expect(read(`<row>${cells}</row>`, { strings: ['<t>a</t>', '<t>Kent</t>'] }).rows).toEqual([
    ['Kent', '007', 'made', null, 1],
  ])
})

test('the runs of a rich text are joined, and readings beside it left out', () => {
  const rich = '<r><rPr><b/></rPr><t>Avon </t></r><r><t xml:space="preserve">&amp; Somerset</t></r>'
  const read1 = read(
    `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is>${rich}<rPh><t>x</t></rPh></is></c></row>`,
    { strings: [rich, '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>'] },
  )
  expect(read1.rows).toEqual([['Avon & Somerset', '東京', 'Avon & Somerset']])
})

test('characters that XML cannot hold are read, and lines end in one way', () => {
  expect(read(`<row>${inline('a_x000D_\nb')}${inline('_x005F_x0041_')}</row>`).rows).toEqual([['a\nb', '_x0041_']])
})

test('booleans are words, and errors stay text', () => {
  const cells = '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><f>A9</f><v>#REF!</v></c><c t="e"><v>#N/A</v></c>'
  const { rows, formats } = read(`<row>${cells}</row>`)
  expect(rows).toEqual([['true', 'false', '#REF!', '#N/A']])
  expect(formats.map(({ format }) => format)).toEqual(['boolean', 'boolean'])
})

test('a formula without its result is no empty cell', () => {
  expect(read('<row><c><f>SUM(A1:A2)</f><v/></c><c><f>B1</f></c><c><v/></c><c><v>1</v></c></row>').rows).toEqual([
    ['=SUM(A1:A2)', '=B1', null, 1],
  ])
})

test('cells and rows stand where they say, with gaps between', () => {
  const rows =
    '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row><row r="7"/>'
  expect(read(rows).rows).toEqual([[], [], [null, 1, ...new Array(24).fill(null), 2, 3], [4]])
})

test('a cell or row that is not in its place is damage, with its cell', () => {
  for (const wrong of [
    '<c r="A2"><v>1</v></c>',
    '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>',
    '<c r="1A"/>',
    '<c r="A0"/>',
  ])
    expect(codes(() => read(`<row r="1">${wrong}</row>`))).toEqual(['damaged-file'])
  for (const r of ['0', '-1', 'x', '1.5']) expect(codes(() => read(`<row r="${r}"/>`))).toEqual(['damaged-file'])
  const twice = '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'
  expect(codes(() => read(twice))).toEqual(['damaged-file'])
  for (const cell of ['<c><v>1,5</v></c>', '<c><v>1e999</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>x</v></c>'])
    expect(thrown(() => read(`<row/><row><c/>${cell}</row>`)).problems).toMatchObject([
      { code: 'damaged-file', place: { file: 'table.xlsx', sheet: 'Data', at: 'B2' } },
    ])
})

test('merged cells hold the value in the first, and the others are empty', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1" s="1"><v>0.3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>'
  const merged = '<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="A2:D9"/></mergeCells>'
  const sheet = read(`<sheetData>${rows}</sheetData>${merged}`, { styles: [0, 9] })
  expect(sheet.rows).toEqual([[1, 2], [4]])
  expect(sheet.formats).toEqual([])
  expect(codes(() => read(`<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="B:C"/></mergeCells>`))).toEqual([
    'damaged-file',
  ])
})

test('hidden rows and columns are read like any other', () => {
  const body =
    '<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row hidden="1"><c><v>1</v></c></row></sheetData>'
  const parts = workbookParts({ sheets: { Data: '' } })
  parts['xl/worksheets/sheet1.xml'] = `<worksheet xmlns="${MAIN}">${body}</worksheet>`
  expect(readXlsx(zipped(parts), 'a.xlsx').sheets[0]?.rows).toEqual([[1]])
})

test('a hidden sheet is read only where it is named', async () => {
  const row = (n: number) => `<row><c><v>${n}</v></c></row>`
  const sheets = { Lookup: row(1), Data: row(2), Old: row(3) }
  const file = xlsx({ sheets, hidden: { Lookup: 'hidden', Old: 'veryHidden' } })
  expect((await readSheets(file, 'a.xlsx')).map(({ name }) => name)).toEqual(['Data'])
  expect((await readSheets(file, 'a.xlsm', { sheet: 'old ' })).map(({ rows }) => rows)).toEqual([[[3]]])
  expect(await listSheets(file, 'a.xlsx')).toEqual([
    { name: 'Lookup', hidden: true },
    { name: 'Data', hidden: false },
    { name: 'Old', hidden: true },
  ])
  const all = xlsx({ sheets: { Data: row(2) }, hidden: { Data: 'hidden' } })
  expect(codes(() => readXlsx(all, 'a.xlsx'))).toEqual(['hidden-sheets'])
})

test('only the wanted sheet is parsed, and an unknown one is answered with the near one', () => {
  const file = xlsx({ sheets: { Cover: '<broken', 'Table 1': '<row><c><v>1</v></c></row>' } })
  const { sheets, names } = readXlsx(file, 'a.xlsx', { sheet: 'TABLE 1' })
  expect(sheets).toMatchObject([{ name: 'Table 1', rows: [[1]] }])
  expect(names).toEqual(['Cover', 'Table 1'])
  const { problems } = thrown(() => readXlsx(file, 'a.xlsx', { sheet: 'Tabel 1' }))
  expect(problems).toMatchObject([{ code: 'no-sheet' }])
  expect(problems[0]?.text).toContain('“Table 1”?')
})

test('a chart on a sheet of its own is no sheet', () => {
  const parts = workbookParts({ sheets: { Chart: '', Data: '<row><c><v>1</v></c></row>' } })
  const path = 'xl/_rels/workbook.xml.rels'
  parts[path] = parts[path]!.replace('/worksheet" Target="worksheets/sheet1', '/chartsheet" Target="chartsheets/sheet1')
  expect(readXlsx(zipped(parts), 'a.xlsx').names).toEqual(['Data'])
})

test('comments are notes, and so are references to notes', () => {
  const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
  const { rows, notes } = read(`<row>${cells}</row>`, {
    strings: ['<t>1,234 [note 3]</t>', '<t>[c]</t>', '<t>[note 1]</t>'],
    comments: {
      A1: '<r><t>Revised</t></r><r><t>&#10;in July</t></r>',
      D2: '<t>[Threaded comment]\n\nYour version of Excel cannot show it.\n\nComment:\n    Late</t>',
      B2: '<t> </t>',
    },
  })
  expect(rows).toEqual([['1,234', '[c]']])
  expect(notes).toEqual([
    { row: 0, column: 0, text: 'Revised\nin July' },
    { row: 0, column: 0, text: 'note 3' },
    { row: 0, column: 2, text: 'note 1' },
    { row: 1, column: 3, text: 'Late' },
  ])
})

test('prefixes and the strict variant of the format are read by their namespace', () => {
  const parts = workbookParts({
    sheets: { Data: '<row><c t="s"><v>0</v></c><c s="1"><v>45016</v></c></row>' },
    strings: ['<t>a</t>'],
    styles: [0, 14],
  })
  const strict = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        ),
    ]),
  )
  const prefixed = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      name.startsWith('xl/') && !name.includes('_rels')
        ? xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=')
        : xml,
    ]),
  )
  for (const made of [strict, prefixed]) {
    expect(made['xl/workbook.xml']).not.toBe(parts['xl/workbook.xml'])
    expect(readXlsx(zipped(made), 'a.xlsx').sheets[0]?.rows).toEqual([['a', '2023-03-31']])
  }
  const foreign = {
    ...parts,
    'xl/worksheets/sheet1.xml': parts['xl/worksheets/sheet1.xml']!.replace(MAIN, 'urn:other'),
  }
  expect(readXlsx(zipped(foreign), 'a.xlsx').sheets[0]?.rows).toEqual([])
})

test('data past the limits of a sheet is refused before it is laid out', () => {
  const refused = (inside: string, limits = {}) =>
    codes(() => readXlsx(oneSheet(inside), 'a.xlsx', {}, { ...LIMITS, ...limits }))
  expect(refused('<row><c r="XFD1"><v>1</v></c></row>')).toEqual(['over-limit'])
  expect(refused('<row r="99999999"><c><v>1</v></c></row>')).toEqual(['over-limit'])
  expect(refused('<row><c><v>1</v></c></row>'.repeat(3), { cells: 2 })).toEqual(['over-limit'])
  const merge = '<mergeCell ref="A1:B1"/>'.repeat(5)
  const body = `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData><mergeCells>${merge}</mergeCells>`
  expect(refused(body, { cells: 4 })).toEqual(['over-limit'])
  expect(refused(`<row>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</row>`)).toEqual(['hostile-file'])
  const three = xlsx({ sheets: { a: '', b: '', c: '' } })
  expect(codes(() => readXlsx(three, 'a.xlsx', {}, { ...LIMITS, sheets: 2 }))).toEqual(['over-limit'])
  expect(codes(() => readXlsx(three, 'a.xlsx', {}, { ...LIMITS, bytes: 100 }))).toEqual(['too-large'])
})

test('texts of their own, and formats, count for what they take', () => {
  const cells = (cell: (n: number) => string) => `<row>${[1, 2, 3].map(cell).join('')}</row>`
  const refused = (cell: (n: number) => string, limits: Partial<typeof LIMITS>) =>
    codes(() => readXlsx(oneSheet(cells(cell), { strings: ['<t>a</t>'], styles: [0, 10] }), 'a.xlsx', {}, { ...LIMITS, ...limits })) // biome-ignore format: one line
  const fits = (cell: (n: number) => string, limits: Partial<typeof LIMITS>) =>
    readXlsx(oneSheet(cells(cell), { strings: ['<t>a</t>'], styles: [0, 10] }), 'a.xlsx', {}, { ...LIMITS, ...limits }).sheets[0]?.rows[0]?.length // biome-ignore format: one line
  const own = (n: number) => `<c t="inlineStr"><is><t>${n}</t></is></c>`
  expect(refused(own, { texts: 2 })).toEqual(['over-limit'])
  expect(fits(own, { texts: 3 })).toBe(3)
  expect(fits(() => '<c t="s"><v>0</v></c>', { texts: 1 })).toBe(3)
  expect(fits(() => '<c><v>1</v></c>', { cells: 3 })).toBe(3)
  expect(refused(() => '<c s="1"><v>1</v></c>', { cells: 14 })).toEqual(['over-limit'])
  expect(fits(() => '<c s="1"><v>1</v></c>', { cells: 15 })).toBe(3)
})

test('a workbook that is cut off anywhere, or lacks a part, is damaged', () => {
  const whole = oneSheet('<row><c><v>1</v></c></row>')
  for (let length = 1; length < whole.length; length += 37)
    expect(codes(() => readXlsx(whole.slice(0, length), 'a.xlsx'))).toEqual(['damaged-file'])
  for (const part of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml']) {
    const { [part]: _, ...rest } = workbookParts({ sheets: { Data: '' } })
    expect(codes(() => readXlsx(zipped(rest), 'a.xlsx'))).toEqual(['damaged-file'])
  }
})

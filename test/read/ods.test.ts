import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readOds } from '../../src/read/ods.ts'
import { listSheets, readSheets } from '../../src/read/read.ts'
import { content, number, ods, pack, row, sheet, text, thrown } from './files.ts'

const read = (rows: string) => readOds(ods(rows), 'table.ods').sheets[0]!
const cell = (inside: string, attributes = '') => `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const empty = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`

test('numbers come from their attribute, not from the text shown, and N/A stays text', () => {
  expect(read(row(number(6.6) + number('-1.5E3') + text('N/A') + text('007'))).rows).toEqual([
    [6.6, -1500, 'N/A', '007'],
  ])
})

test('how a number is shown is kept apart from it', () => {
  const of = (type: string, attributes: string) =>
    cell('<text:p>shown</text:p>', `office:value-type="${type}" ${attributes}`)
  const { rows, formats } = read(
    row(
      of('percentage', 'office:value="0.5"') +
        of('currency', 'office:value="2" office:currency="GBP"') +
        of('date', 'office:date-value="2023-03-31"') +
        of('time', 'office:time-value="PT09H30M00S"') +
        of('boolean', 'office:boolean-value="true"'),
    ),
  )
  expect(rows).toEqual([[0.5, 2, '2023-03-31', 'PT09H30M00S', 'true']])
  expect(formats).toEqual([
    { row: 0, column: 0, format: 'percentage' },
    { row: 0, column: 1, format: 'currency', currency: 'GBP' },
    { row: 0, column: 2, format: 'date' },
    { row: 0, column: 3, format: 'time' },
    { row: 0, column: 4, format: 'boolean' },
  ])
})

test('text is put together from paragraphs, spaces, tabs, breaks, spans and links', () => {
  const inside =
    '<text:p>\n  Avon &amp;<text:s/><text:span>Som<text:a>er</text:a>set</text:span>\n </text:p><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<![CDATA[<e>]]></text:p>'
  expect(read(row(cell(inside))).rows).toEqual([['Avon & Somerset\na   b\tc\nd<e>']])
})

test('a string value wins over the text shown, unless it is empty', () => {
  const cells = text('shown', 'office:string-value="meant"') + text('#N/A', 'office:string-value=""')
  expect(read(row(cells)).rows).toEqual([['meant', '#N/A']])
})

test('of a formula in error the text is kept, not the number that stands in for it', () => {
  const cells =
    '<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
  expect(read(row(cells)).rows).toEqual([['#DIV/0!']])
})

test('repeated cells and rows stand as often as they say, with their formats', () => {
  const percent = cell('', 'office:value-type="percentage" office:value="1" table:number-columns-repeated="2"')
  const { rows, formats } = read(row(empty(2) + percent + text('x'), 'table:number-rows-repeated="2"'))
  expect(rows).toEqual([[null, null, 1, 1, 'x'], [null, null, 1, 1, 'x']]) // biome-ignore format: a table
  expect(formats.map(({ row, column }) => [row, column])).toEqual([[0, 2], [0, 3], [1, 2], [1, 3]]) // biome-ignore format: a table
})

test('empty rows above and between are kept, and covered cells are empty ones in their place', () => {
  const rows = `${row(empty(3), 'table:number-rows-repeated="2"')}${row(`${text('wide')}<table:covered-table-cell table:number-columns-repeated="2"><text:p>under</text:p></table:covered-table-cell>${number(1)}`)}`
  expect(read(rows).rows).toEqual([[], [], ['wide', null, null, 1]])
})

test('empty cells and rows up to the edges of the sheet are harmless', () => {
  const rows = `${row(text('a') + empty(16_383))}${row(empty(16_384), 'table:number-rows-repeated="1048575"')}`
  expect(read(rows).rows).toEqual([['a']])
})

test('rows in groups and header rows count', () => {
  const rows = `<table:table-header-rows>${row(text('a'))}</table:table-header-rows><table:table-row-group><table:table-row-group>${row(number(1))}</table:table-row-group></table:table-row-group>`
  expect(read(rows).rows).toEqual([['a'], [1]])
})

test('an annotation is a note, not text of its cell', () => {
  const note =
    '<office:annotation><dc:creator>A. N. Other</dc:creator><text:p>Revised</text:p><text:p>in July</text:p></office:annotation>'
  const { rows, notes } = read(
    row(
      cell(`${note}<text:p>Kent</text:p>`) +
        cell(`${note}<text:p>9</text:p>`, 'office:value-type="float" office:value="9"') +
        cell(note) +
        cell(`<text:p>a${note}b</text:p>`),
    ),
  )
  expect(rows).toEqual([['Kent', 9, null, 'ab']])
  expect(notes).toEqual([0, 1, 2, 3].map((column) => ({ row: 0, column, text: 'Revised\nin July' })))
})

test('notes in brackets are taken off and marks are left', () => {
  const { rows, notes } = read(row(text('1,234 [note 3]') + text('[c]') + text('[note 1]')))
  expect(rows).toEqual([['1,234', '[c]']])
  expect(notes).toEqual([
    { row: 0, column: 0, text: 'note 3' },
    { row: 0, column: 2, text: 'note 1' },
  ])
})

test('text of drawings, validations and deleted cells is not data', () => {
  const drawing = '<draw:frame><text:p>chart</text:p></draw:frame>'
  const rows = `<table:shapes>${drawing}<table:table-row>${text('x')}</table:table-row></table:shapes>${row(cell(`<text:p>a${drawing}</text:p>${drawing}`))}`
  const tracked = `<table:tracked-changes><table:table>${row(text('gone'))}</table:table></table:tracked-changes>`
  const { sheets, names } = readOds(pack(content(tracked + sheet(rows))), 'table.ods')
  expect(names).toEqual(['Data'])
  expect(sheets[0]?.rows).toEqual([['a']])
})

test('only the wanted sheet is read, and the others are named', () => {
  const file = pack(content(sheet(row(number('broken')), 'Cover') + sheet(row(text('a')), 'Data') + sheet('', 'End')))
  const { sheets, names } = readOds(file, 'table.ods', { sheet: 'DATA ' })
  expect(sheets).toMatchObject([{ name: 'Data', rows: [['a']] }])
  expect(names).toEqual(['Cover', 'Data', 'End'])
})

test('an unknown sheet is answered with the near one and the known ones', () => {
  const file = pack(content(sheet('', 'Notes') + sheet('', 'Table 1')))
  const { problems } = thrown(() => readOds(file, 'table.ods', { sheet: 'Tabel 1' }))
  expect(problems[0]).toMatchObject({ code: 'no-sheet', place: { file: 'table.ods' } })
  expect(problems[0]?.text).toContain('“Table 1”?')
  expect(thrown(() => readOds(file, 'table.ods', { sheet: 'Workforce' })).message).not.toContain('Did you mean')
})

test('a hidden sheet is read only where it is named', async () => {
  const styles =
    '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
  const styled = (name: string, style: string) =>
    sheet(row(text(name)), name).replace('<table:table ', `<table:table table:style-name="${style}" `)
  const xml = (sheets: string) => content(sheets).replace('<office:body>', `${styles}<office:body>`)
  const file = pack(xml(styled('Lookup', 'ta2') + styled('Data', 'ta1') + styled('End', 'ta9')))
  expect((await readSheets(file, 'a.ods')).map(({ name }) => name)).toEqual(['Data', 'End'])
  expect((await readSheets(file, 'a.ods', { sheet: 'lookup' })).map(({ rows }) => rows)).toEqual([[['Lookup']]])
  expect(await listSheets(file, 'a.ods')).toEqual([
    { name: 'Lookup', hidden: true },
    { name: 'Data', hidden: false },
    { name: 'End', hidden: false },
  ])
  expect(thrown(() => readOds(pack(xml(styled('Data', 'ta2'))), 'a.ods')).problems).toMatchObject([
    { code: 'hidden-sheets' },
  ])
})

test('unusual prefixes are resolved by their namespace', () => {
  const usual = content(sheet(row(number(7) + text('a'))))
  const renamed = usual
    .replace(/\b(table|office|text)(?=:[a-z])(?!:1\.0)/g, 'ns-$1')
    .replace(/xmlns:(table|office|text)=/g, 'xmlns:ns-$1=')
  expect(renamed).not.toBe(usual)
  expect(readOds(pack(renamed), 'table.ods').sheets[0]?.rows).toEqual([[7, 'a']])
})

test('a part that is stored without packing is read too', () => {
  const xml = content(sheet(row(text('stored'))))
  const stored = zipSync({ 'content.xml': [strToU8(xml), { level: 0 }] })
  expect(readOds(stored, 'a.ods').sheets[0]?.rows).toEqual([['stored']])
})

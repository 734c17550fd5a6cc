import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOds } from '../../src/read/ods.ts'
import { dateOf } from '../../src/read/serial.ts'
import { readXlsx } from '../../src/read/xlsx.ts'
import { ods, number as odsNumber, text as odsText, row } from './files.ts'
import { oneSheet } from './xlsx-files.ts'

type Cell =
  | { is: 'empty' }
  | { is: 'text'; text: string }
  | { is: 'shared'; text: string }
  | { is: 'number'; value: number }
  | { is: 'percentage'; value: number }
  | { is: 'day'; value: number }
  | { is: 'boolean'; value: boolean }
  | { is: 'wide'; text: string; span: number }

const STYLES = { number: 0, percentage: 1, day: 2 }
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const value = (type: string, attributes: string, extra = ''): string =>
  `<table:table-cell office:value-type="${type}" ${attributes} ${extra}><text:p>shown</text:p></table:table-cell>`

function inOds(cell: Cell): string {
  if (cell.is === 'empty') return '<table:table-cell/>'
  if (cell.is === 'number') return odsNumber(cell.value)
  if (cell.is === 'percentage') return value('percentage', `office:value="${cell.value}"`)
  if (cell.is === 'day') return value('date', `office:date-value="${dateOf(cell.value, false)}"`)
  if (cell.is === 'boolean') return value('boolean', `office:boolean-value="${cell.value}"`)
  if (cell.is !== 'wide') return odsText(escaped(cell.text))
  const span = `table:number-columns-spanned="${cell.span}"`
  return `${odsText(escaped(cell.text), span)}<table:covered-table-cell table:number-columns-repeated="${cell.span - 1}"/>`
}

/** The same grid as a workbook: some texts shared, gaps left out, merged cells named behind the rows. */
function asXlsx(grid: readonly (readonly Cell[])[]): Uint8Array {
  const strings: string[] = []
  const merged: string[] = []
  const column = (n: number): string => String.fromCharCode(65 + n)
  const rows = grid.map((cells, r) => {
    let at = 0
    const written = cells.map((cell) => {
      const ref = `r="${column(at)}${r + 1}"`
      if (cell.is === 'wide')
        merged.push(`<mergeCell ref="${column(at)}${r + 1}:${column(at + cell.span - 1)}${r + 1}"/>`)
      at += cell.is === 'wide' ? cell.span : 1
      if (cell.is === 'empty') return ''
      if (cell.is === 'shared') return `<c ${ref} t="s"><v>${strings.push(`<t>${escaped(cell.text)}</t>`) - 1}</v></c>`
      if (cell.is === 'text' || cell.is === 'wide')
        return `<c ${ref} t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`
      if (cell.is === 'boolean') return `<c ${ref} t="b"><v>${cell.value ? 1 : 0}</v></c>`
      return `<c ${ref} s="${STYLES[cell.is]}"><v>${cell.value}</v></c>`
    })
    return cells.length === 0 ? '' : `<row r="${r + 1}">${written.join('')}</row>`
  })
  const body = `<sheetData>${rows.join('')}</sheetData><mergeCells>${merged.join('')}</mergeCells>`
  return oneSheet(body, { strings, styles: [0, 9, 14] })
}

const words = fc.oneof(
  fc.stringMatching(/^[A-Za-z&<ŷ£–]{1,8}( [a-z]{1,5}){0,2}( \[(note 1|notes 2 and 3|c|r)\])?$/),
  fc.constantFrom('[c]', '[note 4]', '1,234', '007', '#REF!', 'N/A'),
)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ is: 'empty' }),
  fc.record({ is: fc.constant('text' as const), text: words }),
  fc.record({ is: fc.constant('shared' as const), text: words }),
  fc.record({ is: fc.constant('number' as const), value: finite }),
  fc.record({ is: fc.constant('percentage' as const), value: finite }),
  fc.record({ is: fc.constant('day' as const), value: fc.integer({ min: 1, max: 2_958_465 }) }),
  fc.record({ is: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ is: fc.constant('wide' as const), text: words, span: fc.integer({ min: 2, max: 4 }) }),
)

test('any grid reads alike out of an Excel workbook and out of ODS', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (grid) => {
      const [a] = readXlsx(asXlsx(grid), 'table').sheets
      const [b] = readOds(ods(grid.map((cells) => row(cells.map(inOds).join(''))).join('')), 'table').sheets
      expect(a).toEqual(b)
    }),
    { numRuns: 400 },
  )
})

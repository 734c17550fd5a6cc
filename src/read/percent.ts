import type { CellValue, Sheet } from './sheet.ts'

/**
 * What a workbook shows as a percentage, as text with its sign: 0.125 is `12.5%`. As a bare number nobody could tell it from
 * an eighth of one per cent.
 */
export function withPercents(sheet: Sheet): Sheet {
  const shown = sheet.formats.filter(({ format }) => format === 'percentage')
  if (shown.length === 0) return sheet
  const rows = [...sheet.rows] as CellValue[][]
  // Repeated rows are one and the same: each that is changed is changed in a copy.
  let last = -1
  for (const { row, column } of shown) {
    const value = sheet.rows[row]?.[column]
    if (typeof value !== 'number') continue
    if (row !== last) rows[row] = [...sheet.rows[row]!]
    last = row
    // Without what binary multiplication leaves: 7%, not 7.000000000000001%.
    rows[row]![column] = `${Number((value * 100).toPrecision(15))}%`
  }
  return { ...sheet, rows }
}

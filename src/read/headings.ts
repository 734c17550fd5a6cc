import type { CellValue, Sheet } from './sheet.ts'

const shown = (cell: CellValue | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())

/**
 * The headings of a table as one row, where they stand in several rows over one another: joined from above with ` | `. A
 * heading that spreads over several columns stands in the first of them, so that an empty one takes that to its left; the
 * last row has one for each column.
 * @param last 0-based, the last of the rows
 */
export function headingsOf(sheet: Sheet, last: number, rows: number): CellValue[] {
  if (rows === 1) return [...(sheet.rows[last] ?? [])]
  const lines = Array.from({ length: rows }, (_, i) => sheet.rows[last - rows + 1 + i] ?? [])
  const width = Math.max(...lines.map((line) => line.length))
  const spread = lines.map((line, i) => {
    let before = ''
    return Array.from({ length: width }, (_, c) => {
      const here = shown(line[c])
      if (here !== '' || i === rows - 1) before = here
      // Nothing is spread over a column that has no heading of its own below.
      return lines.slice(i + 1).some((below) => shown(below[c]) !== '') || here !== '' ? before : ''
    })
  })
  return Array.from({ length: width }, (_, c) => {
    const parts = spread.map((line) => line[c]!).filter((text) => text !== '')
    return parts.length === 0 ? null : parts.join(' | ')
  })
}

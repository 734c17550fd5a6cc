import { isEmpty, type Sheet } from '../read/sheet.ts'

/** How publishers begin a note below a table that no empty row parts from it. */
const opens = /^(?:sources?|notes?|footnotes?|contact|published|figures|\[|\(|\*|©|crown)/i

/**
 * The rows of the table, without the notes below it: rows of one text each, behind an empty row or beginning as notes do. A row
 * that has lost all else is none, and is refused as a row.
 */
export function tableRows(sheet: Sheet, header: number): number[] {
  const filled = (r: number) => sheet.rows[r]!.filter((cell) => !isEmpty(cell))
  let last = sheet.rows.length - 1
  while (last > header && filled(last).length < 2) last--
  // Those that stand against the table and do not begin as notes do belong to it.
  const notes = (r: number) => filled(r).length === 0 || opens.test(String(filled(r)[0]).trim())
  while (last + 1 < sheet.rows.length && !notes(last + 1)) last++
  return Array.from({ length: Math.max(0, last - header) }, (_, i) => header + 1 + i).filter(
    (r) => filled(r).length > 0,
  )
}

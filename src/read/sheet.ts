/** What a cell holds as read: text as it stands (marks included), a number, or nothing. */
export type CellValue = string | number | null

/** A note taken off a cell's text (`[note 1]`) or attached to it (an annotation). */
export interface CellNote {
  /** 0-based indices into `rows`. */
  row: number
  column: number
  text: string
}

/** How a publisher showed a number; cells not named here are plain. Dates stand in `rows` as ISO text. */
export interface CellFormat {
  row: number
  column: number
  format: 'percentage' | 'currency' | 'date' | 'time' | 'boolean'
  currency?: string
}

/**
 * One sheet of a file. `rows[i]` is what a spreadsheet shows as row `i + 1`, and `rows[i][j]` its column `j`:
 * empty rows above and between are kept, empty rows and cells at the end are not.
 */
export interface Sheet {
  /** The file's name without its folder, as messages and provenance show it. */
  file: string
  /** The sheet's name; null for a file that has none (CSV). */
  name: string | null
  rows: readonly (readonly CellValue[])[]
  notes: readonly CellNote[]
  formats: readonly CellFormat[]
}

/** Column 0 → `A`, 26 → `AA`. */
function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/** 0-based row and column → the address a spreadsheet shows, `C12`. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

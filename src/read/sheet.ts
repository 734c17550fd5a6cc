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
  /** What parts the columns of a text file. */
  delimiter?: string
  /** Of a sheet that was laid out anew: where its cells stood before. */
  came?: Came
}

/** Where the cells of a sheet that was laid out anew stood in the publisher's. */
export interface Came {
  /** Row of the publisher's sheet (0-based), of each row. */
  rows: readonly number[]
  /** Index into `blocks`, of each row. */
  block: readonly number[]
  /** The columns that were put under one another, or the sheets that were. */
  blocks: readonly {
    sheet: string | null
    /** Column of the publisher's sheet (0-based), of each column; -1 for one that was made. */
    columns: readonly number[]
    /** The publisher's heading, of each column. */
    headings: readonly string[]
  }[]
}

/** Whether a cell holds nothing, or spaces alone. */
export const isEmpty = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** A cell as a person finds it in the publisher's file, whatever the sheet was made into. */
export function cellAt(sheet: Sheet, row: number, column: number): { file: string; sheet?: string; at: string } {
  const block = sheet.came?.blocks[sheet.came.block[row]!]
  const name = block ? block.sheet : sheet.name
  const [r, c] = block ? [sheet.came!.rows[row]!, Math.max(block.columns[column]!, 0)] : [row, column]
  return { file: sheet.file, ...(name ? { sheet: name } : {}), at: address(r, c) }
}

/** The row that a spreadsheet shows (1-based). */
export const rowNumber = (sheet: Sheet, row: number): number => (sheet.came ? sheet.came.rows[row]! : row) + 1

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

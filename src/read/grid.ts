import { fail, type Place } from '../messages.ts'
import type { Limits } from './limits.ts'
import type { CellFormat, CellNote, CellValue, Sheet } from './sheet.ts'

/** How a number was shown, as `CellFormat` says it. */
export type Shown = Pick<CellFormat, 'format' | 'currency'>

/** How many more cells one takes as much memory as whose format is kept beside it. */
const weight = 4

const EMPTY: readonly CellValue[] = []

/**
 * Builds a sheet from cells and rows that say how often they are repeated. Empty ones are only counted until something
 * stands behind them, since a sheet commonly ends in 16,384 empty cells and a million empty rows.
 */
export class Grid {
  readonly #place: Place
  readonly #limits: Limits
  readonly #rows: (readonly CellValue[])[] = []
  readonly #notes: CellNote[] = []
  #formats: CellFormat[] = []
  #row: CellValue[] = []
  #rowNotes: Omit<CellNote, 'row'>[] = []
  #rowFormats: Omit<CellFormat, 'row'>[] = []
  #emptyCells = 0
  #emptyRows = 0
  #cells = 0
  #covered = 0

  constructor(place: Place, limits: Limits) {
    this.#place = place
    this.#limits = limits
  }

  /** 0-based, where the next cell will stand. */
  get row(): number {
    return this.#rows.length + this.#emptyRows
  }
  get column(): number {
    return this.#row.length + this.#emptyCells
  }

  skip(repeat: number): void {
    this.#emptyCells += repeat
  }

  /** A cell that holds a value or a note, and as many copies of it. Not an object, for the sake of time. */
  cell(value: CellValue, repeat: number, notes: readonly string[], shown: Shown | undefined): void {
    const first = this.#row.length + this.#emptyCells
    const last = value === null ? first : first + repeat - 1
    if (last >= this.#limits.columns) this.#over('columns', this.#limits.columns, last + 1)
    if (notes.length > 0 || shown) this.#remark(first, last, notes, shown)
    if (value === null) {
      this.#emptyCells += repeat
      return
    }
    for (; this.#emptyCells > 0; this.#emptyCells--) this.#row.push(null)
    for (let n = 0; n < repeat; n++) this.#row.push(value)
  }

  #remark(first: number, last: number, notes: readonly string[], shown: Shown | undefined): void {
    for (let column = first; column <= last; column++) {
      for (const text of notes) this.#rowNotes.push({ column, text })
      if (shown) this.#rowFormats.push({ column, ...shown })
    }
  }

  endRow(repeat: number): void {
    const row = this.#row
    const copies = row.length > 0 ? repeat : Math.min(repeat, this.#rowNotes.length)
    if (copies > 0 && this.row + copies > this.#limits.rows) this.#over('rows', this.#limits.rows, this.row + copies)
    this.#cells += copies * (Math.max(row.length, this.#rowNotes.length) + weight * this.#rowFormats.length)
    if (row.length > 0) for (; this.#emptyRows > 0; this.#emptyRows--) this.#rows.push(EMPTY)
    if (this.#cells > this.#limits.cells) this.#over('cells', this.#limits.cells, this.#cells)
    const at = this.row
    if (row.length === 0) this.#emptyRows += repeat
    // A copy is as long as it needs to be; what grew cell by cell has room for half as many more.
    const kept = row.slice()
    for (let n = 0; n < copies; n++) {
      if (row.length > 0) this.#rows.push(kept)
      // A note on an empty cell of a repeated row says the same thing each time.
      if (row.length > 0 || n === 0) for (const note of this.#rowNotes) this.#notes.push({ row: at + n, ...note })
      for (const format of this.#rowFormats) this.#formats.push({ row: at + n, ...format })
    }
    this.#row = []
    this.#emptyCells = 0
    if (this.#rowNotes.length > 0) this.#rowNotes = []
    if (this.#rowFormats.length > 0) this.#rowFormats = []
  }

  /** Empties what merged cells hide: all of the range but its first cell. The rows must have ended, and none be repeated. */
  cover(first: { row: number; column: number }, last: { row: number; column: number }): void {
    const bottom = Math.min(last.row, this.#rows.length - 1)
    for (let at = first.row; at <= bottom; at++) {
      const row = this.#rows[at] as CellValue[]
      const from = at === first.row ? first.column + 1 : first.column
      const right = Math.min(last.column, row.length - 1)
      // Ranges may lie upon one another as often as a hostile file likes.
      this.#covered += Math.max(1, right - from + 1)
      for (let column = from; column <= right; column++) row[column] = null
    }
    if (this.#covered > this.#limits.cells) this.#over('merged cells', this.#limits.cells, this.#covered)
  }

  sheet(name: string | null): Sheet {
    const file = this.#place.file ?? ''
    if (this.#covered > 0) this.#tidy()
    return { file, name, rows: this.#rows, notes: this.#notes, formats: this.#formats }
  }

  /** Takes off what covered cells have left behind at the ends of rows and of the sheet, and their formats. */
  #tidy(): void {
    for (const row of this.#rows as CellValue[][]) while (row.length > 0 && row.at(-1) === null) row.pop()
    while (this.#rows.at(-1)?.length === 0) this.#rows.pop()
    this.#formats = this.#formats.filter(({ row, column }) => (this.#rows[row]?.[column] ?? null) !== null)
  }

  #over(what: string, limit: number, seen: number): never {
    fail('over-limit', { ...this.#place, row: this.row + 1 }, { what, limit, seen })
  }
}

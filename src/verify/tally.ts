import type { CellValue } from '../read/sheet.ts'
import { type Manner, readCell } from '../table/cell.ts'

/** A measure added up out of the cells of a sheet: one place for each area and period, periods of an area together. */
export interface Tally {
  sums: Float64Array
  /** Rows of each sum; a mark makes it negative for good. */
  rows: Int32Array
}

/** Where a tally's places are: the listed areas and, last, the whole. */
interface Shape {
  whole: number
  periods: number
  isThere(area: number, period: number): boolean
}

const never = -1_000_000
/** Publishers give a few decimals; binary addition leaves more. */
const clean = (value: number): number => Math.round(value * 1e6) / 1e6

export const emptyTally = (size: number): Tally => ({ sums: new Float64Array(size), rows: new Int32Array(size) })

/** Adds a row's cells to what they count towards. */
export function count(
  cells: readonly CellValue[],
  one: number,
  towards: readonly (Tally & { column: number; scale: number })[],
  manner: Manner,
): void {
  // Several measures are made of one cell.
  let last = -1
  let read: ReturnType<typeof readCell> = null
  for (const { sums, rows, scale, column } of towards) {
    if (column !== last) read = readCell(cells[column] ?? null, manner)
    last = column
    if (read?.status !== 'observed') rows[one] = never
    else {
      sums[one]! += read.value / scale
      rows[one]!++
    }
  }
}

/**
 * Makes values of the sums, NaN where there is none. An area with fewer rows than another has lost a part of its sum. The whole
 * is the publisher's own row, or added up where every area that there was then has a value, or none.
 */
export function settle(
  { sums, rows }: Tally,
  { whole, periods, isThere }: Shape,
  made: 'published' | 'added' | 'none',
) {
  for (let p = 0; p < periods; p++) {
    const at = (area: number) => area * periods + p
    let most = 0
    for (let a = 0; a <= whole; a++) most = Math.max(most, rows[at(a)]!)
    const isAll = (place: number) => rows[place]! > 0 && rows[place] === most
    let total = 0
    for (let a = 0; a < whole; a++) {
      // What is told of an area for another time counts the same things as what it became.
      sums[at(a)] = isAll(at(a)) && isThere(a, p) ? clean(sums[at(a)]!) : Number.NaN
      if (isThere(a, p)) total += sums[at(a)]!
    }
    const place = at(whole)
    const own = made === 'added' ? total : made === 'published' && isAll(place) ? sums[place]! : Number.NaN
    sums[place] = clean(own)
  }
}

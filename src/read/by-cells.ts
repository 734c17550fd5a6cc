import type { CellValue } from './sheet.ts'

interface Kind<T> {
  made: T | null
  /** By the cell in the next column. */
  next: Map<CellValue | undefined, Kind<T>>
}

const empty = <T>(): Kind<T> => ({ made: null, next: new Map() })

/**
 * What is made once for all rows that hold the same in some columns. It is found cell by cell: one text for all of the cells
 * would have to be put together for every row of a long table.
 */
export class ByCells<T> {
  readonly #columns: readonly number[]
  readonly #first = empty<T>()

  constructor(columns: readonly number[]) {
    this.#columns = columns
  }

  get(row: readonly CellValue[], make: () => T): T {
    let kind = this.#first
    for (const column of this.#columns) {
      const cell = row[column]
      let next = kind.next.get(cell)
      if (next === undefined) {
        next = empty()
        kind.next.set(cell, next)
      }
      kind = next
    }
    kind.made ??= make()
    return kind.made
  }
}

import type { CellValue, Sheet } from '../read/sheet.ts'
import { type Numbers, settled, waysOf } from '../table/numbers.ts'
import { numberOf, textOf } from './figure.ts'

export interface Pointed {
  sheet: Sheet
  /** How the numbers of some columns are written; null where it is the usual way, or no number tells. */
  numbers: (columns: readonly number[]) => Numbers | null
}

/**
 * A sheet with its numbers written with a decimal point, as all that looks at them takes them. Only a text file that commas do
 * not part can have them otherwise: each column by what its own numbers settle, or those of all.
 */
export function withPoints(sheet: Sheet): Pointed {
  const { delimiter, rows } = sheet
  if (delimiter === undefined || delimiter === ',') return { sheet, numbers: () => null }
  const columns = figureColumns(rows)
  const signed = new Map(columns.map((c) => [c, rows.flatMap((row) => (isSigned(row[c]) ? [row[c]!] : []))]))
  const inAll = settled([...signed.values()].flat(), {})
  const commas = columns.filter((c) => {
    const own = settled(signed.get(c)!, {})
    return own === 'comma' || (own === 'unsure' && inAll === 'comma')
  })
  const isComma = new Set(commas)
  const pointed = (cell: CellValue, c: number): CellValue =>
    isComma.has(c) && isSigned(cell) ? String(cell).replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')) : cell
  return {
    sheet: commas.length === 0 ? sheet : { ...sheet, rows: rows.map((row) => row.map(pointed)) },
    numbers: (some) => {
      const theirs = some.flatMap((c) => signed.get(c) ?? [])
      const found = theirs.length === 0 ? null : settled(theirs, {})
      return delimiter === ';' || found === 'comma' ? found : null
    },
  }
}

const isSigned = (cell: CellValue | undefined): boolean => cell !== undefined && waysOf(cell, {}).length > 0

/** The columns most of whose cells are numbers, however they are written. */
function figureColumns(rows: Sheet['rows']): number[] {
  const counts: { numbers: number; filled: number }[] = []
  for (const row of rows)
    for (const [c, cell] of row.entries()) {
      if (textOf(cell) === '') continue
      counts[c] ??= { numbers: 0, filled: 0 }
      counts[c].filled++
      if (numberOf(cell) !== null || isSigned(cell)) counts[c].numbers++
    }
  return counts.flatMap((count, c) => (count && count.numbers * 2 >= count.filled ? [c] : []))
}

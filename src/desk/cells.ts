import type { How } from '../facts/fact.ts'
import { label } from '../read/label.ts'
import { type CellValue, rowNumber, type Sheet } from '../read/sheet.ts'
import { evidenceOf } from '../read-over.ts'
import type { Opened } from './opened.ts'

/** Rows of a table as a person finds them in the file, and which column is meant. */
export interface Rows {
  file: string
  sheet: string | null
  column: string
  heads: string[]
  /** Index among the columns. */
  picked: number
  /** The first of them. */
  rows: { number: number; cells: string[] }[]
  /** How many there are in all. */
  total: number
}

/** Rows that are shown of a figure. */
const most = 20

type Cells = Extract<How, { op: 'cells' }>

const shown = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'number' ? String(Math.round(cell * 1e6) / 1e6) : cell

/** The rows below a figure, in the tables that are open; null where they have no such file, column or rows. */
export function rowsBelow(opened: Opened, how: Cells): Rows | null {
  const ranges = rangesOf(exactly(opened, how))
  for (const sheet of Object.values(opened.levels[0].sheets)) {
    if (sheet.file !== how.file) continue
    const found = sheet.came ? laidOut(sheet, how, ranges) : asItIs(sheet, how, ranges)
    if (found !== null && found.total > 0) return found
  }
  return null
}

/** Where a figure names the range that its rows lie in, the rows themselves. */
function exactly(opened: Opened, how: Cells): string {
  if (how.where === undefined) return how.rows
  const { measure, period } = how.where
  const evidence = evidenceOf(opened.levels[0])
  const at = evidence.periods.findIndex((p) => p.id === period)
  return evidence.cells(measure, evidence.areas.length - 1, at)[0]?.rows ?? how.rows
}

type Ranges = readonly (readonly [number, number])[]

/** `12-40,88` */
const rangesOf = (rows: string): Ranges =>
  rows.split(',').map((range) => {
    const [from = Number.NaN, to = from] = range.split('-').map(Number)
    return [from, to] as const
  })

const within = (ranges: Ranges, number: number): boolean => ranges.some(([from, to]) => from <= number && number <= to)

function asItIs(sheet: Sheet, how: Cells, ranges: Ranges): Rows | null {
  if (how.sheet !== undefined && sheet.name !== how.sheet) return null
  const head = sheet.rows.slice(0, 200).findIndex((row) => row.some((cell) => label(shown(cell)) === label(how.column)))
  if (head < 0) return null
  const heads = sheet.rows[head]!.map(shown)
  const picked = heads.findIndex((name) => label(name) === label(how.column))
  const numbers = ranges.flatMap(([from, to]) => upTo(from, Math.min(to, sheet.rows.length)))
  const rows = numbers.slice(0, most).map((number) => ({ number, cells: cellsOf(sheet, number - 1, heads.length) }))
  return { file: sheet.file, sheet: sheet.name, column: how.column, heads, picked, rows, total: numbers.length }
}

/** A table that was laid out anew: the cells are told by the row and the heading that the publisher's file has. */
function laidOut(sheet: Sheet, how: Cells, ranges: Ranges): Rows | null {
  const { blocks, block } = sheet.came!
  const heads = sheet.rows[0]!.map(shown)
  const picks = blocks.map((b) =>
    how.sheet === undefined || b.sheet === how.sheet ? b.headings.indexOf(how.column) : -1,
  )
  const picked = picks.find((at) => at >= 0)
  if (picked === undefined) return null
  const found = sheet.rows.flatMap((_, i) =>
    i > 0 && picks[block[i]!]! >= 0 && within(ranges, rowNumber(sheet, i)) ? [i] : [],
  )
  const rows = found
    .slice(0, most)
    .map((i) => ({ number: rowNumber(sheet, i), cells: cellsOf(sheet, i, heads.length) }))
  return { file: sheet.file, sheet: how.sheet ?? null, column: how.column, heads, picked, rows, total: found.length }
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

const cellsOf = (sheet: Sheet, row: number, columns: number): string[] =>
  Array.from({ length: columns }, (_, j) => shown(sheet.rows[row]?.[j]))

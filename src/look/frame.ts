import { headingsOf } from '../read/headings.ts'
import type { CellValue, Sheet } from '../read/sheet.ts'
import { isFigure, numberOf, textOf } from './figure.ts'
import { readsAsPeriod } from './time.ts'

export interface Column {
  index: number
  /** The heading as a definition names it. */
  name: string
  /** The cells of the heading, from above. */
  parts: readonly string[]
}

/** Where the table stands on its sheet. Rows are counted from 0. */
export interface Frame {
  sheet: Sheet
  /** The first row of headings, and how many there are over one another. */
  header: number
  headings: number
  /** The first and the last row of data. */
  first: number
  last: number
  columns: readonly Column[]
  /** Texts above the headings, and below the last row. */
  above: readonly string[]
  below: readonly string[]
  /** Rows among the data that hold text and no figures. */
  between: readonly number[]
}

type Row = readonly (CellValue | undefined)[]

/** Rows enough to see which columns hold figures. */
const mostLooked = 5000
const mostHeadings = 4
const longest = 120
const filled = (row: Row): number => row.filter((cell) => textOf(cell) !== '').length

/** The table on a sheet; null where no row of figures stands below a row of headings. */
export function frameOf(sheet: Sheet): Frame | null {
  const { rows } = sheet
  const figures = figureColumns(rows)
  if (figures.length === 0) return null
  const enough = Math.max(1, Math.ceil(figures.length * 0.3))
  const isData = (row: Row) => figures.filter((c) => isFigure(row[c])).length >= enough && filled(row) > 1
  let first = rows.findIndex((row) => isData(row))
  if (first >= 0 && headsPeriods(rows, first, figures)) first = rows.findIndex((row, r) => r > first && isData(row))
  if (first < 1) return null
  let header = first - 1
  while (header >= 0 && filled(rows[header]!) === 0) header--
  if (header < 0 || filled(rows[header]!) < 2) return null
  const bottom = header
  while (bottom - header + 1 < mostHeadings && isHeading(rows, header - 1, bottom, figures)) header--
  let last = rows.length - 1
  while (last > first && !isData(rows[last]!)) last--
  const between: number[] = []
  for (let r = first; r <= last; r++) if (!isData(rows[r]!) && filled(rows[r]!) === 1) between.push(r)
  return {
    sheet,
    header,
    headings: bottom - header + 1,
    first,
    last,
    columns: columnsOf(sheet, bottom, bottom - header + 1),
    above: textsOf(rows.slice(0, header)),
    below: textsOf(rows.slice(last + 1)),
    between,
  }
}

const textsOf = (rows: readonly Row[]): string[] => rows.flatMap((row) => row.map(textOf)).filter((text) => text !== '')

/** The columns most of whose cells are figures. */
function figureColumns(rows: readonly Row[]): number[] {
  const counts: { figures: number; filled: number }[] = []
  for (const row of rows.slice(0, mostLooked)) {
    for (let c = 0; c < row.length; c++) {
      if (textOf(row[c]) === '') continue
      const count = counts[c] ?? { figures: 0, filled: 0 }
      counts[c] = count
      count.filled++
      if (isFigure(row[c])) count.figures++
    }
  }
  return counts.flatMap((count, c) => (count && count.figures * 2 >= count.filled ? [c] : []))
}

/** A row of years above figures is a row of headings: `2021 2022 2023`, where the rows below hold other numbers. */
function headsPeriods(rows: readonly Row[], row: number, figures: readonly number[]): boolean {
  const cells = figures.map((c) => rows[row]![c]).filter((cell) => textOf(cell) !== '')
  const below = rows.slice(row + 1).find((r) => figures.some((c) => numberOf(r[c]) !== null))
  return (
    cells.length > 1 &&
    cells.every((cell) => readsAsPeriod(textOf(cell))) &&
    new Set(cells.map(textOf)).size > 1 &&
    below !== undefined &&
    !figures.every((c) => readsAsPeriod(textOf(below[c])))
  )
}

/** Whether the row above the headings heads groups of them. A title or a note stands in one cell, at the left or alone. */
function isHeading(rows: readonly Row[], row: number, bottom: number, figures: readonly number[]): boolean {
  const cells = rows[row]?.map(textOf) ?? []
  const over = figures.filter((c) => (cells[c] ?? '') !== '').length
  if (over === 0 || cells.some((text) => text.length > longest)) return false
  const below = rows[bottom]!.map(textOf).filter((text) => text !== '')
  const clear = new Set(below.map((text) => text.toLowerCase())).size === below.length
  return clear ? over > 1 : true
}

/** The headings as a definition names them: joined where they stand over one another. */
function columnsOf(sheet: Sheet, bottom: number, rows: number): Column[] {
  return headingsOf(sheet, bottom, rows).flatMap((heading, index) => {
    const name = textOf(heading)
    return name === '' ? [] : [{ index, name, parts: rows === 1 ? [name] : name.split(' | ') }]
  })
}

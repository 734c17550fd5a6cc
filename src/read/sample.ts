import { label } from './label.ts'
import type { CellValue, Sheet } from './sheet.ts'

/** Sample files say so at the head of their names, and what is made from one is stamped. */
export const sampleMark = /^sample[-_. ]/i
export const isNamedSample = (file: string): boolean => sampleMark.test(file)

/** The part of the rows that must be alike for a table to be the sample under another name. Small counts may well coincide. */
const mostly = 0.5
/** Titles and notes above a table seldom fill more rows than this. */
const within = 60

type Row = readonly CellValue[]

/**
 * Whether most rows of a sheet stand in the sample, whatever their order and format. Only the columns that both have are
 * looked at, since an extract leaves some out; both have all that their release asks for.
 * @param sample its first row is its header
 */
export function isMostly(sheet: Sheet, sample: Sheet): boolean {
  const theirs = headings(sample.rows[0] ?? [])
  const shared = (row: Row) => [...headings(row)].filter(([name]) => theirs.has(name))
  const counts = sheet.rows.slice(0, within).map((row) => shared(row).length)
  const header = counts.indexOf(Math.max(0, ...counts))
  const columns = shared(sheet.rows[header] ?? [])
  const text = (row: Row, at: readonly number[]) => at.map((column) => plain(row[column] ?? null)).join('\u0000')
  const inSample = columns.map(([name]) => theirs.get(name)!)
  const known = new Set(sample.rows.slice(1).map((row) => text(row, inSample)))
  const here = columns.map(([, column]) => column)
  const rows = sheet.rows.slice(header + 1).filter((row) => row.some((cell) => cell !== null && cell !== ''))
  return rows.filter((row) => known.has(text(row, here))).length > rows.length * mostly
}

/** Heading → column. */
const headings = (row: Row): Map<string, number> =>
  new Map(row.flatMap((cell, column) => (cell === null || cell === '' ? [] : [[label(String(cell)), column] as const])))

/** A number is one however its cell holds it. */
const plain = (cell: CellValue): CellValue =>
  typeof cell === 'string' && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell

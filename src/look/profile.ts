import type { CellValue } from '../read/sheet.ts'
import { isMark, numberOf, textOf } from './figure.ts'
import type { Column, Frame } from './frame.ts'

/** What the cells of a column hold. */
export interface Profile {
  column: Column
  filled: number
  empty: number
  numbers: number
  /** Numbers and marks. */
  figures: number
  /** Codes of government geography. */
  codes: number
  min: number
  max: number
  decimals: number
  percent: boolean
  /** Numbers with a percent sign. */
  percents: number
  pounds: boolean
  /** Text → how often; no more are kept than `mostTexts`. */
  texts: Map<string, number>
  /** Texts in place of numbers, where most cells are numbers. */
  marks: Map<string, number>
}

const mostTexts = 5000
export const gss = /^[EWSNKJL]\d{8}$/

/** Profiles of all columns of a table, in one pass over its rows. */
export function profilesOf(frame: Frame): Profile[] {
  const percent = new Set<number>()
  const pounds = new Set<number>()
  for (const { column, format } of frame.sheet.formats) {
    if (format === 'percentage') percent.add(column)
    if (format === 'currency') pounds.add(column)
  }
  const profiles = frame.columns.map(
    (column): Profile => ({
      column,
      filled: 0,
      empty: 0,
      numbers: 0,
      figures: 0,
      codes: 0,
      min: Number.POSITIVE_INFINITY,
      max: Number.NEGATIVE_INFINITY,
      decimals: 0,
      percent: percent.has(column.index),
      percents: 0,
      pounds: pounds.has(column.index),
      texts: new Map(),
      marks: new Map(),
    }),
  )
  const kinds = new Map<CellValue, Kind>()
  for (const row of dataRows(frame)) for (const profile of profiles) add(profile, row[profile.column.index], kinds)
  return profiles
}

/** The rows of the table, without empty ones and those of one cell between them. */
export function dataRows(frame: Frame): (readonly CellValue[])[] {
  const between = new Set(frame.between)
  const rows = frame.sheet.rows.slice(frame.first, frame.last + 1)
  return rows.filter((row, i) => row.length > 0 && !between.has(frame.first + i))
}

/** What a cell is, worked out once for all cells that hold the same. */
interface Kind {
  text: string
  number: number | null
  decimals: number
  mark: boolean
  code: boolean
}
const mostKinds = 100_000

function kindOf(cell: CellValue): Kind {
  const text = textOf(cell)
  const number = numberOf(cell)
  const decimals = number === null ? 0 : (/\.(\d+)/.exec(text)?.[1]?.length ?? 0)
  return { text, number, decimals: decimals < 7 ? decimals : 0, mark: isMark(text), code: gss.test(text) }
}

function add(profile: Profile, cell: CellValue | undefined, kinds: Map<CellValue, Kind>): void {
  const held = cell === undefined ? null : cell
  const kind = kinds.get(held) ?? kindOf(held)
  if (kinds.size < mostKinds) kinds.set(held, kind)
  const { text, number } = kind
  if (text === '') {
    profile.empty++
    return
  }
  profile.filled++
  const count = profile.texts.get(text)
  if (count !== undefined || profile.texts.size < mostTexts) profile.texts.set(text, (count ?? 0) + 1)
  if (number !== null) {
    profile.numbers++
    profile.figures++
    profile.min = Math.min(profile.min, number)
    profile.max = Math.max(profile.max, number)
    profile.decimals = Math.max(profile.decimals, kind.decimals)
    if (text.includes('%')) {
      profile.percent = true
      profile.percents++
    }
    if (text.includes('£')) profile.pounds = true
    return
  }
  if (kind.mark) profile.figures++
  if (kind.code) profile.codes++
  if (profile.marks.size < mostTexts || profile.marks.has(text))
    profile.marks.set(text, (profile.marks.get(text) ?? 0) + 1)
}

/** Whether most of a column are numbers, or marks that stand for them. */
export const isNumeric = (profile: Profile): boolean =>
  profile.filled > 0 && profile.figures * 2 > profile.filled && profile.numbers > 0

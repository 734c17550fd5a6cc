import type { Mark } from '../release/definition.ts'
import type { Numbers } from '../table/numbers.ts'
import type { PeriodKind } from '../table/period.ts'
import type { Frame } from './frame.ts'
import type { Unit } from './unit.ts'

/** What is believed of a table, and of what it is not sure. Everything here becomes a line of the definition. */
export interface Looked {
  file: string
  title: { text: string; from: string }
  /** Who publishes it, where a line around the table says so. */
  publisher: string | null
  sheet: SheetBelief
  frame: Frame
  area: AreaBelief
  period: PeriodBelief | null
  dimensions: readonly Dimension[]
  measures: readonly MeasureBelief[]
  marks: readonly MarkBelief[]
  /** Columns that are not used, and why. */
  ignore: readonly { name: string; why: string; check?: string }[]
  /** The column that holds the marks of the row's value. */
  status: string | null
  /** How its numbers are written; null where that is the usual way, or no number tells. */
  numbers: Numbers | null
  /** The column that says of which level a row is. */
  levelColumn: string | null
  /** Each `unsure: …`, with what it might be instead. */
  doubts: readonly string[]
  /** What could not be found, and is to be written by hand. */
  byHand: readonly string[]
}

export interface SheetBelief {
  name: string | null
  why: string
  others: readonly string[]
  /** Hidden sheets, which were not looked at. */
  hidden: readonly string[]
  /** The sheets that are one period each. */
  periods: readonly string[] | null
}

export interface PeriodBelief {
  in: 'column' | 'columns' | 'sheets'
  /** The heading of the column, and its place. */
  column: string | null
  index: number | null
  kind: PeriodKind
  day: string | null
  ends: string | null
  stock: boolean
  /** Ids of the first and last period, and how many there are. */
  from: string
  to: string
  count: number
  why: string
  /** What makes the guess unsure, with the alternatives. */
  check: string | null
}

export interface AreaRow {
  name: string
  code: string | null
  /** Other codes it had, other names it goes by. */
  codes: readonly string[]
  names: readonly string[]
  level: string
  /** Places of its first and last period among the table's, oldest first. */
  first: number
  last: number
  /** Code, or else name, of the area it is part of. */
  parent: string | null
}

export interface Level {
  name: string
  noun: readonly [string, string]
  areas: readonly AreaRow[]
}

export interface AreaBelief {
  names: readonly string[]
  codes: readonly string[]
  levels: readonly Level[]
  /** The level that is ranked and added up. */
  main: Level
  whole: WholeBelief
  /** The table is of the whole alone. */
  alone: boolean
  /** Ids of the table's periods, oldest first. */
  periods: readonly string[]
  why: string
}

export interface WholeBelief {
  name: string
  code: string | null
  made: 'sum' | 'published' | 'none'
  /** The row it has in the table, if any. */
  row: AreaRow | null
  why: string
  check: string | null
}

export interface Dimension {
  name: string
  index: number
  categories: readonly string[]
  /** Other spellings of a category. */
  spellings: Readonly<Record<string, readonly string[]>>
  /** The category that stands for all of them. */
  total: string | null
  /** Each category is a measure of its own. */
  measures: boolean
  why: string
  check: string | null
}

export interface MeasureBelief {
  key: string
  value: string
  where: Readonly<Record<string, string>>
  unit: Unit
  per: number | null
  decimals: number
  role: 'lead' | 'other' | 'supplement'
  twin: string | null
  filled: number
  words: {
    name: string
    noun: readonly [string, string]
    stock: string
    did: string | null
    /** Whether those counted are people; null of what is not counted. */
    people: boolean | null
  }
  flow: 'stock' | 'flow' | null
  checks: readonly string[]
}

export interface MarkBelief {
  mark: string
  count: number
  means: Mark | null
  check: string | null
}

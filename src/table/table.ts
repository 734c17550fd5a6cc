import type { Area } from '../release/areas.ts'
import type { MeasureDefinition } from '../release/definition.ts'
import type { MeasureUnit } from '../release/measures.ts'
import { type Status, statuses } from './cell.ts'
import type { Origins } from './origin.ts'
import type { Period } from './period.ts'
import type { Suspect } from './suspect.ts'

/** A measure made of rows of one table, or of other measures. */
export interface Measure {
  key: string
  definition: MeasureDefinition
  unit: MeasureUnit
  /** How it is made of other measures (indices, in the order of the formula); null: of rows. */
  made: { op: 'divide' | 'add' | 'subtract'; of: readonly number[]; start: boolean; times: number } | null
  /** Of a share: parts (indices) that must add up to its base, or it is no value. */
  against: readonly (readonly number[])[]
  /** The periods of the table as this measure dates them: a stock on 31 March 2023 stands at 2022/23. */
  periods: readonly Period[]
  /** Since when the series may be compared, in ids of its own periods. */
  comparable: { from: string; recordsBegin: boolean; breaks: readonly string[] }
  /** Decimals of what is not counted, as copy prints it: of a rate in per cent. */
  decimals: number
  /** What a share or rate is one of: nothing much may be said over a small one. Of what the publisher worked out it may be unknown. */
  over: { base: number; start: boolean } | null
}

/**
 * Observations as dense columns: area × period × measure. The whole stands behind the listed areas.
 * Periods are those of the lead, without a hole from the first to the last seen in any table; what no row tells is `missing`.
 */
export interface Table {
  areas: readonly Area[]
  periods: readonly Period[]
  /** How many periods make a year: what is set against a year ago lies so many back. */
  lag: number
  measures: readonly Measure[]
  /** `at(measure, area, period)` → value, NaN where there is none. */
  values: Float64Array
  /** Index into `statuses`. */
  status: Uint8Array
  /** Mask of `flags`. */
  flags: Uint8Array
  origins: Origins
  /** Values that are likely faults: no claim rests on them. */
  suspects: readonly Suspect[]
  /** What editors should know of the table at a period. */
  caveats: readonly { period: number; kind: 'parts' | 'other-time'; text: string }[]
}

/** The place of an observation in the dense columns. */
export function at(table: Table, measure: number, area: number, period: number): number {
  return (measure * table.areas.length + area) * table.periods.length + period
}

/** The index of the whole among the areas. */
export function whole(table: Table): number {
  return table.areas.length - 1
}

export function measureIndex(table: Table, key: string): number {
  const index = table.measures.findIndex((m) => m.key === key)
  if (index < 0) throw new RangeError(`no measure ${key}`)
  return index
}

export function statusOf(table: Table, measure: number, area: number, period: number): Status {
  return statuses[table.status[at(table, measure, area, period)]!]!
}

/** The values of one measure in one area, oldest first: a view, not a copy. */
export function series(table: Table, measure: number, area: number): Float64Array {
  const start = at(table, measure, area, 0)
  return table.values.subarray(start, start + table.periods.length)
}

/** The listed areas that there are at a period: some were made later, or are no more. */
export function areasAt(
  release: { areas: { listed: readonly Area[] } },
  table: Pick<Table, 'periods'>,
  period: number,
): ReadonlySet<number> {
  const { id } = table.periods[period]!
  // Ids of one kind of period stand in the order of time.
  const is = (a: Area) => (a.from === undefined || a.from <= id) && (a.until === undefined || id <= a.until)
  return new Set(release.areas.listed.flatMap((a, i) => (is(a) ? [i] : [])))
}

import { flags } from '../table/cell.ts'
import { memoOf } from '../table/memo.ts'
import { at, series, type Table, whole } from '../table/table.ts'
import { isRatio, ratioRefused } from './base.ts'
import type { Guard } from './fact.ts'
import { dated, keyOf, type Scope } from './scope.ts'
import { smallBase } from './small.ts'

/**
 * A stretch of a series that may be compared: `values[0]` is the first comparable period, the last is now. `step` periods lie
 * from one value to the next, so that `from + i * step` is the period of `values[i]`.
 */
export interface Stretch {
  from: number
  step: number
  values: Float64Array
}

/** Which periods of a series are set beside one another: all, or the same of each year, every January. */
export type Among = 'all' | 'same'

/** What a series shorter than a year is looked at by: all its periods, and the same of each year; a yearly one by all alone. */
export const amongOf = ({ lag }: Pick<Table, 'lag'>): readonly Among[] => (lag === 1 ? ['all'] : ['all', 'same'])

/** Tells the claims of one among from those of the other; there is one alone in a yearly series, and it needs no word. */
export const amongParams = ({ lag }: Pick<Table, 'lag'>, among: Among): { among?: Among } =>
  lag === 1 ? {} : { among }

/**
 * The comparable series of an area up to now: stated comparable, every period present, no break inside (STYLE rule 16).
 * Else the guard that refused it, and what it stopped at.
 */
export function comparable(
  scope: Scope,
  measure: number,
  area = scope.area,
  among: Among = 'all',
): Stretch | { guard: Guard; seen: string } {
  const { table, now } = scope
  const { comparable: stated, periods } = table.measures[measure]!
  const step = among === 'same' ? table.lag : 1
  const first = periods.findIndex((p) => p.id === stated.from)
  if (first < 0 || first > now) return { guard: 'not-comparable', seen: stated.from }
  // The first January of the series, where now is a January.
  const from = first + ((now - first) % step)
  const all = series(table, measure, area)
  const values =
    step === 1 ? all.subarray(from, now + 1) : all.filter((_, p) => p >= from && p <= now && (now - p) % step === 0)
  for (let i = 0; i < values.length; i++) {
    const period = dated(scope, measure, from + i * step).id
    if (Number.isNaN(values[i])) return { guard: 'gap-in-series', seen: period }
    // A share of a handful swings from one end to the other.
    const small = isRatio(scope, measure) ? ratioRefused(scope, measure, from + i * step, area) : null
    if (small) return { guard: small.guard, seen: period }
  }
  for (let p = from + 1; p <= now; p++)
    if (isBreak(table, measure, area, p)) return { guard: 'break-in-series', seen: dated(scope, measure, p).id }
  // Of a yearly series the first two periods set no record; of a monthly one the first two years.
  if (values.length < (2 * table.lag) / step + 1)
    return { guard: 'series-too-short', seen: `${values.length} periods of ${keyOf(scope, measure)}` }
  return { from, step, values }
}

/**
 * Why a period may not be set against the one before it, or null: what lies on the two sides of a break, or before the
 * series is stated to be comparable, is not like with like (STYLE rule 18).
 * @param back how many periods before; left out: the same of the year before
 */
export function notAgainstBefore(
  table: Table,
  measure: number,
  area: number,
  now: number,
  back = table.lag,
): Guard | null {
  const { comparable: stated, periods } = table.measures[measure]!
  const before = periods[now - back]
  // Ids of one kind of period stand in the order of time.
  if (before === undefined || before.id < stated.from) return 'not-comparable'
  for (let p = now - back + 1; p <= now; p++) if (isBreak(table, measure, area, p)) return 'break-in-series'
  return isSpikedBefore(table, measure, area, now - back) ? 'spike-in-series' : null
}

/** The value of the period before stands out from both sides of it: in an area, or in any of those that make the whole. */
function isSpikedBefore(table: Table, measure: number, area: number, then: number): boolean {
  const spiked = (a: number) => isSpike(series(table, measure, a), then)
  const last = whole(table)
  if (area !== last) return spiked(area)
  return spikedWhole(table, `${measure} ${then}`, () => table.areas.some((_, a) => spiked(a)))
}

const spikedWhole = memoOf<Table, string, boolean>()

/** Whether the series breaks between the period before this one and this one. */
export function isBreak(table: Table, measure: number, area: number, period: number): boolean {
  const flagged = (table.flags[at(table, measure, area, period)]! & flags.break) !== 0
  const { comparable: stated, periods } = table.measures[measure]!
  // An area whose borders moved is not what it was.
  return (
    flagged ||
    stated.breaks.includes(periods[period]!.id) ||
    table.areas[area]!.breaks?.includes(table.periods[period]!.id) === true
  )
}

/** A value this much above (or below) both its neighbours, which agree with each other, stands out (STYLE rule 26). */
const spikeRatio = 1.5
const neighboursAgree = 1.15

/**
 * True where a value jumps away from its neighbours and at once goes back: likely a fault, never set against.
 * @param least values under this jump anyway; of shares and rates, whose base has a guard of its own, none do
 */
export function isSpike(values: Float64Array, i: number, least = smallBase): boolean {
  const [before, here, after] = [values[i - 1], values[i], values[i + 1]]
  if (before === undefined || here === undefined || after === undefined) return false
  const [low, high] = [Math.min(before, after), Math.max(before, after)]
  if (Math.max(high, here) < least || low <= 0 || high / low > neighboursAgree) return false
  return here > high * spikeRatio || here < low / spikeRatio
}

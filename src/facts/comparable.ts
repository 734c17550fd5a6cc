import { flags } from '../table/cell.ts'
import { memoOf } from '../table/memo.ts'
import { at, series, type Table, whole } from '../table/table.ts'
import { isRatio, ratioRefused } from './base.ts'
import type { Guard } from './fact.ts'
import { dated, keyOf, type Scope } from './scope.ts'
import { smallBase } from './small.ts'

/** A stretch of a series that may be compared: `values[0]` is the first comparable period, the last is now. */
export interface Stretch {
  from: number
  values: Float64Array
}

/**
 * The comparable series of an area up to now: stated comparable, every period present, no break inside (STYLE rule 16).
 * Else the guard that refused it, and what it stopped at.
 */
export function comparable(scope: Scope, measure: number, area = scope.area): Stretch | { guard: Guard; seen: string } {
  const { table, now } = scope
  const { comparable: stated, periods } = table.measures[measure]!
  const from = periods.findIndex((p) => p.id === stated.from)
  if (from < 0 || from > now) return { guard: 'not-comparable', seen: stated.from }
  const values = series(table, measure, area).subarray(from, now + 1)
  for (let i = 0; i < values.length; i++) {
    const period = dated(scope, measure, from + i).id
    if (Number.isNaN(values[i])) return { guard: 'gap-in-series', seen: period }
    // A share of a handful swings from one end to the other.
    const small = isRatio(scope, measure) ? ratioRefused(scope, measure, from + i, area) : null
    if (small) return { guard: small.guard, seen: period }
    if (i > 0 && isBreak(table, measure, area, from + i)) return { guard: 'break-in-series', seen: period }
  }
  if (values.length < 3)
    return { guard: 'series-too-short', seen: `${values.length} periods of ${keyOf(scope, measure)}` }
  return { from, values }
}

/**
 * Why a period may not be set against the one before it, or null: what lies on the two sides of a break, or before the
 * series is stated to be comparable, is not like with like (STYLE rule 18).
 */
export function notAgainstBefore(table: Table, measure: number, area: number, now: number): Guard | null {
  const { comparable: stated, periods } = table.measures[measure]!
  const before = periods[now - table.lag]
  // Ids of one kind of period stand in the order of time.
  if (before === undefined || before.id < stated.from) return 'not-comparable'
  for (let p = now - table.lag + 1; p <= now; p++) if (isBreak(table, measure, area, p)) return 'break-in-series'
  return isSpikedBefore(table, measure, area, now) ? 'spike-in-series' : null
}

/** The value of the period before stands out from both sides of it: in an area, or in any of those that make the whole. */
function isSpikedBefore(table: Table, measure: number, area: number, now: number): boolean {
  const spiked = (a: number) => isSpike(series(table, measure, a), now - table.lag)
  const last = whole(table)
  if (area !== last) return spiked(area)
  return spikedWhole(table, `${measure} ${now}`, () => table.areas.some((_, a) => spiked(a)))
}

const spikedWhole = memoOf<Table, string, boolean>()

/** Whether the series breaks between the period before this one and this one. */
function isBreak(table: Table, measure: number, area: number, period: number): boolean {
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

import { counted, type MeasureUnit } from '../release/measures.ts'
import { at, type Table } from '../table/table.ts'
import { limits } from './limits.ts'
import type { Step } from './step.ts'

/** A figure of a new period that stands out from its own history. */
export interface Move {
  kind: 'jump' | 'zero' | 'negative' | 'swapped'
  m: number
  a: number
  from: number
  to: number
  /** The largest change before, as a logarithm; NaN where too few are known. */
  most: number
  /** Of two that changed places, the other. */
  other?: number
}

/** By how much a figure must move, or be, to be looked at. An index, money and their like have no size of chance. */
function leastOf(table: Table, m: number, a: number, p: number): number {
  const { unit, over, definition } = table.measures[m]!
  if (counted(unit)) return limits.small
  const times = unit === 'rate' ? 1 : unit === 'per' && 'per' in definition ? (definition.per ?? 0) : 0
  const base = over === null ? Number.NaN : table.values[at(table, over.base, a, p)]!
  if (base > 0) return (limits.small / base) * times
  return unit === 'rate' ? limits.smallShare : 0
}

/** Areas that changed places are told by what there is of them, and not by how it is shared: many have nearly the same rate. */
const isAmount = (unit: MeasureUnit): boolean => counted(unit) || unit === 'money'

/** Figures of one measure that stand out in a period. Areas that changed places are told as such, and not as jumps. */
export function movesOf(step: Step, m: number, p: number): Move[] {
  const { table } = step.now
  const value = (a: number, one: number) => table.values[at(table, m, a, one)]!
  const before = p - 1
  if (before < 0) return []
  const isBroken = isBreak(table, m, p)
  const found: Move[] = []
  const { unit } = table.measures[m]!
  const swapped = isBroken || !isAmount(unit) ? [] : swaps(step, m, p)
  const paired = new Map(swapped.flatMap(([x, y]) => [[x, y] as const, [y, x] as const]))
  for (const [x, y] of swapped)
    found.push({ kind: 'swapped', m, a: x, other: y, from: value(x, before), to: value(x, p), most: Number.NaN })
  // Growth in per cent, and money, may be below nought.
  const isNeverBelow = unit !== 'rate' && unit !== 'money'
  for (const a of step.areas) {
    const [from, to] = [value(a, before), value(a, p)]
    if (Number.isNaN(to) || paired.has(a)) continue
    const move = { m, a, from, to, most: Number.NaN }
    const history = step.told.filter((one) => one < p).map((one) => value(a, one))
    if (to < 0 && isNeverBelow && !history.some((v) => v < 0)) found.push({ ...move, kind: 'negative' })
    else if (isBroken || Number.isNaN(from)) continue
    else if (to === 0 && isNeverSmall(history, counted(unit)) && !(unit === 'rate' && from < limits.smallShare))
      found.push({ ...move, kind: 'zero' })
    else {
      const most = isJump(table, m, a, p, history.length)
      if (most !== null) found.push({ ...move, kind: 'jump', most })
    }
  }
  return found
}

function isNeverSmall(history: readonly number[], isCount: boolean): boolean {
  const known = history.filter((v) => !Number.isNaN(v))
  if (isCount) return history.length > 0 && known.every((v) => v >= limits.neverZero)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return known.length >= limits.history && low > 0 && low >= high * limits.neverZeroPart
}

/** A break that the definition states explains a change of any size. */
const isBreak = (table: Table, m: number, p: number): boolean => {
  const { comparable, periods } = table.measures[m]!
  return comparable.breaks.includes(periods[p]!.id)
}

/**
 * The largest change before, where the newest is far beyond it; null where it is not. Of months and quarters the same part of
 * the year before must agree, or each December would be one.
 */
function isJump(table: Table, m: number, a: number, p: number, known: number): number | null {
  const value = (one: number) => table.values[at(table, m, a, one)]!
  const lags = [...new Set([1, table.lag])].filter((lag) => lag <= p)
  const mosts: number[] = []
  for (const lag of lags) {
    const moved = logChange(value(p - lag), value(p))
    const isSizeable = Math.abs(value(p) - value(p - lag)) >= leastOf(table, m, a, p)
    if (Number.isNaN(moved) || !isSizeable) return null
    const { most, count } = mostOf(table, m, a, p, lag, known)
    const least = count < limits.history ? limits.changeUnknown : Math.max(limits.change, limits.beyond * most)
    if (Math.abs(moved) < least - 1e-12) return null
    mosts.push(count < limits.history ? Number.NaN : most)
  }
  return mosts[0] ?? null
}

/** The largest change so far over some periods, as a logarithm, and how many are known. */
function mostOf(table: Table, m: number, a: number, p: number, lag: number, known: number) {
  let most = 0
  let count = 0
  for (let one = Math.max(lag, p - known); one < p; one++) {
    const [from, to] = [table.values[at(table, m, a, one - lag)]!, table.values[at(table, m, a, one)]!]
    const change = Math.abs(logChange(from, to))
    if (Number.isNaN(change)) continue
    most = Math.max(most, change)
    count++
  }
  return { most, count }
}

const logChange = (from: number, to: number): number => (from > 0 && to > 0 ? Math.log(to / from) : Number.NaN)

/** Pairs of areas whose new figures fit each other's history far better than their own. */
function swaps(step: Step, m: number, p: number): [number, number][] {
  const { table } = step.now
  const value = (a: number, one: number) => table.values[at(table, m, a, one)]!
  const moved = step.areas
    .map((a) => ({ a, from: value(a, p - 1), to: value(a, p) }))
    .filter(({ a, from, to }) => from > 0 && to > 0 && Math.min(from, to) >= leastOf(table, m, a, p))
    .filter(({ from, to }) => Math.abs(Math.log(to / from)) >= limits.change)
    .filter(({ a, from, to }) => Math.abs(Math.log(to / from)) >= limits.swapBeyond * mostOf(table, m, a, p, 1, p).most)
    // More than this many have not changed places by twos.
    .slice(0, 200)
  const found: [number, number][] = []
  const taken = new Set<number>()
  for (const [i, x] of moved.entries()) {
    for (const y of moved.slice(i + 1)) {
      const cross = [Math.abs(Math.log(x.to / y.from)), Math.abs(Math.log(y.to / x.from))]
      const own = [Math.abs(Math.log(x.to / x.from)), Math.abs(Math.log(y.to / y.from))]
      const fits = Math.max(...cross) <= limits.swapFit && Math.max(...cross) * limits.swapBetter <= Math.min(...own)
      if (!fits || taken.has(x.a) || taken.has(y.a)) continue
      taken.add(x.a).add(y.a)
      found.push([x.a, y.a])
    }
  }
  return found
}

/** The one factor of ten by which all areas moved, or null: a new column in thousands. */
export function scaledBy(step: Step, m: number, p: number): number | null {
  const { table } = step.now
  const ratios = step.areas
    .map((a) => table.values[at(table, m, a, p)]! / table.values[at(table, m, a, p - 1)]!)
    .filter((ratio) => Number.isFinite(ratio) && ratio > 0)
    .sort((x, y) => x - y)
  const middle = ratios[ratios.length >> 1]
  if (middle === undefined || ratios.length < Math.min(3, step.areas.length)) return null
  const factor = 10 ** Math.round(Math.log10(middle))
  if (factor === 1) return null
  const alike = ratios.filter((r) => r / factor > 0.6 && r / factor < 1.7)
  return alike.length >= ratios.length * limits.throughout ? factor : null
}

/** Whether nearly every area has the very figure it had a period before. How many have. */
export function copiedOf(step: Step, m: number, p: number): { same: number; of: number } | null {
  const { table } = step.now
  const value = (a: number, one: number) => table.values[at(table, m, a, one)]!
  const there = step.areas.filter((a) => value(a, p) > 0 || value(a, p - 1) > 0)
  const same = there.filter((a) => value(a, p) === value(a, p - 1)).length
  return there.length > limits.copiedAreas && same > there.length * limits.copied ? { same, of: there.length } : null
}

/** Whether the period before stands out from both sides of it: only now can that be seen. */
export function isSpikeBefore(step: Step, m: number, a: number, p: number): boolean {
  const { table } = step.now
  const [before, here, after] = [2, 1, 0].map((back) =>
    p - back < 0 ? Number.NaN : table.values[at(table, m, a, p - back)]!,
  ) as [number, number, number]
  const [low, high] = [Math.min(before, after), Math.max(before, after)]
  if (!(low > 0) || high / low > limits.neighbours) return false
  if (Math.min(Math.abs(here - low), Math.abs(here - high)) < leastOf(table, m, a, p - 1)) return false
  return here > high * limits.spike || here < low / limits.spike
}

import { type Extreme, nearest, type Way, whole } from '../truth/reckon.ts'
import { one } from '../truth/workforce.ts'
import { about, made, type Ratio, ratios } from './measures.ts'
import type { Rows } from './rows.ts'

export type By = 'percent' | 'number' | 'level'
export type End = 'large' | 'small'
export type Group = Way | 'level'

/** The direction of two printed numbers: where they print alike, or what lies between them prints as 0, there is none. */
export const wayOf = (now: number, was: number): Way =>
  whole(now) === whole(was) || whole(now - was) === 0 ? 'flat' : now > was ? 'up' : 'down'

export class Reckon {
  readonly rows: Rows
  /** Lists that every area asks for, made once. */
  private readonly lists = new Map<string, readonly string[]>()
  private readonly orders = new Map<string, ReadonlyMap<string, number>>()
  constructor(rows: Rows) {
    this.rows = rows
  }

  keys(): string[] {
    return this.rows.areas.map((a) => a.key)
  }

  once(key: string, make: () => string[]): string[] {
    const known = this.lists.get(key) ?? make()
    this.lists.set(key, known)
    return [...known]
  }

  /** A number of things, in millionths; NaN where there is none. */
  h(measure: string, area: string, year: number): number {
    const sum = made[measure]
    if (sum === undefined) return this.rows.sum(measure, area, year)
    const [a, b] = sum.of.map((part) => this.h(part, area, year)) as [number, number]
    return sum.op === 'add' ? a + b : a - b
  }

  /** Part and base of a share or rate, in millionths. */
  sides(ratio: Ratio, area: string, year: number): { part: number; base: number } {
    return {
      part: this.h(ratio.part, area, year),
      base: this.h(ratio.base, area, ratio.start ? year - 1 : year),
    }
  }

  /** What a share or rate is over; of any other measure, itself. */
  base(measure: string, area: string, year: number): number {
    const ratio = ratios[measure]
    return ratio ? this.sides(ratio, area, year).base : this.h(measure, area, year)
  }

  /** What areas and years are put in order by: millionths, or a fraction of one. */
  v(measure: string, area: string, year: number): number {
    const ratio = ratios[measure]
    if (ratio === undefined) return this.h(measure, area, year)
    const { part, base } = this.sides(ratio, area, year)
    const value = part / base
    return base === 0 || (ratio.unit === 'share' && !(value >= 0 && value <= 1)) ? Number.NaN : value
  }

  /** As a figure holds it. */
  value(measure: string, area: string, year: number): number {
    return ratios[measure] ? this.v(measure, area, year) : this.h(measure, area, year) / one
  }

  /** As copy prints it, in units of its last printed place. */
  shown(measure: string, area: string, year: number): number {
    const ratio = ratios[measure]
    if (ratio === undefined) return whole(this.h(measure, area, year))
    const { part, base } = this.sides(ratio, area, year)
    return nearest(part, base, 100 * 10 ** ratio.decimals)
  }

  way(measure: string, area: string, to: number, from = to - 1): Way {
    return wayOf(this.h(measure, area, to), this.h(measure, area, from))
  }

  by(measure: string, area: string, to: number, from = to - 1): number {
    return this.h(measure, area, to) - this.h(measure, area, from)
  }

  percent(measure: string, area: string, to: number, from = to - 1): number {
    return (this.by(measure, area, to, from) / this.h(measure, area, from)) * 100
  }

  /** The areas that went one way over the year. */
  went(measure: string, year: number, way: Way): string[] {
    return this.once(`${measure} ${year} ${way}`, () => this.keys().filter((a) => this.way(measure, a, year) === way))
  }

  /** Areas that went a way by less than print shows: no one may say “only” or “the most” past them. */
  hidden(measure: string, year: number, way: 'up' | 'down'): string[] {
    const sign = way === 'up' ? 1 : -1
    return this.went(measure, year, 'flat').filter((a) => sign * this.by(measure, a, year) > 0)
  }

  /** Whether an area that print shows unchanged moved one way at least as far as another that print shows moving. */
  outdone(measure: string, area: string, year: number, by: By, way: 'up' | 'down'): boolean {
    const own = Math.abs(this.amount(measure, area, year, by))
    return this.hidden(measure, year, way).some((a) => Math.abs(this.amount(measure, a, year, by)) >= own)
  }

  amount(measure: string, area: string, year: number, by: By): number {
    if (by === 'level') return this.v(measure, area, year)
    return by === 'number' ? this.by(measure, area, year) : this.percent(measure, area, year)
  }

  /** How far an area is towards the end that is counted from: the further, the more ahead. */
  lead(measure: string, area: string, year: number, by: By, way: Group, end: End): number {
    return (way === 'down' ? -1 : 1) * (end === 'small' ? -1 : 1) * this.amount(measure, area, year, by)
  }

  /** The areas of a group in order, the one that comes first in `end` first; those without a value are left out. */
  sorted(measure: string, year: number, by: By, way: Group, end: End): string[] {
    return [...this.order(measure, year, by, way, end).keys()]
  }

  private order(measure: string, year: number, by: By, way: Group, end: End): ReadonlyMap<string, number> {
    const key = `${measure} ${year} ${way} ${by} ${end}`
    const known = this.orders.get(key)
    if (known) return known
    const group = way === 'level' ? this.keys() : this.went(measure, year, way)
    const sizes = group.map((a) => [a, this.lead(measure, a, year, by, way, end)] as const)
    const made = new Map(sizes.filter(([, size]) => Number.isFinite(size)).sort((a, b) => b[1] - a[1]))
    this.orders.set(key, made)
    return made
  }

  /** Competition rank: one more than the number that are strictly ahead. */
  rank(measure: string, area: string, year: number, by: By, way: Group, end: End) {
    const order = this.order(measure, year, by, way, end)
    const mine = order.get(area) ?? Number.NaN
    const [ahead, level]: [string[], string[]] = [[], []]
    for (const [a, size] of order) if (size >= mine) (size > mine ? ahead : level).push(a)
    return { rank: ahead.length + 1, joint: level.length > 1, ahead, level, size: order.size }
  }

  /** The years of the comparable series before one. */
  before(measure: string, year: number): number[] {
    const { from } = about(measure)!
    return Array.from({ length: Math.max(0, year - from) }, (_, i) => from + i)
  }

  /** Years of the comparable series up to one that have no value: across them nothing is compared. */
  gaps(measure: string, area: string, year: number): number[] {
    return [...this.before(measure, year), year].filter((y) => Number.isNaN(this.v(measure, area, y)))
  }

  /** How many moves one way end at a year, within the comparable series. */
  run(measure: string, area: string, year: number, way: Way): number {
    const { from } = about(measure)!
    let count = 0
    while (year - count > from && this.way(measure, area, year - count) === way) count++
    return count
  }

  /** The furthest of the years before one: the first or the last of those that share it. */
  furthest(measure: string, area: string, year: number, extreme: Extreme, which: 'first' | 'last'): number {
    const sign = extreme === 'highest' ? 1 : -1
    const before = this.before(measure, year)
    const top = Math.max(...before.map((y) => sign * this.v(measure, area, y)))
    const at = before.filter((y) => sign * this.v(measure, area, y) === top)
    return (which === 'first' ? at[0] : at.at(-1)) ?? Number.NaN
  }

  /** Whether a year is beyond all before it, as raw and as printed, or level with the furthest. */
  isExtreme(measure: string, area: string, year: number, extreme: Extreme): 'alone' | 'joint' | 'no' {
    const sign = extreme === 'highest' ? 1 : -1
    const now = sign * this.v(measure, area, year)
    const shown = this.shown(measure, area, year)
    const before = this.before(measure, year)
    if (before.some((y) => sign * this.v(measure, area, y) > now)) return 'no'
    return before.some((y) => this.shown(measure, area, y) === shown) ? 'joint' : 'alone'
  }

  /** The areas at their own extreme of the series, told apart in print. */
  atExtreme(measure: string, year: number, extreme: Extreme): string[] {
    return this.once(`${measure} ${year} ${extreme}`, () =>
      this.keys().filter((a) => this.h(measure, a, year) > 0 && this.isExtreme(measure, a, year, extreme) === 'alone'),
    )
  }

  /** A number of one year half as much again as its neighbours, or two thirds of them, where these agree (STYLE rule 26). */
  isSpike(measure: string, area: string, year: number, last: number): boolean {
    if (year <= about(measure)!.from || year >= last) return false
    // A share or rate has a base with a guard of its own, and no least size.
    const [value, least] = ratios[measure]
      ? [(y: number) => this.v(measure, area, y), 0]
      : [(y: number) => this.h(measure, area, y), 50 * one]
    const [a, b, c] = [year - 1, year, year + 1].map(value) as [number, number, number]
    const [low, high] = [Math.min(a, c), Math.max(a, c)]
    if (Math.max(high, b) < least || low <= 0 || high / low > 1.15) return false
    return b > high * 1.5 || b < low / 1.5
  }
}

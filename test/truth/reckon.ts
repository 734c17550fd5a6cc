import { one, type Workforce } from './workforce.ts'

export type Way = 'up' | 'down' | 'flat'
export type Extreme = 'highest' | 'lowest'

/** Millionths to the whole number that copy prints: half away from zero. */
export const whole = (millionths: number): number =>
  Math.sign(millionths) * Math.floor((Math.abs(millionths) * 2 + one) / (2 * one))

/** A fraction times `scale`, to the nearest whole, half away from zero, in whole numbers throughout. */
export const nearest = (part: number, base: number, scale: number): number =>
  Math.sign(part) * Math.floor((Math.abs(part) * scale * 2 + base) / (2 * base))

/** The direction of two printed numbers: where they print alike, or what lies between them prints as 0, there is none. */
const wayOf = (now: number, was: number): Way =>
  whole(now) === whole(was) || whole(now - was) === 0 ? 'flat' : now > was ? 'up' : 'down'

export class Reckon {
  readonly data: Workforce
  /** Lists of areas that every draft asks for, made once. */
  private readonly made = new Map<string, readonly string[]>()
  constructor(data: Workforce) {
    this.data = data
  }

  private once(key: string, make: () => string[]): string[] {
    const known = this.made.get(key) ?? make()
    this.made.set(key, known)
    return [...known]
  }

  way(measure: string, area: string, to: string, from = this.data.before(to)!): Way {
    return wayOf(this.data.h(measure, area, to), this.data.h(measure, area, from))
  }

  by(measure: string, area: string, to: string, from = this.data.before(to)!): number {
    return this.data.h(measure, area, to) - this.data.h(measure, area, from)
  }

  percent(measure: string, area: string, to: string, from = this.data.before(to)!): number {
    return (this.by(measure, area, to, from) / this.data.h(measure, area, from)) * 100
  }

  keys(): string[] {
    return this.data.areas.map((a) => a.key)
  }

  /** The areas that went one way over the year. */
  went(measure: string, period: string, way: Way): string[] {
    return this.once(`${measure} ${period} ${way}`, () =>
      this.keys().filter((a) => this.way(measure, a, period) === way),
    )
  }

  /** Whether an area that print shows unchanged moved one way at least as far as another that print shows moving. */
  outdone(measure: string, area: string, period: string, by: string, way: 'up' | 'down'): boolean {
    const sign = way === 'up' ? 1 : -1
    const own = sign * this.amount(measure, area, period, by)
    return this.went(measure, period, 'flat').some((a) => {
      const size = sign * this.amount(measure, a, period, by)
      return size > 0 && size >= own
    })
  }

  amount(measure: string, area: string, period: string, by: string): number {
    if (by === 'level') return this.data.h(measure, area, period)
    return by === 'number' ? this.by(measure, area, period) : this.percent(measure, area, period)
  }

  /** The areas of a group in order, the one that comes first in `end` first; a full sort. */
  sorted(measure: string, period: string, by: string, way: 'up' | 'down' | 'level', end: 'large' | 'small'): string[] {
    return this.once(`${measure} ${period} ${way} ${by} ${end}`, () => {
      const group = way === 'level' ? this.keys() : this.went(measure, period, way)
      const size = (a: string) => (way === 'down' ? -1 : 1) * this.amount(measure, a, period, by)
      return group.sort((a, b) => (end === 'large' ? size(b) - size(a) : size(a) - size(b)))
    })
  }

  /** Competition rank: one more than the number that are strictly ahead. */
  rank(
    measure: string,
    area: string,
    period: string,
    by: string,
    way: 'up' | 'down' | 'level',
    end: 'large' | 'small',
  ) {
    const order = this.sorted(measure, period, by, way, end)
    const mine = this.amount(measure, area, period, by)
    const first = order.findIndex((a) => this.amount(measure, a, period, by) === mine)
    const level = order.filter((a) => this.amount(measure, a, period, by) === mine).length
    return {
      rank: first + 1,
      joint: level > 1,
      ahead: order.slice(0, first),
      size: order.length,
      inGroup: order.includes(area),
    }
  }

  /** Whether a period's value is beyond all of the others named: strictly, as raw and as printed, or level with the furthest. */
  isExtreme(
    measure: string,
    area: string,
    period: string,
    others: readonly string[],
    extreme: Extreme,
  ): 'alone' | 'joint' | 'no' {
    const sign = extreme === 'highest' ? 1 : -1
    const now = sign * this.data.h(measure, area, period)
    const rest = others.map((p) => sign * this.data.h(measure, area, p))
    if (rest.some((v) => v > now)) return 'no'
    return rest.some((v) => v === now || whole(v) === whole(now)) ? 'joint' : 'alone'
  }

  /** The areas that are at their own extreme of the series up to a period, told apart in print. */
  atExtreme(measure: string, period: string, extreme: Extreme): string[] {
    const before = this.data.upTo(period).slice(0, -1)
    return this.once(`${measure} ${period} ${extreme}`, () =>
      this.keys().filter(
        (a) => this.data.h(measure, a, period) > 0 && this.isExtreme(measure, a, period, before, extreme) === 'alone',
      ),
    )
  }

  /** How many moves one way end at a period. */
  run(measure: string, area: string, period: string, way: Way): number {
    let count = 0
    for (
      let p = period;
      this.data.before(p) !== undefined && this.way(measure, area, p) === way;
      p = this.data.before(p)!
    )
      count++
    return count
  }

  /** The furthest of the periods before one: the first or the last of those that share it. */
  furthest(measure: string, area: string, period: string, extreme: Extreme, which: 'first' | 'last'): string {
    const sign = extreme === 'highest' ? 1 : -1
    const before = this.data.upTo(period).slice(0, -1)
    const top = Math.max(...before.map((p) => sign * this.data.h(measure, area, p)))
    const at = before.filter((p) => sign * this.data.h(measure, area, p) === top)
    return which === 'first' ? at[0]! : at.at(-1)!
  }

  /** A value of one period half as much again as its neighbours, or two thirds of them, where these agree (STYLE rule 26). */
  isSpike(measure: string, area: string, period: string, last: string): boolean {
    const known = this.data.upTo(last)
    const i = known.indexOf(period)
    if (i < 1 || i > known.length - 2) return false
    const [a, b, c] = [known[i - 1]!, period, known[i + 1]!].map((p) => this.data.h(measure, area, p)) as [
      number,
      number,
      number,
    ]
    const [low, high] = [Math.min(a, c), Math.max(a, c)]
    if (Math.max(high, b) < 50 * one || low <= 0 || high / low > 1.15) return false
    return b > high * 1.5 || b < low / 1.5
  }
}

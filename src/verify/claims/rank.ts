import type { Mention } from '../mention.ts'
import { roundTo } from '../quantity.ts'
import type { Ratio, Scene } from '../scene.ts'

/** Areas in order of something: competition ranking, ties joint (STYLE rule 21). */
export interface Standing {
  rank: number
  joint: boolean
  /** Indices of those ahead. */
  ahead: readonly number[]
  /** How many are in order: those that moved the same way, or those with a value. */
  size: number
  inGroup: boolean
}

/** A change that vanishes when both figures are printed is none. */
export const wayOf = (then: number, now: number): number =>
  roundTo(now, 1) === roundTo(then, 1) || roundTo(now - then, 1) === 0 ? 0 : Math.sign(now - then)

function order(values: readonly number[], area: number, largest: boolean): Standing {
  const mine = values[area]!
  const same = (v: number) => Math.abs(v - mine) <= 1e-9 * Math.max(1, Math.abs(mine))
  const ahead = values.flatMap((v, i) => (!Number.isNaN(v) && !same(v) && (largest ? v > mine : v < mine) ? [i] : []))
  return {
    rank: ahead.length + 1,
    joint: values.some((v, i) => i !== area && same(v)),
    ahead,
    size: values.filter((v) => !Number.isNaN(v)).length,
    inGroup: !Number.isNaN(mine),
  }
}

/** By percentage change, among those that went the same way. */
export function byMove(s: Scene, topic: number, area: number, up: boolean, largest: boolean): Standing {
  const values = s.evidence.memo(`moves ${s.keys(topic)} ${s.now} ${up}`, () =>
    Array.from({ length: s.last }, (_, a) => {
      const [key] = s.keys(topic)
      if (key === undefined) return Number.NaN
      const [then, now] = [s.value(key, a, s.now - s.evidence.lag), s.value(key, a, s.now)]
      return wayOf(then, now) === (up ? 1 : -1) ? Math.abs(now / then - 1) : Number.NaN
    }),
  )
  return order(values, area, largest)
}

/** By the level of a share or rate, among those that have one. */
export function byRatio(s: Scene, ratio: Ratio, area: number, largest: boolean): Standing {
  const values = s.evidence.memo(`ratios ${ratio.part} ${ratio.base} ${s.now}`, () =>
    Array.from({ length: s.last }, (_, a) => {
      const value = s.ratioValue(ratio, a, s.now)
      return Number.isNaN(value) ? value : Number(value.toPrecision(12))
    }),
  )
  return order(values, area, largest)
}

/** The place that is said: an ordinal and an end, how many there are, and who is ahead. */
export interface Place {
  nth?: Mention | undefined
  end?: Mention | undefined
  among?: Mention | undefined
  /** Of those that grew: how many did. */
  group?: Mention | undefined
  names?: Mention | undefined
}

export function place(s: Scene, said: Place, is: Standing, of: string): void {
  const { nth, end, among, group, names } = said
  if (!is.inGroup) return s.say([nth, end, among, group, names], 'wrong', of, `${s.name(s.area)} is not in that order`)
  const joint = (nth?.said?.joint ?? false) || (end?.joint ?? false)
  const shown = `number ${is.rank}${is.joint ? ', joint' : ''}`
  const isPlace = (nth?.said?.value ?? 1) === is.rank && joint === is.joint
  s.claim([nth, end], isPlace, `rank, ${of}`, `it is ${shown}`, undefined, '', 'standing')
  const whole = s.evidence.expect(s.now)
  // Where some have no figure, the rank of a rate is among those that have one.
  const isFewer = is.size < whole && group === undefined && /share|rate/.test(of)
  if (among) s.number(among, isFewer ? 'areas with figures' : 'areas', [isFewer ? is.size : whole])
  if (group) s.number(group, 'areas in the order', [is.size])
  if (names) behind(s, names, is)
}

/** “Behind only” names exactly those ahead. */
export function behind(s: Scene, names: Mention, is: Standing): void {
  const said = [...(names.areas ?? [])].sort((a, b) => a - b)
  const same = said.length === is.ahead.length && said.every((a) => is.ahead.includes(a))
  s.claim([names], same, 'areas ahead', `ahead are ${is.ahead.map((a) => s.name(a)).join(', ') || 'none'}`)
}

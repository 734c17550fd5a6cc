import { at, type Table, whole } from '../table/table.ts'
import { baseAt, isRatio, ratioRefused } from './base.ts'
import { notAgainstBefore } from './comparable.ts'
import type { Guard } from './fact.ts'
import type { Scope } from './scope.ts'
import { directionOf, smallBase } from './small.ts'

/** What areas are put in order by. */
export type By = 'percent' | 'number' | 'level'

/** The areas in order, made once for all drafts. */
interface Standing {
  /** By area; NaN where there is none. */
  values: Float64Array
  /** Area indices, highest first; areas without a value are left out. */
  order: readonly number[]
  /** Why no rank may be told, or null. */
  refused: Guard | null
  /** The area that stopped it. */
  seen: string
  rose: readonly number[]
  fell: readonly number[]
  flat: readonly number[]
  /** Which way each area went: 1, -1 or 0. */
  way: Int8Array
  /** Risers with the biggest rise first, fallers with the biggest fall first, and each the other way round. */
  bySize: Readonly<Record<'up' | 'down', Readonly<Record<'large' | 'small', readonly number[]>>>>
  /** `order`, lowest first. */
  ascending: readonly number[]
  /** Areas whose share or rate is of too small a base; a rank rests on none of them. */
  small: ReadonlySet<number>
  /** How far up and down the furthest of those goes that are unchanged in print. */
  hidden: { up: number; down: number }
}

export interface Standings {
  /** How many areas there are at the period. */
  expect: number
  of(measure: number, by: By): Standing
}

/** The standings of every measure at one period; each is sorted when first asked for. */
export function makeStandings(table: Table, now: number, there: ReadonlySet<number>, expect: number): Standings {
  const made = new Map<string, Standing>()
  return {
    expect,
    of(measure, by) {
      const key = `${measure} ${by}`
      let standing = made.get(key)
      if (standing === undefined) {
        standing = stand(table, measure, now, by, there, expect)
        made.set(key, standing)
      }
      return standing
    },
  }
}

function stand(
  table: Table,
  measure: number,
  now: number,
  by: By,
  there: ReadonlySet<number>,
  expect: number,
): Standing {
  const areas = whole(table)
  const values = new Float64Array(areas)
  const moves: Record<'up' | 'down' | 'flat', number[]> = { up: [], down: [], flat: [] }
  let refused: Standing['refused'] = there.size === expect ? null : 'areas-missing'
  const unlike = (a: number) => notAgainstBefore(table, measure, a, now)
  const before = now - table.lag
  const ratio = isRatio({ table }, measure)
  const { over } = table.measures[measure]!
  const isSmall = (a: number) =>
    Number.isNaN(baseAt({ table } as Scope, measure, now, a)) ||
    ratioRefused({ table } as Scope, measure, now, a) !== null
  const small = new Set<number>()
  let seen = refused ? `${there.size} of ${expect}` : ''
  for (let a = 0; a < areas; a++) {
    values[a] = Number.NaN
    if (!there.has(a)) continue
    const is = table.values[at(table, measure, a, now)]!
    const was = before >= 0 ? table.values[at(table, measure, a, before)]! : Number.NaN
    const value = by === 'level' ? is : by === 'number' ? clean(is - was) : clean(((is - was) / was) * 100)
    const base = by === 'level' ? is : was
    values[a] = Number.isFinite(value) ? value : Number.NaN
    if (ratio) {
      if (over !== null && isSmall(a)) small.add(a)
      continue
    }
    if (Number.isNaN(is) || (by !== 'level' && Number.isNaN(was))) {
      if (refused !== 'areas-missing') seen = table.areas[a]!.name
      refused = 'areas-missing'
    } else if (by !== 'level' && (refused === null || refused === 'small-base') && unlike(a)) {
      refused = unlike(a)
      seen = table.areas[a]!.name
    } else if (by !== 'number' && base < smallBase && refused === null) {
      refused = 'small-base'
      seen = `${table.areas[a]!.name} (${base})`
    }
    if (by !== 'level' && !Number.isNaN(is) && !Number.isNaN(was)) moves[directionOf(is, was)].push(a)
  }
  const hidden = { up: 0, down: 0 }
  for (const a of moves.flat) {
    hidden.up = Math.max(hidden.up, values[a]!)
    hidden.down = Math.min(hidden.down, values[a]!)
  }
  const order = Array.from({ length: areas }, (_, a) => a)
    .filter((a) => !Number.isNaN(values[a]!))
    .sort((a, b) => values[b]! - values[a]! || a - b)
  const way = new Int8Array(areas)
  for (const a of moves.up) way[a] = 1
  for (const a of moves.down) way[a] = -1
  // Sorted here, once: every area asks for them.
  const ascending = [...order].reverse()
  const group = (among: readonly number[], sign: number) => among.filter((a) => way[a] === sign)
  const bySize = {
    up: { large: group(order, 1), small: group(ascending, 1) },
    down: { large: group(ascending, -1), small: group(order, -1) },
  }
  return {
    values,
    order,
    refused,
    seen,
    rose: moves.up,
    fell: moves.down,
    flat: moves.flat,
    way,
    bySize,
    ascending,
    small,
    hidden,
  }
}

/** Twelve figures: two areas that moved alike are level, whatever binary subtraction made of it. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** Competition rank: one more than the number strictly ahead (STYLE rule 21: 1, 2, 2, 4). */
export function rankIn(
  values: Float64Array,
  order: readonly number[],
  area: number,
): { rank: number; joint: boolean; ahead: readonly number[] } {
  const mine = values[area]!
  const descending = order.length < 2 || values[order[0]!]! >= values[order.at(-1)!]!
  // Binary search: with many areas, a count for each would grow with their square.
  const search = (passes: (value: number) => boolean): number => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (passes(values[order[middle]!]!)) low = middle + 1
      else high = middle
    }
    return low
  }
  const first = search((v) => (descending ? v > mine : v < mine))
  const behind = search((v) => (descending ? v >= mine : v <= mine))
  return { rank: first + 1, joint: behind - first > 1, ahead: order.slice(0, Math.min(first, 10)) }
}

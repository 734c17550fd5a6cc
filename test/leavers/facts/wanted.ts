import type { Claim } from '../../../src/index.ts'
import { one } from '../../truth/workforce.ts'
import { about, ratios } from '../measures.ts'
import { periodId } from '../periods.ts'
import type { By, End, Group, Reckon } from '../reckon.ts'

/** A parameter that may be one of several, such as the order of areas that are level; tells what is wrong, or null. */
export type Fits = (is: unknown) => string | null
type Params = Record<string, unknown | Fits>
/** What a fact of its kind must say, and what would make it untrue to say it at all. */
export interface Wanted {
  params: Params
  never?: string[]
}
/** What is claimed of which measure, area and year; `more` stands behind the period in its id. */
export interface Told extends Pick<Claim, 'measure' | 'area' | 'params'> {
  year: number
  more: string
}
export type Check = (fact: Told, reckon: Reckon) => Wanted

export const check = (untrue: boolean, why: string): string[] => (untrue ? [why] : [])
export const amongId = 'areas@police-forces'
/** No percentage, share or rate on a base under this, and counts beside it up to the other (STYLE rule 20). */
export const [small, countsUpTo] = [50 * one, 100 * one]

export const yearsId = (measure: string, from: number, to: number): string =>
  `years@${periodId(measure, from)}..${periodId(measure, to)}`

/** A rate says how many decimals it has; nothing else does. */
export function decimalsOf(measure: string): { decimals?: number } {
  const ratio = ratios[measure]
  return ratio?.unit === 'rate' ? { decimals: ratio.decimals } : {}
}

/** What is compared must be comparable: stated so from a year on, and with every year there (STYLE rule 16). */
export function series(reckon: Reckon, { measure, area, year }: Told): string[] {
  const gaps = reckon.gaps(measure, area, year)
  return [
    ...check(year - about(measure)!.from < 2, 'the first two periods of a series are no series'),
    ...check(gaps.length > 0, `there is no value for ${gaps.join(', ')}`),
  ]
}

/** The same for a year against the one before it. */
export function pair(reckon: Reckon, { measure, area, year }: Told): string[] {
  return [
    ...check(year - 1 < about(measure)!.from, 'it is not comparable with the year before'),
    ...check(
      [year, year - 1].some((y) => Number.isNaN(reckon.v(measure, area, y))),
      'there is no value for it or for the year before',
    ),
  ]
}

/** No share or rate of these years is of a base under 50. */
export function bases(reckon: Reckon, measure: string, area: string, years: readonly number[]): string[] {
  if (!ratios[measure]) return []
  const bad = years.filter((y) => !(reckon.base(measure, area, y) >= small))
  return check(bad.length > 0, `its base is under 50 in ${bad.join(', ')}`)
}

/** Ranks and orders of changes and levels need a base of 50 at every area, and every area. */
export function everyBase(reckon: Reckon, measure: string, by: By, year: number): string[] {
  return reckon.once(`bases ${measure} ${by} ${year}`, () => {
    const of = (a: string) => reckon.h(measure, a, by === 'level' ? year : year - 1)
    const under = by === 'number' ? [] : reckon.keys().filter((a) => of(a) < small)
    return [
      ...check(under.length > 0, `the base is under 50 at ${under.join(', ')}`),
      ...check(
        reckon.keys().some((a) => Number.isNaN(of(a)) || Number.isNaN(reckon.h(measure, a, year))),
        'not every area is present',
      ),
      ...check(by !== 'level' && year - 1 < about(measure)!.from, 'the year before is not comparable'),
    ]
  })
}

/** The first of an order: those that are level may stand either way round, and the last of them may be left out. */
export function firstOf(order: readonly string[], most: number, size: (area: string) => number): Fits {
  return (is) => {
    const named = is as string[]
    const want = order.slice(0, most)
    const fits =
      Array.isArray(is) &&
      new Set(named).size === named.length &&
      named.length === want.length &&
      named.every((a, i) => order.includes(a) && size(a) === size(want[i]!))
    return fits ? null : `is ${JSON.stringify(is)}, the tables say ${JSON.stringify(want)}`
  }
}

export const sizes =
  (reckon: Reckon, measure: string, year: number, by: By, way: Group, end: End) =>
  (area: string): number =>
    reckon.lead(measure, area, year, by, way, end)

/** The same areas, in whatever order. */
export const sameAs =
  (areas: readonly string[]): Fits =>
  (is) =>
    JSON.stringify([...(is as string[])].sort()) === JSON.stringify([...areas].sort())
      ? null
      : `is ${JSON.stringify(is)}, the tables say ${JSON.stringify(areas)}`

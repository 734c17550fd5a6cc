import type { Fact } from '../../../src/index.ts'
import type { Reckon } from '../reckon.ts'
import { one } from '../workforce.ts'

type Params = Record<string, unknown>
/** What a fact of its kind must say, and what would make it untrue to say it at all. */
export interface Wanted {
  params: Params
  never?: string[]
}
export type Check = (fact: Fact, more: string, reckon: Reckon) => Wanted

export const check = (untrue: boolean, why: string): string[] => (untrue ? [why] : [])
export const amongId = 'areas@police-forces'
export const first = '2007'

/** Ranks and orders need a base of 50 at every area (STYLE rule 20). */
export function smallBases(reckon: Reckon, measure: string, by: string, period: string): string[] {
  if (by === 'number') return []
  const of = by === 'level' ? period : reckon.data.before(period)!
  const small = reckon.keys().filter((a) => reckon.data.h(measure, a, of) < 50 * one)
  return small.length > 0 ? [`the base is under 50 at ${small.join(', ')}`] : []
}

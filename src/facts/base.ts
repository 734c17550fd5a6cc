import type { Guard } from './fact.ts'
import { type Scope, valueAt } from './scope.ts'
import { smallBase } from './small.ts'

/** What a share or rate is a part of, NaN where there is none; of any other measure, its own value. */
export function baseAt(scope: Scope, measure: number, period = scope.now, area = scope.area): number {
  const { made } = scope.table.measures[measure]!
  if (made?.op !== 'divide') return valueAt(scope, measure, period, area)
  const at = made.start ? period - 1 : period
  return at < 0 ? Number.NaN : valueAt(scope, made.of[1]!, at, area)
}

/** Why nothing may be said over a base, or null (STYLE rule 20). */
export function baseRefused(base: number): Guard | null {
  if (base === 0) return 'zero-base'
  return base < smallBase ? 'small-base' : null
}

export const isRatio = (scope: Scope, measure: number): boolean => scope.table.measures[measure]!.made?.op === 'divide'

/** What a wording needs to know of a share or rate: how many decimals it has. */
export const ratioParams = (scope: Scope, measure: number): { decimals?: number } => {
  const { unit, decimals } = scope.table.measures[measure]!
  return unit === 'rate' ? { decimals } : {}
}

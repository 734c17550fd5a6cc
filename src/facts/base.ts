import { counted } from '../release/measures.ts'
import type { Guard } from './fact.ts'
import { type Scope, valueAt } from './scope.ts'
import { fewEvents, smallBase } from './small.ts'

/** What a share or rate is a part of, NaN where there is none; of any other measure, its own value. */
export function baseAt(scope: Scope, measure: number, period = scope.now, area = scope.area): number {
  const { over } = scope.table.measures[measure]!
  if (!isRatio(scope, measure)) return valueAt(scope, measure, period, area)
  // The publisher does not say of how many: then its own marks of low reliability must do.
  if (over === null) return Number.POSITIVE_INFINITY
  const at = over.start ? period - 1 : period
  return at < 0 ? Number.NaN : valueAt(scope, over.base, at, area)
}

/** Why nothing may be said over a base, or null (STYLE rule 20). */
export function baseRefused(base: number): Guard | null {
  if (base === 0) return 'zero-base'
  return base < smallBase ? 'small-base' : null
}

/** Why nothing may be said of a share or rate, and what it stopped at; null where it may (STYLE rule 20). */
export function ratioRefused(
  scope: Scope,
  measure: number,
  period = scope.now,
  area = scope.area,
): { guard: Guard; seen: number } | null {
  const base = baseAt(scope, measure, period, area)
  const guard = baseRefused(base)
  if (guard) return { guard, seen: base }
  const { unit, made } = scope.table.measures[measure]!
  if (unit !== 'per' || made === null) return null
  const events = valueAt(scope, made.of[0]!, period, area)
  return events < fewEvents ? { guard: 'few-events', seen: events } : null
}

/** A share or rate, or what else is worked out and not counted: it is told by its level. */
export const isRatio = (scope: Pick<Scope, 'table'>, measure: number): boolean =>
  !counted(scope.table.measures[measure]!.unit)

/** An index is 100 in a year of each area's own: which is higher says nothing of which is dearer (STYLE rule 18). */
export const isOwnBased = (scope: Pick<Scope, 'table'>, measure: number): boolean =>
  scope.table.measures[measure]!.unit === 'index'

/** What a wording needs to know of a share or rate: how many decimals it has. */
export const ratioParams = (scope: Scope, measure: number): { decimals?: number } => {
  const { unit, decimals } = scope.table.measures[measure]!
  return counted(unit) || unit === 'share' ? {} : { decimals }
}

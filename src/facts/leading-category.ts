import { measureIndex, whole } from '../table/table.ts'
import { baseRefused } from './base.ts'
import type { Guard } from './fact.ts'
import { areaKey, claim, keyOf, made, observed, refuse, type Scope, valueAt } from './scope.ts'
import { printed } from './small.ts'

/** The biggest part of a breakdown, and whether it is the biggest part of the whole's too. */
export function findLeadingCategory(scope: Scope, breakdown: string): void {
  const { of, parts } = scope.release.definition.breakdowns[breakdown]!
  const all = measureIndex(scope.table, of)
  const indices = parts.map((part) => measureIndex(scope.table, part))
  const here = leader(scope, all, indices, scope.area)
  if ('guard' in here) return refuse(scope, 'leading-category', of, here.guard, here.seen)
  const nation = whole(scope.table)
  const there = leader(scope, all, indices, nation)
  const compared = scope.area !== nation && !('guard' in there)
  const wholePart = compared && 'first' in there ? there.first : null
  const share = (part: number, area: number) =>
    made(
      scope,
      `${keyOf(scope, part)}-of-${of}@${areaKey(scope, area)}@${scope.table.measures[all]!.periods[scope.now]!.id}`,
      valueAt(scope, part, scope.now, area) / valueAt(scope, all, scope.now, area),
      'share',
      { op: 'divide', of: [observed(scope, part, scope.now, area), observed(scope, all, scope.now, area)] },
    )
  const figures: Record<string, string> = {
    now: observed(scope, here.first),
    next: observed(scope, here.second),
    of: observed(scope, all),
    share: share(here.first, scope.area),
  }
  if (wholePart !== null) figures['wholeShare'] = share(wholePart, nation)
  claim(
    scope,
    'leading-category',
    of,
    figures,
    {
      breakdown,
      part: keyOf(scope, here.first),
      nextPart: keyOf(scope, here.second),
      wholePart: wholePart === null ? '' : keyOf(scope, wholePart),
      differs: wholePart !== null && wholePart !== here.first,
      // More than half of it.
      most: valueAt(scope, here.first) * 2 > valueAt(scope, all),
    },
    breakdown,
  )
}

function leader(
  scope: Scope,
  all: number,
  parts: readonly number[],
  area: number,
): { first: number; second: number } | { guard: Guard; seen: string } {
  const value = (m: number) => valueAt(scope, m, scope.now, area)
  const missing = [all, ...parts].find((m) => Number.isNaN(value(m)))
  if (missing !== undefined) return { guard: 'parts-missing', seen: keyOf(scope, missing) }
  // Less than nothing is what a difference of two tables leaves where they disagree.
  const negative = parts.find((m) => value(m) < 0)
  if (negative !== undefined) return { guard: 'parts-unequal', seen: keyOf(scope, negative) }
  const guard = baseRefused(value(all))
  if (guard) return { guard, seen: String(value(all)) }
  const sum = parts.reduce((total, m) => total + value(m), 0)
  if (Math.abs(sum - value(all)) > 0.5) return { guard: 'parts-unequal', seen: areaKey(scope, area) }
  const [first, second] = [...parts].sort((a, b) => value(b) - value(a)) as [number, number]
  // Level in print is level: a reader would see no leader.
  if (printed(value(first)) === printed(value(second))) return { guard: 'parts-level', seen: keyOf(scope, second) }
  return { first, second }
}

import { whole } from '../table/table.ts'
import { baseAt, baseRefused } from './base.ts'
import { claim, keyOf, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { countsBeside, shownAs } from './small.ts'

/**
 * A part over its base: a share of the same things, or a rate over a stock. Part and base are named, and the base is the one
 * in the formula (STYLE rule 19).
 */
export function findShare(scope: Scope, measure: number): void {
  const { made, unit, decimals } = scope.table.measures[measure]!
  const kind = unit === 'rate' ? 'rate' : 'share'
  const key = keyOf(scope, measure)
  const [part, base] = made!.of as [number, number]
  const all = baseAt(scope, measure)
  if (Number.isNaN(valueAt(scope, part)) || Number.isNaN(all))
    return refuse(scope, kind, key, 'no-value', periodAt(scope).id)
  const guard = baseRefused(all)
  if (guard) return refuse(scope, kind, key, guard, all)
  // More than all of it, or of another table that counts the whole otherwise.
  if (Number.isNaN(valueAt(scope, measure))) return refuse(scope, kind, key, 'parts-unequal', valueAt(scope, part))
  const at = made!.start ? scope.now - 1 : scope.now
  const nation = whole(scope.table)
  const mine = valueAt(scope, measure)
  const national = valueAt(scope, measure, scope.now, nation)
  const compared = scope.area !== nation && Number.isFinite(national)
  const figures: Record<string, string> = {
    share: observed(scope, measure),
    part: observed(scope, part),
    of: observed(scope, base, at),
  }
  if (compared) figures['national'] = observed(scope, measure, scope.now, nation)
  const shown = (value: number) => shownAs({ unit, decimals }, value)
  claim(scope, kind, key, figures, {
    base: keyOf(scope, base),
    countsBeside: all < countsBeside,
    compared,
    // As they are printed.
    relation: !compared ? '' : shown(mine) === shown(national) ? 'same' : mine > national ? 'higher' : 'lower',
    apart: compared ? Math.round(Math.abs(mine - national) * 100) : 0,
    ...(unit === 'rate' ? { decimals } : {}),
  })
}

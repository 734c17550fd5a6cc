import { isBase } from '../release/load.ts'
import { measureIndex, whole } from '../table/table.ts'
import { areaKey, claim, made, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { countsBeside, smallBase } from './small.ts'

/** A part of a whole: both are named, and the whole is the one in the formula (STYLE rule 19). */
export function findShare(scope: Scope, key: string): void {
  const definition = scope.release.definition.measures[key]!
  if (isBase(definition)) return
  const part = measureIndex(scope.table, definition.share)
  const base = measureIndex(scope.table, definition.of)
  const all = valueAt(scope, base)
  if (Number.isNaN(valueAt(scope, part)) || Number.isNaN(all))
    return refuse(scope, 'share', key, 'no-value', periodAt(scope).id)
  if (valueAt(scope, part) > all) return refuse(scope, 'share', key, 'parts-unequal', valueAt(scope, part))
  if (all < smallBase) return refuse(scope, 'share', key, all === 0 ? 'zero-base' : 'small-base', all)
  const figure = (period: number, area: number) =>
    made(
      scope,
      `${key}@${areaKey(scope, area)}@${periodAt(scope, period).id}`,
      valueAt(scope, part, period, area) / valueAt(scope, base, period, area),
      'share',
      {
        op: 'divide',
        of: [observed(scope, part, period, area), observed(scope, base, period, area)],
      },
    )
  const figures: Record<string, string> = {
    share: figure(scope.now, scope.area),
    part: observed(scope, part),
    of: observed(scope, base),
  }
  const nation = whole(scope.table)
  const national = valueAt(scope, part, scope.now, nation) / valueAt(scope, base, scope.now, nation)
  const compared = scope.area !== nation && Number.isFinite(national)
  if (compared) figures['national'] = figure(scope.now, nation)
  const mine = valueAt(scope, part) / all
  claim(scope, 'share', key, figures, {
    base: definition.of,
    countsBeside: all < countsBeside,
    compared,
    // In whole per cent, as shares are printed.
    relation: !compared
      ? ''
      : Math.round(mine * 100) === Math.round(national * 100)
        ? 'same'
        : mine > national
          ? 'higher'
          : 'lower',
    apart: compared ? Math.round(Math.abs(mine - national) * 100) : 0,
  })
}

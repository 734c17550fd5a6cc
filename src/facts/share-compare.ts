import { measureIndex } from '../table/table.ts'
import { baseAt, baseRefused } from './base.ts'
import { areaKey, claim, dated, keyOf, made, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { cleanPoints, shownAs } from './small.ts'

/**
 * A share beside the share of the same group in something else: of leavers, and of officers in post at the start of the year.
 * The definition says which, and is checked to name one group in one unit.
 */
export function findShareCompare(scope: Scope, measure: number): void {
  const { definition, unit, decimals } = scope.table.measures[measure]!
  if (!('share' in definition) || definition.beside === undefined) return
  const key = keyOf(scope, measure)
  const other = measureIndex(scope.table, definition.beside.share)
  const at = definition.beside.at === 'start' ? scope.now - 1 : scope.now
  const [here, there] = [valueAt(scope, measure), at < 0 ? Number.NaN : valueAt(scope, other, at)]
  if (Number.isNaN(here) || Number.isNaN(there))
    return refuse(
      scope,
      'share-compare',
      key,
      'no-value',
      Number.isNaN(here) ? periodAt(scope).id : keyOf(scope, other),
    )
  for (const base of [baseAt(scope, measure), baseAt(scope, other, at)]) {
    const guard = baseRefused(base)
    if (guard) return refuse(scope, 'share-compare', key, guard, base)
  }
  const of = [observed(scope, measure), observed(scope, other, at)]
  const id = `${key}@${areaKey(scope)}@${dated(scope, measure).id}#beside-${keyOf(scope, other)}`
  const points = made(scope, id, cleanPoints((here - there) * 100), 'points', { op: 'point-change', of })
  const gap = shownAs({ unit, decimals }, here) - shownAs({ unit, decimals }, there)
  claim(
    scope,
    'share-compare',
    key,
    { share: of[0]!, beside: of[1]!, points },
    {
      relation: gap === 0 ? 'same' : gap > 0 ? 'higher' : 'lower',
      other: keyOf(scope, other),
      besidePeriod: dated(scope, other, at).id,
    },
  )
}

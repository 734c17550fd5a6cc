import { ratioParams, ratioRefused } from './base.ts'
import { notAgainstBefore } from './comparable.ts'
import { areaKey, claim, dated, keyOf, made, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { clean, cleanPoints, printedPercent, shownAs } from './small.ts'

/** A share or rate beside the period before: it moves by percentage points, never by per cent (STYLE rule 4). */
export function findShareChange(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const { unit, decimals } = scope.table.measures[measure]!
  const now = valueAt(scope, measure)
  const { lag } = scope.table
  if (Number.isNaN(now)) return refuse(scope, 'share-change', key, 'no-value', periodAt(scope).id)
  const was = scope.now >= lag ? valueAt(scope, measure, scope.now - lag) : Number.NaN
  if (Number.isNaN(was)) return refuse(scope, 'share-change', key, 'no-value-before', periodAt(scope).id)
  const unlike = notAgainstBefore(scope.table, measure, scope.area, scope.now)
  if (unlike) return refuse(scope, 'share-change', key, unlike, periodAt(scope).id)
  for (const period of [scope.now, scope.now - lag]) {
    const small = ratioRefused(scope, measure, period)
    if (small) return refuse(scope, 'share-change', key, small.guard, small.seen)
  }
  const of = [observed(scope, measure), observed(scope, measure, scope.now - lag)]
  const id = `${key}@${areaKey(scope)}@${dated(scope, measure, scope.now - lag).id}..${dated(scope, measure).id}#points`
  const isPart = unit === 'share' || unit === 'rate'
  const points = cleanPoints((now - was) * 100)
  // An index, a price or the like moves by so much of itself, and the copy gives the two.
  const moved = isPart
    ? made(scope, id, points, 'points', { op: 'point-change', of })
    : made(scope, id, clean(now - was), unit, { op: 'subtract', of })
  const gap = shownAs({ unit, decimals }, now) - shownAs({ unit, decimals }, was)
  claim(
    scope,
    'share-change',
    key,
    { now: of[0]!, was: of[1]!, [isPart ? 'points' : 'by']: moved },
    {
      direction: gap === 0 ? 'flat' : gap > 0 ? 'up' : 'down',
      ofRate: unit === 'rate',
      // Whether the printed shares lie as far apart as the points that are printed.
      adds: printedPercent(points) === clean(Math.abs(gap) / (unit === 'rate' ? 10 ** decimals : 1)),
      wasPeriod: dated(scope, measure, scope.now - lag).id,
      ...ratioParams(scope, measure),
    },
  )
}

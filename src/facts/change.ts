import { notAgainstBefore } from './comparable.ts'
import { areaKey, claim, dated, keyOf, made, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { clean, countsBeside, directionOf, printed, smallBase } from './small.ts'

/** The difference between two periods of a measure, as a figure. */
export function differenceFigure(
  scope: Scope,
  measure: number,
  to = scope.now,
  from = to - scope.table.lag,
  area = scope.area,
): string {
  const of = [observed(scope, measure, to, area), observed(scope, measure, from, area)]
  const id = `${keyOf(scope, measure)}@${areaKey(scope, area)}@${dated(scope, measure, from).id}..${dated(scope, measure, to).id}#by`
  const value = clean(valueAt(scope, measure, to, area) - valueAt(scope, measure, from, area))
  return made(scope, id, value, scope.table.measures[measure]!.unit, { op: 'subtract', of })
}

/** The percentage change between two periods, as a figure. The caller has checked the base. */
export function percentFigure(
  scope: Scope,
  measure: number,
  to = scope.now,
  from = to - scope.table.lag,
  area = scope.area,
): string {
  const of = [observed(scope, measure, to, area), observed(scope, measure, from, area)]
  const id = `${keyOf(scope, measure)}@${areaKey(scope, area)}@${dated(scope, measure, from).id}..${dated(scope, measure, to).id}#percent`
  return made(scope, id, percentChange(scope, measure, to, from, area), 'percent', { op: 'percent-change', of })
}

function percentChange(
  scope: Scope,
  measure: number,
  to = scope.now,
  from = to - scope.table.lag,
  area = scope.area,
): number {
  const was = valueAt(scope, measure, from, area)
  return ((valueAt(scope, measure, to, area) - was) / was) * 100
}

/** How much more or less than a year before: direction, size and base (STYLE rules 6 and 20). */
export function findChange(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const now = valueAt(scope, measure)
  if (Number.isNaN(now)) return refuse(scope, 'change', key, 'no-value', periodAt(scope).id)
  const before = scope.now - scope.table.lag
  const was = before < 0 ? Number.NaN : valueAt(scope, measure, before)
  if (Number.isNaN(was)) return refuse(scope, 'change', key, 'no-value-before', periodAt(scope).id)
  const unlike = notAgainstBefore(scope.table, measure, scope.area, scope.now)
  if (unlike) return refuse(scope, 'change', key, unlike, periodAt(scope).id)
  const figures: Record<string, string> = {
    now: observed(scope, measure),
    was: observed(scope, measure, before),
    by: differenceFigure(scope, measure),
  }
  const withPercent = was >= smallBase
  if (withPercent) figures['percent'] = percentFigure(scope, measure)
  else refuse(scope, 'change', key, was === 0 ? 'zero-base' : 'small-base', was)
  claim(scope, 'change', key, figures, {
    direction: directionOf(now, was),
    exact: now === was,
    percentToo: withPercent,
    countsOnly: !withPercent,
    countsBeside: withPercent && was < countsBeside,
    // Whether the printed figures add up for a reader who checks them with a pencil.
    adds: printed(now) - printed(was) === printed(clean(now - was)),
    none: now === 0,
    halved: withPercent && now * 2 < was && now > 0,
    doubled: withPercent && now > was * 2,
  })
}

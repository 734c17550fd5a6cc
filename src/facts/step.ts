import { differenceFigure, percentFigure } from './change.ts'
import { notAgainstBefore } from './comparable.ts'
import { claim, dated, keyOf, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { directionOf, smallBase } from './small.ts'

/**
 * How much more or less than the month, quarter or half-year before. It stands beside the change over a year and never for it:
 * much of it may be the season's.
 */
export function findStep(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const now = valueAt(scope, measure)
  if (Number.isNaN(now)) return refuse(scope, 'step', key, 'no-value', periodAt(scope).id)
  const before = scope.now - 1
  const was = before < 0 ? Number.NaN : valueAt(scope, measure, before)
  if (Number.isNaN(was)) return refuse(scope, 'step', key, 'no-value-before', periodAt(scope).id)
  const unlike = notAgainstBefore(scope.table, measure, scope.area, scope.now, 1)
  if (unlike) return refuse(scope, 'step', key, unlike, periodAt(scope).id)
  const figures: Record<string, string> = {
    now: observed(scope, measure),
    was: observed(scope, measure, before),
    by: differenceFigure(scope, measure, scope.now, before),
  }
  const percentToo = was >= smallBase
  if (percentToo) figures['percent'] = percentFigure(scope, measure, scope.now, before)
  else refuse(scope, 'step', key, was === 0 ? 'zero-base' : 'small-base', was)
  claim(scope, 'step', key, figures, {
    direction: directionOf(now, was),
    exact: now === was,
    percentToo,
    thenPeriod: dated(scope, measure, before).id,
  })
}

import { measureIndex } from '../table/table.ts'
import { differenceFigure } from './change.ts'
import { notAgainstBefore } from './comparable.ts'
import { claim, keyOf, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { clean, directionOf, printed } from './small.ts'

/** Which parts of a breakdown made the change of the whole, and which went the other way. */
export function findMix(scope: Scope, breakdown: string): void {
  if (scope.now === 0) return
  const { of, parts } = scope.release.definition.breakdowns[breakdown]!
  const measure = measureIndex(scope.table, of)
  const indices = parts.map((part) => measureIndex(scope.table, part))
  // As decimals, not as binary left them: a part that is all of the change, or half of it, is no more than that.
  const change = (m: number) => clean(valueAt(scope, m) - valueAt(scope, m, scope.now - scope.table.lag))
  const missing = [measure, ...indices].find((m) => Number.isNaN(change(m)))
  if (missing !== undefined) return refuse(scope, 'mix', of, 'parts-missing', keyOf(scope, missing))
  for (const m of [measure, ...indices]) {
    const unlike = notAgainstBefore(scope.table, m, scope.area, scope.now)
    if (unlike) return refuse(scope, 'mix', of, unlike, `${keyOf(scope, m)} ${periodAt(scope).id}`)
  }
  for (const period of [scope.now, scope.now - scope.table.lag]) {
    const sum = indices.reduce((s, m) => s + valueAt(scope, m, period), 0)
    const negative = indices.some((m) => valueAt(scope, m, period) < 0)
    if (negative || Math.abs(sum - valueAt(scope, measure, period)) > 0.5)
      return refuse(scope, 'mix', of, 'parts-unequal', breakdown)
  }
  const total = change(measure)
  const way = directionOf(valueAt(scope, measure), valueAt(scope, measure, scope.now - scope.table.lag))
  const ways = indices.map((m) => directionOf(valueAt(scope, m), valueAt(scope, m, scope.now - scope.table.lag)))
  const biggest = indices.reduce((best, m) => (Math.abs(change(m)) > Math.abs(change(best)) ? m : best))
  const against = indices.filter((_, i) => way !== 'flat' && ways[i] !== 'flat' && ways[i] !== way)
  const exception = against.reduce<number | undefined>(
    (best, m) => (best === undefined || Math.abs(change(m)) > Math.abs(change(best)) ? m : best),
    undefined,
  )
  const figures: Record<string, string> = {
    total: differenceFigure(scope, measure),
    now: observed(scope, biggest),
    was: observed(scope, biggest, scope.now - scope.table.lag),
    by: differenceFigure(scope, biggest),
  }
  if (exception !== undefined) {
    figures['exceptionNow'] = observed(scope, exception)
    figures['exceptionWas'] = observed(scope, exception, scope.now - scope.table.lag)
    figures['exceptionBy'] = differenceFigure(scope, exception)
  }
  const share = total === 0 ? 0 : change(biggest) / total
  // Where other parts went the other way, two parts may each be most of what is left: so it is most of all that moved this way.
  const alike = clean(indices.reduce((sum, m) => sum + (change(m) * total > 0 ? change(m) : 0), 0))
  const most = share > 0.5 && change(biggest) / alike > 0.5 && printed(change(biggest)) !== 0
  claim(
    scope,
    'mix',
    of,
    figures,
    {
      breakdown,
      direction: way,
      part: keyOf(scope, biggest),
      partDirection: directionOf(valueAt(scope, biggest), valueAt(scope, biggest, scope.now - scope.table.lag)),
      // Most of the change is more than half of it, and no more than all of it.
      madeMost: most && share <= 1,
      madeMore: share > 1 && printed(change(biggest)) !== 0,
      opposite: share < 0 && way !== 'flat',
      exception: exception === undefined ? '' : keyOf(scope, exception),
      exceptions: against.length,
      allButOne: against.length === 1 && ways.every((w) => w !== 'flat'),
      adds:
        printed(valueAt(scope, biggest)) - printed(valueAt(scope, biggest, scope.now - scope.table.lag)) ===
        printed(change(biggest)),
    },
    breakdown,
  )
}

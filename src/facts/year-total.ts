import { isStock } from '../release/measures.ts'
import { series } from '../table/table.ts'
import { isBreak } from './comparable.ts'
import { areaKey, claim, dated, keyOf, made, observed, periodAt, refuse, type Scope } from './scope.ts'
import { clean, directionOf, smallBase } from './small.ts'

/**
 * What the last twelve months, or four quarters, add up to, beside the twelve before them. Only whole years are added up: a
 * first or a last year that the table has in part is no year. A stock is counted on a day and does not add up over time.
 */
export function findYearTotal(scope: Scope, measure: number): void {
  const { table, now } = scope
  const { lag } = table
  const key = keyOf(scope, measure)
  if (isStock(scope.release.definition, key)) return
  const from = table.measures[measure]!.periods.findIndex((p) => p.id === table.measures[measure]!.comparable.from)
  const first = now - 2 * lag + 1
  if (from < 0 || first < from) return refuse(scope, 'year-total', key, 'part-of-a-year', periodAt(scope).id)
  const values = series(table, measure, scope.area)
  for (let p = first; p <= now; p++) {
    const period = dated(scope, measure, p).id
    if (Number.isNaN(values[p])) return refuse(scope, 'year-total', key, 'gap-in-series', period)
    if (p > first && isBreak(table, measure, scope.area, p))
      return refuse(scope, 'year-total', key, 'break-in-series', period)
  }
  const total = (last: number): string => {
    const periods = Array.from({ length: lag }, (_, i) => last - lag + 1 + i)
    const of = periods.map((p) => observed(scope, measure, p))
    const value = clean(periods.reduce((sum, p) => sum + values[p]!, 0))
    const id = `${key}@${areaKey(scope)}@${dated(scope, measure, last).id}#year`
    return made(scope, id, value, table.measures[measure]!.unit, { op: 'add', of })
  }
  const figures: Record<string, string> = { now: total(now), was: total(now - lag) }
  const [is, was] = [scope.figures.get(figures['now']!)!.value, scope.figures.get(figures['was']!)!.value]
  const percentToo = was >= smallBase
  if (percentToo) {
    const id = `${figures['now']}-percent`
    figures['percent'] = made(scope, id, ((is - was) / was) * 100, 'percent', {
      op: 'percent-change',
      of: [figures['now']!, figures['was']!],
    })
  } else refuse(scope, 'year-total', key, was === 0 ? 'zero-base' : 'small-base', was)
  claim(scope, 'year-total', key, figures, { direction: directionOf(is, was), exact: is === was, percentToo })
}

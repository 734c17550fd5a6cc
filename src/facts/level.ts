import { statusOf } from '../table/table.ts'
import { ratioRefused } from './base.ts'
import { claim, dated, keyOf, observed, refuse, type Scope, valueAt } from './scope.ts'

/** How many there are now. */
export function findLevel(scope: Scope, measure: number): void {
  const value = valueAt(scope, measure)
  const key = keyOf(scope, measure)
  if (Number.isNaN(value)) {
    refuse(scope, 'level', key, 'no-value', lacking(scope, measure))
    return
  }
  const small = scope.table.measures[measure]!.made === null ? null : ratioRefused(scope, measure)
  if (small) return refuse(scope, 'level', key, small.guard, small.seen)
  claim(scope, 'level', key, { now: observed(scope, measure) }, { none: value === 0 })
}

/** What there is in place of a value; of a rate over a population, which of the two has none. */
function lacking(scope: Scope, measure: number): string {
  const { made } = scope.table.measures[measure]!
  if (made === null) return statusOf(scope.table, measure, scope.area, scope.now)
  for (const [i, part] of made.of.entries()) {
    const at = made.start && i === made.of.length - 1 ? scope.now - 1 : scope.now
    if (at < 0) return `no ${keyOf(scope, part)} before ${dated(scope, part).label}`
    if (Number.isNaN(valueAt(scope, part, at)))
      return `${keyOf(scope, part)}, ${dated(scope, part, at).label}: ${statusOf(scope.table, part, scope.area, at)}`
  }
  return `${keyOf(scope, made.of.at(-1)!)}: 0`
}

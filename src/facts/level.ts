import { statusOf } from '../table/table.ts'
import { claim, keyOf, observed, refuse, type Scope, valueAt } from './scope.ts'

/** How many there are now. */
export function findLevel(scope: Scope, measure: number): void {
  const value = valueAt(scope, measure)
  const key = keyOf(scope, measure)
  if (Number.isNaN(value)) {
    refuse(scope, 'level', key, 'no-value', statusOf(scope.table, measure, scope.area, scope.now))
    return
  }
  claim(scope, 'level', key, { now: observed(scope, measure) }, { none: value === 0 })
}

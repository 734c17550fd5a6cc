import { areaKey, claim, dated, keyOf, made, observed, refuse, type Scope, valueAt } from './scope.ts'
import { clean, printed } from './small.ts'
import { earlierOf } from './target.ts'

/** A figure that differs from the one in the edition before is told as revised, with both (STYLE rule 24). */
export function findRevision(scope: Scope, measure: number): void {
  const first = earlierOf(scope, measure)
  if (first === null) return
  const key = keyOf(scope, measure)
  const [now, was] = [valueAt(scope, measure), valueAt(scope, first)]
  if (Number.isNaN(now) || Number.isNaN(was))
    return refuse(scope, 'revision', key, 'no-value', dated(scope, measure).id)
  if (now === was) return
  if (printed(now) === printed(was)) return refuse(scope, 'revision', key, 'within-rounding', was)
  const of = [observed(scope, measure), observed(scope, first)]
  const id = `${key}-less-${keyOf(scope, first)}@${areaKey(scope)}@${dated(scope, measure).id}#by`
  claim(
    scope,
    'revision',
    key,
    {
      now: of[0]!,
      was: of[1]!,
      by: made(scope, id, clean(now - was), scope.table.measures[measure]!.unit, { op: 'subtract', of }),
    },
    { direction: now > was ? 'up' : 'down', ofPeriod: dated(scope, measure).id },
  )
}

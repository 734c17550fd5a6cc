import { comparable } from './comparable.ts'
import { claim, dated, keyOf, observed, refuse, type Scope, yearsSince } from './scope.ts'
import { directionOf, smallBase } from './small.ts'

/** The first figure of the series: where it began. */
export function findFirst(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'first', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const [then, now] = [values[0]!, values.at(-1)!]
  claim(
    scope,
    'first',
    key,
    { now: observed(scope, measure), then: observed(scope, measure, from), years: yearsSince(scope, measure, from) },
    {
      direction: directionOf(now, then),
      from: dated(scope, measure, from).id,
      recordsBegin: scope.table.measures[measure]!.comparable.recordsBegin,
      doubled: then >= smallBase && now > then * 2,
    },
  )
}

import { comparable, isSpike } from './comparable.ts'
import { claim, keyOf, observed, periodAt, refuse, type Scope, yearsSince } from './scope.ts'
import { printed } from './small.ts'

/** The highest or lowest of a comparable series, alone or jointly (STYLE rule 16). */
export function findRecord(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'record', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const now = values.at(-1)!
  for (const extreme of ['highest', 'lowest'] as const) {
    const sign = extreme === 'highest' ? 1 : -1
    let best = 0
    for (let i = 1; i < values.length - 1; i++) if (sign * values[i]! >= sign * values[best]!) best = i
    const gap = sign * (now - values[best]!)
    if (gap < 0) continue
    if (now === 0) {
      refuse(scope, 'record', key, 'nothing-left', 0)
      continue
    }
    const joint = gap === 0
    if (!joint && printed(now) === printed(values[best]!)) {
      refuse(scope, 'record', key, 'within-rounding', periodAt(scope, from + best).id)
      continue
    }
    const flat = values.every((v) => v === now)
    if (flat) continue
    claim(
      scope,
      'record',
      key,
      {
        now: observed(scope, measure),
        previous: observed(scope, measure, from + best),
        years: yearsSince(scope, from),
      },
      {
        extreme,
        joint,
        recordsBegin: scope.table.measures[measure]!.definition.comparable.recordsBegin,
        from: periodAt(scope, from).id,
        previousPeriod: periodAt(scope, from + best).id,
        // Passed this time, not in an earlier period: then the previous one is worth naming.
        passed: best < values.length - 2 && !isSpike(values, best),
      },
      extreme,
    )
  }
}

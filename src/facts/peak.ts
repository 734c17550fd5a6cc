import { differenceFigure, percentFigure } from './change.ts'
import { comparable, isSpike } from './comparable.ts'
import { claim, dated, keyOf, observed, refuse, type Scope, yearsSince } from './scope.ts'
import { printed, smallBase } from './small.ts'

/** How far now is below the highest, or above the lowest, of the series before. */
export function findPeak(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'peak', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const now = values.at(-1)!
  for (const which of ['peak', 'trough'] as const) {
    const sign = which === 'peak' ? 1 : -1
    let best = 0
    for (let i = 1; i < values.length - 1; i++) if (sign * values[i]! > sign * values[best]!) best = i
    const top = values[best]!
    // At or beyond it, the news is the record.
    if (sign * (top - now) <= 0) continue
    if (isSpike(values, best)) {
      refuse(scope, 'peak', key, 'spike-in-series', dated(scope, measure, from + best).id)
      continue
    }
    if (printed(now) === printed(top)) {
      refuse(scope, 'peak', key, 'within-rounding', dated(scope, measure, from + best).id)
      continue
    }
    const figures: Record<string, string> = {
      now: observed(scope, measure),
      then: observed(scope, measure, from + best),
      by: differenceFigure(scope, measure, scope.now, from + best),
      years: yearsSince(scope, measure, from + best),
    }
    if (top >= smallBase) figures['percent'] = percentFigure(scope, measure, scope.now, from + best)
    else refuse(scope, 'peak', key, top === 0 ? 'zero-base' : 'small-base', top)
    claim(
      scope,
      'peak',
      key,
      figures,
      {
        which,
        thenPeriod: dated(scope, measure, from + best).id,
        from: dated(scope, measure, from).id,
        percentToo: top >= smallBase,
        // Two periods may share the extreme, as printed; then it is not one period's.
        shared: values.subarray(0, -1).filter((v) => printed(v) === printed(top)).length > 1,
        // Where the series begins: “in figures going back to” would say it twice.
        atStart: best === 0,
        // The last period but one: the change says it already.
        lately: best === values.length - 2,
        back: values.length - 1 - best,
      },
      which,
    )
  }
}

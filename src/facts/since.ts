import { isRatio, ratioParams } from './base.ts'
import { type Among, amongOf, amongParams, comparable, isSpike } from './comparable.ts'
import { claim, dated, keyOf, observed, refuse, type Scope, yearsSince } from './scope.ts'
import { shownAs } from './small.ts'

/** At least this many periods lie between, and a year of them, or it is not worth saying (STYLE rule 17). */
const between = 3

/** The highest or lowest since the latest earlier period that is strictly more extreme (STYLE rule 17). */
export function findSince(scope: Scope, measure: number): void {
  for (const among of amongOf(scope.table)) sinceAmong(scope, measure, among)
}

function sinceAmong(scope: Scope, measure: number, among: Among): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure, scope.area, among)
  if ('guard' in stretch) return refuse(scope, 'since', key, stretch.guard, stretch.seen)
  const { values, from, step } = stretch
  const shown = (value: number) => shownAs(scope.table.measures[measure]!, value)
  const now = values.at(-1)!
  for (const extreme of ['highest', 'lowest'] as const) {
    const sign = extreme === 'highest' ? 1 : -1
    let i = values.length - 2
    while (i >= 0 && sign * values[i]! <= sign * now) i--
    if (i < 0 || i === values.length - 2) continue
    const then = dated(scope, measure, from + i * step).id
    if (values.length - 2 - i < Math.max(between, scope.table.lag / step)) {
      refuse(scope, 'since', key, 'too-recent', then)
    } else if (values.subarray(i + 1, -1).includes(now)) {
      refuse(scope, 'since', key, 'joint-since', then)
    } else if (values.subarray(i + 1, -1).some((v) => shown(v) === shown(now))) {
      refuse(scope, 'since', key, 'within-rounding', then)
    } else if (isSpike(values, i, isRatio(scope, measure) ? 0 : undefined)) {
      refuse(scope, 'since', key, 'spike-in-series', then)
    } else if (shown(values[i]!) === shown(now)) {
      refuse(scope, 'since', key, 'within-rounding', then)
    } else {
      const figures = {
        now: observed(scope, measure),
        then: observed(scope, measure, from + i * step),
        years: yearsSince(scope, measure, from + i * step),
      }
      claim(
        scope,
        'since',
        key,
        figures,
        {
          extreme,
          ...amongParams(scope.table, among),
          thenPeriod: then,
          back: values.length - 1 - i,
          atStart: i === 0,
          ...ratioParams(scope, measure),
        },
        among === 'same' ? `${extreme}/same` : extreme,
      )
    }
  }
}

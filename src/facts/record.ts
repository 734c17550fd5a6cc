import { isRatio, ratioParams } from './base.ts'
import { type Among, amongOf, amongParams, comparable, isSpike } from './comparable.ts'
import { claim, dated, keyOf, observed, refuse, type Scope, yearsSince } from './scope.ts'
import { shownAs } from './small.ts'

/** The highest or lowest of a comparable series, alone or jointly (STYLE rule 16). */
export function findRecord(scope: Scope, measure: number): void {
  for (const among of amongOf(scope.table)) recordAmong(scope, measure, among)
}

function recordAmong(scope: Scope, measure: number, among: Among): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure, scope.area, among)
  if ('guard' in stretch) return refuse(scope, 'record', key, stretch.guard, stretch.seen)
  const { values, from, step } = stretch
  const shown = (value: number) => shownAs(scope.table.measures[measure]!, value)
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
    if (!joint && shown(now) === shown(values[best]!)) {
      refuse(scope, 'record', key, 'within-rounding', dated(scope, measure, from + best * step).id)
      continue
    }
    const spiked = isSpike(values, best, isRatio(scope, measure) ? 0 : undefined)
    const flat = values.every((v) => v === now)
    if (flat) continue
    claim(
      scope,
      'record',
      key,
      {
        now: observed(scope, measure),
        previous: observed(scope, measure, from + best * step),
        years: yearsSince(scope, measure, from),
      },
      {
        extreme,
        joint,
        ...amongParams(scope.table, among),
        recordsBegin: scope.table.measures[measure]!.comparable.recordsBegin,
        from: dated(scope, measure, from).id,
        previousPeriod: dated(scope, measure, from + best * step).id,
        // Passed this time, not in an earlier period: then the previous one is worth naming.
        ...ratioParams(scope, measure),
        passed: best < values.length - 2 && !spiked,
        // A likely fault is no record to be told (STYLE rule 26).
        spiked,
        // Where the series begins: then the two are one figure.
        atStart: best === 0,
      },
      among === 'same' ? `${extreme}/same` : extreme,
    )
  }
}

import type { Release } from '../release/load.ts'
import { areaFindings } from './areas.ts'
import { rowFindings } from './categories.ts'
import { type GateFinding, severities } from './finding.ts'
import { jumpFindings } from './jumps.ts'
import { markFindings } from './marks.ts'
import { periodFindings } from './periods.ts'
import { revisionFindings } from './revisions.ts'
import { type Made, type Step, stepOf } from './step.ts'
import { partFindings, suspectFindings } from './totals.ts'

/** More new periods than this are not looked at one by one: that there are so many is told. */
const mostFresh = 4

/**
 * Is this the table that was expected? Sets tables against what was there before.
 * @param then the same value as `now`: each table against itself without its last period
 * @param names the tables that were given
 * @param period the one that is, or was, expected to be new
 * @returns findings, gravest first
 */
export function gate(
  release: Release,
  now: Made,
  then: Made,
  names: readonly string[],
  period?: string,
): GateFinding[] {
  const found = names.flatMap((name) => ofTable(stepOf(release, name, now, then, period)))
  return [...found].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

function ofTable(step: Step): GateFinding[] {
  if (step.measures.length === 0 || step.told.length === 0) return []
  const periods = periodFindings(step)
  if (step.known.length === 0) return periods
  const fresh = step.fresh.slice(-mostFresh)
  return [
    ...periods,
    ...revisionFindings(step),
    ...partFindings(step),
    ...fresh.flatMap((p) => [
      ...areaFindings(step, p),
      ...rowFindings(step, p),
      ...suspectFindings(step, p),
      ...jumpFindings(step, p),
      ...markFindings(step, p),
    ]),
  ]
}

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

/** Gravest first. */
const sorted = (found: readonly GateFinding[]): GateFinding[] =>
  [...found].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))

/** A release told of the areas of one level, with the tables made of them. */
export interface Level {
  release: Release
  now: Made
  then: Made
}

/** The same of each level of areas: what is said of one is said once. */
export function gateLevels(levels: readonly Level[], names: readonly string[], period?: string): GateFinding[] {
  const seen = new Set<string>()
  const found = levels.flatMap(({ release, now, then }, i) => gate(release, now, then, names, period, i === 0))
  // Where one level has the figures of last time and another has not, it is no file of last time.
  const isAgain = (table: string) =>
    levels.length === found.filter((f) => f.kind === 'same-again' && f.table === table).length
  return sorted(
    found.filter((f) => {
      if (f.kind === 'same-again' && !isAgain(f.table)) return false
      const says = `${f.kind} ${f.table} ${f.text}`
      return !seen.has(says) && seen.add(says)
    }),
  )
}

/**
 * Is this the table that was expected? Sets tables against what was there before.
 * @param then the same value as `now`: each table against itself without its last period
 * @param names the tables that were given
 * @param period the one that is, or was, expected to be new
 * @param withWhole whether the publisher's own row of the whole is looked at: with one level of areas it is
 * @returns findings, gravest first
 */
export function gate(
  release: Release,
  now: Made,
  then: Made,
  names: readonly string[],
  period?: string,
  withWhole = true,
): GateFinding[] {
  return sorted(names.flatMap((name) => ofTable(stepOf(release, name, now, then, period, withWhole))))
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

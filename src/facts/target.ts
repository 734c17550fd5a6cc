import { measureIndex } from '../table/table.ts'
import type { Guard } from './fact.ts'
import { areaKey, claim, dated, isWhole, keyOf, made, observed, refuse, type Scope, valueAt } from './scope.ts'
import { clean, printed } from './small.ts'

/** Areas that missed are named up to this many. */
const named = 5

/** What was to be reached, and whether it was; of all areas, which missed (STYLE rule 21: “the only one” needs every area). */
export function findTarget(scope: Scope, name: string): void {
  const { of, target } = scope.release.definition.targets[name]!
  const [measure, goal] = [measureIndex(scope.table, of), measureIndex(scope.table, target)]
  const missed = missedBy(scope, measure, goal)
  findOwn(scope, name, measure, goal, missed)
  if (isWhole(scope)) findAreas(scope, name, measure, goal, missed)
}

/** The areas that missed, or why it cannot be said of all of them. */
type Missed = readonly number[] | { guard: Guard; seen: string }

function findOwn(scope: Scope, name: string, measure: number, goal: number, missed: Missed): void {
  const of = keyOf(scope, measure)
  const [now, wanted] = [valueAt(scope, measure), valueAt(scope, goal)]
  if (Number.isNaN(now) || Number.isNaN(wanted))
    return refuse(scope, 'target', of, 'no-value', dated(scope, measure).id)
  const unsure = unsureOf(scope, measure, goal, scope.area)
  if (unsure) return refuse(scope, 'target', of, unsure.guard, unsure.seen)
  const figures: Record<string, string> = {
    now: observed(scope, measure),
    target: observed(scope, goal),
    by: gap(scope, measure, goal, scope.area),
  }
  const first = earlierOf(scope, measure)
  const before = first === null ? Number.NaN : valueAt(scope, first)
  const met = now >= wanted
  if (first !== null && !Number.isNaN(before)) figures['first'] = observed(scope, first)
  if (!met && !isWhole(scope) && 'guard' in missed) refuse(scope, 'target', of, missed.guard, missed.seen)
  claim(
    scope,
    'target',
    of,
    figures,
    {
      met,
      exact: now === wanted,
      revised: first !== null && !Number.isNaN(before) && printed(before) !== printed(now),
      byPeriod: dated(scope, measure).id,
      only: !('guard' in missed) && !met && !isWhole(scope) && missed.length === 1,
    },
    name,
  )
}

/** Why it cannot be said whether an area met its target, or null. */
function unsureOf(scope: Scope, measure: number, goal: number, area: number): { guard: Guard; seen: string } | null {
  const [now, wanted] = [valueAt(scope, measure, scope.now, area), valueAt(scope, goal, scope.now, area)]
  // Missed by less than print shows: a reader would see the target and the number alike.
  if (now < wanted && printed(now) === printed(wanted)) return { guard: 'within-rounding', seen: String(now) }
  const first = earlierOf(scope, measure)
  const before = first === null ? Number.NaN : valueAt(scope, first, scope.now, area)
  // Met in one edition and missed in the other: which of them is told must be an editor's choice.
  const differ = !Number.isNaN(before) && before >= wanted !== now >= wanted
  return differ ? { guard: 'editions-differ', seen: String(before) } : null
}

/** The same measure in the earlier edition of its table. */
export function earlierOf(scope: Scope, measure: number): number | null {
  const { definition } = scope.table.measures[measure]!
  return 'earlier' in definition && definition.earlier !== undefined
    ? measureIndex(scope.table, definition.earlier)
    : null
}

/** The listed areas that missed; all must be there, and of none may it be in doubt. */
function missedBy(scope: Scope, measure: number, goal: number): Missed {
  const areas = scope.release.areas.listed.map((_, a) => a)
  const { expect } = scope.release.areas
  if (areas.length !== expect) return { guard: 'areas-missing', seen: `${areas.length} of ${expect}` }
  const value = (m: number, a: number) => valueAt(scope, m, scope.now, a)
  const missing = areas.find((a) => Number.isNaN(value(measure, a)) || Number.isNaN(value(goal, a)))
  if (missing !== undefined) return { guard: 'areas-missing', seen: areaKey(scope, missing) }
  for (const a of areas) {
    const unsure = unsureOf(scope, measure, goal, a)
    if (unsure) return { guard: unsure.guard, seen: areaKey(scope, a) }
  }
  return areas.filter((a) => value(measure, a) < value(goal, a))
}

function findAreas(scope: Scope, name: string, measure: number, goal: number, missed: Missed): void {
  const key = keyOf(scope, measure)
  if ('guard' in missed) return refuse(scope, 'target', key, missed.guard, missed.seen)
  const period = dated(scope, measure).id
  const list = scope.release.definition.areas.list
  const figures: Record<string, string> = {
    count: made(scope, `${key}@${period}#missed-count`, missed.length, 'count', {
      op: 'count',
      measure: key,
      period,
      what: 'areas below their target',
      among: scope.standings.expect,
      areas: missed.map((a) => areaKey(scope, a)),
    }),
    among: made(scope, `areas@${list}`, scope.standings.expect, 'count', { op: 'count', what: list }),
  }
  const names = missed.length <= named ? missed : []
  for (const [i, a] of names.entries()) figures[`value${i}`] = gap(scope, measure, goal, a)
  claim(
    scope,
    'target',
    key,
    figures,
    { of: 'areas', missed: missed.length, names: names.map((a) => areaKey(scope, a)), byPeriod: period },
    `${name}-areas`,
  )
}

function gap(scope: Scope, measure: number, goal: number, area: number): string {
  const of = [observed(scope, measure, scope.now, area), observed(scope, goal, scope.now, area)]
  const id = `${keyOf(scope, measure)}-less-${keyOf(scope, goal)}@${areaKey(scope, area)}@${dated(scope, measure).id}#by`
  const value = clean(valueAt(scope, measure, scope.now, area) - valueAt(scope, goal, scope.now, area))
  return made(scope, id, value, scope.table.measures[measure]!.unit, { op: 'subtract', of })
}

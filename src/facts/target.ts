import { measureIndex } from '../table/table.ts'
import { areaKey, claim, dated, isWhole, keyOf, made, observed, refuse, type Scope, valueAt } from './scope.ts'

/** Areas that missed are named up to this many. */
const named = 5

/** What was to be reached, and whether it was; of all areas, which missed (STYLE rule 21: “the only one” needs every area). */
export function findTarget(scope: Scope, name: string): void {
  const { of, target } = scope.release.definition.targets[name]!
  const [measure, goal] = [measureIndex(scope.table, of), measureIndex(scope.table, target)]
  const [now, wanted] = [valueAt(scope, measure), valueAt(scope, goal)]
  if (Number.isNaN(now) || Number.isNaN(wanted))
    return refuse(scope, 'target', of, 'no-value', dated(scope, measure).id)
  const figures: Record<string, string> = {
    now: observed(scope, measure),
    target: observed(scope, goal),
    by: gap(scope, measure, goal, scope.area),
  }
  const first = earlierOf(scope, measure)
  const before = first === null ? Number.NaN : valueAt(scope, first)
  const met = now >= wanted
  // Met in one edition and missed in the other: which of them is told must be an editor's choice.
  if (first !== null && !Number.isNaN(before) && before >= wanted !== met)
    return refuse(scope, 'target', of, 'editions-differ', before)
  if (first !== null && !Number.isNaN(before)) figures['first'] = observed(scope, first)
  const missed = missedBy(scope, measure, goal)
  claim(
    scope,
    'target',
    of,
    figures,
    {
      met,
      exact: now === wanted,
      revised: first !== null && !Number.isNaN(before) && before !== now,
      byPeriod: dated(scope, measure).id,
      only: missed !== null && !met && !isWhole(scope) && missed.length === 1,
    },
    name,
  )
  if (isWhole(scope)) findAreas(scope, name, measure, goal, missed)
}

/** The same measure in the earlier edition of its table. */
export function earlierOf(scope: Scope, measure: number): number | null {
  const { definition } = scope.table.measures[measure]!
  return 'earlier' in definition && definition.earlier !== undefined
    ? measureIndex(scope.table, definition.earlier)
    : null
}

/** The listed areas that missed, or null where one is not in the table. */
function missedBy(scope: Scope, measure: number, goal: number): number[] | null {
  const areas = scope.release.areas.listed.map((_, a) => a)
  const value = (m: number, a: number) => valueAt(scope, m, scope.now, a)
  const missing = areas.some((a) => Number.isNaN(value(measure, a)) || Number.isNaN(value(goal, a)))
  if (missing || areas.length !== scope.release.areas.expect) return null
  return areas.filter((a) => value(measure, a) < value(goal, a))
}

function findAreas(scope: Scope, name: string, measure: number, goal: number, missed: readonly number[] | null): void {
  const key = keyOf(scope, measure)
  if (missed === null) return refuse(scope, 'target', key, 'areas-missing', 'a target')
  const period = dated(scope, measure).id
  const list = scope.release.definition.areas.list
  const figures: Record<string, string> = {
    count: made(scope, `${key}@${period}#missed-count`, missed.length, 'count', {
      op: 'count',
      measure: key,
      period,
      what: 'areas below their target',
      among: scope.release.areas.expect,
      areas: missed.map((a) => areaKey(scope, a)),
    }),
    among: made(scope, `areas@${list}`, scope.release.areas.expect, 'count', { op: 'count', what: list }),
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
  const value = valueAt(scope, measure, scope.now, area) - valueAt(scope, goal, scope.now, area)
  return made(scope, id, value, scope.table.measures[measure]!.unit, { op: 'subtract', of })
}

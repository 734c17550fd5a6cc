import type { Release } from '../release/load.ts'
import { flags } from '../table/cell.ts'
import type { Period } from '../table/period.ts'
import { at, type Table, whole } from '../table/table.ts'
import type { Claim, Figure, Guard, Kind, MadeBy, Params, Refusal, Unit } from './fact.ts'
import type { Standings } from './standings.ts'

/** What a finder looks at, and where it puts what it finds. `now` is the period told of: nothing later is looked at. */
export interface Scope {
  release: Release
  table: Table
  area: number
  now: number
  standings: Standings
  claims: Claim[]
  refusals: Refusal[]
  figures: Map<string, Figure>
}

export const isWhole = (scope: Scope): boolean => scope.area === whole(scope.table)
export const areaKey = (scope: Scope, area = scope.area): string => scope.table.areas[area]!.key
/** The period as the release is told by; `dated`, as a measure of its own dates it: a stock by its day. */
export const periodAt = (scope: Scope, period = scope.now): Period => scope.table.periods[period]!
export const dated = (scope: Scope, measure: number, period = scope.now): Period =>
  scope.table.measures[measure]!.periods[period]!

/** The value of an observation, NaN where there is none. */
export function valueAt(scope: Scope, measure: number, period = scope.now, area = scope.area): number {
  const { values, areas, periods } = scope.table
  return values[(measure * areas.length + area) * periods.length + period]!
}

/** A figure that stands in the table, or is made of those that do. Returns its id. */
export function observed(scope: Scope, measure: number, period = scope.now, area = scope.area): string {
  const { key, unit, made } = scope.table.measures[measure]!
  const id = `${key}@${areaKey(scope, area)}@${dated(scope, measure, period).id}`
  if (scope.figures.has(id)) return id
  const value = valueAt(scope, measure, period, area)
  const at = (i: number) => (made!.start && i === made!.of.length - 1 ? period - 1 : period)
  const how: MadeBy =
    made === null
      ? { op: 'observation', measure, area, period }
      : madeBy(made, made.of.map((part, i) => observed(scope, part, at(i), area))) // biome-ignore format: a call
  scope.figures.set(id, { value, unit, how })
  return id
}

const madeBy = ({ op, times }: { op: 'divide' | 'add' | 'subtract'; times: number }, of: string[]): MadeBy =>
  op === 'divide' && times !== 1 ? { op, of, times } : { op, of }

/** A figure made from others. Returns its id. */
export function made(scope: Scope, id: string, value: number, unit: Unit, how: MadeBy): string {
  if (!scope.figures.has(id)) scope.figures.set(id, { value, unit, how })
  return id
}

/** A whole number of years between two periods, as a figure. */
export function yearsSince(scope: Scope, measure: number, period: number): string {
  const [from, to] = [dated(scope, measure, period).id, dated(scope, measure).id]
  return made(scope, `years@${from}..${to}`, scope.now - period, 'years', { op: 'years-between', from, to })
}

/** A claim of this area and period. `figures` are told by role; `more` tells apart two claims of one kind. */
export function claim(
  scope: Scope,
  kind: Kind,
  measure: string,
  figures: Readonly<Record<string, string>>,
  params: Params,
  more = '',
): void {
  const area = areaKey(scope)
  const period = periodAt(scope).id
  scope.claims.push({
    id: `${kind}/${measure}/${area}/${period}${more ? `/${more}` : ''}`,
    kind,
    measure,
    area,
    period,
    figures: [...new Set(Object.values(figures))],
    params: { ...params, ...figures },
    caveats: caveatsOf(scope, Object.values(figures)),
  })
}

/** What the publisher says of the cells behind some figures (STYLE rules 23 and 25). */
const told = {
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  'low-reliability': 'of low reliability',
} as const

function caveatsOf(scope: Scope, ids: readonly string[]): string[] {
  const caveats = new Set<string>()
  const seen = new Set<string>()
  const look = (id: string): void => {
    const how = scope.figures.get(id)?.how
    if (how === undefined || seen.has(id)) return
    seen.add(id)
    if (how.op !== 'observation') {
      for (const other of how.op === 'cells' ? [] : (how.of ?? [])) look(other)
      return
    }
    const { measure, area, period } = how
    const mask = scope.table.flags[at(scope.table, measure, area, period)]!
    if (mask === 0) return
    const { name } = scope.table.measures[measure]!.definition.words
    for (const [flag, words] of Object.entries(told)) {
      if ((mask & flags[flag as keyof typeof told]) === 0) continue
      caveats.add(
        `The figure for ${name}, ${scope.table.areas[area]!.name}, ${dated(scope, measure, period).label}, is ${words}.`,
      )
    }
  }
  for (const id of ids) look(id)
  return [...caveats]
}

export function refuse(scope: Scope, kind: Kind, measure: string, guard: Guard, seen: string | number): void {
  scope.refusals.push({ kind, measure, area: areaKey(scope), period: periodAt(scope).id, guard, seen: String(seen) })
}

export const keyOf = (scope: Scope, measure: number): string => scope.table.measures[measure]!.key

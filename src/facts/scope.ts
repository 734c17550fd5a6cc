import type { Release } from '../release/load.ts'
import type { Period } from '../table/period.ts'
import { type Table, whole } from '../table/table.ts'
import type { Claim, Figure, Guard, Kind, MadeBy, Params, Refusal, Unit } from './fact.ts'
import { marksOf, sayMarks } from './marks.ts'
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
  return made(scope, `years@${from}..${to}`, (scope.now - period) / scope.table.lag, 'years', {
    op: 'years-between',
    from,
    to,
  })
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
    caveats: sayMarks(
      scope.table,
      marksOf(scope.table, (id) => scope.figures.get(id), Object.values(figures)),
    ),
  })
}

export function refuse(scope: Scope, kind: Kind, measure: string, guard: Guard, seen: string | number): void {
  scope.refusals.push({ kind, measure, area: areaKey(scope), period: periodAt(scope).id, guard, seen: String(seen) })
}

export const keyOf = (scope: Scope, measure: number): string => scope.table.measures[measure]!.key

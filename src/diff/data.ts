import { isBase } from '../release/measures.ts'
import { rowsOf, sourceOf } from '../table/origin.ts'
import { isSameValue } from '../table/same.ts'
import { at, type Table } from '../table/table.ts'
import type { Cells } from '../verify/finding.ts'
import type { DataChange } from './change.ts'

/** Where an observation stands in a table, by indices; null where that table has no such area, period or measure. */
interface Spot {
  m: number
  a: number
  p: number
}

/**
 * Every figure that differs between two tables of one release, of the measures that stand in them: revised, new or gone.
 * What is added up from others (the whole, of areas) is not told: the others are.
 */
export function dataChanges(was: Table, now: Table): DataChange[] {
  const changes: DataChange[] = []
  const [before, after] = [axes(was), axes(now)]
  for (const m of union(before.measures, after.measures)) {
    const base = now.measures[after.measures.get(m) ?? -1] ?? was.measures[before.measures.get(m)!]!
    if (!isBase(base.definition)) continue
    for (const a of union(before.areas, after.areas))
      for (const p of union(before.periods, after.periods)) {
        const [one, other] = [spot(before, m, a, p), spot(after, m, a, p)]
        const [from, to] = [valueAt(was, one), valueAt(now, other)]
        if ((Number.isNaN(from) && Number.isNaN(to)) || isSameValue(from, to)) continue
        if (!hasRows(was, one) && !hasRows(now, other)) continue
        const [table, where] = Number.isNaN(to) ? ([was, one!] as const) : ([now, other!] as const)
        changes.push({
          measure: m,
          area: a,
          period: table.measures[where.m]!.periods[where.p]!.id,
          from: Number.isNaN(from) ? null : from,
          to: Number.isNaN(to) ? null : to,
          kind: Number.isNaN(from) ? 'new' : Number.isNaN(to) ? 'gone' : 'revised',
          cells: cellsOf(table, where),
        })
      }
  }
  return changes
}

const indexed = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]))

const axes = (table: Table) => ({
  measures: indexed(table.measures.map(({ key }) => key)),
  areas: indexed(table.areas.map(({ key }) => key)),
  periods: indexed(table.periods.map(({ id }) => id)),
})

const union = (...of: readonly ReadonlyMap<string, number>[]): Set<string> =>
  new Set(of.flatMap((one) => [...one.keys()]))

function spot(of: ReturnType<typeof axes>, measure: string, area: string, period: string): Spot | null {
  const [m, a, p] = [of.measures.get(measure), of.areas.get(area), of.periods.get(period)]
  return m === undefined || a === undefined || p === undefined ? null : { m, a, p }
}

const valueAt = (table: Table, where: Spot | null): number =>
  where === null ? Number.NaN : table.values[at(table, where.m, where.a, where.p)]!

const hasRows = (table: Table, where: Spot | null): boolean =>
  where !== null && table.origins.head[at(table, where.m, where.a, where.p)]! >= 0

function cellsOf(table: Table, { m, a, p }: Spot): Cells[] {
  const rows = rowsOf(table.origins, [at(table, m, a, p)])
  if (rows === '') return []
  const { file, sheet, column } = sourceOf(table, m, p)
  return [{ file, ...(sheet === null ? {} : { sheet }), column, rows }]
}

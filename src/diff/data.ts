import { isBase } from '../release/measures.ts'
import { rowsOf } from '../table/origin.ts'
import { at, type Table } from '../table/table.ts'
import type { Cells } from '../verify/finding.ts'
import type { DataChange } from './change.ts'

/** Publishers give two decimals: less than this is what binary addition left. */
const isSame = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-6 + 1e-9 * Math.abs(x)

/** Every figure that differs between two tables of one release, of the measures that stand in them. */
export function dataChanges(was: Table, now: Table): DataChange[] {
  const changes: DataChange[] = []
  const index = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]))
  const [areas, periods] = [index(was.areas.map((a) => a.key)), index(was.periods.map((p) => p.id))]
  const measures = index(was.measures.map((m) => m.key))
  for (const [m, { key, definition }] of now.measures.entries()) {
    if (!isBase(definition)) continue
    const before = measures.get(key)
    for (const [a, area] of now.areas.entries())
      for (const [p, period] of now.periods.entries()) {
        const one = at(now, m, a, p)
        const [oldArea, oldPeriod] = [areas.get(area.key), periods.get(period.id)]
        const other = [before, oldArea, oldPeriod].includes(undefined) ? -1 : at(was, before!, oldArea!, oldPeriod!)
        const [from, to] = [other < 0 ? Number.NaN : was.values[other]!, now.values[one]!]
        if ((Number.isNaN(from) && Number.isNaN(to)) || isSame(from, to)) continue
        const isMade = now.origins.head[one]! < 0 && (other < 0 || was.origins.head[other]! < 0)
        // The whole is the sum of what is told already.
        if (isMade) continue
        changes.push({
          measure: key,
          area: area.key,
          period: now.measures[m]!.periods[p]!.id,
          from: Number.isNaN(from) ? null : from,
          to: Number.isNaN(to) ? null : to,
          kind: Number.isNaN(from) ? 'new' : Number.isNaN(to) ? 'gone' : 'revised',
          cells: Number.isNaN(to) ? cellsOf(was, before!, p, other) : cellsOf(now, m, p, one),
        })
      }
  }
  return changes
}

function cellsOf(table: Table, measure: number, period: number, observation: number): Cells[] {
  const rows = rowsOf(table.origins, [observation])
  if (rows === '') return []
  const { file } = table.origins.sources[measure]!
  const moved = table.origins.moved.get(measure * table.periods.length + period)
  const { sheet, column } = moved ?? table.origins.sources[measure]!
  return [{ file, ...(sheet === null ? {} : { sheet }), column, rows }]
}

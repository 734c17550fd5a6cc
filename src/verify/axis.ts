import { findHeader } from '../read/header.ts'
import { label } from '../read/label.ts'
import type { Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { basesOf } from '../release/measures.ts'
import { areaColumn, dayOf, periodColumn } from '../release/table-columns.ts'
import { after, comparePeriods, endingOn, holding, type Period } from '../table/period.ts'
import { makePeriod } from '../table/period-text.ts'

const headers = new WeakMap<Sheet, { row: number; at: (name: string) => number }>()

/** Where a sheet's columns are. */
export function columnsOf(sheet: Sheet, def: TableDefinition): { row: number; at: (name: string) => number } {
  const held = headers.get(sheet)
  if (held) return held
  const { row } = findHeader(sheet, [periodColumn(def), areaColumn(def), ...Object.keys(def.by)])
  const places = new Map(sheet.rows[row]!.map((cell, i) => [label(String(cell ?? '')), i]))
  const found = { row, at: (name: string) => places.get(label(name)) ?? -1 }
  headers.set(sheet, found)
  return found
}

/** The period that a date of a table stands for: one that ends on the same day, or the one it lies in. */
export function joined(own: Period, { period }: TableDefinition, kind: Period['kind'], any?: Period): Period | null {
  if (period.within) return any === undefined ? null : holding(own.end, any)
  return own.kind === kind ? own : endingOn(own.end, kind)
}

/** Every period from the first to the last that a table tells of, dated as the lead is. */
export function axis({ definition: def, leads }: Release, sheets: Readonly<Record<string, Sheet>>): Period[] {
  const lead = basesOf(def, leads.whole)[0]!.from
  const { kind } = def.tables[lead]!.period
  const seen = new Map<string, Period>()
  // The lead's own first: what lies within its years is set beside them.
  const tables = Object.entries(def.tables).sort(([a], [b]) => Number(b === lead) - Number(a === lead))
  for (const [name, table] of tables) {
    const head = columnsOf(sheets[name]!, table)
    const column = head.at(periodColumn(table))
    const cells = new Set(sheets[name]!.rows.slice(head.row + 1).map((row) => row[column] ?? null))
    for (const cell of cells) {
      const own = cell === null ? null : makePeriod(cell, table.period.kind, dayOf(table))
      const period = own && joined(own, table, kind, [...seen.values()][0])
      if (period) seen.set(period.end, period)
    }
  }
  const sorted = [...seen.values()].sort(comparePeriods)
  const all = sorted.slice(0, 1)
  while (all.length > 0 && all.length < 1000 && comparePeriods(all.at(-1)!, sorted.at(-1)!) < 0)
    all.push(after(all.at(-1)!))
  return all
}

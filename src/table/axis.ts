import { type Place, type Problem, problem } from '../messages.ts'
import { type CellValue, cellAt, type Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { basesOf } from '../release/measures.ts'
import { dayOf } from '../release/table-columns.ts'
import type { Columns } from './columns.ts'
import { after, before, comparePeriods, endingOn, holding, type Period, type PeriodKind } from './period.ts'
import { makePeriod } from './period-text.ts'
import { tell } from './tell.ts'

/** A sheet and where its columns are. */
export interface SheetReading {
  name: string
  sheet: Sheet
  columns: Columns
}

/** The kind of period the release is told by: that of its lead. Tables dated otherwise are joined to it by the day they end on. */
function axisKind(release: Release): PeriodKind {
  return release.definition.tables[tableOfLead(release)]!.period.kind
}

const tableOfLead = ({ definition, leads }: Release): string => basesOf(definition, leads.whole)[0]!.from

/** Cell → index among the periods of the table, or null. */
export function indexOfPeriod(
  periods: readonly Period[],
  def: TableDefinition,
): (cell: CellValue | undefined) => number | null {
  const { kind } = def.period
  const day = dayOf(def)
  const byEnd = new Map(periods.map((p, i) => [p.end, i]))
  return (cell) => {
    const period = makePeriod(cell ?? '', kind, day)
    if (period === null) return null
    return byEnd.get(def.period.within ? holding(period.end, periods[0]!).end : period.end) ?? null
  }
}

/** The periods of the table as a measure of a table of its own dates them: by their own kind, or by the day that lies in them. */
export function datedAs(periods: readonly Period[], def: Pick<TableDefinition, 'period'>): readonly Period[] {
  const { kind, within } = def.period
  // A table that cannot be joined has no rows that were read; what it is dated by is then never told.
  if (!within && periods.every((p) => p.kind === kind)) return periods
  const dated = periods.map((p) => (within ? dayWithin(p, dayOf(def)!) : endingOn(p.end, kind)) ?? p)
  // A day and the year that ends on it may both be called 2023: then the day is called by its date.
  const taken = new Set(periods.map((p) => p.id))
  return dated.map((p) => (taken.has(p.id) ? { ...p, id: p.end } : p))
}

/** The day of every year that lies in a period, or in the year to it. */
function dayWithin({ end }: Period, day: string): Period | null {
  const year = Number(end.slice(0, 4))
  const days = [year, year - 1].map((y) => makePeriod(String(y), 'day', day))
  return days.find((one) => one !== null && one.end <= end) ?? null
}

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '')

/** Every period from the first seen to the last, so that a year left out shows as missing. */
export function periodsOf(
  release: Release,
  readings: readonly SheetReading[],
  mostProblems: number,
  problems: Problem[],
): Period[] {
  const axis = axisKind(release)
  const lead = tableOfLead(release)
  // By the day it ends on: two days of one year have one id, and are not one period.
  const seen = new Map<string, { period: Period; place: Place }>()
  const leadFirst = [...readings].sort((a, b) => Number(b.name === lead) - Number(a.name === lead))
  for (const { name, sheet, columns } of leadFirst) {
    const def = release.definition.tables[name]!
    const { kind, within } = def.period
    const day = dayOf(def)
    // The lead is read first, and says which day of the year it is.
    const [anchor] = [...seen.values()]
    const cells = new Set<unknown>()
    for (let r = columns.header + 1; r < sheet.rows.length; r++) {
      const row = sheet.rows[r]!
      const cell = row[columns.period] ?? null
      if (cells.has(cell) || isBlank(row)) continue
      cells.add(cell)
      const own = cell === null ? null : makePeriod(cell, kind, day)
      const joined = within ? anchor && own && holding(own.end, anchor.period) : own && endingOn(own.end, axis)
      const period = kind === axis && !within ? own : joined
      const place = placeOf(sheet, r, columns.period)
      if (period) seen.set(period.end, seen.get(period.end) ?? { period, place })
      else if (problems.length < mostProblems) {
        const meant =
          own !== null
            ? `a day on which a ${axis.replace('-', ' ')} ends, to be set beside the rest`
            : kind !== 'day'
              ? `a ${kind.replace('-', ' ')}`
              : day === undefined
                ? 'a day'
                : `a year, counted on ${day}`
        tell(problems, problem('bad-period', place, { seen: cell ?? '(nothing)', meant }))
      }
    }
  }
  const sorted = [...seen.values()].map(({ period }) => period).sort(comparePeriods)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) {
    const sheet = leadFirst[0]!.sheet
    if (problems.length === 0)
      tell(problems, problem('no-observations', { file: sheet.file }, { measure: release.leads.whole }))
    return []
  }
  // The lead says which day of the year it is.
  const [anchor] = [...seen.values()]
  const all = [anchor!.period]
  // A slip such as 20230 for 2023 must not make a table of eighteen thousand years.
  while (comparePeriods(all.at(-1)!, last) < 0 && all.length < 1000) all.push(after(all.at(-1)!))
  while (comparePeriods(all[0]!, first) > 0 && all.length < 1000) all.unshift(before(all[0]!))
  const ends = new Set(all.map((p) => p.end))
  for (const { period, place } of seen.values()) {
    if (ends.has(period.end) || problems.length >= mostProblems) continue
    const meant =
      comparePeriods(period, all.at(-1)!) > 0
        ? `a period near ${first.id}`
        : `a whole number of years from ${all[0]!.label}, to be set beside the rest`
    tell(problems, problem('bad-period', place, { seen: period.label, meant }))
  }
  return all
}

export const placeOf = (sheet: Sheet, row: number, column: number): Place => cellAt(sheet, row, column)

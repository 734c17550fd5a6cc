import { type Place, type Problem, problem } from '../messages.ts'
import { address, type CellValue, type Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import type { Columns } from './columns.ts'
import { after, comparePeriods, endingOn, makePeriod, type Period, type PeriodKind } from './period.ts'

/** A sheet and where its columns are. */
export interface SheetReading {
  name: string
  sheet: Sheet
  columns: Columns
}

/** The kind of period the release is told by: that of its lead. Tables dated otherwise are joined to it by the day they end on. */
export function axisKind(release: Release): PeriodKind {
  const { definition, leads } = release
  const lead = definition.measures[leads.whole]!
  return 'from' in lead ? definition.tables[lead.from]!.period.kind : 'day'
}

/** Cell → index among the periods of the table, or null. */
export function indexOfPeriod(
  periods: readonly Period[],
  def: TableDefinition,
): (cell: CellValue | undefined) => number | null {
  const { kind, day } = def.period
  const byEnd = new Map(periods.map((p, i) => [p.end, i]))
  return (cell) => {
    const period = makePeriod(cell ?? '', kind, day)
    return period === null ? null : (byEnd.get(period.end) ?? null)
  }
}

/** The periods of the table as a measure of this kind dates them. */
export function datedAs(periods: readonly Period[], kind: PeriodKind): readonly Period[] {
  return periods.every((p) => p.kind === kind) ? periods : periods.map((p) => endingOn(p.end, kind)!)
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
  const seen = new Map<string, { period: Period; place: Place }>()
  for (const { name, sheet, columns } of readings) {
    const { kind, day } = release.definition.tables[name]!.period
    const cells = new Set<unknown>()
    for (let r = columns.header + 1; r < sheet.rows.length; r++) {
      const row = sheet.rows[r]!
      const cell = row[columns.period] ?? null
      if (cells.has(cell) || isBlank(row)) continue
      cells.add(cell)
      const own = cell === null ? null : makePeriod(cell, kind, day)
      const period = own && (kind === axis ? own : endingOn(own.end, axis))
      const place = placeOf(sheet, r, columns.period)
      if (period) seen.set(period.id, { period, place })
      else if (problems.length < mostProblems) {
        const meant =
          own !== null
            ? `a day on which a ${axis.replace('-', ' ')} ends, to be set beside the rest`
            : kind !== 'day'
              ? `a ${kind.replace('-', ' ')}`
              : day === undefined
                ? 'a day'
                : `a year, counted on ${day}`
        problems.push(problem('bad-period', place, { seen: cell ?? '(nothing)', meant }))
      }
    }
  }
  const sorted = [...seen.values()].map(({ period }) => period).sort(comparePeriods)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) {
    const sheet = readings[0]!.sheet
    if (problems.length === 0)
      problems.push(problem('no-observations', { file: sheet.file }, { measure: release.leads.whole }))
    return []
  }
  const all = [first]
  // A slip such as 20230 for 2023 must not make a table of eighteen thousand years.
  while (all.at(-1)!.id !== last.id && all.length < 1000) all.push(after(all.at(-1)!))
  if (all.at(-1)!.id !== last.id) {
    problems.push(
      problem('bad-period', seen.get(last.id)!.place, { seen: last.id, meant: `a period near ${first.id}` }),
    )
  }
  return all
}

export function placeOf(sheet: Sheet, row: number, column: number): Place {
  return { file: sheet.file, ...(sheet.name ? { sheet: sheet.name } : {}), at: address(row, column) }
}

import { join } from 'node:path'
import { NibError, type Problem, problem } from '../messages.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { basesOf, isBase, rowsBelow } from '../release/measures.ts'
import { dayOf } from '../release/table-columns.ts'
import { periodsOf, type SheetReading } from './axis.ts'
import { findColumns } from './columns.ts'
import { derive } from './derive.ts'
import { fill } from './fill.ts'
import { measuresOf } from './measures.ts'
import { makeOrigins } from './origin.ts'
import { inAYear } from './period.ts'
import { makePeriod } from './period-text.ts'
import { findSuspects } from './suspect.ts'
import type { Table } from './table.ts'
import { addUp, checkBreakdowns } from './whole.ts'

/** More problems than this help nobody. */
const mostProblems = 20

/**
 * Sheets and definition → Table: area × period × measure, with the rows each observation came from.
 * @param sheets one for each table of the release
 * @throws NibError with the problems found: unknown areas, categories and columns, numbers that are none, repeats.
 */
export function buildTable(release: Release, sheets: Readonly<Record<string, Sheet>>): Table {
  const def = release.definition
  const bases = Object.values(def.measures).filter(isBase)
  const problems: Problem[] = []
  const readings: SheetReading[] = Object.keys(def.tables).map((name) => {
    const sheet = sheets[name]!
    const values = [...new Set(bases.filter((m) => m.from === name).map((m) => m.value))]
    return { name, sheet, columns: findColumns(sheet, def.tables[name]!, values, problems) }
  })
  checkComparable(release, problems)
  stopAt(problems, 1)

  const periods = periodsOf(release, readings, mostProblems, problems)
  stopAt(problems, 1)
  const areas = [...release.areas.listed, release.areas.whole]
  const measures = measuresOf(release, periods)
  const size = measures.length * areas.length * periods.length
  const table: Table = {
    areas,
    periods,
    lag: inAYear(periods[0]!.kind),
    measures,
    values: new Float64Array(size),
    status: new Uint8Array(size),
    flags: new Uint8Array(size),
    origins: makeOrigins(
      measures.map(({ definition }) => {
        const sheet = isBase(definition) ? sheets[definition.from]! : null
        return isBase(definition) && sheet
          ? { file: sheet.file, sheet: sheet.name, column: definition.value }
          : { file: '', sheet: null, column: '' }
      }),
      size,
    ),
    suspects: [],
    caveats: [],
  }
  const counts = new Uint32Array(size)
  for (const reading of readings) fill(table, release, reading, counts, mostProblems, problems)
  if (problems.length === 0) checkLeads(table, release, counts, problems)
  stopAt(problems, 1)
  const aside = addUp(table, release, counts)
  derive(table)
  return { ...table, caveats: [...aside, ...checkBreakdowns(table, release)], suspects: findSuspects(table, release) }
}

function stopAt(problems: readonly Problem[], most: number): void {
  if (problems.length >= most) throw new NibError(problems.slice(0, mostProblems))
}

/** The periods a definition compares from, and those where a series breaks, must be periods of the table's kind. */
function checkComparable(release: Release, problems: Problem[]): void {
  const { measures, tables } = release.definition
  const file = join(release.folder, 'release.yaml')
  for (const [key, definition] of Object.entries(measures)) {
    if (definition.comparable === undefined) continue
    const table = tables[basesOf(release.definition, key)[0]!.from]!
    const { kind } = table.period
    const day = dayOf(table)
    const { from, breaks } = definition.comparable
    for (const [setting, seen] of [['from', from] as const, ...breaks.map((b) => ['breaks', b] as const)]) {
      // A day written out has its year for an id.
      const id =
        (/^\d{4}$/.test(seen) && kind === 'day' && day === undefined ? seen : makePeriod(seen, kind, day)?.id) ?? null
      if (id === seen) continue
      const meant = `a ${kind === 'day' ? 'year' : kind.replace('-', ' ')} was meant`
      const path = `measures.${key}.comparable.${setting}`
      problems.push(problem('bad-definition', { file }, { path, seen, meant, near: id }))
    }
  }
}

/** A file of another release may have all the columns and nothing of what the story is about. */
function checkLeads(table: Table, release: Release, counts: Uint32Array, problems: Problem[]): void {
  for (const lead of new Set(Object.values(release.leads).map((lead) => rowsBelow(release.definition, lead)))) {
    const index = table.measures.findIndex((m) => m.key === lead)
    const size = table.areas.length * table.periods.length
    if (counts.subarray(index * size, (index + 1) * size).some((n) => n > 0)) continue
    problems.push(problem('no-observations', { file: table.origins.sources[index]!.file }, { measure: lead }))
  }
}

import { join } from 'node:path'
import { NibError, type Place, type Problem, problem } from '../messages.ts'
import { address, type Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/load.ts'
import { graver, readCell, statuses } from './cell.ts'
import { type Columns, findColumns } from './columns.ts'
import { addRow, makeOrigins } from './origin.ts'
import { after, comparePeriods, makePeriod, type Period } from './period.ts'
import { rowKeys } from './row-key.ts'
import { findSuspects } from './suspect.ts'
import { at, type Measure, type Table } from './table.ts'
import { addUp } from './whole.ts'

/** More problems than this help nobody. */
const mostProblems = 20

/**
 * Sheets and definition → Table: area × period × measure, with the rows each observation came from.
 * @param sheets one for each table of the release
 * @throws NibError with the problems found: unknown areas, categories and columns, numbers that are none, repeats.
 */
export function buildTable(release: Release, sheets: Readonly<Record<string, Sheet>>): Table {
  const def = release.definition
  const measures: Measure[] = Object.entries(def.measures).flatMap(([key, definition]) =>
    isBase(definition) ? [{ key, definition }] : [],
  )
  const problems: Problem[] = []
  const readings = Object.keys(def.tables).map((name) => {
    const sheet = sheets[name]!
    const mine = measures.filter((m) => m.definition.from === name)
    const columns = findColumns(sheet, def.tables[name]!, [...new Set(mine.map((m) => m.definition.value))], problems)
    return { name, sheet, columns }
  })
  checkComparable(release, measures, problems)
  stopAt(problems, 1)

  const periods = periodsOf(release, readings, problems)
  stopAt(problems, 1)
  const areas = [...release.areas.listed, release.areas.whole]
  const size = measures.length * areas.length * periods.length
  const table: Table = {
    areas,
    periods,
    measures,
    values: new Float64Array(size),
    status: new Uint8Array(size),
    flags: new Uint8Array(size),
    origins: makeOrigins(
      measures.map((m) => {
        const sheet = sheets[m.definition.from]!
        return { file: sheet.file, sheet: sheet.name, column: m.definition.value }
      }),
      size,
    ),
    suspects: [],
    caveats: [],
  }
  const counts = new Uint32Array(size)
  for (const reading of readings) fill(table, release, reading, counts, problems)
  if (problems.length === 0) checkLead(table, release, counts, problems)
  stopAt(problems, 1)
  const caveats = addUp(table, release, counts)
  return { ...table, caveats, suspects: findSuspects(table, release) }
}

interface SheetReading {
  name: string
  sheet: Sheet
  columns: Columns
}

function stopAt(problems: readonly Problem[], most: number): void {
  if (problems.length >= most) throw new NibError(problems.slice(0, mostProblems))
}

function placeOf(sheet: Sheet, row: number, column: number) {
  return { file: sheet.file, ...(sheet.name ? { sheet: sheet.name } : {}), at: address(row, column) }
}

/** The periods a definition compares from, and those where a series breaks, must be periods of the table's kind. */
function checkComparable(release: Release, measures: readonly Measure[], problems: Problem[]): void {
  const file = join(release.folder, 'release.yaml')
  for (const { key, definition } of measures) {
    const { kind, day } = release.definition.tables[definition.from]!.period
    const { from, breaks } = definition.comparable
    for (const [setting, seen] of [['from', from] as const, ...breaks.map((b) => ['breaks', b] as const)]) {
      const id = makePeriod(seen, kind, day)?.id ?? null
      if (id === seen) continue
      const meant = `a ${kind === 'day' ? 'year' : kind.replace('-', ' ')} was meant`
      const path = `measures.${key}.comparable.${setting}`
      problems.push(problem('bad-definition', { file }, { path, seen, meant, near: id }))
    }
  }
}

/** A file of another release may have all the columns and nothing of what the story is about. */
function checkLead(table: Table, release: Release, counts: Uint32Array, problems: Problem[]): void {
  const lead = table.measures.findIndex((m) => m.key === release.lead)
  const size = table.areas.length * table.periods.length
  if (lead < 0 || counts.subarray(lead * size, (lead + 1) * size).some((n) => n > 0)) return
  problems.push(problem('no-observations', { file: table.origins.sources[lead]!.file }, { measure: release.lead }))
}

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '')

/** Every period from the first seen to the last, so that a year left out shows as missing. */
function periodsOf(release: Release, readings: readonly SheetReading[], problems: Problem[]): Period[] {
  const seen = new Map<string, { period: Period; place: Place }>()
  for (const { name, sheet, columns } of readings) {
    const { kind, day } = release.definition.tables[name]!.period
    const cells = new Set<unknown>()
    for (let r = columns.header + 1; r < sheet.rows.length; r++) {
      const row = sheet.rows[r]!
      const cell = row[columns.period] ?? null
      if (cells.has(cell) || isBlank(row)) continue
      cells.add(cell)
      const period = cell === null ? null : makePeriod(cell, kind, day)
      if (period) seen.set(period.id, { period, place: placeOf(sheet, r, columns.period) })
      else if (problems.length < mostProblems) {
        const meant = kind === 'day' ? `a year, counted on ${day}` : `a ${kind.replace('-', ' ')}`
        problems.push(problem('bad-period', placeOf(sheet, r, columns.period), { seen: cell ?? '(nothing)', meant }))
      }
    }
  }
  const sorted = [...seen.values()].map(({ period }) => period).sort(comparePeriods)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) {
    const sheet = readings[0]!.sheet
    if (problems.length === 0)
      problems.push(problem('no-observations', { file: sheet.file }, { measure: release.lead }))
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

function fill(table: Table, release: Release, reading: SheetReading, counts: Uint32Array, problems: Problem[]): void {
  const { sheet, columns, name } = reading
  const def = release.definition.tables[name]!
  const keys = rowKeys(table, release, def, sheet, columns, problems)
  const mine = table.measures.flatMap((measure, index) =>
    measure.definition.from === name ? [{ measure, index }] : [],
  )
  // Which measures a row counts towards depends on its categories alone.
  const towards = new Map<number, { index: number; column: number; name: string }[]>()
  const first = new Map<number, number>()
  const width = sheet.rows[columns.header]!.length
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    if (problems.length >= mostProblems) return
    const row = sheet.rows[r]!
    if (isBlank(row)) continue
    const beyond = row.length <= width ? -1 : row.findIndex((cell, c) => c >= width && cell !== null && cell !== '')
    if (beyond >= 0) {
      problems.push(problem('ragged-row', placeOf(sheet, r, beyond), { seen: row[beyond], columns: width }))
      continue
    }
    const key = keys.read(row, r)
    if (key === null) continue
    const before = first.get(key.id)
    if (before !== undefined) {
      const what = [row[columns.period], row[columns.area], ...[...columns.by, ...columns.over].map((c) => row[c])]
      problems.push(
        problem(
          'duplicate-observation',
          { ...placeOf(sheet, r, columns.area) },
          { what: what.join(', '), first: before },
        ),
      )
      continue
    }
    first.set(key.id, r + 1)
    if (key.area < 0) continue
    let targets = towards.get(key.category)
    if (targets === undefined) {
      const values = keys.categories(key.category)
      targets = mine
        .filter(({ measure }) =>
          Object.entries(measure.definition.where).every(([column, wanted]) =>
            [wanted].flat().includes(values[column]!),
          ),
        )
        .map(({ measure, index }) => ({
          index,
          column: columns.values.get(measure.definition.value)!,
          name: measure.definition.value,
        }))
      towards.set(key.category, targets)
    }
    for (const target of targets) {
      const observation = at(table, target.index, key.area, key.period)
      const cell = row[target.column] ?? null
      const reading = readCell(cell, def.marks)
      if (reading === null) {
        problems.push(problem('bad-number', placeOf(sheet, r, target.column), { seen: cell, column: target.name }))
        continue
      }
      counts[observation]!++
      addRow(table.origins, observation, r + 1)
      table.flags[observation]! |= reading.flags
      table.values[observation]! += reading.value
      // One mark among the parts spoils the sum.
      const was = counts[observation] === 1 ? reading.status : statuses[table.status[observation]!]!
      table.status[observation] = statuses.indexOf(graver(was, reading.status))
    }
  }
}

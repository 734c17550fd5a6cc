import type { CellValue, Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/measures.ts'
import { dayOf } from '../release/table-columns.ts'
import { placeOf } from '../table/axis.ts'
import { readCell, unitSigns } from '../table/cell.ts'
import { findColumns } from '../table/columns.ts'
import { numbersOf } from '../table/numbers.ts'
import { makePeriod } from '../table/period-text.ts'
import type { Where } from './finding.ts'

/** What the rows of one period say that a table does not keep. */
export interface Rows {
  /** Name of an area as the sheet has it → its code, and where that stands first. */
  codes: Map<string, { code: string; where: Where }>
  /** Column of categories → those that have rows some measure is made of, each by the name the definition gives it. */
  categories: Map<string, Set<string>>
  /** Measure → the publisher's own total, where the sheet has rows for the whole. NaN where one of them has no number. */
  totals: Map<string, number>
}

const plain = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/[\s\u00a0]+/g, ' ')
        .trim()

const empty = (): Rows => ({ codes: new Map(), categories: new Map(), totals: new Map() })

/**
 * Reads the sheet of a table once more, for the periods that end on these days. The one place of the gate that knows how a
 * sheet is laid out; everything else looks at the table.
 */
export function rowsOn(release: Release, name: string, sheet: Sheet, ends: ReadonlySet<string>): Map<string, Rows> {
  const def = release.definition.tables[name]!
  const bases = Object.entries(release.definition.measures).flatMap(([key, m]) =>
    isBase(m) && m.from === name ? [{ key, ...m }] : [],
  )
  const columns = findColumns(sheet, def, [...new Set(bases.map((m) => m.value))], [])
  const numbers = numbersOf(sheet, def, columns.header + 1, columns.values.values())
  // The table was made of these cells: a sign of another unit was refused there.
  const manner = { marks: def.marks, numbers, signs: unitSigns }
  const { whole } = release.areas
  const wholeNames = new Set(
    [whole.name, ...whole.names, ...whole.aliases, ...(whole.code ? [whole.code] : [])].map((n) => n.toLowerCase()),
  )
  const dimensions = [
    ...Object.entries(def.by).map(([by, values], i) => ({ by, column: columns.by[i]!, names: spellings(values) })),
    ...columns.overNames.map((by, i) => ({ by, column: columns.over[i]!, names: new Map<string, string>() })),
  ]
  const found = new Map([...ends].map((end) => [end, empty()]))
  // Many rows have one period: its cell is read once.
  const periods = new Map<CellValue, Rows | null>()
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    const row = sheet.rows[r]!
    const cell = row[columns.period] ?? null
    let rows = periods.get(cell)
    if (rows === undefined) {
      const period = cell === null ? null : makePeriod(cell, def.period.kind, dayOf(def))
      rows = (period && found.get(period.end)) ?? null
      periods.set(cell, rows)
    }
    if (rows === null) continue
    const area = plain(row[columns.area])
    if (columns.code !== null && !rows.codes.has(area))
      rows.codes.set(area, { code: plain(row[columns.code]), where: whereOf(sheet, r, columns.code) })
    const values: Record<string, string> = {}
    for (const { by, column, names } of dimensions) {
      const seen = plain(row[column])
      values[by] = names.get(seen) ?? seen
    }
    // An extract leaves out rows that no measure is made of.
    if (!bases.some(({ where }) => holds(where, values))) continue
    for (const [by, value] of Object.entries(values)) {
      const mine = rows.categories.get(by) ?? new Set()
      rows.categories.set(by, mine.add(value))
    }
    if (def.holds === 'whole' || !wholeNames.has(area.toLowerCase())) continue
    for (const { key, where, value } of bases) {
      if (!holds(where, values)) continue
      const read = readCell(row[columns.values.get(value)!] ?? null, manner)
      rows.totals.set(key, (rows.totals.get(key) ?? 0) + (read?.status === 'observed' ? read.value : Number.NaN))
    }
  }
  return found
}

const holds = (where: Readonly<Record<string, string | string[]>>, values: Readonly<Record<string, string>>): boolean =>
  Object.entries(where).every(([column, wanted]) => [wanted].flat().includes(values[column]!))

function whereOf(sheet: Sheet, row: number, column: number): Where {
  const { file, sheet: name, at } = placeOf(sheet, row, column)
  return { ...(file ? { file } : {}), ...(name ? { sheet: name } : {}), ...(at ? { at } : {}) }
}

/** Spelling → the name the definition gives it. */
const spellings = (values: Readonly<Record<string, readonly string[] | null>>): Map<string, string> =>
  new Map(Object.entries(values).flatMap(([name, others]) => [name, ...(others ?? [])].map((s) => [s, name] as const)))

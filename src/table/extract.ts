import type { Sheet } from '../read/sheet.ts'
import type { BaseMeasureDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/measures.ts'
import { areaColumn, codeColumn, periodColumn } from '../release/table-columns.ts'
import { graver, type Manner, marksOf, readCell, type Status, unitSigns } from './cell.ts'
import { findColumns } from './columns.ts'
import { numbersOf } from './numbers.ts'
import { type RowKey, rowKeys } from './row-key.ts'
import { statusOf, type Table } from './table.ts'
import { unparse } from './unparse.ts'

/**
 * The rows a release needs, out of a publisher's sheet, as CSV: added up over the columns under `over`, spellings made one,
 * and ordered so that what belongs together stands together. Marks stay marks, and a sum that lacks a row is left empty.
 * @param table the table built from this sheet, which has checked every row of it
 */
export function extract(release: Release, table: Table, name: string, sheet: Sheet): string {
  const def = release.definition.tables[name]!
  const measures = Object.entries(release.definition.measures).flatMap(([key, m]) =>
    isBase(m) && m.from === name ? [{ m, index: table.measures.findIndex((other) => other.key === key) }] : [],
  )
  const values = [...new Set(measures.map(({ m }) => m.value))]
  const columns = findColumns(sheet, def, values, [])
  const keys = rowKeys(table, release, def, sheet, columns, [])
  const by = Object.keys(def.by)
  const order = by.map((column) => Object.keys(def.by[column]!))
  const numbers = numbersOf(sheet, def, columns.header + 1, columns.values.values())
  const manner = { marks: def.marks, numbers, signs: unitSigns }
  // Read again with the same definition, it must say the same: a sum is written as that says.
  const numeral = (sum: number): string | number => (def.numbers === 'comma' ? String(sum).replace('.', ',') : sum)
  const groups = new Map<string, Group>()
  /** The most rows that one listed area has, by period and category. */
  const most = new Map<string, number>()
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    const row = sheet.rows[r]!
    if (row.every((cell) => cell === null || cell === '')) continue
    const key = keys.read(row, r)!
    const categories = keys.categories(key.category)
    if (!measures.some(({ m }) => counts(m, categories))) continue
    const area = String(row[columns.area])
    const about = `${key.period} ${key.category}`
    const id = `${about} ${key.area < 0 ? area : key.area}`
    let group = groups.get(id)
    if (!group) {
      const ranks = by.map((column, i) => order[i]!.indexOf(categories[column]!))
      group = {
        key,
        about,
        head: [row[columns.period]!, ...(columns.code === null ? [] : [row[columns.code] ?? null]), row[columns.area]!],
        categories,
        rows: 0,
        cells: values.map(() => ({ sum: 0, status: 'observed', flags: 0, mark: '' })),
        sort: [key.period, ranks[0] ?? 0, area, ...ranks.slice(1)],
      }
      groups.set(id, group)
    }
    group.rows++
    if (key.area >= 0) most.set(about, Math.max(most.get(about) ?? 0, group.rows))
    for (const [i, value] of values.entries()) add(group.cells[i]!, row[columns.values.get(value)!] ?? null, manner)
  }
  const written = ({ key, about, categories, rows, cells }: Group) =>
    cells.map(({ sum, status, flags, mark }, i) => {
      if (status !== 'observed') return mark
      const lacking = key.area >= 0 && rows < most.get(about)!
      const mine = measures.filter(({ m }) => m.value === values[i] && counts(m, categories))
      if (lacking && mine.some(({ index }) => statusOf(table, index, key.area, key.period) === 'incomplete'))
        return null
      const clean = numeral(Math.round(sum * 1e6) / 1e6)
      return flags === 0 ? clean : `${clean}${marksOf(flags)}`
    })
  const code = [codeColumn(def) ?? []].flat()
  const sorted = [...groups.values()].sort((a, b) => compare(a.sort, b.sort))
  return unparse([
    [periodColumn(def), ...code, areaColumn(def), ...by, ...values],
    ...sorted.map((group) => [...group.head, ...by.map((column) => group.categories[column]!), ...written(group)]),
  ])
}

interface Group {
  key: RowKey
  about: string
  head: (string | number | null)[]
  categories: Readonly<Record<string, string>>
  rows: number
  cells: { sum: number; status: Status; flags: number; mark: string }[]
  sort: (string | number)[]
}

/** Whether rows of these categories count towards a measure. */
const counts = (m: BaseMeasureDefinition, categories: Readonly<Record<string, string>>): boolean =>
  Object.entries(m.where).every(([column, wanted]) => [wanted].flat().includes(categories[column]!))

function add(to: Group['cells'][number], cell: string | number | null, manner: Manner): void {
  // What no measure reads may be anything, and is passed on as it stands.
  const { status, value, flags } = readCell(cell, manner) ?? { status: 'missing', value: 0, flags: 0 }
  to.flags |= flags
  if (status === 'observed') to.sum += value
  else if (to.status === 'observed' || graver(to.status, status) !== to.status) to.mark = String(cell ?? '')
  to.status = graver(to.status, status)
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1
    if (a[i]! > b[i]!) return 1
  }
  return 0
}

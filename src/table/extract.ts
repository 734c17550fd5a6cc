import type { Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/load.ts'
import { readCell } from './cell.ts'
import { findColumns } from './columns.ts'
import { rowKeys } from './row-key.ts'
import type { Table } from './table.ts'
import { unparse } from './unparse.ts'

/**
 * The rows a release needs, out of a publisher's sheet, as CSV: added up over the columns under `over`, spellings made one,
 * and ordered so that what belongs together stands together. Marks stay marks.
 * @param table the table built from this sheet, which has checked every row of it
 */
export function extract(release: Release, table: Table, name: string, sheet: Sheet): string {
  const def = release.definition.tables[name]!
  const measures = Object.values(release.definition.measures)
    .filter(isBase)
    .filter((m) => m.from === name)
  const values = [...new Set(measures.map((m) => m.value))]
  const columns = findColumns(sheet, def, values, [])
  const keys = rowKeys(table, release, def, sheet, columns, [])
  const by = Object.keys(def.by)
  const order = by.map((column) => Object.keys(def.by[column]!))
  const groups = new Map<string, Group>()
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    const row = sheet.rows[r]!
    if (row.every((cell) => cell === null || cell === '')) continue
    const key = keys.read(row, r)!
    const categories = keys.categories(key.category)
    const needed = measures.some((m) =>
      Object.entries(m.where).every(([c, wanted]) => [wanted].flat().includes(categories[c]!)),
    )
    if (!needed) continue
    const head = [
      row[columns.period]!,
      ...(columns.code === null ? [] : [row[columns.code] ?? null]),
      row[columns.area]!,
    ]
    const id = JSON.stringify([head, categories])
    let group = groups.get(id)
    if (!group) {
      const ranks = by.map((column, i) => order[i]!.indexOf(categories[column]!))
      group = {
        head,
        categories: by.map((c) => categories[c]!),
        sums: values.map(() => 0),
        marks: values.map(() => null),
        sort: [key.period, ranks[0] ?? 0, String(row[columns.area]), ...ranks.slice(1)],
      }
      groups.set(id, group)
    }
    for (const [i, value] of values.entries()) {
      const cell = row[columns.values.get(value)!] ?? null
      const { status, value: number } = readCell(cell, def.marks)!
      if (status === 'observed') group.sums[i]! += number
      else group.marks[i] ??= String(cell ?? '')
    }
  }
  const header = [
    def.period.column,
    ...(def.area.code === undefined ? [] : [def.area.code]),
    def.area.name,
    ...by,
    ...values,
  ]
  const rows = [...groups.values()].sort((a, b) => compare(a.sort, b.sort))
  return unparse([
    header,
    ...rows.map((g) => [
      ...g.head,
      ...g.categories,
      ...g.sums.map((sum, i) => g.marks[i] ?? Math.round(sum * 1e6) / 1e6),
    ]),
  ])
}

interface Group {
  head: (string | number | null)[]
  categories: string[]
  sums: number[]
  marks: (string | null)[]
  sort: (string | number)[]
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1
    if (a[i]! > b[i]!) return 1
  }
  return 0
}

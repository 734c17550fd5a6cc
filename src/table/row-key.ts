import { type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { ByCells } from '../read/by-cells.ts'
import { type CellValue, cellAt, type Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { areaFinder } from './area-finder.ts'
import { indexOfPeriod } from './axis.ts'
import type { Columns } from './columns.ts'
import type { Table } from './table.ts'
import { tell } from './tell.ts'

/** What a row is about. `id` is one number for all of it, so that a repeat is found without building text. */
export interface RowKey {
  /** Index among the table's areas; -1 for an area that is read but not counted. */
  area: number
  period: number
  /** One number for the row's `by` categories; `categories` tells them. */
  category: number
  id: number
}

export interface RowKeys {
  /** Null: the row has a problem, which was told. */
  read(row: readonly CellValue[], index: number): RowKey | null
  categories(category: number): Record<string, string>
}

const plain = (cell: CellValue | undefined): string => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  return /[\s\u00a0]{2}|\u00a0|^\s|\s$/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text
}

/** What a row's categories are, as numbers; or what is wrong with them, told of a row. */
type Kind = { id: number; category: number } | ((row: number) => Problem)

/** Reads what rows are about. Spellings are merged by the definition alone; anything it does not know is a problem. */
export function rowKeys(
  table: Table,
  release: Release,
  def: TableDefinition,
  sheet: Sheet,
  columns: Columns,
  problems: Problem[],
): RowKeys {
  const { listed, others, whole } = release.areas
  const wholeToo = def.holds === 'whole' || release.definition.areas.whole.made === 'published'
  const order = [
    ...(def.holds === 'whole' ? [] : listed.map((area, i) => ({ area, i }))),
    ...(def.holds === 'whole' ? [] : others.map((area, i) => ({ area, i: -1 - i }))),
    ...(wholeToo ? [{ area: whole, i: listed.length }] : []),
  ]
  const areaOf = areaFinder(
    order.map(({ area, i }) =>
      area === whole ? { area: { ...area, names: [...area.names, ...area.aliases] }, i } : { area, i },
    ),
  )
  const indexOf = indexOfPeriod(table.periods, def)
  // What cells mean is worked out once for all rows that hold the same ones.
  const periods = new ByCells<number>([columns.period])
  const areas = new ByCells<ReturnType<typeof areaOf>>([columns.area, ...(columns.code === null ? [] : [columns.code])])
  const dimensions = [
    ...Object.entries(def.by).map(([name, values], i) => ({ name, column: columns.by[i]!, codes: codesOf(values) })),
    ...columns.overNames.map((name, i) => ({
      name,
      column: columns.over[i]!,
      codes: codesOf(listOf(def.over[name]!)),
    })),
  ]
  const kinds = new ByCells<Kind>(dimensions.map((d) => d.column))
  const size = dimensions.reduce((all, d) => all * d.codes.size, 1)
  const place = (row: number, column: number) => cellAt(sheet, row, column)

  function area(row: readonly CellValue[], r: number): number | null {
    const found = areas.get(row, () =>
      areaOf(plain(row[columns.area]), columns.code === null ? '' : plain(row[columns.code])),
    )
    if (typeof found === 'number') return found
    tell(problems, found(place(r, columns.area)))
    return null
  }

  function kindOf(row: readonly CellValue[]): Kind {
    let id = 0
    let category = 0
    for (const [d, { name, column, codes }] of dimensions.entries()) {
      const seen = plain(row[column])
      const code = codes.get(seen)
      if (code === undefined)
        return (r) =>
          problem('unknown-category', place(r, column), { seen, column: name, near: near(seen, [...codes.keys()]) })
      id = id * codes.size + code
      if (d < columns.by.length) category = id
    }
    return { id, category }
  }

  return {
    read(row, r) {
      const period = periods.get(row, () => indexOf(row[columns.period])!)
      const areaAt = area(row, r)
      if (areaAt === null) return null
      const kind = kinds.get(row, () => kindOf(row))
      if (typeof kind === 'function') {
        tell(problems, kind(r))
        return null
      }
      const id = ((areaAt + others.length) * table.periods.length + period) * size + kind.id
      return { area: areaAt < 0 ? -1 : areaAt, period, category: kind.category, id }
    },
    categories(category) {
      const values: Record<string, string> = {}
      let rest = category
      for (const { name, codes } of dimensions.slice(0, columns.by.length).reverse()) {
        const code = rest % codes.size
        rest = (rest - code) / codes.size
        for (const [text, c] of codes) {
          if (c === code) {
            values[name] = text
            break
          }
        }
      }
      return values
    },
  }
}

const listOf = (values: readonly string[]): Record<string, null> => Object.fromEntries(values.map((v) => [v, null]))

/** Spelling → code; the canonical spelling of each code stands first. */
function codesOf(values: Readonly<Record<string, readonly string[] | null>>): Map<string, number> {
  const codes = new Map<string, number>()
  Object.entries(values).forEach(([name, variants], code) => {
    codes.set(name, code)
    for (const variant of variants ?? []) codes.set(variant, code)
  })
  return codes
}

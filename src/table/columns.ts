import { type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { findHeader } from '../read/header.ts'
import type { Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import { areaColumn, codeColumn, periodColumn } from '../release/table-columns.ts'

/** Which column of a sheet holds what. */
export interface Columns {
  header: number
  area: number
  code: number | null
  period: number
  /** Of each column under `by`. */
  by: number[]
  /** Of each column under `over` that the sheet has: an extract may have added them up already. */
  over: number[]
  overNames: string[]
  values: Map<string, number>
}

/** Finds the definition's columns in a sheet. @throws NibError if one is missing. Unknown ones go to `problems`. */
export function findColumns(
  sheet: Sheet,
  def: TableDefinition,
  values: readonly string[],
  problems: Problem[],
): Columns {
  const by = Object.keys(def.by)
  const code = codeColumn(def)
  const wanted = [periodColumn(def), areaColumn(def), ...(code ? [code] : []), ...by, ...values]
  const found = findHeader(sheet, wanted)
  const column = (name: string): number => found.columns.get(name)!
  const ignored = def.ignore === 'all' ? null : def.ignore
  const optional = [...Object.keys(def.over), ...(ignored ?? [])]
  const over: number[] = []
  const overNames: string[] = []
  for (const other of found.others) {
    const name = other.name.trim()
    if (Object.hasOwn(def.over, name)) {
      over.push(other.column)
      overNames.push(name)
    } else if (ignored && !ignored.includes(name)) {
      const place = { file: sheet.file, ...(sheet.name ? { sheet: sheet.name } : {}), row: found.row + 1 }
      problems.push(problem('unknown-column', place, { column: name, near: near(name, optional) }))
    }
  }
  return {
    header: found.row,
    area: column(areaColumn(def)),
    code: code ? column(code) : null,
    period: column(periodColumn(def)),
    by: by.map(column),
    over,
    overNames,
    values: new Map(values.map((name) => [name, column(name)])),
  }
}

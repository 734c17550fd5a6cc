import { fail } from '../messages.ts'
import { datedHeading } from '../read/dated-heading.ts'
import { type CellValue, isEmpty, type Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import { dayOf, valueColumn } from '../release/table-columns.ts'
import { makePeriod } from './period-text.ts'

/** Columns under one another: those with one period each, or all of a sheet. */
export interface Block {
  period: string | null
  /** Heading → column, of the values of this period. */
  values: Map<string, number>
}

/** Whether a cell, or the name of a sheet, reads as a period of the table. */
export const isPeriod = (cell: CellValue | undefined, def: TableDefinition): boolean =>
  !isEmpty(cell) && makePeriod(cell!, def.period.kind, dayOf(def)) !== null

/** Where the values of each period stand. */
export function blocksOf(
  sheet: Sheet,
  period: string | null,
  def: TableDefinition,
  names: readonly string[],
  wanted: readonly string[],
): Block[] {
  if (def.period.in === 'column') return [{ period: null, values: new Map() }]
  if (def.period.in === 'sheets') return [{ period, values: new Map() }]
  const blocks = new Map<string, Block>()
  for (const [column, name] of names.entries()) {
    const dated = datedHeading(name.split(' | '), (part) => isPeriod(part, def))
    // “Change 2021 to 2022” ends with a year and is of none: beside a period stands what a measure is made of.
    if (dated === null || (dated.among && !wanted.includes(dated.rest))) continue
    const { seen: period, rest } = dated
    const block = blocks.get(period) ?? { period, values: new Map() }
    const value = rest === '' ? valueColumn : rest
    if (block.values.has(value))
      fail('duplicate-column', { file: sheet.file, ...(sheet.name ? { sheet: sheet.name } : {}) }, { column: name })
    block.values.set(value, column)
    blocks.set(period, block)
  }
  return [...blocks.values()]
}

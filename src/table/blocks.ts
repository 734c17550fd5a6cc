import { fail } from '../messages.ts'
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
export function blocksOf(sheet: Sheet, def: TableDefinition, names: readonly string[]): Block[] {
  if (def.period.in === 'column') return [{ period: null, values: new Map() }]
  if (def.period.in === 'sheets') return [{ period: sheet.name, values: new Map() }]
  const blocks = new Map<string, Block>()
  for (const [column, name] of names.entries()) {
    const parts = name.split(' | ')
    const dated = parts.findIndex((part) => isPeriod(part, def))
    if (dated < 0) continue
    const period = parts[dated]!
    const rest = parts.filter((_, i) => i !== dated).join(' | ')
    const block = blocks.get(period) ?? { period, values: new Map() }
    const value = rest === '' ? valueColumn : rest
    if (block.values.has(value))
      fail('duplicate-column', { file: sheet.file, ...(sheet.name ? { sheet: sheet.name } : {}) }, { column: name })
    block.values.set(value, column)
    blocks.set(period, block)
  }
  return [...blocks.values()]
}

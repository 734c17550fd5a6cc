import type { CellValue, Sheet } from '../read/sheet.ts'
import type { TableDefinition } from '../release/definition.ts'
import { readCell, unitSigns } from './cell.ts'
import type { Numbers } from './number-text.ts'

export type { Numbers }

type Marks = TableDefinition['marks']

/** The ways in which a cell can be read as a number. None: it is no number, or has neither sign. */
export function waysOf(cell: CellValue, marks: Marks): ('point' | 'comma')[] {
  if (typeof cell !== 'string' || !/[.,]/.test(cell)) return []
  return (['point', 'comma'] as const).filter(
    (numbers) => readCell(cell, { marks, numbers, signs: unitSigns })?.status === 'observed',
  )
}

/** What cells say of how numbers are written: one that can be read in one way only settles it, where all such agree. */
export function settled(cells: Iterable<CellValue>, marks: Marks): Numbers {
  const seen = { point: false, comma: false }
  for (const cell of cells) {
    const ways = waysOf(cell, marks)
    if (ways.length === 1) seen[ways[0]!] = true
  }
  if (seen.point === seen.comma) return 'unsure'
  return seen.point ? 'point' : 'comma'
}

/**
 * How a table's numbers are written: as its definition says, or as its values settle. Only a file that is parted by semicolons
 * needs to be settled: programs write these where the comma is the decimal sign.
 * @param first the first row below the headings
 * @param columns of the values
 */
export function numbersOf(sheet: Sheet, def: TableDefinition, first: number, columns: Iterable<number>): Numbers {
  if (def.numbers !== undefined) return def.numbers
  return sheet.delimiter === ';' ? settled(below(sheet, first, [...columns]), def.marks) : 'point'
}

function* below({ rows }: Sheet, first: number, columns: readonly number[]): Generator<CellValue> {
  for (let r = first; r < rows.length; r++) for (const column of columns) yield rows[r]![column] ?? null
}

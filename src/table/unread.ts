import { type Place, type Problem, problem } from '../messages.ts'
import type { CellValue, Sheet } from '../read/sheet.ts'
import type { BaseMeasureDefinition } from '../release/definition.ts'
import { type Manner, type Reading, readCell, unitSigns } from './cell.ts'
import { waysOf } from './numbers.ts'

/** The signs that a measure's numbers may have: of its own unit alone. */
export const signsOf = (m: BaseMeasureDefinition): string =>
  m.unit === 'percent' ? '%' : m.unit === 'money' ? m.currency : ''

/** Whether some cells of a column have a percent sign. */
export const hasPercents = ({ rows }: Sheet, first: number, column: number): boolean =>
  rows.some((row, r) => r >= first && typeof row[column] === 'string' && row[column].includes('%'))

/** A number without a percent sign among others that have one: it may as well be the fraction, 0.125 for 12.5%. */
export const lacksPercent = (cell: CellValue, { value }: Reading): boolean =>
  value !== 0 && !Number.isNaN(value) && !String(cell).includes('%')

/** What is wrong with a cell that cannot be read, and what to do. */
export function unread(cell: CellValue, column: string, manner: Manner, place: Place): Problem {
  const ways = waysOf(cell, manner.marks)
  const seen = { seen: cell, column }
  if (manner.numbers === 'unsure' && ways.length > 0) return problem('unsure-number', place, seen)
  const written = ways.find((way) => way !== manner.numbers)
  if (written !== undefined) return problem('bad-number', place, { ...seen, written })
  const sign = readCell(cell, { ...manner, signs: unitSigns }) === null ? {} : { sign: 'other' as const }
  return problem('bad-number', place, { ...seen, ...sign })
}

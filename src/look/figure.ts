import type { CellValue } from '../read/sheet.ts'
import type { Mark } from '../release/definition.ts'
import { readCell } from '../table/cell.ts'

/** Marks that publishers write without brackets, and what they mostly mean. */
export const usualMarks: Readonly<Record<string, Mark>> = {
  c: 'suppressed',
  '*': 'suppressed',
  S: 'suppressed',
  x: 'not-available',
  ':': 'not-available',
  '..': 'not-available',
  '...': 'not-available',
  z: 'not-applicable',
  '.': 'not-applicable',
  'N/A': 'not-applicable',
  'n/a': 'not-applicable',
  NA: 'not-available',
  u: 'low-reliability',
  low: 'low-reliability',
  k: 'low-reliability',
}
/** Marks that one publisher uses for one thing and the next for another. */
export const doubtfulMarks: Readonly<Record<string, string>> = {
  '-': 'it may be a true nought, not available or not applicable',
  '–': 'it may be a true nought, not available or not applicable',
  '~': 'it may be a small number or a nought that was rounded',
  '#': 'it may be suppressed or not reliable',
  '!': 'it may be suppressed or not reliable',
  k: 'it may be a number that rounds to nought',
  low: 'it may be a number that rounds to nought',
  NA: 'it may be not available or not applicable',
  '*': 'it may be suppressed or a note',
}

const uneven = /[\s\u00a0]{2}|[^\S ]|^\s|\s$/

/** A cell as text, its spaces made even. */
export const textOf = (cell: CellValue | undefined): string => {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  return uneven.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text
}

const manner = { marks: {}, numbers: 'point', signs: '%£' } as const

/** The number a cell holds, with a percent or pound sign or without; null where it holds none. */
export function numberOf(cell: CellValue | undefined): number | null {
  if (typeof cell === 'number') return cell
  const text = textOf(cell)
  if (!/\d/.test(text)) return null
  const read = readCell(text, manner)
  return read !== null && read.status === 'observed' ? read.value : null
}

/** A mark of government statistics in its brackets needs no word in a definition. */
export const isSharedMark = (text: string): boolean => /^\[[a-z]{1,3}\]$/.test(text) && readCell(text, manner) !== null

export const isMark = (text: string): boolean =>
  Object.hasOwn(usualMarks, text) || Object.hasOwn(doubtfulMarks, text) || isSharedMark(text)

/** A number, or a mark that stands for one. */
export const isFigure = (cell: CellValue | undefined): boolean => numberOf(cell) !== null || isMark(textOf(cell))

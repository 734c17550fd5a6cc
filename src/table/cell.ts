import type { CellValue } from '../read/sheet.ts'
import type { Mark } from '../release/definition.ts'

/** Why an observation has no value, or `observed`. None of these is ever a zero (STYLE rule 23). */
export const statuses = ['missing', 'observed', 'suppressed', 'not-available', 'not-applicable', 'incomplete'] as const
export type Status = (typeof statuses)[number]

/** What is said of a value that is there; bits of a mask. */
export const flags = { 'low-reliability': 1, provisional: 2, revised: 4, break: 8, estimated: 16 } as const

/** The marks that government statistics share; a release adds its own (STYLE rule 23). */
const shared: Record<string, Mark | 'estimated'> = {
  '[c]': 'suppressed',
  '[x]': 'not-available',
  '[z]': 'not-applicable',
  '[u]': 'low-reliability',
  '[low]': 'low-reliability',
  '[k]': 'low-reliability',
  '[p]': 'provisional',
  '[r]': 'revised',
  '[b]': 'break',
  '[e]': 'estimated',
}

export interface Reading {
  value: number
  status: Status
  flags: number
}

const number = /^[-−–]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/
const trailing = /^(.*?)\s*(\[[a-z]+\])$/

/** Reads a value cell: a number, a mark, or a number and its marks. Null: it is none of these. */
export function readCell(cell: CellValue, marks: Readonly<Record<string, Mark>>): Reading | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, status: 'observed', flags: 0 } : null
  if (cell === null) return { value: Number.NaN, status: 'missing', flags: 0 }
  let text = cell.trim()
  if (text === '') return { value: Number.NaN, status: 'missing', flags: 0 }
  let mask = 0
  for (;;) {
    const mark = marks[text] ?? shared[text]
    if (mark === 'suppressed' || mark === 'not-available' || mark === 'not-applicable') {
      return { value: Number.NaN, status: mark, flags: mask }
    }
    // A mark that speaks of a value, with no value beside it, leaves nothing to use.
    if (mark !== undefined) return { value: Number.NaN, status: 'not-available', flags: mask | flags[mark] }
    const beside = trailing.exec(text)
    if (!beside) break
    const known = marks[beside[2]!] ?? shared[beside[2]!]
    if (known === undefined) return null
    if (known in flags) mask |= flags[known as keyof typeof flags]
    else return { value: Number.NaN, status: known as Status, flags: mask }
    text = beside[1]!
  }
  if (!number.test(text)) return null
  return { value: Number(text.replace(/,/g, '').replace(/^[−–]/, '-')), status: 'observed', flags: mask }
}

import type { CellValue } from '../read/sheet.ts'
import type { Mark } from '../release/definition.ts'
import { type Numbers, numberIn } from './number-text.ts'

/** Why an observation has no value, or `observed`. None of these is ever a zero (STYLE rule 23). */
export const statuses = ['missing', 'observed', 'suppressed', 'not-available', 'not-applicable', 'incomplete'] as const
export type Status = (typeof statuses)[number]

const gravest: readonly Status[] = [
  'suppressed',
  'not-available',
  'not-applicable',
  'missing',
  'incomplete',
  'observed',
]

/** What is told of two parts of a sum, whichever row came first. */
export const graver = (a: Status, b: Status): Status => (gravest.indexOf(a) <= gravest.indexOf(b) ? a : b)

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

/** What a value cell holds. A class, so that the engine takes those of all cells for objects of one form. */
export class Reading {
  readonly value: number
  readonly status: Status
  readonly flags: number

  constructor(value: number, status: Status, flags: number) {
    this.value = value
    this.status = status
    this.flags = flags
  }
}

const trailing = /^(.*?)\s*(\[[a-z]+\])$/

/** How the value cells of a table are read. */
export interface Manner {
  /** The release's own marks. */
  marks: Readonly<Record<string, Mark>>
  numbers: Numbers
  /** Signs of a unit that may stand at a number, such as `%` or `£`. `12.5%` is 12.5: it stays in per cent. */
  signs?: string
}

const digits = /^\d+$/
const endings = new WeakMap<Manner['marks'], boolean>()
/** Whether a release has marks that a number might end in. */
function endInDigits(marks: Manner['marks']): boolean {
  const known = endings.get(marks)
  if (known !== undefined) return known
  const found = Object.keys(marks).some((mark) => /\d$/.test(mark))
  endings.set(marks, found)
  return found
}

/** Reads a value cell: a number, a mark, or a number and its marks. Null: it is none of these. */
export function readCell(cell: CellValue, { marks, numbers, signs = '' }: Manner): Reading | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? new Reading(cell, 'observed', 0) : null
  let text = cell === null ? '' : cell.trim()
  if (text === '') return new Reading(Number.NaN, 'missing', 0)
  // Most cells of a long table are digits and nothing else.
  if (digits.test(text) && !endInDigits(marks)) return new Reading(Number(text), 'observed', 0)
  let mask = 0
  for (;;) {
    const mark = markOf(text, marks)
    // A mark that speaks of a value, with no value beside it, leaves nothing to use.
    if (mark !== undefined && isFlag(mark)) {
      return new Reading(Number.NaN, 'not-available', mask | flags[mark])
    }
    if (mark !== undefined) return new Reading(Number.NaN, mark, mask)
    const marked = trailingMark(text, marks)
    if (marked === null) break
    const [beside, ending] = marked
    const known = markOf(ending, marks)
    if (known === undefined) return null
    if (!isFlag(known)) return new Reading(Number.NaN, known, mask)
    mask |= flags[known]
    text = beside
  }
  const value = numberIn(signs === '' ? text : withoutSign(text, signs), numbers)
  return Number.isNaN(value) ? null : new Reading(value, 'observed', mask)
}

/** The signs of all units: for cells of which it is known that they have none but their own. */
export const unitSigns = '%£€$'

function withoutSign(text: string, signs: string): string {
  const last = text.at(-1)!
  if (last === '%') return signs.includes(last) ? text.slice(0, -1).trimEnd() : text
  const [whole, minus, sign] = /^([-−–]?)([£€$])\s?/.exec(text) ?? []
  return whole !== undefined && signs.includes(sign!) ? minus + text.slice(whole.length) : text
}

const isFlag = (mark: Mark | 'estimated'): mark is keyof typeof flags => mark in flags

function markOf(text: string, marks: Readonly<Record<string, Mark>>): Mark | 'estimated' | undefined {
  if (Object.hasOwn(marks, text)) return marks[text]
  return Object.hasOwn(shared, text) ? shared[text] : undefined
}

/** A number's text and the mark behind it, in brackets or one of the release's own without them: `12 [p]`, `1,234*`. */
function trailingMark(text: string, marks: Readonly<Record<string, Mark>>): [string, string] | null {
  // Most cells are plain numbers, and are known by their last character.
  const bracketed = text.endsWith(']') ? trailing.exec(text) : null
  if (bracketed !== null) return [bracketed[1]!, bracketed[2]!]
  for (const mark in marks)
    if (isFlag(marks[mark]!) && text.endsWith(mark) && mark !== text)
      return [text.slice(0, -mark.length).trimEnd(), mark]
  return null
}

/** The marks of a value that is there, as the cell of a table holds them: ` [p] [r]`. */
export function marksOf(mask: number): string {
  const wanted = Object.keys(flags).filter((flag) => (mask & flags[flag as keyof typeof flags]) !== 0)
  return wanted.map((flag) => ` ${Object.keys(shared).find((mark) => shared[mark] === flag)}`).join('')
}

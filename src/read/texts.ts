import { fail } from '../messages.ts'
import type { Limits } from './limits.ts'
import { takeNotes } from './notes.ts'
import type { CellValue } from './sheet.ts'

/** So many different texts are kept to be shared; in a file with more, sharing would cost more than it saves. */
const MOST_SHARED = 500_000
/** Longer texts are seldom the same twice. */
const LONGEST_SHARED = 64

/** The texts of a file's cells, without their notes: one string for all the cells that hold the same. */
export class Texts {
  readonly #known = new Map<string, string>()
  readonly #file: string
  readonly #most: number
  /** Cells that have a text of their own. */
  #fresh = 0

  constructor(file: string, { texts }: Limits) {
    this.#file = file
    this.#most = texts
  }

  /** The text as a cell keeps it; what its notes refer to is added to `notes`. */
  take(written: string, notes: string[]): CellValue {
    if (written === '') return null
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const taken = takeNotes(written)
    if (++this.#fresh > this.#most)
      fail('over-limit', { file: this.#file }, { what: 'different texts', limit: this.#most })
    if (taken.notes.length > 0) notes.push(...taken.notes)
    else if (taken.text.length <= LONGEST_SHARED && this.#known.size < MOST_SHARED)
      this.#known.set(taken.text, taken.text)
    return taken.text === '' ? null : taken.text
  }
}

import { takeNotes } from './notes.ts'
import type { CellValue } from './sheet.ts'

// Longer texts are seldom the same twice.
const SHARED = 64

/** The texts of a file's cells, without their notes: one string for all the cells that hold the same. */
export class Texts {
  readonly #known = new Map<string, string>()

  /** The text as a cell keeps it; what its notes refer to is added to `notes`. */
  take(written: string, notes: string[]): CellValue {
    if (written === '') return null
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const taken = takeNotes(written)
    if (taken.notes.length > 0) notes.push(...taken.notes)
    else if (taken.text.length <= SHARED) this.#known.set(taken.text, taken.text)
    return taken.text === '' ? null : taken.text
  }
}

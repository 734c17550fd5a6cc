/**
 * What the data say of one claim of finished copy.
 * `holds`: true as written. `wrong`: the data say otherwise. `misrounded`: close, and rounded or hedged the wrong way.
 * `misplaced`: a number that is right for another base, unit, area or period. `unchecked`: nothing in the data to check it by.
 */
const verdicts = ['holds', 'wrong', 'misrounded', 'misplaced', 'unchecked'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * What a claim says. `standing`: a place in a series or among areas (record, rank, run, only, all, first). `direction`: which way.
 * `number`: how many or how much. `hedge`: how near a number is to a round one or a fraction.
 */
export type ClaimSort = 'standing' | 'direction' | 'number' | 'hedge'

/** Cells that a figure was added up from: rows as a spreadsheet numbers them, header included (`12-40,88`). */
export interface Cells {
  file: string
  sheet?: string
  column: string
  rows: string
}

/** What stands in the data where a claim is wrong. */
interface Right {
  /** As house style would print it: `5,151`, `6.7%`, `sixth`. */
  shown: string
  cells: readonly Cells[]
}

/** One claim of a block of copy, and what became of it. */
export interface Finding {
  /** Index among the blocks of the copy. */
  block: number
  /** Where in the text of the block the claim stands; UTF-16. */
  start: number
  end: number
  /** The claim as written. */
  text: string
  verdict: Verdict
  sort: ClaimSort
  /** What it was read as: `police officers, Kent, 31 March 2023: 4,261`. Empty where it could not be read. */
  says: string
  /** What the data say instead, or why it cannot be checked. Empty where it holds. */
  why: string
  right: Right | null
}

/** A piece of copy that stands by itself. `desk`: supplied by the desk, and passed on unchecked (STYLE rule 27). */
export interface Block {
  kind: 'headline' | 'par' | 'line' | 'crosshead' | 'desk'
  text: string
  /** Line of the file it was read from, from 1; absent in a brief. */
  line?: number
}

import type { Cells } from '../verify/finding.ts'

/** Why copy changed. Data: which cells. Rule: which template. Wording: other words for the same. Selection: what is told. Desk: a person. */
type CauseKind = 'data' | 'rule' | 'wording' | 'selection' | 'desk'

/** A figure of a table that is not what it was; null where there was, or is, none. */
export interface DataChange {
  measure: string
  area: string
  period: string
  from: number | null
  to: number | null
  kind: 'revised' | 'new' | 'gone'
  cells: Cells[]
}

export interface Cause {
  kind: CauseKind
  /** In a line, for a person. */
  text: string
  data?: DataChange[]
}

/** A place in a draft: 0 is the headline, 1 the first paragraph. */
export interface Place {
  index: number
  slot: string
  text: string
  rule: string
  facts: string[]
}

export interface Words {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** One difference between two versions of a draft. */
export interface Change {
  kind: 'changed' | 'came' | 'gone' | 'moved'
  was: Place | null
  now: Place | null
  words: Words[]
  causes: Cause[]
}

import type { Place } from '../messages.ts'

/** `stop`: do not publish from it. `look`: an editor should look. `note`: good to know. Gravest first. */
export const severities = ['stop', 'look', 'note'] as const
type Severity = (typeof severities)[number]

/** What was found, as a closed list. */
type Kind =
  | 'unreadable'
  | 'next-period'
  | 'no-new-period'
  | 'same-again'
  | 'many-periods'
  | 'period-hole'
  | 'period-gone'
  | 'period-added'
  | 'area-absent'
  | 'area-emptied'
  | 'area-appears'
  | 'figures-gone'
  | 'code-changed'
  | 'category-gone'
  | 'category-new'
  | 'revised'
  | 'back-series'
  | 'scaled'
  | 'parts'
  | 'other-time'
  | 'total'
  | 'jump'
  | 'spike'
  | 'off-headcount'
  | 'copied'
  | 'zero'
  | 'negative'
  | 'swapped'
  | 'suppressed'
  | 'marks'
  | 'nothing-before'

/** Where a figure stands, as far as it is known: rows as a spreadsheet numbers them (`12-40,88`). */
export interface Where extends Omit<Place, 'column' | 'row'> {
  column?: string
  rows?: string
}

/** A figure of an earlier period that is not what it was; null where there is none. */
export interface Revision {
  measure: string
  area: string
  period: string
  from: number | null
  to: number | null
  /** The same in words, with the name of the area. */
  says: string
  where: Where
}

export interface GateFinding {
  severity: Severity
  kind: Kind
  /** The table of the definition it is of. */
  table: string
  /** The areas it is about, as keys; none where it is about all. */
  areas: readonly string[]
  where: readonly Where[]
  /** One or two sentences, figures with the names of areas. */
  text: string
  /** What to do about it. Empty for a note. */
  todo: string
  /** Of revisions, each one. */
  revisions?: readonly Revision[]
}

/** `open`: nothing, or notes only. `shut`: something stops it. */
export type GateVerdict = 'open' | 'look' | 'shut'

export function verdictOf(findings: readonly GateFinding[]): GateVerdict {
  if (findings.some((f) => f.severity === 'stop')) return 'shut'
  return findings.some((f) => f.severity === 'look') ? 'look' : 'open'
}

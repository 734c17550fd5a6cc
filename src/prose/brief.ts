import type { Fact, How, Unit } from '../facts/fact.ts'

/** A stretch of a sentence and what it stands for. Offsets are UTF-16. */
export interface Span {
  start: number
  end: number
  kind: 'figure' | 'period' | 'area' | 'claim' | 'quote'
  /** The id of a figure, period, area or fact. */
  ref: string
}

export interface Sentence {
  text: string
  spans: Span[]
}

/** Its rule and facts are of briefs made since they were kept. */
export interface Headline extends Sentence {
  rule?: string
  facts?: string[]
}

export interface Par extends Sentence {
  slot: string
  rule: string
  facts: string[]
}

/** A figure as a brief keeps it: at the bottom of every formula there are cells. */
export interface BriefFigure {
  value: number
  unit: Unit
  how: How
}

/** A person's words in place of a paragraph's, and what they stand in place of: so an edit survives when the draft is made again. */
export interface Edit {
  /** What the engine wrote there: 0 is the headline, 1 the first paragraph. */
  par: number
  rule: string
  facts: string[]
  /** The text that was edited, and what it was made. */
  was: string
  text: string
  by: string
  at: string
  /**
   * The data or the rule under it changed: it is not in the copy, and waits for a person. The text is what stands there now;
   * null where the paragraph is gone.
   */
  held?: { now: string | null }
}

/**
 * Why a draft must not be used: its figures are not public yet, are sample data, did not bear it out when it was read back, or come from
 * a file that the gate is shut for.
 */
export const withholding = ['embargo', 'sample', 'read-back', 'gate'] as const
export type Withheld = (typeof withholding)[number]

/** A draft. Everything else is rendered from it (`brief/1`; its JSON Schema is shipped). */
export interface Brief {
  schema: 'brief/1'
  /** `police-workforce/2023-07-26/2023/hertfordshire/local` */
  id: string
  release: {
    id: string
    title: string
    publisher: string
    /** The day it was published. */
    edition: string
    publishedAt: string | null
    status: 'official' | 'provisional' | 'sample'
    /** What it is about, for systems that sort news; a URI where a shared vocabulary has one. */
    subjects?: { name: string; uri?: string }[]
  }
  area: { key: string; code?: string; name: string; level: string }
  period: { id: string; label: string; start: string; end: string }
  edition: string
  style: string
  slug: string
  embargoedUntil: string | null
  /** False for sample data and before publication; then every format says so. */
  usable: boolean
  /** Why it is not usable; none where it is. Absent in briefs made before it was kept. */
  withheld?: Withheld[]
  headline: Headline
  pars: Par[]
  figures: Record<string, BriefFigure>
  /** Only those used. */
  facts: Record<string, Fact>
  caveats: string[]
  edits?: Edit[]
  /** The rules that wrote it, each with a hash of its text: a rule that was edited is told from one that was not. */
  rules?: Record<string, string>
}

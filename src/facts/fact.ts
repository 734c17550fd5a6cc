import type { MeasureUnit } from '../release/measures.ts'
/** The kinds of fact Nib finds, and what each says. */
export const kinds = {
  level: 'how many there are',
  change: 'how much more or less than a year before',
  step: 'how much more or less than the month, quarter or half-year before',
  'year-total': 'what the last twelve months add up to, beside the twelve before',
  record: 'the highest or lowest of a comparable series',
  peak: 'how far from the highest or lowest of the series',
  since: 'the highest or lowest since a named period',
  streak: 'so many periods running in one direction',
  turn: 'the first move in a direction for some time',
  first: 'the first figure of the series',
  milestone: 'past a round number for the first time in the series',
  rank: 'the place among the areas',
  spread: 'how many areas rose, fell, or are at an extreme',
  extremes: 'which areas moved most',
  mix: 'which parts of a breakdown made the change',
  share: 'a part of a whole',
  'share-change': 'a share or rate beside the period before',
  'share-compare': 'a share beside the share of the same group in something else',
  rate: 'a part over a stock, such as leavers over officers in post',
  'leading-category': 'the biggest part of a breakdown, here and in the whole',
  'local-national': 'the area beside the whole',
  balance: 'what comes in beside what goes out',
  target: 'what was to be reached, and whether it was',
  revision: 'what differs from an earlier edition of the table',
  definition: 'what a measure counts, and what it does not',
} as const
export type Kind = keyof typeof kinds

/** How a figure was made: from cells, or by a formula over other figures (their ids, in order: new, old; part, whole). */
export type How =
  | {
      op: 'cells'
      file: string
      sheet?: string
      column: string
      /** As a spreadsheet numbers them, header included: `12-40,88`. */
      rows: string
      /** Where the list of rows would be too long, `rows` is the range they lie in, and these tell them apart in it. */
      where?: { measure: string; period: string; areas: string }
      agg: 'sum' | 'value'
    }
  | { op: 'add' | 'subtract' | 'percent-change' | 'point-change'; of: string[] }
  /** The first over the second; of a rate per 100,000, `times` 100,000. */
  | { op: 'divide'; of: string[]; times?: number }
  | { op: 'rank' | 'count' | 'years-between' | 'target' | 'desk'; of?: string[]; [param: string]: unknown }

/** Before a brief is made, cells are named by their observation; their rows are looked up only for figures that are told. */
export type MadeBy = How | { op: 'observation'; measure: number; area: number; period: number }

/**
 * `fte`, `headcount` and `count` are numbers of things; `percent` and `points` are 63 for 63%; `share` and `rate` are 0.43 for
 * 43%.
 */
export type Unit = MeasureUnit | 'percent' | 'points' | 'rank' | 'years'

export interface Figure {
  value: number
  unit: Unit
  how: MadeBy
}

/** Something true of the data, before it is weighed. Ids are made of meaning, so that two runs can be compared. */
export interface Claim {
  id: string
  kind: Kind
  measure: string
  area: string
  period: string
  figures: string[]
  params: Params
  caveats: string[]
}

export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A claim with its weight. */
export interface Fact extends Claim {
  newsworthiness: { score: number; because: string[] }
}

/** Why a claim was not made. The number is the rule of docs/style.md behind it. */
export const guards = {
  'no-table': { rule: 22, says: 'no table of this release holds it' },
  'no-value': { rule: 23, says: 'there is no value' },
  'no-value-before': { rule: 23, says: 'there is no value for the period before' },
  'small-base': { rule: 20, says: 'the base is under 50, so there is no percentage and no rank' },
  'few-events': { rule: 20, says: 'it is a rate of fewer than 20, which one more or less would move' },
  'zero-base': { rule: 20, says: 'the base is zero' },
  'not-comparable': { rule: 16, says: 'the series is not stated to be comparable so far back' },
  'gap-in-series': { rule: 16, says: 'a period of the series is missing' },
  'break-in-series': { rule: 16, says: 'there is a break inside the series' },
  'series-too-short': { rule: 16, says: 'the first two years of a series set no record' },
  'part-of-a-year': { rule: 16, says: 'the table has only a part of one of the years' },
  'within-rounding': { rule: 16, says: 'it differs from the figure it is set against by less than the rounding' },
  'spike-in-series': {
    rule: 26,
    says: 'the figure it is set against is a spike of one period, a likely fault in the data',
  },
  'suspect-value': {
    rule: 26,
    says: 'it rests on a value that is likely a fault in the data: a full-time equivalent far off its headcount',
  },
  'too-recent': { rule: 17, says: 'fewer than three periods lie between, or less than a year' },
  'joint-since': { rule: 17, says: 'a period between has the same value' },
  'areas-missing': { rule: 21, says: 'not every area is present' },
  'nothing-left': { rule: 16, says: 'the value is zero, which is told as none and not as a record' },
  'own-base': {
    rule: 18,
    says: 'an index stands on a base of its own in each area, so that their levels are not alike',
  },
  'parts-unequal': { rule: 22, says: 'the parts do not add up to the whole' },
  'parts-missing': { rule: 22, says: 'a part has no value' },
  'parts-level': { rule: 21, says: 'two parts are level, so neither leads' },
  'editions-differ': { rule: 24, says: 'two editions of the table say different things' },
} as const
export type Guard = keyof typeof guards

export interface Refusal {
  kind: Kind
  measure: string
  area: string
  period: string
  guard: Guard
  /** The value, period or area that the guard stopped at. */
  seen: string
}

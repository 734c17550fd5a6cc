import type { Period, PeriodKind } from '../table/period.ts'
import { makePeriod } from '../table/period-text.ts'

const tried: readonly PeriodKind[] = ['financial-year', 'quarter', 'half-year', 'month', 'year', 'day']
const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text)

/** Whether a cell or heading names a period of any kind. */
export const readsAsPeriod = (text: string): boolean =>
  isYear(text) || (/\d/.test(text) && tried.some((kind) => makePeriod(text, kind) !== null))

/** What all the texts of a column are, by how they are written. */
export type Shape = 'years' | 'two-years' | 'year-to' | 'half-year' | 'quarter' | 'month' | 'days'

const reads = (texts: readonly string[], kind: PeriodKind): boolean =>
  texts.every((text) => makePeriod(text, kind) !== null)
const isDay = (text: string): boolean => makePeriod(text, 'day') !== null

/** How periods are written; null where one of the texts is none, or they are of several kinds. */
export function shapeOf(texts: readonly string[]): Shape | null {
  if (texts.length === 0) return null
  if (texts.every(isYear)) return 'years'
  if (texts.every(isDay)) return 'days'
  // 2011-12 may be December 2011; a column that reads as years throughout is one of years.
  if (texts.every((text) => !/[a-z]/i.test(text)) && reads(texts, 'financial-year')) return 'two-years'
  for (const kind of ['quarter', 'half-year', 'month'] as const) if (reads(texts, kind)) return kind
  if (reads(texts, 'year')) return 'year-to'
  return reads(texts, 'financial-year') ? 'two-years' : null
}

/** The periods that texts name, oldest first. */
export const periodsOf = (texts: Iterable<string>, kind: PeriodKind, day?: string): Period[] =>
  [...texts]
    .flatMap((text) => makePeriod(text, kind, day) ?? [])
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))

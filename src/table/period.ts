import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import type { PeriodKind } from '../release/table-definition.ts'

export type { PeriodKind }

/** A stretch of time or a day. `start` and `end` are ISO days, both included; for a `day` they are the same. */
export interface Period {
  id: string
  kind: PeriodKind
  label: string
  start: string
  end: string
}

/** How many periods of a kind there are in a year: what is a year ago is so many before. */
export const inAYear = (kind: PeriodKind): number => 12 / monthsOf[kind]
const monthsOf: Readonly<Record<PeriodKind, number>> = {
  day: 12,
  'financial-year': 12,
  'calendar-year': 12,
  'academic-year': 12,
  year: 12,
  'half-year': 6,
  quarter: 3,
  month: 1,
}

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

export const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

export const daysIn = (year: number, month: number): number => getDaysInMonth(new Date(year, month - 1))

const isoOf = (date: Date): string => iso(date.getFullYear(), date.getMonth() + 1, date.getDate())
const dateOf = (isoDay: string): Date =>
  new Date(Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)) - 1, Number(isoDay.slice(8, 10)))

/** The parts of an ISO day, the month as its name. */
export const partsOf = (isoDay: string): { year: number; month: string; day: number } => ({
  year: Number(isoDay.slice(0, 4)),
  month: MONTHS[Number(isoDay.slice(5, 7)) - 1]!,
  day: Number(isoDay.slice(8, 10)),
})

/** Whether an ISO day is the last of its month: 29 February is, 28 February not in a leap year. */
export const isMonthEnd = (isoDay: string): boolean =>
  Number(isoDay.slice(8, 10)) === daysIn(Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)))

/** The months after an ISO day. The last of a month stays the last of one. */
const moved = (isoDay: string, months: number): string => {
  const day = isoOf(addMonths(dateOf(isoDay), months))
  return isMonthEnd(isoDay) ? iso(Number(day.slice(0, 4)), Number(day.slice(5, 7)), lastOf(day)) : day
}
const lastOf = (isoDay: string): number => daysIn(Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)))

const twoYears = (start: string): string => {
  const year = Number(start.slice(0, 4))
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}
/** January to March is the first quarter, whatever the year it is counted in. */
const part = (end: string, months: number): number => Math.ceil(Number(end.slice(5, 7)) / months)

/** A stretch between two months, in words: `January to March 2023`. */
const months = (start: string, end: string): string => {
  const [from, to] = [partsOf(start), partsOf(end)]
  return `${from.month}${from.year === to.year ? '' : ` ${from.year}`} to ${to.month} ${to.year}`
}

const names: Readonly<Record<PeriodKind, (start: string, end: string) => { id: string; label: string }>> = {
  day: (_, end) => ({ id: end.slice(0, 4), label: `${partsOf(end).day} ${partsOf(end).month} ${end.slice(0, 4)}` }),
  'financial-year': (start) => ({ id: twoYears(start), label: twoYears(start) }),
  'academic-year': (start) => ({ id: twoYears(start), label: twoYears(start) }),
  'calendar-year': (start) => ({ id: start.slice(0, 4), label: start.slice(0, 4) }),
  year: (_, end) => {
    const { year, month, day } = partsOf(end)
    return { id: String(year), label: `year to ${isMonthEnd(end) ? '' : `${day} `}${month} ${year}` }
  },
  'half-year': (start, end) => ({ id: `${end.slice(0, 4)}-H${part(end, 6)}`, label: months(start, end) }),
  quarter: (start, end) => ({ id: `${end.slice(0, 4)}-Q${part(end, 3)}`, label: months(start, end) }),
  month: (_, end) => ({ id: end.slice(0, 7), label: `${partsOf(end).month} ${end.slice(0, 4)}` }),
}

/** The period of a kind that ends on a day, whatever days that kind commonly ends on. */
export function periodTo(end: string, kind: PeriodKind): Period {
  const start = kind === 'day' ? end : isoOf(addDays(dateOf(moved(end, -monthsOf[kind])), 1))
  return { ...names[kind](start, end), kind, start, end }
}

const commonEnds: Partial<Record<PeriodKind, readonly string[]>> = {
  'financial-year': ['03-31'],
  'calendar-year': ['12-31'],
  'academic-year': ['08-31'],
  'half-year': ['06-30', '12-31', '03-31', '09-30'],
  quarter: ['03-31', '06-30', '09-30', '12-31'],
}

/**
 * The period of a kind that ends on a day: 31 March 2023 ends 2022/23, so that a stock on it is at the end of that year.
 * Null where none of that kind ends then.
 */
export const endingOn = (isoDay: string, kind: PeriodKind): Period | null => {
  const ends = commonEnds[kind]
  const can = kind === 'month' ? isMonthEnd(isoDay) : ends === undefined || ends.includes(isoDay.slice(5))
  return can ? periodTo(isoDay, kind) : null
}

const stepped = (period: Period, steps: number): Period =>
  periodTo(moved(period.end, steps * monthsOf[period.kind]), period.kind)

/**
 * The period before. A stock at a month's end stays at that month's end, so that 28 February 2025 follows 29 February 2024;
 * every other stock keeps its day.
 */
export const before = (period: Period): Period => stepped(period, -1)

/** The period after; the inverse of `before`, save for a stock on 28 February of a leap year. */
export const after = (period: Period): Period => stepped(period, 1)

/**
 * The period of an axis that a day lies in: mid-2022 lies in 2022/23. Of an axis of days, the year up to one of them counts.
 * @param axis any period of the axis
 */
export function holding(isoDay: string, axis: Period): Period {
  let period = axis
  while (period.end < isoDay) period = after(period)
  for (let one = before(period); one.end >= isoDay; one = before(one)) period = one
  return period
}

/** Rule 16: the later less the earlier: 2006/07 to 2023/24 is 17 years. */
export const yearsBetween = (older: Period, newer: Period): number =>
  Number(newer.start.slice(0, 4)) - Number(older.start.slice(0, 4))

/** Oldest first. */
export const comparePeriods = (a: Period, b: Period): number => {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  return a.end === b.end ? 0 : a.end < b.end ? -1 : 1
}

/**
 * Rule 16: whether each period, oldest first, is followed by the next with none missing.
 * A change of kind or of the stock's day is a gap too (rule 18).
 */
export const contiguous = (periods: readonly Period[]): boolean =>
  periods.every((period, i) => {
    const previous = periods[i - 1]
    if (previous === undefined) return true
    const expected = before(period)
    return previous.kind === period.kind && previous.start === expected.start && previous.end === expected.end
  })

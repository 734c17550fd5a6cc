import { getDaysInMonth } from 'date-fns/getDaysInMonth'

/**
 * What a series is dated by.
 * `day`: a stock on one day of each year (`2023` with day `31 March`). `financial-year`: a flow from 1 April (`2022/23`).
 * `calendar-year`: a flow from 1 January.
 */
export type PeriodKind = 'day' | 'financial-year' | 'calendar-year'

/** A stretch of time or a day. `start` and `end` are ISO days, both included; for a `day` they are the same. */
export interface Period {
  id: string
  kind: PeriodKind
  label: string
  start: string
  end: string
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const MONTH_NUMBERS = new Map(MONTHS.map((name, i) => [name.toLowerCase(), i + 1]))

const YEAR = /^[12]\d{3}$/
const TWO_YEARS = /^([12]\d{3})[/–-](\d{2}|\d{4})$/
const ISO_DAY = /^([12]\d{3})-(\d{2})-(\d{2})$/
const WRITTEN_DAY = /^(\d{1,2})\s+([a-z]+)(?:\s+([12]\d{3}))?$/i

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const daysIn = (year: number, month: number): number => getDaysInMonth(new Date(year, month - 1))

/** The parts of an ISO day, the month as its name. */
export const partsOf = (isoDay: string): { year: number; month: string; day: number } => ({
  year: Number(isoDay.slice(0, 4)),
  month: MONTHS[Number(isoDay.slice(5, 7)) - 1]!,
  day: Number(isoDay.slice(8, 10)),
})

/** Whether an ISO day is the last of its month: 29 February is, 28 February not in a leap year. */
export const isMonthEnd = (isoDay: string): boolean =>
  Number(isoDay.slice(8, 10)) === daysIn(Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)))

const stock = (year: number, month: number, day: number): Period => {
  const on = iso(year, month, day)
  return { id: String(year), kind: 'day', label: `${day} ${MONTHS[month - 1]} ${year}`, start: on, end: on }
}

const financialYear = (year: number): Period => {
  const id = `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  return { id, kind: 'financial-year', label: id, start: iso(year, 4, 1), end: iso(year + 1, 3, 31) }
}

const calendarYear = (year: number): Period => {
  const id = String(year)
  return { id, kind: 'calendar-year', label: id, start: iso(year, 1, 1), end: iso(year, 12, 31) }
}

const makeFinancialYear = (text: string): Period | null => {
  const [, from, to] = TWO_YEARS.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const next = String(Number(from) + 1)
  return next.endsWith(to) ? financialYear(Number(from)) : null
}

const readDay = (text: string): { year: number | null; month: number; day: number } | null => {
  const [, isoYear, isoMonth, isoDate] = ISO_DAY.exec(text) ?? []
  const [, date, name, year] = WRITTEN_DAY.exec(text) ?? []
  const month = isoMonth === undefined ? MONTH_NUMBERS.get(name?.toLowerCase() ?? '') : Number(isoMonth)
  const day = Number(isoDate ?? date)
  const inYear = isoYear ?? year
  // A day without a year may be 29 February: 2000 was a leap year.
  const isReal =
    month !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(inYear ?? 2000), month)
  return isReal ? { year: inYear === undefined ? null : Number(inYear), month, day } : null
}

/** `29 February` as the day of every year is the end of February, and `28 February` says nothing for a leap year. */
const dayIn = (year: number, month: number, day: number): number | null => {
  if (month !== 2 || day < 28) return day
  const last = daysIn(year, month)
  return day === 29 || last === 28 ? last : null
}

const makeStock = (text: string, yearlyDay: string | undefined): Period | null => {
  const yearly = yearlyDay === undefined ? null : readDay(yearlyDay.trim())
  if (yearlyDay !== undefined && (yearly === null || yearly.year !== null)) return null
  if (YEAR.test(text)) {
    const day = yearly && dayIn(Number(text), yearly.month, yearly.day)
    return yearly && day ? stock(Number(text), yearly.month, day) : null
  }
  const seen = readDay(text)
  if (seen === null || seen.year === null) return null
  const isOther =
    yearly !== null &&
    (seen.month !== yearly.month ||
      (seen.day !== yearly.day && seen.day !== dayIn(seen.year, yearly.month, yearly.day)))
  return isOther ? null : stock(seen.year, seen.month, seen.day)
}

/**
 * The period that a cell names, or null when it names none of this kind, or contradicts itself (`2022/24`) or the day.
 * `financial-year`: 2022/23, 2022-23, 2022/2023; a single year is refused, since it may be the first or the last.
 * `calendar-year`: 2023. `day`: 2023-03-31, 31 March 2023, or 2023 with `day` as `31 March`.
 * `day` as `29 February` means the end of February. A bare leap year with `28 February` is refused: it could be either.
 */
export const makePeriod = (seen: string | number, kind: PeriodKind, day?: string): Period | null => {
  const text = String(seen).trim()
  if (kind === 'financial-year') return makeFinancialYear(text)
  if (kind === 'calendar-year') return YEAR.test(text) ? calendarYear(Number(text)) : null
  return makeStock(text, day)
}

/**
 * The period of a kind that ends on a day: 31 March 2023 ends 2022/23, so that a stock on it is at the end of that year.
 * Null where none of that kind ends then.
 */
export const endingOn = (isoDay: string, kind: PeriodKind): Period | null => {
  const year = Number(isoDay.slice(0, 4))
  const at = (period: Period) => (period.end === isoDay ? period : null)
  if (kind === 'financial-year') return at(financialYear(year - 1))
  if (kind === 'calendar-year') return at(calendarYear(year))
  return stock(year, Number(isoDay.slice(5, 7)), Number(isoDay.slice(8, 10)))
}

const startYear = (period: Period): number => Number(period.start.slice(0, 4))

const moved = (period: Period, years: number): Period => {
  const year = startYear(period) + years
  if (period.kind === 'financial-year') return financialYear(year)
  if (period.kind === 'calendar-year') return calendarYear(year)
  const month = Number(period.end.slice(5, 7))
  return stock(year, month, isMonthEnd(period.end) ? daysIn(year, month) : partsOf(period.end).day)
}

/**
 * The period a year earlier. A stock at a month's end stays at that month's end, so that 28 February 2025 follows
 * 29 February 2024; every other stock keeps its day.
 */
export const before = (period: Period): Period => moved(period, -1)

/** The period a year later; the inverse of `before`, save for a stock on 28 February of a leap year. */
export const after = (period: Period): Period => moved(period, 1)

/** Rule 16: the later less the earlier: 2006/07 to 2023/24 is 17 years. */
export const yearsBetween = (older: Period, newer: Period): number => startYear(newer) - startYear(older)

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

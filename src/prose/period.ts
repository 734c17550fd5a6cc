import { shorterKinds } from '../release/table-definition.ts'
import { isMonthEnd, type Period, partsOf } from '../table/period.ts'
import type { Style } from './style.ts'

/** Rule 8: the day itself, for `as of`: `March 31 2023`, or `31 March 2023`. Of a flow, its last day. */
export const asOf = (period: Period, style: Style): string => {
  const { year, month, day } = partsOf(period.end)
  return style.dates === 'month-first' ? `${month} ${day} ${year}` : `${day} ${month} ${year}`
}

/** `March 2010`: the month of a stock, or the last month of a flow. */
export const monthOf = (period: Period): string => {
  const { year, month } = partsOf(period.end)
  return `${month} ${year}`
}

/** The month where the period ends with it, else the day. */
const monthOrDay = (period: Period, style: Style): string =>
  isMonthEnd(period.end) ? monthOf(period) : asOf(period, style)

/** Rule 8, a stock: `at the end of March 2023` on a month's last day, else `on March 30 2023`. */
export const atTheEndOf = (period: Period, style: Style): string =>
  `${isMonthEnd(period.end) ? 'at the end of' : 'on'} ${monthOrDay(period, style)}`

/**
 * Rule 8, a flow: `in the year to March 2024`, and of a calendar year `in 2023`. Of a stock it can only be said of its change over that
 * year.
 */
export const inTheYearTo = (period: Period, style: Style): string =>
  period.kind === 'calendar-year' ? `in ${period.id}` : `in the year to ${monthOrDay(period, style)}`

/** What a period shorter than a year is called: `the highest for any month`. */
export const spanOf = (period: Period): string => {
  if (!shorterKinds.includes(period.kind)) return 'year'
  return period.kind
}

/** The same period of every year, in words: `January`, `January to March`, `October to March`. */
export const seasonOf = (period: Period): string => {
  const [from, to] = [partsOf(period.start), partsOf(period.end)]
  return from.month === to.month ? to.month : `${from.month} to ${to.month}`
}

/** The year of a period whose time of year was named: `2018`; of one that lies in two years, its months. */
export const yearOf = (period: Period): string =>
  period.start.slice(0, 4) === period.end.slice(0, 4) ? period.end.slice(0, 4) : period.label

/** `12 months to January 2018`, whatever a period of the release is. */
export const twelveMonthsTo = (period: Period): string => `12 months to ${monthOf(period)}`

/** `between April 2020 and March 2021`: a flow of a year, by its first month and its last. */
export const betweenMonths = (period: Period): string => {
  const from = partsOf(period.start)
  const isOneYear = from.year === partsOf(period.end).year
  return `between ${from.month}${isOneYear ? '' : ` ${from.year}`} and ${monthOf(period)}`
}

/** When it was counted: a stock at the end of a period, a flow in it. */
export const inPeriod = (period: Period, style: Style, isStock: boolean): string => {
  if (isStock || period.kind === 'day') return atTheEndOf(period, style)
  if (period.kind === 'month') return `in ${monthOf(period)}`
  if (period.kind === 'quarter' || period.kind === 'half-year') return betweenMonths(period)
  return inTheYearTo(period, style)
}

/**
 * Section 1: `2022/23`, or `2022-23`. A period that is one year, or a day in it, is that year: `2023`. A year that ends on another
 * day is told by it: `the year to September 2023`; a month, a quarter or half a year by its months.
 */
export const yearName = (period: Period, style: Style): string => {
  if (period.kind === 'year') return `the year to ${monthOrDay(period, style)}`
  if (shorterKinds.includes(period.kind)) return period.label
  return period.kind === 'day' ? period.end.slice(0, 4) : period.id.replace('/', style.yearJoin)
}

import { daysIn, endingOn, isMonthEnd, iso, MONTHS, type Period, type PeriodKind, periodTo } from './period.ts'

const number = new Map(MONTHS.flatMap((name, i) => [name, name.slice(0, 3)].map((n) => [n.toLowerCase(), i + 1])))
number.set('sept', 9)

const monthName = '([a-z]{3,9})\\.?'
const year4 = '([12]\\d{3})'
const someYear = '([12]\\d{3}|\\d{2})'
const YEAR = /^[12]\d{3}$/
const TWO_YEARS = /^(?:fy ?)?([12]\d{3})(?: ?[/–-] ?| to )?(\d{2}|\d{4})$/i
const ISO_DAY = /^([12]\d{3})-(\d{2})-(\d{2})(?:T00:00(?::00)?)?$/
const WRITTEN_DAY = /^(\d{1,2})\s+([a-z]+)(?:\s+([12]\d{3}))?$/i
const YEAR_TO = new RegExp(
  `^(?:(?:the )?(?:year|12 months) (?:to|ending|ended)|y/?e)(?: the end of)? (?:(\\d{1,2}) )?${monthName}[ -]${someYear}$`,
  'i',
)
const MONTH = [
  new RegExp(`^${year4}[-/ ]?(?:m)?(\\d{2})$`, 'i'),
  new RegExp(`^${year4}[- ]${monthName}$`, 'i'),
  new RegExp(`^${monthName}[- ]${someYear}$`, 'i'),
]
const QUARTER = [
  new RegExp(`^${year4}(?:[/-](\\d{2}))?[- ]?q([1-4])$`, 'i'),
  new RegExp(`^q([1-4])[- ]${year4}(?:[/-](\\d{2}))?$`, 'i'),
]
const HALF = [
  new RegExp(`^${year4}(?:[/-](\\d{2}))?[- ]?h([12])$`, 'i'),
  new RegExp(`^h([12])[- ]${year4}(?:[/-](\\d{2}))?$`, 'i'),
]
const MONTHS_TO = new RegExp(`^${monthName}(?: ${year4})? ?(?:to|-|–) ?${monthName} ${year4}$`, 'i')

/** Two figures of a year are of this century: official series written so are no older. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))
const monthOf = (name: string | undefined): number | undefined => number.get((name ?? '').toLowerCase())
const endOf = (year: number, month: number): string => iso(year, month, daysIn(year, month))

const readDay = (text: string): { year: number | null; month: number; day: number } | null => {
  const [, isoYear, isoMonth, isoDate] = ISO_DAY.exec(text) ?? []
  const [, date, name, year] = WRITTEN_DAY.exec(text) ?? []
  const month = isoMonth === undefined ? monthOf(name) : Number(isoMonth)
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

/** A day in a year, by the day of every year: `2023` and `31 March`. */
function yearly(year: number, day: string | undefined): string | null {
  const one = day === undefined ? null : readDay(day.trim())
  if (one === null || one.year !== null) return null
  const date = dayIn(year, one.month, one.day)
  return date === null ? null : iso(year, one.month, date)
}

/** A day that is written out must be the day of every year, where there is one. */
function dayNamed(text: string, day: string | undefined): string | null {
  const seen = readDay(text)
  if (seen === null || seen.year === null) return null
  const on = iso(seen.year, seen.month, seen.day)
  if (day === undefined || yearly(seen.year, day) === on) return on
  const of = readDay(day.trim())
  return of && of.year === null && of.month === seen.month && of.day === seen.day ? on : null
}

/** `Year to March 2023`, as the day it ends on. */
function yearTo(text: string): string | null {
  const [, day, name, year] = YEAR_TO.exec(text) ?? []
  const month = monthOf(name)
  if (month === undefined || year === undefined) return null
  const last = daysIn(fullYear(year), month)
  const on = day === undefined ? last : Number(day)
  return on >= 1 && on <= last ? iso(fullYear(year), month, on) : null
}

const onDay = (text: string): string | null => {
  const seen = readDay(text)
  return seen && seen.year !== null ? iso(seen.year, seen.month, seen.day) : null
}

/** `2022/23`, `2022-23`, `202223`: the first of two years that follow one another. */
function firstOfTwo(text: string): number | null {
  const [, from, to] = TWO_YEARS.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  return String(Number(from) + 1).endsWith(to) ? Number(from) : null
}

function month(text: string): string | null {
  for (const [i, pattern] of MONTH.entries()) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [year, name] = i === 2 ? [found[2]!, found[1]!] : [found[1]!, found[2]!]
    const at = i === 0 ? Number(name) : monthOf(name)
    return at !== undefined && at >= 1 && at <= 12 ? endOf(fullYear(year), at) : null
  }
  // A month may be dated by its first day or its last.
  const day = onDay(text)
  if (day === null) return null
  return day.endsWith('-01') || isMonthEnd(day) ? endOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))) : null
}

/** `2023 Q1`, or `2022/23 Q1`, which begins in April. */
function part(text: string, patterns: readonly RegExp[], months: number): string | null {
  for (const [i, pattern] of patterns.entries()) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [year, next, nth] = i === 0 ? [found[1]!, found[2], found[3]!] : [found[2]!, found[3], found[1]!]
    if (next !== undefined && firstOfTwo(`${year}/${next}`) === null) return null
    const last = Number(nth) * months + (next === undefined ? 0 : 3)
    return endOf(Number(year) + (last > 12 ? 1 : 0), last > 12 ? last - 12 : last)
  }
  const [, first, from, lastName, year] = MONTHS_TO.exec(text) ?? []
  const [a, b] = [monthOf(first), monthOf(lastName)]
  if (a === undefined || b === undefined) return null
  const crosses = b < a
  const isWhole = (b - a + 12) % 12 === months - 1
  const begins = from === undefined || Number(from) === Number(year) - (crosses ? 1 : 0)
  return isWhole && begins ? endOf(Number(year), b) : null
}

/** The day a stretch ends on, as a cell names it. */
const ends: Readonly<Record<PeriodKind, (text: string, day: string | undefined) => string | null>> = {
  day: (text, day) =>
    day !== undefined && readDay(day.trim())?.year !== null
      ? null
      : YEAR.test(text)
        ? yearly(Number(text), day)
        : dayNamed(text, day),
  'financial-year': (text) => {
    const first = firstOfTwo(text)
    return first === null ? yearTo(text) : iso(first + 1, 3, 31)
  },
  'academic-year': (text, day) => {
    const first = firstOfTwo(text)
    return first === null ? yearTo(text) : yearly(first + 1, day ?? '31 August')
  },
  'calendar-year': (text) => (YEAR.test(text) ? iso(Number(text), 12, 31) : yearTo(text)),
  year: (text, day) => {
    if (YEAR.test(text)) return yearly(Number(text), day)
    const on = yearTo(text) ?? onDay(text)
    return on !== null && (day === undefined || yearly(Number(on.slice(0, 4)), day) === on) ? on : null
  },
  'half-year': (text) => part(text, HALF, 6) ?? onDay(text),
  quarter: (text) => part(text, QUARTER, 3) ?? onDay(text),
  month,
}

/**
 * The period that a cell names, or null when it names none of this kind, or contradicts itself (`2022/24`) or the day.
 * `financial-year` and `academic-year`: 2022/23, 2022-23, 202223, year to March 2023; a single year is refused, since it may be
 * the first or the last. `calendar-year`: 2023. `year`: 2023 with `day` as the day it ends on, or year ending September 2023.
 * `day`: 2023-03-31, 31 March 2023, or 2023 with `day` as `31 March`. `half-year`, `quarter`: 2023 Q1, Q1 2023, January to March
 * 2023, 2023/24 Q1 (April to June), or their last day. `month`: 2023-03, Mar-23, March 2023, their first or last day.
 * `day` as `29 February` means the end of February. A bare leap year with `28 February` is refused: it could be either.
 */
export const makePeriod = (seen: string | number, kind: PeriodKind, day?: string): Period | null => {
  const text = String(seen)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  const end = ends[kind](text, day)
  if (end === null) return null
  return kind === 'day' || kind === 'year' || kind === 'academic-year' ? periodTo(end, kind) : endingOn(end, kind)
}

import { daysIn, isMonthEnd, MONTHS, type PeriodKind, partsOf } from '../table/period.ts'
import { makePeriod } from '../table/period-text.ts'
import type { PeriodBelief } from './belief.ts'
import { periodsOf, type Shape, shapeOf } from './time.ts'

/** What stands around the periods: the column's heading, and titles, notes and names that may say what they are. */
export interface Around {
  heading: string
  about: string
}
type Kind = Pick<PeriodBelief, 'kind' | 'day' | 'ends' | 'stock' | 'why' | 'check'>

const plain = { day: null, ends: null, stock: false, check: null }
const month = `(${MONTHS.join('|')})`
const dayIn = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month}\\b`, 'i')
const stockIn = new RegExp(`\\b(?:as )?at (?:the )?(?:end of )?(\\d{1,2})(?:st|nd|rd|th)? ${month}\\b`, 'i')
const yearToIn = new RegExp(`\\b(?:years?|12 months|y/?e)[_ ](?:ending|ended|to)[_ ](?:(\\d{1,2}) )?${month}`, 'i')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
/** As a definition writes the day of every year: 29 February is the end of that month. */
const lastOf = (name: string) => `${daysIn(2000, MONTHS.indexOf(capital(name)) + 1)} ${capital(name)}`

/** The periods that texts name: their kind, and from when to when; null where they are none, or of several kinds. */
export function whenOf(texts: readonly string[], around: Around): Omit<PeriodBelief, 'in' | 'column' | 'index'> | null {
  const shape = shapeOf(texts)
  if (shape === null) return null
  const kind = kindOf(shape, texts, around)
  if (kind === null) return null
  const periods = periodsOf(texts, kind.kind, kind.day ?? kind.ends ?? undefined)
  const ids = [...new Set(periods.map((p) => p.id))]
  if (ids.length === 0) return null
  return { ...kind, from: ids[0]!, to: ids.at(-1)!, count: ids.length }
}

function kindOf(shape: Shape, texts: readonly string[], { heading, about }: Around): Kind | null {
  if (shape === 'years') return years(heading, about)
  if (shape === 'two-years') return twoYears(heading, about)
  if (shape === 'days') return days(texts, heading)
  if (shape === 'year-to') return yearTo(texts)
  const stock = /\bas at\b|\bend of\b/i.test(heading)
  const check = texts.some((text) => /\d{2}[/-]\d{2}\b.*[qh]\d|[qh]\d.*\d{2}[/-]\d{2}\b/i.test(text))
    ? 'parts of a financial year: the first is taken to begin in April'
    : null
  return { ...plain, kind: shape, stock, check, why: `all read as ${shape}s` }
}

function years(heading: string, about: string): Kind {
  for (const [text, from] of [
    [heading, 'its heading'],
    [about, 'the text around the table'],
  ] as const) {
    const sure = text === heading ? null : `read from ${from}`
    const stock = stockIn.exec(text) ?? (text === heading ? dayIn.exec(text) : null)
    const to = yearToIn.exec(text)
    if (to) {
      const ends = to[1] === undefined ? lastOf(to[2]!) : `${to[1]} ${capital(to[2]!)}`
      return { ...plain, kind: 'year', ends, why: `${from} says “${to[0]}”`, check: sure }
    }
    if (stock)
      return {
        ...plain,
        kind: 'day',
        day: `${stock[1]} ${capital(stock[2]!)}`,
        why: `${from} says “${stock[0]}”`,
        check: sure,
      }
    if (/\bcalendar[_ ]year/i.test(text))
      return { ...plain, kind: 'calendar-year', why: `${from} says “calendar year”`, check: null }
    const other = /\b(financial|fiscal|academic|school)[_ ]year/i.exec(text)
    if (!other) continue
    const ends = /financial|fiscal/i.test(other[1]!) ? '31 March' : '31 August'
    const check = `${other[0]}s are written as one year: it is taken to be the one that they end in; if they begin in it, every date is a year off`
    return { ...plain, kind: 'year', ends, why: `${from} says “${other[0]}”`, check }
  }
  const what = /reporting[_ ]year/i.exec(heading)
    ? `“${heading.split(' ').slice(0, 2).join(' ')}” does not say`
    : 'nothing says'
  const check = `${what} what the years are: calendar-year, or day (with day: 31 March, a stock on that day), or year (with ends: 31 March, years that end then)`
  return { ...plain, kind: 'calendar-year', why: 'all read as years', check }
}

function twoYears(heading: string, about: string): Kind {
  for (const text of [heading, about]) {
    const found = /\b(academic|school|financial|fiscal)[_ ]?year/i.exec(text)
    if (!found) continue
    const kind: PeriodKind = /academic|school/i.test(found[1]!) ? 'academic-year' : 'financial-year'
    return { ...plain, kind, why: `years such as 2022/23, called “${found[0]}”` }
  }
  return {
    ...plain,
    kind: 'financial-year',
    why: 'years such as 2022/23',
    check: 'they may be academic years (kind: academic-year), or years of another kind',
  }
}

function yearTo(texts: readonly string[]): Kind | null {
  const ends = [...new Set(texts.map((text) => makePeriod(text, 'year')!.end))]
  const months = [...new Set(ends.map((end) => partsOf(end).month))]
  if (months.length === 1) {
    const day = isMonthEnd(ends[0]!) ? lastOf(months[0]!) : `${partsOf(ends[0]!).day} ${months[0]}`
    return { ...plain, kind: 'year', ends: day, why: `years to ${months[0]}` }
  }
  const check = 'years that end in several months overlap: they cannot be added up or set beside each other'
  return { ...plain, kind: 'year', why: `years to ${months.join(', ')}`, check }
}

/** Dates: the same day of each year is a stock on it; the first or last days of many months are months or quarters. */
function days(texts: readonly string[], heading: string): Kind | null {
  const on = [...new Set(texts.map((text) => makePeriod(text, 'day')!.end))]
  const months = [...new Set(on.map((day) => day.slice(5, 7)))].sort()
  const name = partsOf(on[0]!).month
  const ends = on.every(isMonthEnd)
  const begins = on.every((day) => day.endsWith('-01'))
  if (months.length === 1) {
    const day = ends ? lastOf(name) : `${partsOf(on[0]!).day} ${name}`
    if (yearToIn.test(heading)) return { ...plain, kind: 'year', ends: day, why: `its heading says “${heading}”` }
    const said = stockIn.exec(heading)
    const other = said !== null && `${said[1]} ${capital(said[2]!)}` !== day
    const check = other
      ? `the heading says “${said[0]}”, and the dates are of ${partsOf(on[0]!).day} ${name}`
      : said || /\bas (at|of|on)\b/i.test(heading)
        ? null
        : `it is taken for a stock on that day; it may be a year that ends then (kind: year, ends: ${day})`
    return { ...plain, kind: 'day', day, stock: false, why: `the same day of each year`, check }
  }
  if (!ends && !begins) return null
  const every = (all: string) => months.every((m) => all.split(' ').includes(m))
  const kind = !ends
    ? 'month'
    : every('06 12') || every('03 09')
      ? 'half-year'
      : every('03 06 09 12')
        ? 'quarter'
        : 'month'
  const written = ends ? 'the last days of' : 'the first days of'
  const check =
    kind === 'month' && begins && every('01 04 07 10')
      ? 'they may be quarters, dated by their first day'
      : ends && !/\bas at\b/i.test(heading)
        ? 'dated by last days: it is taken for a count at the end of each (stock: true), and may be one during it'
        : null
  return { ...plain, kind, stock: ends, why: `${written} ${kind}s`, check }
}

import { printed } from '../facts/small.ts'
import { amount } from '../prose/amount.ts'
import { grouped, people } from '../prose/number.ts'
import { percentChange } from '../prose/percent.ts'
import { atTheEndOf, inPeriod, seasonOf, yearName } from '../prose/period.ts'
import { counted } from '../release/measures.ts'
import { type Period, partsOf } from '../table/period.ts'
import { datedOf, isStockOf, isWhole, type Subject } from './subject.ts'

const styleOf = ({ order }: Subject) => order.press.style

/** Beside a mark there is room for figures alone, and for the sign. */
const drawnStyle = (subject: Subject) => ({ ...styleOf(subject), wordsUpTo: -1, percent: '%' })

/** A value beside its mark: in figures always, and in millions from a million on. */
export function label(subject: Subject, measure: number, value: number): string {
  const { table } = subject.desk
  const one = table.measures[measure]!
  if (counted(one.unit)) return people(printed(value), drawnStyle(subject), { headline: true })
  return amount(one, value, drawnStyle(subject), table.measures, true)
}

/** A value of an axis, which is round: with no more decimals than it has. */
export function tick(subject: Subject, measure: number, value: number): string {
  const { unit } = subject.desk.table.measures[measure]!
  if (counted(unit) || unit === 'money') return label(subject, measure, value)
  const isPart = unit === 'share' || unit === 'rate'
  return grouped(Number(((isPart ? 100 : 1) * value).toPrecision(6))) + (isPart ? '%' : '')
}

/** A value in a sentence, as copy has it. */
export function told(subject: Subject, measure: number, value: number): string {
  const { table } = subject.desk
  const one = table.measures[measure]!
  return counted(one.unit)
    ? people(printed(value), styleOf(subject))
    : amount(one, value, styleOf(subject), table.measures)
}

/** A change in per cent: `up 3.4%`; one that vanishes in print has no figure. */
export function moved(subject: Subject, value: number, drawn = false): string {
  const size = percentChange(value, drawn ? drawnStyle(subject) : styleOf(subject))
  if (size === null) return value === 0 ? 'no change' : 'barely changed'
  return `${value > 0 ? 'up' : 'down'} ${size}`
}

/** `2023`, `2022/23`, `January 2018`, `January to March 2018`: of a year that ends on another day, its year where the month was named. */
export const nameOf = (subject: Subject, measure: number, period: number): string => {
  const dated = datedOf(subject, measure, period)
  return dated.kind === 'year' ? dated.end.slice(0, 4) : yearName(dated, styleOf(subject))
}

/** `in 2023`, `in the year to September 2023`, `at the end of January 2018`. */
export function when(subject: Subject, measure: number, period: number): string {
  const dated = datedOf(subject, measure, period)
  if (['month', 'quarter', 'half-year'].includes(dated.kind))
    return inPeriod(dated, styleOf(subject), isStockOf(subject, measure))
  return `in ${yearName(dated, styleOf(subject))}`
}

/** From one period to another: `2007 to 2023`; stretches that have a `to` of their own are told from when until when. */
export function range(subject: Subject, measure: number, from: number, to: number): string {
  const [first, last] = [nameOf(subject, measure, from), nameOf(subject, measure, to)]
  return first.includes(' to ') ? `from ${first} until ${last}` : `${first} to ${last}`
}

/** What time the points of a series are of: `at the end of March`, `years to September`, `by month`; empty for calendar years. */
export function timesOf(subject: Subject, measure: number): string {
  const dated = datedOf(subject, measure, subject.order.period)
  if (dated.kind === 'day') return withoutYear(dated, atTheEndOf(dated, styleOf(subject)))
  if (dated.kind === 'calendar-year') return ''
  const { kind } = dated
  if (kind === 'month' || kind === 'quarter' || kind === 'half-year')
    return isStockOf(subject, measure) ? `at the end of each ${kind}` : `by ${kind}`
  return `years to ${seasonOf({ ...dated, start: dated.end })}`
}

const withoutYear = (dated: Period, text: string): string => text.replace(` ${partsOf(dated.end).year}`, '')

/** What the values are, where their name does not say it: `full-time equivalent`, `per 100,000 people`. */
export function unitOf({ desk }: Subject, measure: number): string {
  const { unit, definition, over } = desk.table.measures[measure]!
  if (unit === 'fte') return 'full-time equivalent'
  if (unit !== 'per' || !('per' in definition) || definition.per === undefined) return ''
  const of = over === null ? '' : ` ${desk.table.measures[over.base]!.definition.words.noun[1]}`
  return `per ${definition.per.toLocaleString('en-GB')}${of}`
}

/** What is measured, in words; a share is a share of something. */
export function nounOf({ desk }: Subject, measure: number): string {
  const { definition } = desk.table.measures[measure]!
  const { name } = definition.words
  return 'share' in definition
    ? `${name} as a share of ${desk.release.definition.measures[definition.of]!.words.name}`
    : name
}

/** What a sentence calls a value it has named: things have a number. */
export const subjectOf = ({ desk }: Subject, measure: number): string =>
  counted(desk.table.measures[measure]!.unit) ? 'the number' : 'the figure'

/** The area the charts are of, in full in a sentence. */
export const areaOf = (subject: Subject): string => {
  const area = subject.desk.table.areas[subject.area]!
  return isWhole(subject) ? area.name : area.full
}

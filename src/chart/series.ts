import { isBreak } from '../facts/comparable.ts'
import type { Claim } from '../facts/fact.ts'
import { capital } from '../prose/plural.ts'
import { flags } from '../table/cell.ts'
import { at, measureIndex } from '../table/table.ts'
import { isSuspect, isWhole, type Subject, valueIn } from './subject.ts'
import { areaOf, nameOf, nounOf, range, subjectOf, timesOf, told, unitOf, when } from './words.ts'

/** A value of a series. Those of one run may be joined by a line: no gap and no break lies inside it. */
export interface Point {
  period: number
  value: number
  run: number
}

/** A series to be drawn: what has no value is not among the points. */
export interface Series {
  measure: number
  points: readonly Point[]
  /** The periods from which it is not like what it was. */
  breaks: readonly number[]
  /** Values that are likely faults: they stand alone, and are told as doubtful. */
  doubtful: readonly Point[]
  /** The period from which all values are provisional; null where the last is not. */
  provisional: number | null
  /** The highest and the lowest, where a fact claims them. */
  extremes: readonly { which: 'highest' | 'lowest'; joint: boolean; from: number; point: Point }[]
}

/** The least that makes a chart. */
export const fewest = 3

/** The area's lead measure up to the period told of; null where there are too few values. */
export function seriesOf(subject: Subject): Series | null {
  const { desk, order, area } = subject
  const { table, release } = desk
  const measure = measureIndex(table, release.leads[isWhole(subject) ? 'whole' : 'area'])
  const stated = table.measures[measure]!
  const points: Point[] = []
  const doubtful: Point[] = []
  const breaks: number[] = []
  let run = 0
  for (let period = 0; period <= order.period; period++) {
    const isBegin = stated.periods[period]!.id === stated.comparable.from
    if (period > 0 && (isBegin || isBreak(table, measure, area, period))) {
      breaks.push(period)
      run++
    }
    const value = valueIn(subject, measure, period)
    if (Number.isNaN(value)) run++
    else if (isSuspect(subject, measure, period, area)) doubtful.push({ period, value, run: ++run })
    else points.push({ period, value, run })
  }
  if (points.length < fewest) return null
  const drawn = breaks.filter((p) => p > points[0]!.period)
  const extremes = extremesOf(subject, measure, points)
  return { measure, points, breaks: drawn, doubtful, provisional: provisionalOf(subject, measure, points), extremes }
}

function provisionalOf({ desk, area }: Subject, measure: number, points: readonly Point[]): number | null {
  const { table } = desk
  const is = ({ period }: Point) => (table.flags[at(table, measure, area, period)]! & flags.provisional) !== 0
  const firm = points.findLastIndex((p) => !is(p))
  return points[firm + 1]?.period ?? null
}

/** Where a fact claims it: the record that now is, or the peak or trough that lies behind. */
function extremesOf(subject: Subject, measure: number, points: readonly Point[]): Series['extremes'] {
  const { periods, key } = subject.desk.table.measures[measure]!
  const find = (id: unknown) => periods.findIndex((p) => p.id === id)
  const found = subject.claims.flatMap((claim) => {
    if (claim.measure !== key) return []
    const one = extremeOf(claim)
    const period = one && (one.period === undefined ? subject.order.period : find(one.period))
    const point = points.find((p) => p.period === period)
    return one && point ? [{ which: one.which, joint: one.joint, from: find(claim.params['from']), point }] : []
  })
  return found.sort((a, b) => a.point.period - b.point.period)
}

function extremeOf({ kind, params }: Claim): { which: 'highest' | 'lowest'; joint: boolean; period?: unknown } | null {
  // Of the same month in each year alone, it is no highest of what is drawn.
  if (kind === 'record' && params['among'] !== 'same' && !params['spiked'])
    return { which: params['extreme'] as 'highest' | 'lowest', joint: params['joint'] === true }
  if (kind === 'peak' && !params['shared'])
    return { which: params['which'] === 'peak' ? 'highest' : 'lowest', joint: false, period: params['thenPeriod'] }
  return null
}

export const seriesTitle = (subject: Subject, { measure }: Series): string =>
  `${capital(nounOf(subject, measure))}, ${subject.desk.table.areas[subject.area]!.name}`

/** What the values are and of when, for the head of the axis. */
export function seriesAxis(subject: Subject, { measure, provisional }: Series): string {
  const firm = provisional === null ? '' : `provisional from ${nameOf(subject, measure, provisional)}`
  return capital([unitOf(subject, measure), timesOf(subject, measure), firm].filter(Boolean).join(', '))
}

export function seriesAlt(subject: Subject, series: Series): string {
  const { measure, points, breaks, doubtful, provisional, extremes } = series
  const [first, last] = [points[0]!, points.at(-1)!]
  const what = [unitOf(subject, measure), nounOf(subject, measure)]
  const unit = what[0]?.startsWith('per ') ? what.reverse() : what
  const head = [unit.filter(Boolean).join(' '), areaOf(subject), timesOf(subject, measure)].filter(Boolean)
  const shown = `Line chart: ${head.join(', ')}, ${range(subject, measure, first.period, last.period)}.`
  const parts = extremes.map(({ which, joint, from, point }) => {
    const since = from > first.period ? `, in figures from ${nameOf(subject, measure, from)}` : ''
    return `${joint ? 'at its joint ' : ''}${which} ${saidAt(subject, measure, point)}${since}`
  })
  // Where now is no extreme it is told for itself; where nothing is, so is the beginning.
  if (!extremes.some(({ point }) => point === last)) {
    if (parts.length === 0) parts.push(saidOf(subject, measure, first))
    parts.push(saidOf(subject, measure, last))
  }
  const joins = parts.length > 2 ? ['; ', '; and '] : extremes.length > 0 ? ['', ', and '] : ['', ' and ']
  const middle = parts.reduce((text, part, i) => text + joins[Number(i === parts.length - 1)] + part)
  const notes = [
    ...(breaks.length > 0
      ? [`a break in the series before ${breaks.map((p) => nameOf(subject, measure, p)).join(' and ')}`]
      : []),
    ...(doubtful.length > 0
      ? [`a doubtful figure for ${doubtful.map((p) => nameOf(subject, measure, p.period)).join(' and ')}`]
      : []),
    ...(last.period - first.period + 1 > points.length + doubtful.length ? ['gaps where there is no figure'] : []),
  ]
  if (provisional !== null) notes.push(`provisional figures from ${nameOf(subject, measure, provisional)}`)
  const note = notes.length > 0 ? `; the chart shows ${notes.join(', and ')}` : ''
  return `${shown} ${capital(subjectOf(subject, measure))} was ${middle}${note}.`
}

const saidAt = (subject: Subject, measure: number, { period, value }: Point): string =>
  `${when(subject, measure, period)}, at ${told(subject, measure, value)}`
const saidOf = (subject: Subject, measure: number, { period, value }: Point): string =>
  `${told(subject, measure, value)} ${when(subject, measure, period)}`

import type { BaseMeasureDefinition, MeasureDefinition, ReleaseDefinition } from './definition.ts'
import { measured } from './measure-definition.ts'

/** How a measure is made of others, or null for one made of rows of a table. */
export interface Made {
  op: 'divide' | 'add' | 'subtract'
  /** Keys of measures, in the order of the formula: part, whole; more, less. */
  of: readonly string[]
  /** The last of them is a stock at the start of the period. */
  start: boolean
  /** What a quotient is multiplied by: a rate per 100,000. */
  times: number
}

/**
 * `fte`, `headcount` and `count` are numbers of things; `share` is 0.43 for 43% of them, `rate` 0.0487 for 4.87%, worked out
 * here or by the publisher. `per` is so many per 1,000 or the like, 10.4 for 10.4; it, `index`, `money` and `days` stand as the
 * publisher has them.
 */
export type MeasureUnit = 'fte' | 'headcount' | 'count' | 'share' | 'rate' | 'per' | 'index' | 'money' | 'days'

const unitsOf: Readonly<Record<BaseMeasureDefinition['unit'], MeasureUnit>> = {
  fte: 'fte',
  headcount: 'headcount',
  count: 'count',
  percent: 'rate',
  rate: 'per',
  index: 'index',
  money: 'money',
  days: 'days',
}

/** A unit of things that are counted: of these there are shares and sums. */
export const counted = (unit: MeasureUnit | BaseMeasureDefinition['unit'] | undefined): boolean =>
  unit === 'fte' || unit === 'headcount' || unit === 'count'

/** Whether the publisher has worked it out, so that it may not be added up. */
export const isMeasured = (m: MeasureDefinition): boolean =>
  isBase(m) && (measured as readonly string[]).includes(m.unit)

const sizes = { thousand: 1e3, million: 1e6, billion: 1e9 } as const

/** What a cell is multiplied by: 11.8% is 0.118, as a share that is worked out here is; £12.3m is 12,300,000. */
export const cellTimes = (m: BaseMeasureDefinition): number =>
  m.unit === 'percent' ? 0.01 : m.in === undefined ? 1 : sizes[m.in]

/** So many per 1,000 or the like, worked out here over a population. */
export const isPerMany = (m: MeasureDefinition): boolean => 'rate' in m && m.per !== undefined

/** What is told by its level, as one figure: what the publisher has worked out, and a rate over a population. */
export const isLevelled = (m: MeasureDefinition): boolean => isMeasured(m) || isPerMany(m)

/** True for a measure made of rows of a table; the others are made of measures. */
export function isBase(measure: MeasureDefinition): measure is BaseMeasureDefinition {
  return 'from' in measure
}

export function madeOf(m: MeasureDefinition): Made | null {
  const plain = { start: false, times: 1 }
  if ('share' in m) return { ...plain, op: 'divide', of: [m.share, m.of] }
  if ('rate' in m) return { op: 'divide', of: [m.rate, m.over], start: m.at === 'start', times: m.per ?? 1 }
  if ('sum' in m) return { ...plain, op: 'add', of: m.sum }
  if ('difference' in m) return { ...plain, op: 'subtract', of: [m.difference, m.less] }
  return null
}

const measureAt = (def: ReleaseDefinition, name: string): MeasureDefinition | undefined =>
  Object.hasOwn(def.measures, name) ? def.measures[name] : undefined

/** The unit of a measure; undefined where it is not there, or is made of itself. */
export function unitOf(def: ReleaseDefinition, name: string, above: readonly string[] = []): MeasureUnit | undefined {
  const m = measureAt(def, name)
  if (m === undefined || above.includes(name)) return undefined
  if (isBase(m)) return unitsOf[m.unit]
  if ('share' in m) return 'share'
  if ('rate' in m) return m.per === undefined ? 'rate' : 'per'
  return unitOf(def, madeOf(m)!.of[0]!, [...above, name])
}

/** The rows a measure is made of in the end: the base measures below it. */
export function basesOf(def: ReleaseDefinition, name: string, above: readonly string[] = []): BaseMeasureDefinition[] {
  const m = measureAt(def, name)
  if (m === undefined || above.includes(name)) return []
  return isBase(m) ? [m] : madeOf(m)!.of.flatMap((part) => basesOf(def, part, [...above, name]))
}

/** The same by their names: the measures that stand in tables, below a measure. */
export function baseKeys(def: ReleaseDefinition, name: string): string[] {
  const m = measureAt(def, name)
  if (m === undefined) return []
  return isBase(m) ? [name] : madeOf(m)!.of.flatMap((part) => baseKeys(def, part))
}

/** The measure made of rows by which a story is dated: the one itself, or what a rate over a population counts. */
export function rowsBelow(def: ReleaseDefinition, name: string): string {
  const m = measureAt(def, name)!
  return isBase(m) ? name : rowsBelow(def, madeOf(m)!.of[0]!)
}

/** The part of a measure by which it is made of itself, however far down. */
export function circularPart(def: ReleaseDefinition, name: string): number {
  const seen = new Set<string>()
  const reaches = (part: string): boolean => {
    if (part === name) return true
    const m = measureAt(def, part)
    if (m === undefined || isBase(m) || seen.has(part)) return false
    seen.add(part)
    return madeOf(m)!.of.some(reaches)
  }
  return madeOf(measureAt(def, name)!)!.of.findIndex(reaches)
}

/** A measure dated by days of a year is a stock, or one counted at the end of a month or the like; every other is a flow. */
export function isStock(def: ReleaseDefinition, name: string): boolean {
  const [first] = basesOf(def, name)
  const period = first && def.tables[first.from]?.period
  return period !== undefined && (period.kind === 'day' || period.stock)
}

/** Whether those counted are people. What is counted neither in heads nor as full-time equivalents may be anything. */
export function isPeople(def: ReleaseDefinition, name: string): boolean {
  const unit = unitOf(def, name)
  return def.measures[name]!.words.people ?? (unit === 'headcount' || unit === 'fte')
}

/** Whose story a measure with this role is told in. */
export type Level = 'area' | 'whole'

/** The measures with a role in the story of an area, or of the whole. */
export function measuresFor(def: ReleaseDefinition, role: MeasureDefinition['role'], level: Level): string[] {
  return Object.entries(def.measures).flatMap(([key, m]) =>
    m.role === role && (m.tells === 'any' || m.tells === level) ? [key] : [],
  )
}

import { type Dated, datedHeading } from '../read/dated-heading.ts'
import type { PeriodBelief } from './belief.ts'
import type { Frame } from './frame.ts'
import { isNumeric, type Profile } from './profile.ts'
import { sheetPeriods } from './sheets.ts'
import { readsAsPeriod, shapeOf } from './time.ts'
import { whenOf } from './when.ts'

/** Where a table's periods stand, and what each row or column is dated. */
export interface PeriodFound {
  belief: PeriodBelief
  /** The column of periods, for one that has it. */
  profile: Profile | null
  /** Column → the period its heading names and the rest of the heading, for a table wide by year. */
  headed: ReadonlyMap<number, Dated>
}

const hint = /year|period|date|quarter|month|time|as[ _]at|\bat \d|half|ending|ended/i
const identifier = /time_identifier|period_type|time_type|^freq(uency)?$/i
/** Dates of the figures' making, not of what they count. */
const notThis = /publi[cs]|updated|release|extract|last/i

/** The periods of a table: in a column, in headings, or in the names of its sheets; null where nothing reads as one. */
export function findPeriod(frames: readonly Frame[], profiles: readonly Profile[], about: string): PeriodFound | null {
  if (frames.length > 1) {
    const texts = [...sheetPeriods(frames).values()]
    const when = whenOf(texts, { heading: '', about })
    const belief = when && { ...when, in: 'sheets' as const, column: null, index: null }
    return belief && { belief, profile: null, headed: new Map() }
  }
  return inColumn(profiles, about) ?? inHeadings(profiles, about)
}

function inColumn(profiles: readonly Profile[], about: string): PeriodFound | null {
  const typed = profiles.find((p) => identifier.test(p.column.name) && p.texts.size <= 3)
  const said = typed ? [...typed.texts.keys()].join(' ') : ''
  const found = profiles.flatMap((profile) => {
    const { name, index } = profile.column
    if (profile.empty > profile.filled || notThis.test(name)) return []
    const texts = [...profile.texts.keys()]
    const shape = shapeOf(texts)
    // Numbers such as 2015 are years only where the heading says so, or where they hardly differ.
    if (
      shape === null ||
      (shape === 'years' && !hint.test(name) && (texts.length > 60 || profile.filled < texts.length * 2))
    )
      return []
    const when = whenOf(texts, { heading: `${said} ${name}`.trim(), about })
    if (when === null) return []
    const score = (hint.test(name) ? 2 : 0) + (isNumeric(profile) ? 0 : 1) + (shape === 'years' ? 0 : 1)
    const belief: PeriodBelief = { ...when, in: 'column', column: name, index }
    return [{ score, found: { belief, profile, headed: new Map<number, never>() } }]
  })
  const [best, next] = found.sort((a, b) => b.score - a.score)
  if (best === undefined) return null
  if (next === undefined || next.score < 2) return best.found
  const { belief } = best.found
  const also = `“${next.found.belief.column}” reads as periods too`
  return { ...best.found, belief: { ...belief, check: belief.check === null ? also : `${belief.check}; ${also}` } }
}

function inHeadings(profiles: readonly Profile[], about: string): PeriodFound | null {
  const found = profiles.flatMap((profile) => {
    const dated = isNumeric(profile) || profile.figures > 0 ? datedHeading(profile.column.parts, readsAsPeriod) : null
    return dated ? [[profile.column.index, dated] as const] : []
  })
  const alike = (rest: string) => found.filter(([, dated]) => dated.rest === rest).length
  // “Change 2021 to 2022” is of no year: what stands beside a period stands beside others too.
  const headed = new Map(found.filter(([, { among, rest }]) => !among || alike(rest) > 1))
  const texts = [...new Set([...headed.values()].map(({ seen }) => seen))]
  if (texts.length < 2) return null
  const when = whenOf(texts, { heading: '', about })
  return when && { belief: { ...when, in: 'columns', column: null, index: null }, profile: null, headed }
}

/** Columns that would be periods, were all their texts such, or were two of them one. */
export function nearPeriods(profiles: readonly Profile[]): string[] {
  return profiles.flatMap((profile) => {
    const texts = [...profile.texts.keys()]
    const bad = texts.filter((text) => !readsAsPeriod(text))
    const { name } = profile.column
    if (hint.test(name) && bad.length > 0 && bad.length < texts.length * 0.2)
      return [`“${name}” holds periods, but not in every row: ${bad.slice(0, 5).join(', ')}`]
    const isPart = /^(q[1-4]|h[12]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[1-9]|1[0-2])$/i
    if (/^(quarter|month|half)/i.test(name) && texts.every((text) => isPart.test(text)))
      return [`“${name}” holds a part of the year: make one column of it and the year, such as 2023 Q1 or 2023-03`]
    return []
  })
}

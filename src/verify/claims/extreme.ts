import type { Mention } from '../mention.ts'
import type { Scene } from '../scene.ts'

/** A series of one thing in one place: values by period. */
export interface Series {
  what: string
  at(period: number): number
  begin: number
  recordsBegin: boolean
  /** Periods from one value to the next: a year of them where only the same of each year are meant. */
  step?: number
}

/** The series that is spoken of: of a share or rate where that was spoken of last, else of a number of things. */
export function seriesOf(s: Scene, topic: number = s.topic, area: number = s.area, ofRatio = false): Series[] {
  if (ofRatio && s.ratio) {
    const ratio = s.ratio
    const at = (p: number) => s.ratioValue(ratio, area, p)
    const begins = [...ratio.part, ...ratio.base].map((key) => s.evidence.begins(key))
    const begin = Math.max(
      ...begins.map((b, i) => b.period + (i >= ratio.part.length ? ratio.shift : 0)),
      ...s.evidence.breaks(area).filter((b) => b <= s.now),
    )
    return [{ what: `${ratio.kind}, ${s.name(area)}`, at, begin: firstOf(at, begin, s.now), recordsBegin: false }]
  }
  return s.keys(topic).map((key) => {
    const { period, recordsBegin, breaks } = s.evidence.begins(key)
    const at = (p: number) => s.value(key, area, p)
    const begin = Math.max(period, ...[...breaks, ...s.evidence.breaks(area)].filter((b) => b <= s.now))
    const what = `${s.words.topics[topic]?.name}, ${s.name(area)}`
    return { what, at, begin: firstOf(at, begin, s.now), recordsBegin }
  })
}

const firstOf = (at: (p: number) => number, begin: number, now: number): number => {
  for (let p = Math.max(begin, 0); p <= now; p++) if (!Number.isNaN(at(p))) return p
  return now
}

export interface Extreme {
  /** highest, fewest, peak; or a comparative: more than in any… */
  end: Mention | undefined
  /** Of which period it is said; now where none is named. */
  on?: number
  /** `since`: the latest more extreme period. `begin`: since at least, in figures going back to. `records`: since records began. */
  since: {
    kind: 'since' | 'begin' | 'records'
    period?: Mention | undefined
    mentions?: readonly (Mention | undefined)[]
  }
  joint?: boolean
}

/** An extreme of a series, up to now or at an earlier period. */
export function extreme(s: Scene, claim: Extreme, series: readonly Series[] = seriesOf(s)): void {
  const on = claim.on ?? s.now
  const { end, since } = claim
  if (end?.up === undefined) return
  const up = end.up
  const mentions = [end, since.period, ...(since.mentions ?? [])]
  const faults = series.map((one) => faultOf(s, one, on, up, claim))
  const [first] = faults
  const says = `${up ? 'highest' : 'lowest'} of ${series[0]?.what ?? '?'}`
  if (first === undefined) return s.say(mentions, 'unchecked', says, 'the tables hold no such series')
  s.claim(mentions, faults.includes(null), says, first ?? '', undefined, '', 'standing')
}

function faultOf(s: Scene, one: Series, on: number, up: boolean, { since, joint, end }: Extreme): string | null {
  const value = one.at(on)
  if (Number.isNaN(value)) return 'the tables hold no such figure'
  const beyond = (p: number) => (up ? one.at(p) > value : one.at(p) < value)
  const named = since.period?.period
  if (since.kind === 'since') {
    if (named === undefined || named < 0) return 'the tables do not hold that period'
    if (!beyond(named))
      return `${s.when(named)} was not ${up ? 'higher' : 'lower'}: ${shown(one.at(named))} against ${shown(value)}`
    for (let p = named + (one.step ?? 1); p < on; p += one.step ?? 1) {
      if (Number.isNaN(one.at(p))) return `there is no figure for ${s.when(p)}`
      if (beyond(p)) return `${s.when(p)} was ${up ? 'higher' : 'lower'} too: ${shown(one.at(p))}`
    }
    return null
  }
  if (since.kind === 'begin' && named !== one.begin) return `the series begins in ${s.when(one.begin)}`
  if (since.kind === 'records' && !one.recordsBegin)
    return `the table starts in ${s.when(one.begin)}, and records earlier (STYLE rule 16)`
  const ties: number[] = []
  for (let p = one.begin; p <= s.now; p += one.step ?? 1) {
    if (p === on) continue
    if (Number.isNaN(one.at(p))) return `there is no figure for ${s.when(p)}`
    if (beyond(p)) return `${s.when(p)} was ${up ? 'higher' : 'lower'}: ${shown(one.at(p))} against ${shown(value)}`
    if (one.at(p) === value) ties.push(p)
  }
  const isJoint = joint ?? end?.joint ?? false
  if (ties.length > 0 && !isJoint) return `${s.when(ties[0]!)} was the same: it is joint`
  return ties.length === 0 && isJoint ? 'it is not joint' : null
}

/** The same series, of each year only what is now: every January. */
export function sameOf(s: Scene, one: Series): Series {
  const step = s.evidence.lag
  return { ...one, begin: one.begin + ((s.now - one.begin) % step), step }
}

const shown = (value: number): string => Math.round(value).toLocaleString('en-GB')

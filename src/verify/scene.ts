import type { MeasureUnit } from '../release/measures.ts'
import type { Evidence } from './evidence.ts'
import type { Cells, ClaimSort, Finding, Verdict } from './finding.ts'
import { type Lexicon, lexicon, measuresIn } from './lexicon.ts'
import type { Mention } from './mention.ts'
import { type Quantity, roundTo, standing } from './quantity.ts'

/** Whose copy it is, and of when: what “the force”, “a year earlier” and an unnamed period mean. Indices. */
export interface About {
  area: number
  period: number
  /** A draft of Nib's own: it speaks of its own area, the whole, and of others only where it lists them. */
  own: boolean
}

/** A share or a rate that was spoken of: part over base, the base at the period before where `shift` is 1. */
export interface Ratio {
  kind: 'share' | 'rate'
  part: readonly string[]
  base: readonly string[]
  shift: 0 | 1
}

/** What a number might be instead of what it was said to be. */
interface Other {
  what: string
  value: number
}

/** What has been spoken of so far, and the findings. One for each draft; sentences are read into it in order. */
export class Scene {
  readonly words: Lexicon
  readonly findings: Finding[] = []
  readonly usual: MeasureUnit
  readonly last: number
  block = 0
  mentions: readonly Mention[] = []
  used = new Set<Mention>()
  unit: MeasureUnit | null = null
  topic: number
  topicBefore: number
  area: number
  ratio: Ratio | null = null
  /** Levels told in this sentence: subject and what was said. */
  told: { topic: number; area: number; period: number }[] = []
  /** What the paragraph last set against an earlier period. */
  about: About
  evidence: Evidence

  constructor(evidence: Evidence, about: About) {
    this.evidence = evidence
    this.about = about
    this.words = lexicon(evidence)
    this.last = evidence.areas.length - 1
    const { leads } = evidence.release
    const lead = about.area === this.last ? leads.whole : leads.area
    this.usual = evidence.unit(lead)
    this.topic = this.words.topics.findIndex((t) => t.measures.includes(lead))
    this.topicBefore = this.topic
    this.area = about.area
  }

  get now(): number {
    return this.about.period
  }

  name(area: number): string {
    return this.evidence.areas[area]?.name ?? '?'
  }

  when(period: number): string {
    return this.evidence.periods[period]?.label ?? 'a period that the tables do not have'
  }

  /** The measures of a topic in the unit that the sentence names, or else the story's own. */
  keys(topic: number = this.topic): string[] {
    const one = this.words.topics[topic]
    return one === undefined ? [] : measuresIn(this.evidence, one, this.unit, this.usual)
  }

  value(key: string, area: number, period: number): number {
    return this.evidence.value(key, area, period)
  }

  ratioValue(ratio: Ratio, area: number, period: number): number {
    for (const part of ratio.part) {
      // What the publisher has worked out stands by itself.
      if (ratio.base.length === 0) return this.value(part, area, period)
      for (const base of ratio.base) {
        if (this.evidence.unit(part) !== this.evidence.unit(base)) continue
        const value = this.value(part, area, period) / this.value(base, area, period - ratio.shift)
        if (Number.isFinite(value)) return value
      }
    }
    return Number.NaN
  }

  /** Where a series breaks between a period and now, or null: the two sides are not like with like (STYLE rule 18). */
  breakSince(keys: readonly string[], area: number, from: number): string | null {
    const breaks = [...keys.flatMap((key) => this.evidence.begins(key).breaks), ...this.evidence.breaks(area)]
    const one = breaks.find((b) => b > from && b <= this.now)
    return one === undefined ? null : this.when(one)
  }

  /** Takes an area that is named as the one spoken of. */
  see(mention: Mention | undefined): void {
    if (mention === undefined) return
    this.used.add(mention)
    this.area = mention.kind === 'F' ? this.about.area : (mention.areas?.[0] ?? this.area)
    if (this.about.own && this.area !== this.about.area && this.area !== this.last)
      this.say([mention], 'misplaced', '', `this is the copy of ${this.name(this.about.area)}`)
  }

  seeTopic(mention: Mention | undefined): void {
    if (mention?.topic === undefined) return
    this.used.add(mention)
    this.topicBefore = this.topic
    this.topic = mention.topic
  }

  say(
    mentions: readonly (Mention | undefined)[],
    verdict: Verdict,
    says: string,
    why = '',
    cells?: () => Cells[],
    shown = '',
    sort: ClaimSort = sortOf(mentions),
  ): void {
    const there = mentions.filter((m) => m !== undefined)
    for (const m of there) this.used.add(m)
    if (there.length === 0) return
    const start = Math.min(...there.map((m) => m.start))
    const end = Math.max(...there.map((m) => m.end))
    this.findings.push({
      block: this.block,
      start,
      end,
      text: there.map((m) => m.text).join(' … '),
      verdict,
      sort,
      says,
      why,
      right: verdict === 'holds' || cells === undefined || shown === '' ? null : { shown, cells: cells() },
    })
  }

  /** A claim that is true or is not, without a number of its own. */
  claim(
    mentions: readonly (Mention | undefined)[],
    isTrue: boolean,
    says: string,
    why: string,
    cells?: () => Cells[],
    shown = '',
    sort: ClaimSort = isWay(mentions) ? 'direction' : 'standing',
  ): void {
    this.say(mentions, isTrue ? 'holds' : 'wrong', says, isTrue ? '' : why, cells, shown, sort)
  }

  /**
   * A number against the data.
   * @param values what it may be, the likeliest first, in the form it is printed in (63 for 63%)
   */
  number(
    mention: Mention | undefined,
    says: string,
    values: readonly number[],
    others: () => Other[] = () => [],
    cells?: () => Cells[],
    sort: ClaimSort = sortOf([mention]),
  ): void {
    if (mention?.said === undefined) return
    const { said } = mention
    const known = values.filter((v) => !Number.isNaN(v))
    if (known.length === 0) {
      const other = nearest(said, others())
      const none = 'the tables hold no such figure'
      if (other) this.say([mention], 'misplaced', says, `that is ${other.what}`, undefined, '', sort)
      else this.say([mention], this.about.own ? 'wrong' : 'unchecked', says, none, undefined, '', sort)
      return
    }
    const stands = known.map((v) => standing(said, v, this.about.own))
    if (stands.includes('right')) return this.say([mention], 'holds', says, '', undefined, '', sort)
    const shown = printed(said, known[0]!)
    const other = nearest(said, others())
    const isNear = said.hedge !== null || said.form === 'part'
    const gives = `the data give ${shown}`
    if (other) this.say([mention], 'misplaced', says, `that is ${other.what}; ${says} is ${shown}`, cells, shown, sort)
    else if (!stands.includes('close')) this.say([mention], 'wrong', says, gives, cells, shown, sort)
    else this.say([mention], 'misrounded', says, gives, cells, shown, isNear && sort === 'number' ? 'hedge' : sort)
  }

  /** How many of something there are, standing at a period. */
  level(mention: Mention | undefined, topic: number, area: number, period: number): void {
    if (mention === undefined) return
    const keys = this.keys(topic)
    const name = this.words.topics[topic]?.name ?? '?'
    const says = `${name}, ${this.name(area)}, ${this.when(period)}`
    this.number(
      mention,
      says,
      keys.map((key) => this.value(key, area, period)),
      () => this.elsewhere(topic, area, period, (key, a, p) => this.value(key, a, p)),
      () => (keys[0] === undefined ? [] : this.evidence.cells(keys[0], area, period)),
    )
    this.told.push({ topic, area, period })
  }

  /**
   * The same reading at another period, in another area, in another unit, or of another measure. A percentage is met by chance
   * too often to tell what it is of: of it only the period before and the other level are looked at.
   */
  elsewhere(
    topic: number,
    area: number,
    period: number,
    read: (key: string, area: number, period: number) => number,
    ofCounts = true,
  ): Other[] {
    const found: Other[] = []
    const keys = this.keys(topic)
    const { name = '?', measures = [] } = this.words.topics[topic] ?? {}
    for (const key of keys.length > 0 ? keys : measures) {
      for (let p = this.now; p >= (ofCounts ? 0 : this.now - this.evidence.lag); p--)
        if (p !== period) found.push({ what: `the figure for ${this.when(p)}`, value: read(key, area, p) })
      for (const a of [this.about.area, this.last])
        if (a !== area) found.push({ what: `the figure for ${this.name(a)}`, value: read(key, a, period) })
    }
    for (const key of measures)
      if (!keys.includes(key))
        found.push({ what: `${name} in ${unitName(this.evidence.unit(key))}`, value: read(key, area, period) })
    for (const other of ofCounts ? this.words.topics : []) {
      if (other.ratio || other === this.words.topics[topic]) continue
      for (const key of other.measures)
        found.push({ what: `the figure of ${other.name}`, value: read(key, area, period) })
    }
    return found
  }
}

/** A move or a comparative by itself says which way, and no more; so does what is set beside the whole. */
const isWay = (mentions: readonly (Mention | undefined)[]): boolean =>
  mentions.every((m) => m === undefined || 'DKW'.includes(m.kind))

function sortOf(mentions: readonly (Mention | undefined)[]): ClaimSort {
  if (isWay(mentions)) return 'direction'
  return mentions.every((m) => m === undefined || 'NCQHY'.includes(m.kind)) ? 'number' : 'standing'
}

const unitName = (unit: MeasureUnit): string =>
  unit === 'fte' ? 'full-time equivalents' : unit === 'headcount' ? 'heads' : unit

/** Only a number that could not be met by chance tells that it is of something else. */
function nearest(said: Quantity, others: readonly Other[]): Other | undefined {
  if (said.form === 'count' && said.value < 20) return undefined
  if (said.form === 'part' || said.form === 'ordinal') return undefined
  return others.find((o) => standing({ ...said, hedge: null }, o.value, true) === 'right')
}

const ordinalEnd = (n: number): string => {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

/** A value as it might have been printed. */
function printed(said: Pick<Quantity, 'form' | 'place' | 'amount'>, value: number): string {
  const place = said.form === 'part' ? 0.1 : said.form === 'count' ? Math.min(said.place, 1) : said.place
  const size = Math.abs(value)
  if (said.form === 'ordinal') return `${size}${ordinalEnd(size)}`
  if (said.form === 'part') return `${roundTo(size * 100, place).toFixed(1)}%`
  const of = said.amount
  const decimals = Math.max(0, Math.round(-Math.log10(place)))
  const text = roundTo(size, place).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (of?.in === 'money') return `${of.sign}${text}`
  if (of?.in === 'days') return `${text} days`
  if (of?.in === 'per') return `${text} per ${of.per.toLocaleString('en-GB')}`
  return said.form === 'percent' ? `${text}%` : said.form === 'points' ? `${text} points` : text
}

import { isLevelled } from '../../release/measures.ts'
import { extreme, seriesOf } from '../claims/extreme.ts'
import { across } from '../claims/move.ts'
import { byRatio, place } from '../claims/rank.ts'
import { ratio } from '../claims/ratio.ts'
import type { Mention } from '../mention.ts'
import { roundTo } from '../quantity.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

/** Takes up what is told by its level, such as a rate that the publisher has worked out, where the sentence names one, and where it is of. */
function speakOf(s: Scene, m: Match): boolean {
  const mention = m.get('m')
  const topic = mention?.topic
  const measures = topic === undefined ? [] : s.words.topics[topic]!.measures
  const isOne = measures.length > 0 && measures.every((key) => isLevelled(s.evidence.measures[key]!))
  if (mention && !isOne) return false
  if (mention) {
    s.used.add(mention)
    s.topic = topic!
    s.ratio = { kind: 'rate', part: measures, base: [], shift: 0 }
  }
  if (m.get('where')) s.see(m.get('where'))
  return s.ratio !== null
}

/** Speaks of a rate: one is named, or was spoken of last. */
function fits(s: Scene, m: Match): boolean {
  const topic = m.get('m')?.topic
  if (topic === undefined) return s.ratio === null || s.ratio.base.length === 0
  return s.words.topics[topic]!.measures.every((key) => isLevelled(s.evidence.measures[key]!))
}

/** What a sentence may say of a rate: what it is and was, which way it went, and what it is across the whole. */
function tell(s: Scene, m: Match): void {
  if (!speakOf(s, m) || s.ratio === null) return
  const before = s.now - s.evidence.lag
  const p = m.get('p')
  if (p) s.claim([p], p.period === s.now, 'the period told of', `that would be ${s.when(s.now)}`)
  for (const name of ['n', 'same']) ratio(s, m.get(name), s.ratio, s.area)
  ratio(s, m.get('b'), s.ratio, s.area, before)
  ratio(s, m.get('y'), s.ratio, s.last)
  if (m.get('w')) s.used.add(m.get('w')!)
  const [is, was] = [s.ratioValue(s.ratio, s.area, s.now), s.ratioValue(s.ratio, s.area, before)]
  const d = m.get('d')
  const says = `change in ${s.words.topics[s.topic]?.name ?? '?'}, ${s.name(s.area)}`
  const broken = s.breakSince(s.ratio.part, s.area, before)
  if (d && broken !== null) across(s, [d], says, broken)
  else if (d) s.claim([d], d.up ? is > was : is < was, says, `${percent(was)} to ${percent(is)}`)
  const [key] = s.ratio.part
  if (/unchanged/.test(m.text) && !m.get('n') && key !== undefined) {
    const place = placeOf(s, key, Math.max(is, was))
    const same = roundTo(is, place) === roundTo(was, place)
    s.claim([m.get('m'), m.get('gone')], same, says, `${percent(was)} to ${percent(is)}`)
  }
  if (/unchanged/.test(m.text) && m.get('n'))
    s.claim([m.get('n')], isAlike(m.get('n'), is, was), says, `${percent(was)} to ${percent(is)}`)
  const e = m.get('e')
  if (e === undefined) return
  if (m.get('g')) {
    place(
      s,
      { nth: m.get('o'), end: e, among: m.get('g') },
      byRatio(s, s.ratio, s.area, e.up ?? true),
      `by rate, ${s.name(s.area)}`,
    )
    return
  }
  const series = seriesOf(s, s.topic, s.area, true)
  const [begin, then] = [m.get('begin'), m.get('then')]
  if (begin) extreme(s, { end: e, since: { kind: 'begin', period: begin } }, series)
  if (then) extreme(s, { end: e, since: { kind: 'since', period: then } }, series)
  ratio(s, m.get('v'), s.ratio, s.area, then?.period ?? -1)
}

/** The last place that copy would print of a measure: money from a million on is short. */
function placeOf(s: Scene, key: string, value: number): number {
  const m = s.evidence.measures[key]!
  const decimals = 'decimals' in m ? m.decimals : 1
  const unit = s.evidence.unit(key)
  if (unit === 'rate') return 10 ** -(decimals + 2)
  if (unit !== 'money') return 10 ** -decimals
  if (value >= 1e6) return value >= 1e9 ? 1e8 : 1e5
  return decimals > 0 && value < 1000 ? 0.01 : 1
}

/** Alike in print: to the last place of the number that is said. */
function isAlike(n: Mention | undefined, is: number, was: number): boolean {
  if (n?.said === undefined) return is === was
  const place = n.said.form === 'percent' ? n.said.place / 100 : n.said.place
  return roundTo(is, place) === roundTo(was, place)
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`

/** The highest of the series until now: “the previous high was 17.2%, in the year to September 2022”. */
function previous(s: Scene, m: Match): void {
  const [v, p] = [m.get('v')!, m.get('p')!]
  if (s.ratio === null || p.period === undefined) return
  ratio(s, v, s.ratio, s.area, p.period)
  const up = m.get('e')?.up ?? true
  const [one] = seriesOf(s, s.topic, s.area, true)
  let is = one !== undefined && p.period >= one.begin && p.period < s.now
  for (let q = one?.begin ?? 0; q < s.now; q++)
    if (one && (up ? one.at(q) > one.at(p.period) : one.at(q) < one.at(p.period))) is = false
  s.claim([m.get('e'), p], is, 'the most extreme before', 'another was more so')
}

/** Where a rate is highest, in order. */
function highest(s: Scene, m: Match): void {
  if (!speakOf(s, m) || s.ratio === null) return
  const e = m.get('e')!
  s.used.add(e)
  for (const [i, mention] of m.mentions.filter((one) => one.kind === 'A').entries()) {
    const area = mention.areas![0]!
    const is = byRatio(s, s.ratio, area, e.up ?? true)
    const fits = is.rank <= i + 1 && i + 1 <= is.rank + (is.joint ? 3 : 0)
    s.claim([mention], fits, `number ${i + 1} by rate`, `it is number ${is.rank}`)
    ratio(s, m.mentions[m.mentions.indexOf(mention) + 1], s.ratio, area)
  }
}

const there = '(?: (?:in|at) [AFW]<where>)?'
const from = '(?:,? D<d> from [CNY]<b>(?: R)?)?'
const beside = '(?:,? (?:against|compared with) [CNY]<y> (?:across|in) W<w>)?'
const since = '(?: and the E<e> (?:since at least P<begin>|since P<then> \\([CNY]<v>\\)))?'

/** Rates that the publisher has worked out, and that are told by their level. */
const all: Shape[] = [
  shape(`M<m>${there},? [CNY]<n>,? was the (?:O<o> )?E<e> of the N<g> G(?: with figures)?${from}`, tell),
  shape(
    `at [CNY]<n>,? D<d> from [CNY]<b>(?: R)?,? (?:the )?M<m>${there} was the E<e> in figures going back to P<begin>`,
    tell,
  ),
  shape(`M<m>${there} is unchanged from R<gone>`, tell),
  shape(`M<m>${there} was [CNY]<n>(?:,? P<p>)?,? unchanged from R${beside}`, tell),
  shape(`M<m>${there} was [CNY]<n>(?:,? P<p>)?${from}${since}${beside}`, tell),
  shape(`M<m>${there} D<d> to [CNY]<n>(?: from [CNY]<b>(?: R)?)?(?: in a year)?${beside}`, tell),
  shape(`M<m>${there} (?:unchanged|stands) at [CNY]<n>`, tell),
  shape(`[AFW]<where> M<m> D<d> to [CNY]<n>(?: in a year)?`, tell),
  shape(`[AFW]<where> M<m> (?:unchanged|stands) at [CNY]<n>`, tell),
  shape(`M<m>${there} at [CNY]<n>(?:,? P<p>)?(?:,? compared with [CNY]<b> R)?`, tell),
  shape('that was the (?:O<o> )?E<e> of the N<g> G(?: with figures)?,? against [CNY]<y> across W<w>', tell),
  shape('(?:across|in) W<w>,? it was [CNY]<y>', tell),
  shape('for [AFW]<where> it is the E<e> since at least P<begin>', tell),
  shape('for [AFW]<where> it is the E<e> since P<then>,? when it was [CNY]<v>', tell),
  shape('that is the E<e> since at least P<begin>', tell),
  shape('that is the E<e> since P<then>,? when it was [CNY]<v>', tell),
  // Of what is counted, the previous high is a number of things.
  { ...shape('the previous E<e> was [CNY]<v>,? P<p>', previous), fits: (s, m) => s.ratio !== null && fits(s, m) },
  shape('M<m> was E<e> (?:in|at) A \\([CNY]\\)(?:, A \\([CNY]\\))*(?:,? and A \\([CNY]\\))?', highest),
]

/** A line of a list: the area and its level. */
const line: Shape = {
  ...shape(`[A]<where>: [CNY]<n>${from}`, (s, m) => {
    s.topic = s.words.topics.findIndex((t) => t.measures.includes(s.evidence.release.leads.whole))
    s.ratio = { kind: 'rate', part: s.words.topics[s.topic]!.measures, base: [], shift: 0 }
    s.used.add(m.get('where')!)
    s.area = m.get('where')!.areas![0]!
    tell(s, { ...m, get: (name) => (name === 'where' ? undefined : m.get(name)) })
  }),
  fits: (s) => isLevelled(s.evidence.measures[s.evidence.release.leads.whole]!),
}

/** Each is for rates alone: a number of things is told otherwise. */
export const rates: Shape[] = [...all.map((one) => ({ fits, ...one })), line]

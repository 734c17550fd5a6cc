import { byRatio, place } from '../claims/rank.ts'
import { rateOf, ratio, shareOf } from '../claims/ratio.ts'
import type { Scene } from '../scene.ts'
import { at, type Match, type Shape, shape } from '../shape.ts'
import { balances } from './balances.ts'
import { reasons } from './reasons.ts'
import { targets } from './targets.ts'

/** The top sixth, or the bottom one, is “among” the highest or lowest (STYLE rule 21, and claims of rank). */
const amongShare = 1 / 6

const topicOf = (s: Scene, m: Match, name: string): number => m.get(name)?.topic ?? s.topic

/** A part and its base are named, with the numbers of either where they are given. */
function share(s: Scene, m: Match): void {
  for (const name of ['own', 'where']) if (m.get(name)) s.see(m.get(name))
  const [part, base] = [topicOf(s, m, 'part'), topicOf(s, m, 'base')]
  for (const name of ['part', 'base', 'p']) if (m.get(name)) s.used.add(m.get(name)!)
  const period = m.get('p')?.period ?? s.now
  s.ratio = shareOf(s, part, base)
  s.level(m.get('n'), base, s.area, period)
  s.level(m.get('x'), part, s.area, period)
  for (const name of ['c', 'c2']) ratio(s, m.get(name), s.ratio, s.area, period)
  s.topic = part
  beside(s, m)
}

/** The same share elsewhere: “compared with 33% across England and Wales”. */
function beside(s: Scene, m: Match): void {
  const w = m.get('w')
  if (w) s.used.add(w)
  if (m.get('y')) ratio(s, m.get('y'), s.ratio, s.last)
  else if (w && s.ratio) {
    const [here, there] = [s.ratioValue(s.ratio, s.about.area, s.now), s.ratioValue(s.ratio, s.last, s.now)]
    const is = Math.round(here * 100) === Math.round(there * 100)
    s.claim([w], is, 'share beside the whole', `${(here * 100).toFixed(1)}% here, ${(there * 100).toFixed(1)}% there`)
  }
}

function earlier(s: Scene, m: Match): void {
  if (m.get('own')) s.see(m.get('own'))
  const p = m.get('p')
  if (p) s.used.add(p)
  const period = p?.period ?? s.now - s.evidence.lag
  // The share that is named is the one spoken of, or another.
  if (m.get('part') && m.get('base')) s.ratio = shareOf(s, topicOf(s, m, 'part'), topicOf(s, m, 'base'))
  ratio(s, m.get('b'), s.ratio, s.area, period)
  const k = m.get('k')
  if (k && s.ratio) {
    // What was smaller then has grown.
    const by = s.ratioValue(s.ratio, s.area, period) - s.ratioValue(s.ratio, s.area, s.now)
    s.claim([k], k.up ? by > 0 : by < 0, `share in ${s.when(period)}`, 'it was the other way')
  }
}

/** One's own place by a share that the sentence names. */
function placeBy(s: Scene, m: Match, part = 'part', base = 'base'): void {
  s.see(m.get('own'))
  s.ratio = shareOf(s, topicOf(s, m, part), topicOf(s, m, base))
  for (const name of [part, base, 'w']) if (m.get(name)) s.used.add(m.get(name)!)
  const end = m.get('e') ?? m.get('k')
  const is = byRatio(s, s.ratio, s.area, end?.up ?? true)
  if (/\bamong\b|of the E/.test(m.text)) {
    const most = Math.ceil(is.size * amongShare)
    s.claim([end], is.inGroup && is.rank <= most, 'among the most extreme', `it is number ${is.rank} of ${is.size}`)
  } else place(s, { nth: m.get('o'), end }, is, `by share, ${s.name(s.area)}`)
}

/** A larger, or smaller, share than more than half of the others have. */
function thanMost(s: Scene, m: Match): void {
  s.see(m.get('own'))
  s.ratio = shareOf(s, topicOf(s, m, 'part'), topicOf(s, m, 'base'))
  // Counted from the other end: those behind.
  const is = byRatio(s, s.ratio, s.area, m.get('k')?.up === false)
  for (const name of ['part', 'base']) s.used.add(m.get(name)!)
  const most = is.inGroup && is.rank - 1 > (is.size - 1) / 2
  s.claim(
    [m.get('k'), m.get('most')],
    most,
    'share beside most',
    `${is.rank - 1} of ${is.size - 1} others are behind it`,
  )
}

/** The rate of what is spoken of, over its base at the start of the period. */
function rate(s: Scene, m: Match): void {
  if (m.get('own')) s.see(m.get('own'))
  const topic = m.get('m')?.topic ?? s.topic
  if (m.get('n')) s.level(m.get('n'), topic, s.area, s.now)
  if (m.get('x')) s.level(m.get('x'), topicOf(s, m, 'part'), s.area, s.now)
  for (const name of ['m', 'm2', 'part', 'base']) if (m.get(name)) s.used.add(m.get(name)!)
  s.ratio = rateOf(s, m.get('m2')?.topic ?? topic, m.get('base')?.unit === 'headcount')
  if (m.get('m')) s.topic = topic
  ratio(s, m.get('c'), s.ratio, s.area)
}

const base = 'M<base>(?: (?:from )?[AWF]<own>)?(?:,? P<p>)?'
const elsewhere =
  '(?:,? (?:(?:compared with|against) C<y> (?:across|in) W<w>|in line with (?:the share (?:across|in) )?W<w2>))?'
const withW = (m: Match): Match => ({ ...m, get: (name) => (name === 'w' ? (m.get('w') ?? m.get('w2')) : m.get(name)) })
const shared = (s: Scene, m: Match): void => share(s, withW(m))

export const shares: Shape[] = [
  ...targets,
  ...reasons,
  ...balances,
  shape(`of (?:the|all) N<n> ${base},? [CH]<c> M<part>${elsewhere}`, shared),
  shape(`of [AWF]<own> M<base>,? [CH]<c> are M<part>${elsewhere}`, shared),
  shape(`M<part> makes? up [CH]<c> of [AWF]<own> M<base>${elsewhere}`, shared),
  shape(`[CH]<c> of (?:the|all) N<n> ${base} M<part>${elsewhere}`, shared),
  shape(`(?:those who )?M<part> (?:made up|accounted for) [CH]<c> of (?:all |the )?N<n> ${base}${elsewhere}`, shared),
  shape(`of M<base> counted as,? [CH]<c> (?:went through|M) ?(?:M<part>)?(?:,? the E<e> common reason)?`, (s, m) => {
    share(s, m)
    if (m.get('e')) s.used.add(m.get('e')!)
  }),
  shape('of the N<n> (?:who left|M<base>) [CH]<c> M<part>', share),
  shape('M<part> made up the E<e> shares(?: of M<base>)? at A \\(C\\)(?:, A \\(C\\))*(?:,? and A \\(C\\))?', largest),
  shape('the E<e> shares were at A \\(C\\)(?:, A \\(C\\))*(?:,? and A \\(C\\))?', largest),
  shape('M<part> make up K<k> share of M<base>(?: in| at)? [AF]<own> than(?: in| at)? E<most> G', thanMost),
  // By length of service, in their several orders.
  shape('N<x> of the N<n> M<base>,? or [CH]<c>,? had M<part>', share),
  shape('N<x> had M<part>,? [CH]<c> of all N<n> M<base>', share),
  shape('N<x> had M<part>,? [CH]<c> of all M<base>(?:,? or [CH]<c2>)?', share),
  shape('[CH]<c> of all M<base>,? N<x> of N<n> or [CH]<c2>,? had M<part>', share),
  shape('[CH]<c> of all M<base>,? N<x> or [CH]<c2>,? M M<part> of service', share),
  shape('those with M<part> numbered N<x>,? or [CH]<c> of all (?:N<n> )?M<base>(?:: [CH]<c2>)?', share),
  shape('M<part> made up [CH]<c> of (?:all )?M<base>,? (?:or )?N<x> of N<n>', share),
  shape('N<n> M<base>,? N<x> of them \\([CH]<c>\\) with M<part>', share),
  shape('N<x> M<base>,? [CH]<c> of all N<n>,? had M<part>', (s, m) => share(s, m)),
  shape('a group that made up C<c> of B<base>', group),
  shape('that group was a K<k> share of B<base>,? C<c>', group),
  shape('their share of B<base> was K<k>,? C<c>', group),
  shape('at the start of the year they were a K<k> share of M<base>,? C<c>', group),
  // One's own place.
  shape('[AF]<own> has (?:the )?(?:O<o> )?E<e> share of M<base> (?:who )?M<part>', placeBy),
  shape('[AF]<own> among G where E<e> shares of M<base> M<part>', placeBy),
  shape('the share of M<base> [AF]<own> M<part> is among the E<e> in W<w>', placeBy),
  shape('(?:who )?M<base> [AF]<own> are among the E<e> likely in W<w> to have M<part>', placeBy),
  shape('[AF]<own> has N of the E<e> shares of M<base> (?:who )?M<part> of any G in W<w>', placeBy),
  shape('at [AF]<own> M<part> make up N of the E<e> shares of M<base> of any G in W<w>', placeBy),
  shape('M<base> [AF]<own> were K<k> likely to have M<part> than at any other G in W<w>', placeBy),
  shape('no other G in W<w> saw a K<k> share of its M<base> M<part> than [AF]<own>', placeBy),
  // The same share elsewhere, and before.
  shape('that compares with C<y> across W<w>', beside),
  shape('(?:across|in|for) W<w>,? (?:the share was|it was|the figure was|they made up|as a whole was) C<y>', beside),
  shape('the share for W<w> was C<y>', beside),
  shape('that is in line with the share across W<w>', beside),
  shape('P<p>,? M<part> had made up a K<k> share of M<base> [AF]<own>,? C<b>', earlier),
  shape('at [AF]<own> the share of M<base> (?:who )?M<part> had been C<b> R', earlier),
  shape('the share at [AF]<own> had been K<k> R,? at C<b>', earlier),
  shape('the share of M<base> M<part> from [AF]<own> was D<d> from C<b> P<p>', (s, m) => {
    earlier(s, m)
    change(s, m)
  }),
  shape('the share at [AF]<own> has come D<d> from C<b> P<p>', (s, m) => {
    earlier(s, m)
    change(s, m)
  }),
  // Rates.
  shape('the M<m> at [AF]<own> was C<c> of B<base>', rate),
  shape('measured against B<base>,? the number M<m> [AF]<own> came to C<c>', rate),
  shape('the N<n> M<m>,? N<x> of them,? (?:by )?M<part>,? (?:make a M<m2> of|were equal to) C<c> of B<base>', rate),
  shape('the N<n> M<m> were equal to C<c> of B<base>', rate),
  shape(`(?:those who )?M<m>(?: [AF]<own>)?,? were equal to C<c> of B<base>`, rate),
  shape(`N<n> M<m>,? N<x> (?:of them )?by M<part>`, (s, m) => {
    s.level(m.get('n'), topicOf(s, m, 'm'), s.area, s.now)
    s.level(m.get('x'), topicOf(s, m, 'part'), s.area, s.now)
    s.topic = topicOf(s, m, 'm')
  }),
  shape('the total M<m> was N<n>,? D<d> from N<b> R and equal to C<c> of B<base>', (s, m) => {
    const { area } = s
    rate(s, m)
    s.level(m.get('b'), s.topic, area, s.now - s.evidence.lag)
    const by = s.keys().map((key) => s.value(key, area, s.now) - s.value(key, area, s.now - s.evidence.lag))
    s.claim(
      [m.get('d')],
      by.some((b) => (m.get('d')?.up ? b > 0 : b < 0)),
      'change',
      'it is the other way',
    )
  }),
  shape(`N<n> M<m>${at()}(?:,|:)? equal to C<c> of B<base>`, (s, m) => {
    if (m.get('where')) s.see(m.get('where'))
    rate(s, m)
  }),
  shape('(?:the total|the number M<m>|and)? ?(?:was |is )?equal to C<c> of B<base>', rate),
]

/** The same group's share of those in post at the start of the period. */
function group(s: Scene, m: Match): void {
  const def = s.evidence.release.definition
  const parts = s.ratio?.part ?? []
  const share = Object.values(def.measures).find(
    (one) => 'share' in one && one.beside !== undefined && parts.includes(one.share),
  )
  const other = share && 'share' in share && share.beside ? def.measures[share.beside.share] : undefined
  for (const name of ['base']) if (m.get(name)) s.used.add(m.get(name)!)
  if (other === undefined || !('share' in other) || s.ratio === null)
    return s.say([m.get('c')], 'unchecked', '', 'no such share is known')
  const shift = share && 'share' in share && share.beside?.at === 'start' ? 1 : 0
  const value = s.value(other.share, s.area, s.now - shift) / s.value(other.of, s.area, s.now - shift)
  s.number(m.get('c'), 'the same group in post at the start', [value * 100])
  const k = m.get('k')
  if (k) {
    const mine = s.ratioValue(s.ratio, s.area, s.now)
    s.claim([k], k.up ? value > mine : value < mine, 'one share beside the other', 'it is the other way')
  }
}

function change(s: Scene, m: Match): void {
  const d = m.get('d')
  if (!d || !s.ratio) return
  const p = m.get('p')?.period ?? s.now - s.evidence.lag
  const by = s.ratioValue(s.ratio, s.area, s.now) - s.ratioValue(s.ratio, s.area, p)
  s.claim([d], d.up ? by > 0 : by < 0, 'change of share', 'it is the other way')
}

/** “…the largest shares of leavers at A (40%), B (35%) and C (35%)”: in order, each with its share. */
function largest(s: Scene, m: Match): void {
  for (const name of ['part', 'base', 'e']) if (m.get(name)) s.used.add(m.get(name)!)
  // Shares by area are made of the unit that the story of an area is told in; one without a base is the one spoken of.
  if (m.get('base')) s.ratio = shareOf(s, topicOf(s, m, 'part'), topicOf(s, m, 'base'))
  if (s.ratio === null) return
  const up = m.get('e')?.up ?? true
  for (const [i, mention] of m.mentions.filter((one) => one.kind === 'A').entries()) {
    const area = mention.areas![0]!
    const is = byRatio(s, s.ratio, area, up)
    s.claim(
      [mention],
      is.rank <= i + 1 && i + 1 <= is.rank + (is.joint ? 3 : 0),
      `number ${i + 1} by share`,
      `it is number ${is.rank}`,
    )
    ratio(s, m.mentions[m.mentions.indexOf(mention) + 1], s.ratio, area)
  }
}

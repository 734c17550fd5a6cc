import { type Extreme, extreme, seriesOf } from '../claims/extreme.ts'
import { firstTime, firstYear } from '../claims/first-year.ts'
import type { Scene } from '../scene.ts'
import { at, type Match, type Shape, shape } from '../shape.ts'

/** How a series is said to begin, or to be known. */
const begin =
  '(?:since at least P<begin>|in (?:the )?figures (?:going back to|that go back to|that begin|which go back to) P<begin2>)'
const since = `(?:${begin}|since P<since>(?: \\(N<then>\\))?|since (?:comparable )?V<v> began(?: N<years> years ago)?)`

function sinceOf(m: Match): Extreme['since'] {
  const period = m.get('begin') ?? m.get('begin2')
  if (period) return { kind: 'begin', period }
  if (m.get('v')) return { kind: 'records', mentions: [m.get('v')] }
  return { kind: 'since', period: m.get('since') }
}

/** Now is the extreme. */
function now(s: Scene, m: Match, ofRatio = false): void {
  if (m.get('where')) s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const series = seriesOf(s, s.topic, s.area, ofRatio)
  extreme(s, { end: m.get('e') ?? m.get('k'), since: sinceOf(m) }, series)
  if (m.get('then')) s.level(m.get('then'), s.topic, s.area, m.get('since')?.period ?? -1)
  if (m.get('years')) {
    const from = series[0]?.begin ?? 0
    s.number(m.get('years'), 'years since records began', [s.now - from])
  }
}

/** The highest before now, or at an earlier period of the whole series. */
function before(s: Scene, m: Match, scope: 'before' | 'all'): void {
  if (m.get('where')) s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const period = m.get('p')?.period ?? s.now - s.evidence.lag
  s.level(m.get('n'), s.topic, s.area, period)
  const [one] = seriesOf(s)
  if (one === undefined) return
  const begin = m.get('begin') ?? m.get('begin2')
  const up = (m.get('e') ?? m.get('k'))?.up ?? true
  let best = period
  for (let p = one.begin; p < s.now + (scope === 'all' ? 1 : 0); p++) {
    const [a, b] = [one.at(p), one.at(best)]
    if (up ? a > b : a < b) best = p
  }
  const named = [m.get('e') ?? m.get('v') ?? m.get('k'), m.get('p'), begin]
  const starts = begin === undefined || begin.period === one.begin
  const why = starts ? `${s.when(best)} was ${up ? 'higher' : 'lower'}` : `the series begins in ${s.when(one.begin)}`
  s.claim(
    named,
    best === period && starts,
    `${up ? 'highest' : 'lowest'} of ${one.what}${scope === 'before' ? ' before' : ''}`,
    why,
  )
  if (m.get('v') && !one.recordsBegin)
    s.say([m.get('v')], 'wrong', 'record', 'the table starts later than records (STYLE rule 16)')
  if (!/of the (?:series|figures)|begin$/.test(m.text)) return
  firstYear(s, m)
  s.claim([m.get('p')], period === one.begin, 'the first period', `the series begins in ${s.when(one.begin)}`)
}

/** Now beside an earlier high that it has passed, or has not reached. */
function beside(s: Scene, m: Match, over: boolean): void {
  const p = m.get('p')?.period ?? s.now - s.evidence.lag
  const by = s.keys().map((key) => s.value(key, s.area, s.now) - s.value(key, s.area, p))
  const is = by.some((b) => (over ? b > 0 : b < 0))
  s.claim(
    [m.get('n') ?? m.get('p')],
    is,
    `now ${over ? 'over' : 'under'} ${s.when(p)}`,
    `it is not ${over ? 'over' : 'under'} it`,
  )
}

const size = (s: Scene, m: Match): void => {
  if (m.get('x') === undefined) return
  const p = m.get('p')?.period ?? s.now - s.evidence.lag
  const by = s.keys().map((key) => [s.value(key, s.area, p), s.value(key, s.area, s.now)] as const)
  const form = m.get('x')!.kind
  s.number(
    m.get('x'),
    `change since ${s.when(p)}`,
    by.map(([a, b]) => (form === 'N' ? b - a : ((b - a) / a) * 100)),
  )
  const dir = m.get('d') ?? m.get('k')
  if (dir)
    s.claim(
      [dir],
      by.some(([a, b]) => (dir.up ? b > a : b < a)),
      `now beside ${s.when(p)}`,
      'it is the other way',
    )
}

const earlier = `(?:P<p>,? when (?:there were|it was|it stood at|the number stood at|the number was) N<n>,?(?: and was)?,? (?:the )?E<e>(?: number)? ${begin})`

export const records: Shape[] = [
  shape(`(?:has D<d> by C<x> since )P<p>,? when it was N<n>,? the E<e> ${begin}`, (s, m) => {
    before(s, m, 'all')
    size(s, m)
  }),
  shape(`a new E<e> of N<n> P<p>,? C<x> K<k> the previous E<e2> of N<b> R,? ${begin}`, (s, m) => peak(s, m)),
  shape(`a new E<e> ${begin} and C<x> K<k> the previous N of N<b>,? P<q>`, (s, m) => peak(s, m)),
  // An earlier extreme of the series, and how far it is from there.
  shape(
    `(?:C<x> K<k> (?:M )?than )?${earlier}(?:,? the number of M<m>${at()} has D<d> by [NC]<y>|,? the number has D<d2> by [NC]<y2>)?`,
    (s, m) => {
      const get = (name: string) => m.get(name) ?? m.get(`${name}2`)
      const found = {
        ...m,
        get: (name: string) => (name === 'x' ? (m.get('x') ?? get('y')) : name === 'd' ? get('d') : m.get(name)),
      }
      if (m.get('where')) s.see(m.get('where'))
      before(s, { ...found, get: (name) => (name === 'where' ? undefined : found.get(name)) }, 'all')
      size(s, found)
    },
  ),
  shape(`C<x> K<k> M<m> than P<p>,? when the number was at its E<e> ${begin},? N<n>`, (s, m) => {
    before(s, m, 'all')
    size(s, m)
  }),
  shape(`the E<e> number(?: of M<m>)? ${begin} was N<n>,? P<p>(?:[;,] [AWF]<where> is C<x> K<k> that)?`, (s, m) => {
    before(s, m, 'all')
    size(s, m)
  }),
  shape(`(?:C<x> K<k> )?the N<n> P<p>,? the E<e>(?: number)? ${begin}`, (s, m) => {
    before(s, m, 'all')
    size(s, m)
  }),
  shape(`(?:stood at )N<n>,? P<p>,? the E<e>(?: number)? ${begin}`, (s, m) => before(s, m, 'all')),
  shape(`${begin},? the number of M<m> was E<e> P<p>,? at N<n>`, (s, m) => before(s, m, 'all')),
  shape(`the number of M<m> E<e> at N<n>,? P<p>,? ${begin}`, (s, m) => before(s, m, 'all')),
  shape('the number of M<m> was at its E<e>,? N<n>,? P<p>', (s, m) => before(s, m, 'all')),
  shape('C<x> K<k> its E<e>,? N<n>,? P<p>', (s, m) => {
    before(s, m, 'all')
    size(s, m)
  }),
  // What was the highest until now.
  shape('(?:passed|passing) its previous E<e>(?: in the figures)?,? N<n>,? P<p>', passed),
  shape('(?:overtaken|passed) its earlier E<e> of N<n>,? reached P<p>', passed),
  shape('(?:exceeds|K<k>|passing|passed) the N<n> P<p>,? until the E<e> in the figures', passed),
  shape('(?:passing|passed|K<k>) the N<n> P<p>', (s, m) => {
    s.level(m.get('n'), s.topic, s.area, m.get('p')?.period ?? -1)
    beside(s, m, m.get('k')?.up ?? true)
    for (const one of [m.get('k'), m.get('p')]) if (one) s.used.add(one)
  }),
  shape(
    'that passed the previous (?:V<v>|E<e>),? the N<n> P<p>(?:,? the O<o> year of the (?:series|figures))?',
    (s, m) => before(s, m, 'before'),
  ),
  shape(
    '(?:the )?previous (?:E<e>|V<v>)(?: in M<m>)?(?:,? P<p0>,)? was (?:the )?N<n>(?:,? P<p>)?(?:,? the O<o> year of the (?:series|figures))?',
    (s, m) => before(s, { ...m, get: (name) => (name === 'p' ? (m.get('p') ?? m.get('p0')) : m.get(name)) }, 'before'),
  ),
  shape('(?:has )?passed the previous (?:V<v>|E<e>) of N<n>,? set P<p>', (s, m) => before(s, m, 'before')),
  shape('until then the E<e> number had been (?:the )?N<n>,? P<p>', (s, m) => before(s, m, 'before')),
  shape('the E<e> number of M<m> before that was N<n>,? P<p>(?:,? the O<o> year of the (?:series|figures))?', (s, m) =>
    before(s, m, 'before'),
  ),
  shape('until then the E<e> number of M<m> had been (?:the )?N<n>,? P<p>(?:,? where the figures begin)?', (s, m) =>
    before(s, m, 'before'),
  ),
  shape('the number of M<m> was last K<k> P<p>,? at N<n>', (s, m) => {
    s.seeTopic(m.get('m'))
    s.level(m.get('n'), s.topic, s.area, m.get('p')?.period ?? -1)
    const end = m.get('k')
    extreme(s, { end, since: { kind: 'since', period: m.get('p') } })
  }),
  shape('the total M<m> the N<g> G,? N<n>,? was a V<v>', (s, m) => {
    s.seeTopic(m.get('m'))
    s.number(m.get('g'), 'areas', [s.evidence.expect(s.now)])
    s.level(m.get('n'), s.topic, s.area, s.now)
    extreme(s, { end: { ...m.get('v')!, up: true }, since: { kind: 'records', mentions: [m.get('v')] } })
    s.used.add(m.get('v')!)
  }),
  // Now is the extreme.
  shape(`matched the E<e> number of M<m> ${since}`, (s, m) => {
    s.seeTopic(m.get('m'))
    extreme(s, { end: m.get('e'), since: sinceOf(m), joint: true })
  }),
  shape(`(?:at )?(?:its |their |the |a )?(?:new )?E<e>(?: (?:number|level))?(?: of M<m>)?${at()},? ${since}`, (s, m) =>
    now(s, m, /rate|share/.test(m.text)),
  ),
  shape(`E<e> M<m>${at()} ${since}`, (s, m) => now(s, m)),
  shape(`(?:at |the )?E<e> rate ${since}`, (s, m) => now(s, m, true)),
  shape(
    `K<k>(?: M<m>)?${at()}(?: M)? than (?:(?:at the same point )?in any(?: other| year)?|at any (?:time|point)) ${since}`,
    (s, m) => now(s, m),
  ),
  shape(`${begin} there have never been K<k> M<m> than these N<n>`, (s, m) => {
    s.seeTopic(m.get('m'))
    s.level(m.get('n'), s.topic, s.area, s.now)
    extreme(s, { end: m.get('k'), since: sinceOf(m) })
  }),
  shape('V<v> (?:E<e> )?number of M<m>(?: (?:in|at) [AWF]<where>)?', (s, m) => {
    if (m.get('where')) s.see(m.get('where'))
    s.seeTopic(m.get('m'))
    // A record number is the highest; a record low number says so.
    const end = m.get('e') ?? { ...m.get('v')!, up: true }
    s.used.add(m.get('v')!)
    extreme(s, { end, since: { kind: 'records', mentions: [m.get('v')] } })
  }),
  shape('V<v> E<e>', (s, m) => extreme(s, { end: m.get('e'), since: { kind: 'records', mentions: [m.get('v')] } })),
  shape('(?<!is )\\b(?:a|another) V<v>(?! E)', (s, m) => {
    const [one] = seriesOf(s)
    if (one === undefined) return
    const upTo = (last: number) => {
      for (let p = one.begin; p < last; p++) if (!(one.at(p) < one.at(last))) return false
      return last > one.begin + 1
    }
    // “Another” is one beside that of the sentence before.
    const is = one.recordsBegin && upTo(s.now)
    s.claim(
      [m.get('v')],
      is,
      `a record in ${one.what}`,
      one.recordsBegin ? 'it is not the highest' : 'the table starts later than records (STYLE rule 16)',
    )
  }),
  shape('(?:[NC]<x> )?K<k> (?:M )?than P<p>', (s, m) => {
    short(s, m)
    size(s, m)
  }),
  shape('(?:still )?(?:K<k>|short of) (?:its )?(?:M )?(?:level |than )?P<p>(?: level)?', (s, m) => short(s, m)),
  shape('(?:still )?short of its level P<p>', (s, m) => short(s, m)),
  shape('K<k> P<p> level', (s, m) => short(s, m)),
  shape('M<m> had never before passed N<n> in figures going back to P<begin>', passedMark),
  shape(
    'it is the O time in the figures,? which go back to P<begin>,? that the number of M<m> has passed N<n>',
    passedMark,
  ),
]

/** A round number that was not passed before. */
function passedMark(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const [one] = seriesOf(s)
  const n = m.get('n')?.said?.value ?? Number.NaN
  let is = one !== undefined && one.at(s.now) > n && m.get('begin')?.period === one.begin
  for (let p = one?.begin ?? 0; p < s.now; p++) if ((one?.at(p) ?? 0) > n) is = false
  firstTime(s, m)
  s.claim([m.get('n'), m.get('begin')], is, 'passed for the first time', 'it is not the first time')
}

function passed(s: Scene, m: Match): void {
  before(s, m, 'before')
  if (m.get('k')) s.used.add(m.get('k')!)
  beside(s, m, m.get('k')?.up ?? m.get('e')?.up ?? true)
  // It was passed now, and not in an earlier year.
  const p = m.get('p')?.period ?? -1
  const wasOver = s.keys().every((key) => s.value(key, s.area, s.now - s.evidence.lag) > s.value(key, s.area, p))
  if (wasOver) s.say([m.get('p')], 'wrong', 'passed now', 'it was passed in an earlier year')
}

function short(s: Scene, m: Match): void {
  const k = m.get('k')
  const p = m.get('p')?.period ?? -1
  const is = s.keys().some((key) => {
    const by = s.value(key, s.area, s.now) - s.value(key, s.area, p)
    return k?.up ? by > 0 : by < 0
  })
  s.claim([k, m.get('p')], is, `now beside ${s.when(p)}`, 'it is the other way', undefined, '', 'direction')
}

function peak(s: Scene, m: Match): void {
  const q = m.get('q')?.period ?? s.now - s.evidence.lag
  if (m.get('p')) s.used.add(m.get('p')!)
  if (m.get('n')) s.level(m.get('n'), s.topic, s.area, s.now)
  s.level(m.get('b'), s.topic, s.area, q)
  for (const one of [m.get('q'), m.get('e2')]) if (one) s.used.add(one)
  extreme(s, { end: m.get('e'), since: { kind: 'begin', period: m.get('begin') ?? m.get('begin2') } })
  size(s, { ...m, get: (name) => (name === 'p' ? m.get('q') : name === 'd' ? undefined : m.get(name)) })
  const best = seriesOf(s).map((one) => {
    let at = one.begin
    for (let p = one.begin; p < s.now; p++) if (one.at(p) > one.at(at)) at = p
    return at
  })
  s.claim([m.get('q') ?? m.get('b')], best.includes(q), 'the previous peak', `it was in ${s.when(best[0] ?? -1)}`)
}

import { wayOf } from '../claims/rank.ts'
import { before as beforeNow, seriesNow } from '../claims/run.ts'
import type { Mention } from '../mention.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

/** Moves the same way, one after another, up to now or to a period that is named. */
function run(s: Scene, m: Match, endsAt?: number): void {
  if (m.get('where')) s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const end = endsAt ?? s.now
  const up = m.get('d')?.up ?? true
  const lengths = seriesNow(s).map((at) => beforeNow(at, end, up))
  standing(s, m.get('n') ?? m.get('o'), `moves ${up ? 'up' : 'down'} in a row to ${s.when(end)}`, lengths)
  s.claim(
    [m.get('d')],
    lengths.some((n) => n > 0),
    `moves ${up ? 'up' : 'down'}`,
    'it went the other way',
  )
  const start = end - (lengths[0] ?? 0)
  const p = m.get('p')
  if (p) s.claim([p], p.period === start, 'the period the run began from', `it began from ${s.when(start)}`)
  if (m.get('b')) s.level(m.get('b'), s.topic, s.area, p?.period ?? start)
  if (m.get('x')) {
    const by = s.keys().map((key) => {
      const [then, now] = [s.value(key, s.area, start), s.value(key, s.area, s.now)]
      return m.get('x')!.kind === 'N' ? now - then : ((now - then) / then) * 100
    })
    s.number(m.get('x'), `change since ${s.when(start)}`, by)
    const way = m.get('k') ?? m.get('d2')
    if (way)
      s.claim(
        [way],
        by.some((b) => (way.up ? b > 0 : b < 0)),
        'change over the run',
        'it is the other way',
      )
  }
}

/** How long a run is, is what it claims. */
const standing = (s: Scene, mention: Mention | undefined, says: string, lengths: readonly number[]): void =>
  s.number(mention, says, lengths, undefined, undefined, 'standing')

/** The first move of its kind for some time, or ever in the figures. */
function first(s: Scene, m: Match): void {
  if (m.get('where')) s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const up = m.get('d')?.up ?? true
  const since = m.get('p')?.period
  const begin = m.get('begin')?.period
  const faults = seriesNow(s).map((at) => {
    const went = (p: number) => wayOf(at(p - 1), at(p)) === (up ? 1 : -1)
    if (!went(s.now)) return `it did not go ${up ? 'up' : 'down'}`
    if (since !== undefined) {
      if (!went(since)) return `it did not go ${up ? 'up' : 'down'} in ${s.when(since)}`
      for (let p = since + 1; p < s.now; p++) if (went(p)) return `it did in ${s.when(p)} too`
      return null
    }
    let start = 0
    while (start < s.now && Number.isNaN(at(start))) start++
    if (begin !== start) return `the series begins in ${s.when(start)}`
    for (let p = start + 1; p < s.now; p++) if (went(p)) return `it did in ${s.when(p)} too`
    return null
  })
  for (const mention of s.mentions) if (mention.kind === 'O' && mention.said?.value === 1) s.used.add(mention)
  s.claim(
    [m.get('d'), m.get('p') ?? m.get('begin')],
    faults.includes(null),
    `first move ${up ? 'up' : 'down'} for some time`,
    faults[0] ?? '',
  )
}

/** “…and the number has gone up in each year since”: every year from one that is named. */
function since(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const start = m.get('p')?.period ?? -1
  const up = m.get('d')?.up ?? true
  s.level(m.get('b'), s.topic, s.area, start)
  const lengths = seriesNow(s).map((at) => beforeNow(at, s.now, up))
  s.claim(
    [m.get('d'), m.get('p')],
    lengths.includes(s.now - start),
    'moves in each year since',
    `the run is of ${lengths[0]}`,
  )
}

const at = '(?: (?:at|in) [AWF]<where>)?'

export const runs: Shape[] = [
  shape(`D<d2> for N<n2> years running,? having D<d> for N<n> years in a row before that,? to N<b> P<q>`, (s, m) =>
    turn(s, m),
  ),
  shape(`after N<n> annual D<d> in a row it is C<x> K<k>`, (s, m) => run(s, m)),
  shape(
    `after N<n> annual D<d> in a row,? to N<b> P<q>,? the number(?: of M<m>${at})? has gone D<d2> in each of the N<n2> years since`,
    (s, m) => {
      s.seeTopic(m.get('m'))
      if (m.get('where')) s.see(m.get('where'))
      turn(s, m)
    },
  ),
  shape(`after N<n> annual D<d> in a row,? (?:the number(?: of M<m>${at})? has)?`, (s, m) => run(s, m)),
  shape('for the O<o> year in a row,? the number of M<m> went D<d>(?:[:;,] P<p>,? it was N<b>)?', (s, m) => {
    // What it was a year before is not what the run began from.
    s.seeTopic(m.get('m'))
    const lengths = seriesNow(s).map((one) => beforeNow(one, s.now, m.get('d')?.up ?? true))
    standing(s, m.get('o'), 'moves in a row', lengths)
    s.claim(
      [m.get('d')],
      lengths.some((n) => n > 0),
      'moves in a row',
      'it went the other way',
    )
    const p = m.get('p')
    if (p) {
      s.level(m.get('b'), s.topic, s.area, p.period ?? -1)
      s.claim(
        [p],
        lengths.some((n) => p.period === s.now - n),
        'the period the run began from',
        `it began from ${s.when(s.now - (lengths[0] ?? 0))}`,
      )
    }
  }),
  shape(`D<d> for the O<o> year in a row,? after N<n> consecutive D<d2> to N<b> P<q>`, (s, m) => {
    run(s, { ...m, get: (name) => (['o', 'd'].includes(name) ? m.get(name) : undefined) })
    turn(s, { ...m, get: (name) => (name === 'd' ? m.get('d2') : name === 'd2' ? undefined : m.get(name)) })
  }),
  shape(`before that (?:it|the number) (?:had )?D<d> for N<n> years (?:running|in a row),? to N<b> P<q>`, (s, m) =>
    turn(s, m),
  ),
  shape(
    `(?:D<d> for|gone D<d2>) (?:the )?[NO]<n> (?:years? (?:in a row|running))(?:,? from N<b> P<p>)?(?: from its E<e> in figures going back to P<begin>,? N<top> P<peak>,? an? D<d3> of [NC]<x>)?`,
    (s, m) => {
      run(s, pick(m))
      fromPeak(s, m)
    },
  ),
  shape(`(?:gone )?D<d> in each of the N<n> years since(?: P<p>,? when (?:there were|it was) N<b>)?`, (s, m) =>
    run(s, m),
  ),
  shape(`with an? D<d> in each of the N<n> years since`, (s, m) => run(s, m)),
  shape('the O<o> D<d> in N<n> years', (s, m) => {
    const up = m.get('d')?.up ?? true
    const gaps = seriesNow(s).map((at) => {
      const went = (p: number) => wayOf(at(p - 1), at(p)) === (up ? 1 : -1)
      let p = s.now - s.evidence.lag
      while (p > 0 && !went(p)) p--
      return went(s.now) && p > 0 ? s.now - p : Number.NaN
    })
    s.used.add(m.get('o')!)
    standing(s, m.get('n'), `years since the last ${up ? 'rise' : 'fall'}`, gaps)
    s.claim(
      [m.get('d')],
      gaps.some((n) => !Number.isNaN(n)),
      'move',
      'it went the other way',
    )
  }),
  shape(`the O<o> annual D<d> in a row`, (s, m) => run(s, m)),
  shape(`there were N<b> M<m> P<p>,? and the number has gone D<d> in each year since`, (s, m) => since(s, m)),
  shape(`D<d> for the O time since P<p>`, (s, m) => first(s, m)),
  shape(`D<d> for O time since P<p>`, (s, m) => first(s, m)),
  shape(`D<d> for the O time in (?:the )?figures (?:going back to|that begin) P<begin>`, (s, m) => first(s, m)),
  shape(`had not D<d> since P<p>`, (s, m) => first(s, m)),
  shape(`the O annual D<d>(?: in the number of M<m>${at})? since P<p>`, (s, m) => first(s, m)),
]

const pick = (m: Match): Match => ({ ...m, get: (name) => (name === 'd' ? (m.get('d') ?? m.get('d2')) : m.get(name)) })

/** A run that ended before now, and one the other way since. */
function turn(s: Scene, m: Match): void {
  const end = m.get('q')?.period ?? -1
  s.used.add(m.get('q')!)
  run(s, { ...m, get: (name) => (['n', 'd'].includes(name) ? m.get(name) : undefined) }, end)
  s.level(m.get('b'), s.topic, s.area, end)
  if (m.get('n2'))
    run(s, { ...m, get: (name) => (name === 'n' ? m.get('n2') : name === 'd' ? m.get('d2') : undefined) })
  const up = m.get('d')?.up ?? true
  const after = seriesNow(s).map((at) => beforeNow(at, s.now, !up))
  s.claim(
    [m.get('q')],
    after.some((n) => n === s.now - end),
    'the period the run ended at',
    'the run ended otherwise',
  )
}

function fromPeak(s: Scene, m: Match): void {
  const peak = m.get('peak')
  if (peak === undefined) return
  s.level(m.get('top'), s.topic, s.area, peak.period ?? -1)
  const up = m.get('e')?.up ?? true
  const is = seriesNow(s).some((at) => {
    let first = 0
    while (first < s.now && Number.isNaN(at(first))) first++
    if (m.get('begin')?.period !== first) return false
    for (let p = first; p <= s.now; p++) if (up ? at(p) > at(peak.period!) : at(p) < at(peak.period!)) return false
    return beforeNow(at, s.now, !up) === s.now - peak.period!
  })
  s.claim([m.get('e'), peak, m.get('begin')], is, 'the run began at the extreme', 'it did not')
  const way = m.get('d3')
  if (way) s.claim([way], way.up === !up, 'change over the run', 'it is the other way')
}

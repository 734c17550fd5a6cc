import { firstYear } from '../claims/first-year.ts'
import { move, still } from '../claims/move.ts'
import type { Scene } from '../scene.ts'
import { at, type Match, type Shape, shape } from '../shape.ts'

const moved = (s: Scene, m: Match): void =>
  move(s, {
    dir: m.get('d'),
    size: m.get('x'),
    percent: m.get('c'),
    base: m.get('b'),
    level: m.get('t'),
    since: m.get('p'),
  })

/** “There were 2,390 officers”, in its several orders. */
export const levels: Shape[] = [
  shape('there had been N<b> M<m> R,? compared with N<t>', (s, m) => {
    s.seeTopic(m.get('m'))
    moved(s, m)
  }),
  shape('compared with N<b> R,? K<d> M<m>: the total', (s, m) => {
    s.seeTopic(m.get('m'))
    moved(s, m)
  }),
  shape('N<x> \\(N<c>\\) K<d> M<m>,? N<t> compared with N<b>', (s, m) => {
    s.seeTopic(m.get('m'))
    moved(s, m)
  }),
  // Across the 43 forces the number rose…
  shape('(?<!of any |at |in all )\\b(?:across|in) (?:all )?(?:the )?N<n> G(?=,? (?:the|M))', (s, m) => wholeOf(s, m)),
  // – Kent: 3,841, up 20 (0.5%) from 3,821
  shape('^A<a>: N<now>', (s, m) => {
    s.used.add(m.get('a')!)
    s.area = m.get('a')!.areas![0]!
    s.level(m.get('now'), s.topic, s.area, s.now)
  }),
  shape(`(?:there were|had) N<now> (?:in post)(?:,? P<p>)?`, (s, m) => {
    const topic = s.words.topicOf.get('in post')
    if (topic !== undefined) s.topic = topic
    s.level(m.get('now'), s.topic, s.area, m.get('p')?.period ?? s.now)
    if (m.get('p')) s.used.add(m.get('p')!)
  }),
  shape(`N<now>(?: in [AW]<w2>)? M<m>${at()}(?: (?:in )?the N<n> G)?(?:,? P<p>)?`, (s, m) => {
    if (m.get('where') ?? m.get('w2')) s.see(m.get('where') ?? m.get('w2'))
    s.seeTopic(m.get('m'))
    if (m.get('n')) wholeOf(s, m)
    s.level(m.get('now'), s.topic, s.area, m.get('p')?.period ?? s.now)
    if (m.get('p')) s.used.add(m.get('p')!)
  }),
  // The number of officers at Kent stood at 3,841 in March 2015, up 3% on…
  shape(
    `number of M<m>(?:,? [AWF]<w2>)?${at()}(?:,? P<p>)?,? (?:(?:stood at|was|is|numbered) )?N<now>(?:,? P<q>)?`,
    (s, m) => {
      s.see(m.get('where') ?? m.get('w2'))
      s.seeTopic(m.get('m'))
      const when = m.get('p') ?? m.get('q')
      s.level(m.get('now'), s.topic, s.area, when?.period ?? s.now)
      if (when) s.used.add(when)
    },
  ),
  shape('M<m>(?: (?:in|at) [AWF]<where>)? number(?:ed)? N<now>', (s, m) => {
    s.see(m.get('where'))
    s.seeTopic(m.get('m'))
    s.level(m.get('now'), s.topic, s.area, s.now)
  }),
  shape('the number P<p>,? (?:[^,]*,? )?was N<now>', (s, m) => past(s, m)),
  shape(
    'P<p>,? (?:where the figures begin,? |the O year of the (?:series|figures),? )?(?:it|the number) was N<now>',
    (s, m) => past(s, m),
  ),
  shape('(?:the figures begin|the series begins) with N<now> P<p>', (s, m) => past(s, m)),
  shape('there were N<now> of them, N<x> K<d> than R', (s, m) => {
    s.level(m.get('now'), s.topic, s.area, s.now)
    moved(s, m)
  }),
]

function past(s: Scene, m: Match): void {
  s.level(m.get('now'), s.topic, s.area, m.get('p')?.period ?? s.now)
  s.used.add(m.get('p')!)
  if (!/begin|of the (?:series|figures)/.test(m.text)) return
  firstYear(s, m)
  const [key] = s.keys()
  const first = key === undefined ? -1 : Math.max(s.evidence.begins(key).period, 0)
  s.claim([m.get('p')], m.get('p')?.period === first, 'the first period of the series', `it begins in ${s.when(first)}`)
}

function wholeOf(s: Scene, m: Match): void {
  s.area = s.last
  s.number(m.get('n'), 'areas', [s.evidence.expect(s.now)])
}

/** Up 63% from 224: how much, which way, from what, to what. */
export const moves: Shape[] = [
  shape('(?:no more|hardly any K(?: or K)?) than R', (s, m) => flat(s, m, false)),
  shape('hardly any K or K than R', (s, m) => flat(s, m, false)),
  shape('(?:little changed|little change|barely changed)(?: from R)?', (s, m) => flat(s, m, false)),
  shape('(?:unchanged|no change)(?: from R)?|the same(?: number)? (?:as )?R', (s, m) => flat(s, m, true)),
  shape(
    'D<d>(?: by)? [NCH]<x>(?: \\([NC]<c>\\))?,? (?:from|on)(?: the)? N<b>(?: of)?(?:,? (?:R|P<p>))?(?:,? to N<t>)?',
    moved,
  ),
  shape('D<d> by [NCQ]<x>,? to N<t>(?:,? from N<b>)?', moved),
  shape('D<d>(?: by)? Q<x>,? (?:from|on)(?: the)? C<b>(?: of)?(?:,? (?:R|P<p>))?', moved),
  shape('Q<x> K<d> than the C<b> of R', moved),
  shape('D<d>(?:,)? from C<b>(?:,? (?:R|P<p>))?', moved),
  shape('[NC]<x> D<d>,? (?:from|on)(?: the)? N<b>(?: of)?(?:,? (?:R|P<p>))?', moved),
  shape('D<d> from N<b>(?:,? (?:R|P<p>))?(?:,? to N<t>)?(?:, an? D<d2> of [NC]<x>)?', (s, m) => {
    moved(s, m)
    if (m.get('d2')) move(s, { dir: m.get('d2') })
  }),
  shape('D<d> to N<t>(?:,? from N<b>)?(?:,? (?:R|P<p>))?', moved),
  shape('compared with N<b>(?: R)?(?:, an? D<d> of [NC]<x>)?', moved),
  shape('from N<b> to N<t>', moved),
  shape('[NC]<x> K<d> than (?:R|P<p>)', moved),
  shape('an? D<d> of [NC]<x> in (?:its |the number of )?M<m>(?:,? to N<t>)?', (s, m) => {
    s.seeTopic(m.get('m'))
    moved(s, m)
  }),
  shape('an? D<d> of [NCQ]<x>', moved),
  shape('D<d>(?: by)? [NCHQ]<x>(?! (?:years|annual))', moved),
  shape(',? N<b> R(?![\\ue000-\\uf8ff])', moved),
]

function flat(s: Scene, m: Match, exact: boolean): void {
  const mentions = m.mentions.filter((one) => one.kind === 'K' || one.kind === 'R')
  const is = still(s, mentions, exact)
  const [first] = s.mentions
  s.claim(mentions.length > 0 ? mentions : [first], is, 'no change', 'it changed')
}

import { direction, move } from '../claims/move.ts'
import type { Scene } from '../scene.ts'
import { at, type Match, type Shape, shape } from '../shape.ts'

const by = (s: Scene, topic: number, area = s.area): number => {
  const [key] = s.keys(topic)
  return key === undefined ? Number.NaN : s.value(key, area, s.now) - s.value(key, area, s.now - s.evidence.lag)
}

/** A part's change is most of its whole's. */
function most(s: Scene, m: Match, part: number, whole: number): void {
  const [mine, all] = [by(s, part), by(s, whole)]
  const names = `${s.words.topics[part]?.name} of ${s.words.topics[whole]?.name}`
  const dir = m.get('d')
  if (Number.isNaN(mine) || Number.isNaN(all))
    return s.say([m.get('part'), dir], 'unchecked', names, 'the tables do not have both years of it')
  const same = Math.sign(mine) === Math.sign(all) && (dir === undefined || dir.up === all > 0)
  s.claim(
    [m.get('part'), dir],
    same && mine / all > 0.5,
    `most of the change: ${names}`,
    `${mine.toFixed(0)} of ${all.toFixed(0)}`,
  )
}

const topicOf = (s: Scene, m: Match, name: string): number => m.get(name)?.topic ?? s.topic

/** What a part is a part of, where the sentence does not say. */
function wholeOf(s: Scene, part: number): number {
  const keys = s.keys(part)
  const whole = Object.values(s.evidence.release.definition.breakdowns).find((b) =>
    b.parts.some((p) => keys.includes(p)),
  )
  const topic = s.words.topics.findIndex((t) => whole !== undefined && t.measures.includes(whole.of))
  return topic < 0 ? s.topic : topic
}

/** All parts of a breakdown moved one way, and the one that is named the other. */
function allBut(s: Scene, m: Match, up: boolean): void {
  const odd = m.get('m')
  s.seeTopic(odd)
  const keys = s.keys()
  const parts =
    Object.values(s.evidence.release.definition.breakdowns).find((b) => b.parts.some((p) => keys.includes(p)))?.parts ??
    []
  const moves = parts.map((key) => ({
    key,
    by: s.value(key, s.area, s.now) - s.value(key, s.area, s.now - s.evidence.lag),
  }))
  const is = moves.every((one) =>
    keys.includes(one.key) ? (up ? one.by < 0 : one.by > 0) : up ? one.by >= 0 : one.by <= 0,
  )
  s.claim([m.get('d'), odd], is && parts.length > 0, 'all parts but one', 'it is not the only one')
  move(s, { base: m.get('b'), level: m.get('t') })
}

function times(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const [key] = s.keys()
  const ratio =
    key === undefined ? Number.NaN : s.value(key, s.area, s.now) / s.value(key, s.area, s.now - s.evidence.lag)
  const is = /twice/.test(m.text)
    ? ratio > 2
    : /halved|half/.test(m.text)
      ? ratio < 0.5
      : /doubled/.test(m.text)
        ? ratio > 2
        : ratio > 3
  const way =
    /half|halved/.test(m.text) && /half as many/.test(m.text) ? m.get('k')?.up === false : m.get('k')?.up === true
  s.claim([m.get('k')], is && way, 'how many times as many', `${ratio.toFixed(2)} times`)
  move(s, { level: m.get('t'), base: m.get('b') })
}

function comparative(s: Scene, m: Match): void {
  if (m.get('own')) s.see(m.get('own'))
  if (m.get('where')) s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const from = m.get('p')?.period ?? s.now - s.evidence.lag
  const keys = s.keys()
  const values = keys.map((key) => s.value(key, s.area, s.now) - s.value(key, s.area, from))
  if (m.get('p')) s.used.add(m.get('p')!)
  direction(s, m.get('k'), values, `change, ${s.name(s.area)}, since ${s.when(from)}`)
  if (m.get('now')) s.level(m.get('now'), s.topic, s.area, s.now)
}

/** What a change is made of, and what went the other way. */
export const mix: Shape[] = [
  shape('most of the D<d> in M<m> was among M<part>,? D<d2> by N<x> to N<t>', (s, m) => {
    most(s, m, topicOf(s, m, 'part'), topicOf(s, m, 'm'))
    s.seeTopic(m.get('part'))
    move(s, { dir: m.get('d2'), size: m.get('x'), level: m.get('t') })
  }),
  shape(
    'M<part> (?:accounted for|made up) most of the D<d>(?: in M<m>)?(?:: there were N<t> of them,? N<x> K<k> than R|,? D<d2> by N<x2> to N<t2>|: their number went D<d3> from N<b> to N<t3>)',
    (s, m) => {
      most(s, m, topicOf(s, m, 'part'), m.get('m')?.topic ?? wholeOf(s, topicOf(s, m, 'part')))
      s.seeTopic(m.get('part'))
      move(s, {
        dir: m.get('k') ?? m.get('d2') ?? m.get('d3'),
        size: m.get('x') ?? m.get('x2'),
        level: m.get('t') ?? m.get('t2') ?? m.get('t3'),
        base: m.get('b'),
      })
    },
  ),
  shape('which made up most of the D<d> in M<m>', (s, m) => most(s, m, s.topic, topicOf(s, m, 'm'))),
  shape('every \\w+ D<d> but N: M<m>,? from N<b> to N<t>', (s, m) => allBut(s, m, m.get('d')?.up ?? true)),
  shape('only the number of M<m> went the other way,? from N<b> to N<t>', (s, m) => {
    const lead = s.evidence.release.leads.area
    const up = s.value(lead, s.area, s.now) > s.value(lead, s.area, s.now - s.evidence.lag)
    allBut(s, m, up)
  }),
  shape('K<k> than half as many M<m>: N<t>,? compared with N<b> R', times),
  shape('K<k> than twice as many M<m>: N<t>,? compared with N<b> R', times),
  shape('M<m>,? K<k> than (?:halved|doubled|trebled),? from N<b> to N<t>', times),
  shape('there are no M<m> left at [AF]<where>,? which had N<b> R', (s, m) => {
    s.see(m.get('where'))
    s.seeTopic(m.get('m'))
    const none = s.keys().some((key) => s.value(key, s.area, s.now) === 0)
    s.claim([m.get('m')], none, 'none left', 'there are some')
    move(s, { base: m.get('b') })
  }),
  // More than before, without a number, or with it behind a colon.
  shape('K<k> M<m> than R but still K<k2> than P<p>', (s, m) => {
    comparative(s, { ...m, get: (name) => (name === 'p' ? undefined : m.get(name)) })
    comparative(s, { ...m, get: (name) => (name === 'k' ? m.get('k2') : name === 'p' ? m.get('p') : undefined) })
  }),
  shape(
    `(?:[AWF]<own> (?:still )?ha[sd] |there (?:are|were) )K<k> M<m>${at()}(?: than (?:R|P<p>|in R)|(?=:))(?:: N<now>)?`,
    comparative,
  ),
  shape(`(?<![CNQ] |G ha(?:ve|s|d) )K<k> M<m>${at()} than (?:in )?(?:R|P<p>|before)`, comparative),
  shape('(?<=ha[sd] |are |were )K<k> M<m>: N<now>', comparative),
  shape('despite (?:a )?D<d>', (s, m) => bare(s, m)),
  shape(`M<m>${at()},? (?:has |have )?D<d>(?! (?:by|from|for|at|to N|C|N|in each))`, (s, m) => {
    if (m.get('where')) s.see(m.get('where'))
    s.seeTopic(m.get('m'))
    bare(s, m)
  }),
  shape('[AWF]<own> (?:has )?D<d> its number of M<m>', (s, m) => {
    s.see(m.get('own'))
    s.seeTopic(m.get('m'))
    bare(s, m)
  }),
  shape('[AWF]<own> D<d> N<x> M<m>', (s, m) => {
    s.see(m.get('own'))
    s.seeTopic(m.get('m'))
    move(s, { dir: m.get('d'), size: m.get('x') })
  }),
]

function bare(s: Scene, m: Match): void {
  move(s, { dir: m.get('d') })
}

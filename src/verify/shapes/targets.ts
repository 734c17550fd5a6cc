import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

interface Target {
  of: string
  target: string
  earlier: string | undefined
}

function targetOf(s: Scene): Target | null {
  const [one] = Object.values(s.evidence.release.definition.targets)
  if (one === undefined) return null
  const m = s.evidence.measures[one.of]
  return { ...one, earlier: m && 'earlier' in m ? m.earlier : undefined }
}

/** The latest period up to now for which there is a target. */
function lastOf(s: Scene): number {
  const one = targetOf(s)
  let period = s.now
  while (one && period > 0 && Number.isNaN(s.value(one.target, s.area, period))) period--
  return period
}

/** What was to be reached, what was reached, and when. */
function target(s: Scene, m: Match, met: boolean): void {
  const one = targetOf(s)
  if (one === null) return
  if (m.get('own')) s.see(m.get('own'))
  const period = m.get('p')?.period ?? lastOf(s)
  for (const name of ['t', 'm', 'p']) if (m.get(name)) s.used.add(m.get(name)!)
  const cells = () => s.evidence.cells(one.of, s.area, period)
  const [reached, wanted] = [s.value(one.of, s.area, period), s.value(one.target, s.area, period)]
  const first = one.earlier === undefined ? Number.NaN : s.value(one.earlier, s.area, period)
  const where = `${s.name(s.area)}, ${s.when(period)}`
  if (m.get('p')) s.claim([m.get('p')], !Number.isNaN(reached), 'the day of the target', 'the tables have none for it')
  s.number(m.get('n'), `target, ${where}`, [wanted])
  const early = m.get('first')
  if (early) s.claim([early], early.said?.value === 1, 'the first figures', 'there are first figures and later ones')
  s.number(m.get('x'), `reached, ${where}`, [early ? first : reached], undefined, cells)
  s.number(m.get('r'), `reached as first published, ${where}`, [first])
  s.number(m.get('short'), `short of the target, ${where}`, [wanted - reached])
  const mention = m.get('t') ?? m.get('k') ?? m.get('x')
  s.claim(
    [mention, m.get('k')],
    met ? reached >= wanted : reached < wanted,
    `target ${met ? 'met' : 'missed'}, ${where}`,
    `${reached} of ${wanted}`,
  )
}

/** Areas that missed their targets. */
function missed(s: Scene, period: number): number[] | null {
  const one = targetOf(s)
  if (one === null) return null
  const values = Array.from({ length: s.last }, (_, a) => s.value(one.of, a, period) - s.value(one.target, a, period))
  return values.some(Number.isNaN) ? null : values.flatMap((v, a) => (v < 0 ? [a] : []))
}

export const targets: Shape[] = [
  shape(
    'G met their M<t> of N<n> M<m> P<p>,? with N<x>,? (?:according to the figures )?as they were O<first> published',
    (s, m) => target(s, m, true),
  ),
  shape('[AWF]<own> missed its M<t> of N<n> M<m> P<p>,? with N<x>', (s, m) => target(s, m, false)),
  shape('all N<of> G met their own targets', (s, m) => howMany(s, m, 0)),
  shape('only N<miss> of the N<of> G missed its own M: A<a>,? by N<short>', (s, m) => oneMissed(s, m)),
  shape('N<miss> of the N<of> G missed their own targets', (s, m) => howMany(s, m)),
  shape('a later edition of the figures puts the number at N<x>,? N<by> K<k> than O<o> published', (s, m) =>
    revised(s, m),
  ),
  shape('[AWF]<own> met its M<t> of N<n> M<m> P<p>,? with N<x>(?:,? a figure revised from N<r>)?', (s, m) =>
    target(s, m, true),
  ),
  shape('P<p>,? [AWF]<own> had N<x> M<m>,? K<k> its M<t> of N<n>', (s, m) => target(s, m, m.get('k')?.up ?? true)),
  shape('the M<t> of N<n> M<m> P<p> was met: (?:[AWF]<own> had|there were) N<x>(?:,? the O<first>)?', (s, m) =>
    target(s, m, true),
  ),
  shape('[AWF]<own> was the only G to miss its M<t> for M<m> P<p>: it had N<x>,? N<short> short of N<n>', (s, m) => {
    target(s, m, false)
    const are = missed(s, m.get('p')?.period ?? lastOf(s))
    s.claim(
      [m.get('own')],
      are?.length === 1 && are[0] === s.area,
      'the only one to miss',
      `they are ${are?.map((a) => s.name(a)).join(', ') ?? 'not known'}`,
    )
  }),
  shape('all but N<miss> of the N<of> G met their own targets: A<a> D<d> short by N<short>', (s, m) => oneMissed(s, m)),
  shape('the figure has since been revised D<d> to N<x>,? N<by> K<k>', (s, m) => revised(s, m)),
]

/** All but one met their targets, or one alone missed it: which, and by how many. */
function oneMissed(s: Scene, m: Match): void {
  const one = targetOf(s)
  const period = lastOf(s)
  const are = missed(s, period)
  if (one === null || are === null) return s.say([m.get('miss')], 'unchecked', '', 'no target is known')
  if (m.get('d')) s.used.add(m.get('d')!)
  s.number(m.get('miss'), 'areas that missed', [are.length])
  s.number(m.get('of'), 'areas', [s.evidence.expect(s.now)])
  const a = m.get('a')!.areas![0]!
  s.claim(
    [m.get('a')],
    are.length === 1 && are[0] === a,
    'the one that missed',
    `they are ${are.map((x) => s.name(x)).join(', ')}`,
  )
  s.number(m.get('short'), 'short by', [s.value(one.target, a, period) - s.value(one.of, a, period)])
}

/** A later edition beside the first. */
function revised(s: Scene, m: Match): void {
  const one = targetOf(s)
  if (one?.earlier === undefined) return
  const period = lastOf(s)
  const [first, now] = [s.value(one.earlier, s.area, period), s.value(one.of, s.area, period)]
  s.number(m.get('x'), 'as revised', [now])
  s.number(m.get('by'), 'revised by', [now - first])
  for (const way of [m.get('d'), m.get('k')])
    if (way) s.claim([way], way.up ? now > first : now < first, 'revision', 'it is the other way')
  if (m.get('o'))
    s.claim(
      [m.get('o')],
      m.get('o')?.said?.value === 1,
      'the first edition',
      'there is a first edition and a later one',
    )
}

/** How many missed; none where all are said to have met theirs. */
function howMany(s: Scene, m: Match, none?: number): void {
  const are = missed(s, lastOf(s))
  if (are === null) return s.say([m.get('miss') ?? m.get('of')], 'unchecked', '', 'no target is known')
  s.number(m.get('of'), 'areas', [s.evidence.expect(s.now)])
  if (none === 0)
    s.claim([m.get('of')], are.length === 0, 'all met their targets', `not ${are.map((a) => s.name(a)).join(', ')}`)
  else s.number(m.get('miss'), 'areas that missed', [are.length])
}

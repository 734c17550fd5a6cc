import { rateOf, ratio } from '../claims/ratio.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

/** What comes in and what goes out, of the definition's balances, in the unit of the story. */
function sides(s: Scene): { in: number; out: number } | null {
  const [one] = Object.values(s.evidence.release.definition.balances)
  if (one === undefined) return null
  const topic = (key: string) => s.words.topics.findIndex((t) => t.measures.includes(key))
  return { in: topic(one.in), out: topic(one.out) }
}

const value = (s: Scene, topic: number): number => {
  const [one] = Object.values(s.evidence.release.definition.balances)
  const key = [one?.in, one?.out].find((k) => k !== undefined && s.words.topics[topic]?.measures.includes(k))
  return key === undefined ? Number.NaN : s.value(key, s.area, s.now)
}

/** One of them outnumbers the other, by so many. */
function net(
  s: Scene,
  more: number,
  less: number,
  mentions: Match['mentions'],
  size: string | undefined,
  m: Match,
): void {
  const by = value(s, more) - value(s, less)
  s.claim(
    mentions,
    by > 0,
    `more ${s.words.topics[more]?.name} than ${s.words.topics[less]?.name}`,
    `the difference is ${by.toFixed(1)}`,
  )
  if (size !== undefined) s.number(m.get(size), 'net change', [by])
}

const rated = (s: Scene, m: Match, name: string, topic: number): void => {
  s.ratio = rateOf(s, topic)
  ratio(s, m.get(name), s.ratio, s.area)
}

/** Two rates, one of which is the higher. */
function rates(s: Scene, m: Match, first: number, second: number): void {
  const k = m.get('k')
  const of = (topic: number) => {
    const one = rateOf(s, topic)
    return one === null ? Number.NaN : s.ratioValue(one, s.area, s.now)
  }
  const by = of(first) - of(second)
  s.claim([k], k?.up ? by > 0 : by < 0, 'one rate beside the other', 'it is the other way')
}

/** Joiners and leavers, in their several orders. */
export const balances: Shape[] = [
  shape('M<a> outnumbered M<b> by N<x>(?:: N<n> M<m>(?:,? equal to C<c> of B<base>)?)?', (s, m) => {
    const [a, b] = [m.get('a')!, m.get('b')!]
    net(s, a.topic!, b.topic!, [a, b], 'x', m)
    if (m.get('n')) s.level(m.get('n'), m.get('m')!.topic!, s.area, s.now)
    for (const name of ['m', 'base']) if (m.get(name)) s.used.add(m.get(name)!)
    rated(s, m, 'c', m.get('m')?.topic ?? a.topic!)
  }),
  shape('the N<n> M<m> were equal to C<c> of B<base>,? and (?:those who )?M<m2> C<c2>', (s, m) => {
    s.level(m.get('n'), m.get('m')!.topic!, s.area, s.now)
    s.used.add(m.get('base')!)
    rated(s, m, 'c', m.get('m')!.topic!)
    rated(s, m, 'c2', m.get('m2')!.topic!)
  }),
  shape('K<k> M<a> than M<b>: N<n> against N<n2>,? equal to C<c> of B<base>,? compared with C<c2>', (s, m) => {
    const [a, b] = [m.get('a')!.topic!, m.get('b')!.topic!]
    const up = m.get('k')?.up ?? true
    net(s, up ? a : b, up ? b : a, [m.get('k')!], undefined, m)
    s.level(m.get('n'), a, s.area, s.now)
    s.level(m.get('n2'), b, s.area, s.now)
    s.used.add(m.get('base')!)
    rated(s, m, 'c', a)
    rated(s, m, 'c2', b)
  }),
  shape(
    'the M<r>,? C<c> of B<base>,? was K<k> than the M<r2> of C<c2>: N<n> M<a>(?: and N<n2> M<b>|,? N<x> K<k2> than M<b2>)',
    (s, m) => {
      const [r, r2] = [m.get('r')!.topic!, m.get('r2')!.topic!]
      s.used.add(m.get('base')!)
      rated(s, m, 'c', r)
      rated(s, m, 'c2', r2)
      rates(s, m, r, r2)
      s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
      if (m.get('n2')) s.level(m.get('n2'), m.get('b')!.topic!, s.area, s.now)
      if (m.get('x')) than(s, m, m.get('a')!.topic!, m.get('b2')!.topic!, 'k2')
    },
  ),
  shape(
    'the M<r> was K<k>(?:,? at C<c>)?(?:: C<c2>)?(?:: N<n> M<a>,? N<x> K<k2> than M<b>|,? with N<n3> M<a3>)?',
    (s, m) => {
      const [a, b] = [m.get('r')!.topic!, other(s, m.get('r')!.topic!)]
      rated(s, m, 'c', a)
      rated(s, m, 'c2', a)
      rates(s, m, a, b)
      if (m.get('n')) s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
      if (m.get('n3')) s.level(m.get('n3'), m.get('a3')!.topic!, s.area, s.now)
      if (m.get('x')) than(s, m, m.get('a')!.topic!, m.get('b')!.topic!, 'k2')
    },
  ),
  shape('N<n> M<a>,? a M<r> of C<c>,? K<k> than the M<r2>', (s, m) => {
    s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
    rated(s, m, 'c', m.get('r')!.topic!)
    rates(s, m, m.get('r')!.topic!, m.get('r2')!.topic!)
  }),
  shape('N<n> M<a> a M<r> of C<c>,? K<k> than the M<r2>', (s, m) => {
    s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
    rated(s, m, 'c', m.get('r')!.topic!)
    rates(s, m, m.get('r')!.topic!, m.get('r2')!.topic!)
  }),
  shape('that is a M<r> of C<c>', (s, m) => rated(s, m, 'c', m.get('r')!.topic!)),
  shape('N<n> M<a> and N<n2> M<b>: N<x> K<k> (?:came than went|went than came)', (s, m) => {
    const both = sides(s)
    s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
    s.level(m.get('n2'), m.get('b')!.topic!, s.area, s.now)
    if (both === null) return
    const came = /came than/.test(m.text) === (m.get('k')?.up ?? true)
    net(s, came ? both.in : both.out, came ? both.out : both.in, [m.get('k')!], 'x', m)
  }),
  shape('N<n> M<a> and N<n2> M<b>,? a net D<d> of N<x>', (s, m) => {
    const both = sides(s)
    s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
    s.level(m.get('n2'), m.get('b')!.topic!, s.area, s.now)
    if (both === null) return
    const gain = m.get('d')!.up === true
    net(s, gain ? both.in : both.out, gain ? both.out : both.in, [m.get('d')!], 'x', m)
  }),
  shape('M<a> (?:still )?outnumbered M<b>', (s, m) =>
    net(s, m.get('a')!.topic!, m.get('b')!.topic!, [m.get('a')!, m.get('b')!], undefined, m),
  ),
  shape('N<n> M<a>,? N<x> K<k2> than M<b>', (s, m) => {
    s.level(m.get('n'), m.get('a')!.topic!, s.area, s.now)
    than(s, m, m.get('a')!.topic!, m.get('b')!.topic!, 'k2')
  }),
]

function than(s: Scene, m: Match, a: number, b: number, k: string): void {
  const up = m.get(k)?.up ?? true
  net(s, up ? a : b, up ? b : a, [m.get(k)!], 'x', m)
}

/** The other rate of the balance. */
function other(s: Scene, topic: number): number {
  const rate = (key: string | undefined) =>
    s.words.topics.findIndex((t) => key !== undefined && t.measures.includes(key))
  const [one] = Object.values(s.evidence.release.definition.balances)
  const [inRate, outRate] = [rate(one?.inRate), rate(one?.outRate)]
  return topic === inRate ? outRate : inRate
}

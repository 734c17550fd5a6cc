import { move } from '../claims/move.ts'
import { atExtreme, exactly, went } from '../claims/spread.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

const wayOf = (up: boolean | undefined): 1 | -1 => (up ? 1 : -1)

/** How many areas went each way. */
export function counts(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const total = m.get('of')
  if (total) s.number(total, 'areas', [s.evidence.expect(s.now)])
  for (const [d, n] of [
    ['d', 'n'],
    ['d2', 'n2'],
    ['', 'n3'],
  ] as const) {
    const mention = m.get(n)
    if (mention === undefined) continue
    const dir = m.get(d)
    if (dir) s.used.add(dir)
    const are = went(s, s.topic, dir ? wayOf(dir.up) : 0)
    if (are === null) s.say([mention], 'wrong', 'areas', 'an area has no figure (STYLE rule 21)')
    else s.number(mention, `areas that ${dir ? (dir.up ? 'rose' : 'fell') : 'did not change'}`, [are.length])
  }
}

/** The only ones, by name or by number; the copy's own area may be said to be among them. */
function only(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const dir = m.get('d') ?? m.get('k') ?? m.get('d2')
  const are = went(s, s.topic, wayOf(dir?.up))
  const says = `areas that ${dir?.up ? 'rose' : 'fell'}`
  for (const one of [m.get('w'), m.get('d'), m.get('k'), m.get('d2')]) if (one) s.used.add(one)
  const names = m.get('names')
  const own = m.get('own')
  if (own) s.see(own)
  if (m.get('of')) s.number(m.get('of'), 'areas', [s.evidence.expect(s.now)])
  if (m.get('n')) {
    if (are === null) s.say([m.get('n')], 'wrong', says, 'an area has no figure (STYLE rule 21)')
    else s.number(m.get('n'), says, [are.length], undefined, undefined, 'standing')
  }
  if (names) {
    const others = /other/.test(m.text) ? [s.about.area] : []
    exactly(s, [names, dir], [...(names.areas ?? []), ...others], are, says)
  } else if (own) {
    if (m.get('n') === undefined) exactly(s, [own, dir], [s.area], are, says)
    else s.claim([own, dir], are?.includes(s.area) ?? false, says, `${s.name(s.area)} is not one of them`)
  } else s.claim([dir], are !== null, says, 'an area has no figure')
}

/** How many areas are at an extreme of their series, and whether this one is. */
function extremes(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const end = m.get('e') ?? m.get('k')
  const at = atExtreme(s, s.topic, end?.up ?? true)
  if (at === null) return
  const begin = m.get('begin') ?? m.get('begin2')
  s.number(m.get('n'), `areas at their ${end?.up ? 'highest' : 'lowest'}`, [at.areas.length])
  if (m.get('of')) s.number(m.get('of'), 'areas', [s.evidence.expect(s.now)])
  s.claim([begin], begin?.period === at.begin, 'the series', `it begins in ${s.when(at.begin)}`)
  const own = m.get('own') ?? m.get('not')
  if (own) s.see(own)
  const inside = /among|n[\ue000-\uf8ff]? of|N[\ue000-\uf8ff] of N/.test(m.text) && m.get('own') !== undefined
  const outside = /though not/.test(m.text)
  const isIn = at.areas.includes(s.about.area)
  s.claim(
    [end, own],
    (!inside || isIn) && (!outside || !isIn),
    'this area among them',
    isIn ? 'it is one of them' : 'it is not one of them',
  )
}

/** “The biggest rises were at A (12%), B (9.9%) and C (9.3%)”: in order, each with its figure. */
export function biggest(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const dir = m.get('d')
  if (dir) s.used.add(dir)
  const up = dir?.up ?? true
  const [key] = s.keys()
  const are = went(s, s.topic, wayOf(up))
  const areas = m.mentions.filter((one) => one.kind === 'A')
  const says = `biggest percentage ${up ? 'rises' : 'falls'}`
  if (key === undefined || are === null) return s.say(areas, 'wrong', says, 'an area has no figure (STYLE rule 21)')
  const percent = (a: number) => (s.value(key, a, s.now) / s.value(key, a, s.now - s.evidence.lag) - 1) * 100
  const large = m.get('e')?.up ?? true
  const order = [...are].sort((a, b) => (large ? 1 : -1) * (Math.abs(percent(b)) - Math.abs(percent(a))))
  for (const [i, mention] of areas.entries()) {
    const a = mention.areas![0]!
    s.claim([mention], order[i] === a, `number ${i + 1} of the ${says}`, `it is ${s.name(order[i] ?? -1)}`)
    s.number(m.mentions[m.mentions.indexOf(mention) + 1], `change, ${s.name(a)}`, [percent(a)])
  }
  if (m.get('e')) s.used.add(m.get('e')!)
}

const begin = '(?:since at least P<begin>|in (?:the )?figures going back to P<begin2>)'
const list = 'A \\(C\\)(?:, A \\(C\\))*(?:,? and A \\(C\\))?'

export const spread: Shape[] = [
  shape(`E<e> (?:percentage )?D<d>(?: in M<m>)? (?:were )?(?:at|in) ${list}`, biggest),
  // At their highest.
  shape(
    `N<n> of the N<of> G,? though not [AF]<not>,? have K<k> M<m> than at (?:the same point in any year|any time) ${begin}`,
    extremes,
  ),
  shape(`N<n> of the N<of> G have K<k> M<m> than at (?:the same point in any year|any time) ${begin}`, extremes),
  shape(
    `(?:at|in) N<n> of the N<of> G,?(?: though not this N,?)? the number of M<m> (?:is|was) the E<e> ${begin}`,
    extremes,
  ),
  shape(`[AF]<own> is among N<n> of the N<of> G to have their E<e> number of M<m> ${begin}`, extremes),
  shape(
    `[AF]<own> is N of N<n> G,? out of N<of>,? with K<k> M<m> than at (?:the same point in any year|any time) ${begin}`,
    extremes,
  ),
  // How many went which way.
  shape(
    'M<m>(?: numbers)? (?:went )?D<d> (?:at|in) N<n> (?:of the N<of> )?G and D<d2> (?:at|in) N<n2>(?:,? (?:and barely changed|and did not change|with no change) (?:at|in) N<n3>)?',
    counts,
  ),
  shape('M<m> (?:went )?D<d> (?:at|in) all N<of> G', (s, m) => {
    s.seeTopic(m.get('m'))
    s.number(m.get('of'), 'areas', [s.evidence.expect(s.now)])
    exactly(
      s,
      [m.get('d')],
      Array.from({ length: s.last }, (_, a) => a),
      went(s, s.topic, wayOf(m.get('d')?.up)),
      'all areas',
    )
  }),
  shape('as N<n> of (?:the )?N<of> G D<d>', counts),
  // The only ones.
  shape('only [AL]<names> had K<k> M<m> than R', only),
  shape('the only G with K<k> M<m> than R were [AL]<names>', only),
  shape('the only other G with K<k> M<m> was [AL]<names>', only),
  shape('[AL]<names> was the only other G to D<d>', only),
  shape('[AF]<own>(?: is)? the only G(?: in W<w>)? (?:with K<k>|to D<d>) M<m>(?: than R)?', only),
  shape('[AF]<own> alone among N<of> G(?: in W<w>)? in D<d> M<m>', only),
  shape('[AF]<own> (?:is )?(?:N of|among) (?:only|just) N<n> G(?: in W<w>)? to (?:have )?D<d> M<m>', only),
  shape('only N<n> G(?: in W<w>)? (?:have )?D<d> M<m>,? (?:and )?[AF]<own> (?:among|is N of) them', only),
  shape('[AF]<own> has K<k> M<m> than R,? N of only N<n> G(?: in W<w>)? where numbers D<d2>', (s, m) => {
    only(s, m)
    s.claim([m.get('k'), m.get('d2')], m.get('k')?.up === m.get('d2')?.up, 'the same way', 'they go different ways')
  }),
  shape(
    'only N<n>(?: of the N<of>)? G(?: in W<w>)? ha(?:ve|s|d) K<k> M<m> than R: (?<list>A \\(D C\\)(?:(?:,| and) A \\(D C\\))*)',
    (s, m) => {
      only(s, m)
      const areas = m.mentions.filter((one) => one.kind === 'A')
      exactly(
        s,
        areas,
        areas.map((one) => one.areas![0]!),
        went(s, s.topic, wayOf(m.get('k')?.up)),
        'areas that moved',
      )
      for (const mention of areas) {
        const at = m.mentions.indexOf(mention)
        move(s, { dir: m.mentions[at + 1], size: m.mentions[at + 2] }, s.topic, mention.areas![0]!)
      }
    },
  ),
  shape('A<a> by the E<e> \\(D<d> C<x>\\)', (s, m) => {
    // From when it is told, the sentence has said before.
    const since = s.mentions.filter((one) => one.kind === 'P' && one.end <= m.get('a')!.start).at(-1)
    s.used.add(m.get('a')!)
    move(s, { dir: m.get('d'), size: m.get('x'), since }, s.topic, m.get('a')!.areas![0]!)
  }),
  // Still short of where they were.
  shape('N<n> G still have K<k> M<m> than P<p>,? A<a> by the E<e>: its number is D<d> by C<x> from N<b>', (s, m) => {
    s.seeTopic(m.get('m'))
    const [key] = s.keys()
    const p = m.get('p')?.period ?? -1
    if (key === undefined) return
    const by = Array.from({ length: s.last }, (_, a) => s.value(key, a, s.now) / s.value(key, a, p) - 1)
    const up = m.get('k')?.up ?? false
    const are = by.flatMap((b, a) => ((up ? b > 0 : b < 0) ? [a] : []))
    s.number(m.get('n'), `areas ${up ? 'over' : 'under'} ${s.when(p)}`, [are.length])
    const most = are.reduce((best, a) => (Math.abs(by[a]!) > Math.abs(by[best]!) ? a : best), are[0] ?? 0)
    s.claim(
      [m.get('a'), m.get('e'), m.get('k')],
      m.get('a')?.areas?.[0] === most && m.get('e')?.up === true,
      'by the most',
      `it is ${s.name(most)}`,
    )
    s.claim([m.get('p')], p >= 0, 'period', 'the tables do not hold that period')
    move(s, { dir: m.get('d'), size: m.get('x'), base: m.get('b'), since: m.get('p') }, s.topic, m.get('a')!.areas![0]!)
  }),
]

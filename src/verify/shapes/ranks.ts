import { move } from '../claims/move.ts'
import { behind, byMove, byRatio, place } from '../claims/rank.ts'
import { roundTo } from '../quantity.ts'
import type { Scene } from '../scene.ts'
import { type Match, type Shape, shape } from '../shape.ts'

/** One's own place by percentage change. */
export function byChange(s: Scene, m: Match, dir = m.get('d')): void {
  s.see(m.get('own'))
  if (m.get('own') === undefined) s.area = s.about.area
  s.seeTopic(m.get('m'))
  const up = dir?.up ?? true
  const is = byMove(s, s.topic, s.area, up, m.get('e')?.up ?? true)
  if (dir) s.used.add(dir)
  for (const one of [m.get('g'), m.get('w')]) if (one) s.used.add(one)
  place(
    s,
    { nth: m.get('o'), end: m.get('e'), among: m.get('n'), group: m.get('grew'), names: m.get('names') },
    is,
    `by percentage ${up ? 'rise' : 'fall'}, ${s.name(s.area)}`,
  )
}

/** Those that moved more than one's own area are named, and no others. */
function ahead(s: Scene, m: Match): void {
  const own = m.get('own')
  if (own) s.see(own)
  else s.area = s.about.area
  s.seeTopic(m.get('m'))
  const up = m.get('d')?.up ?? true
  const is = byMove(s, s.topic, s.area, up, true)
  const says = `moved more than ${s.name(s.area)}`
  if (!is.inGroup)
    return s.say([m.get('d'), m.get('names')], 'wrong', says, `${s.name(s.area)} did not go ${up ? 'up' : 'down'}`)
  s.claim([m.get('d'), m.get('k')], (m.get('k')?.up ?? true) === true, says, 'it is the other end')
  const names = m.get('names')
  if (names) behind(s, names, is)
  else s.claim([m.get('d')], is.ahead.length === 0, says, `ahead are ${is.ahead.map((a) => s.name(a)).join(', ')}`)
}

/** The own area's change beside that of the whole, in per cent. */
function beside(s: Scene, m: Match, whose: 'area' | 'whole'): void {
  const percent = (area: number) => {
    const [key] = s.keys()
    return key === undefined ? Number.NaN : s.value(key, area, s.now) / s.value(key, area, s.now - s.evidence.lag) - 1
  }
  const [here, there] = [percent(s.about.area), percent(s.last)]
  const bigger = Math.abs(here) > Math.abs(there)
  const says = (m.get('k')?.up ?? true) === (whose === 'area')
  const same = Math.sign(here) === Math.sign(there)
  const shown = `${(here * 100).toFixed(1)}% in ${s.name(s.about.area)}, ${(there * 100).toFixed(1)}% in ${s.name(s.last)}`
  s.claim([m.get('k')], same && bigger === says, 'change beside the whole', shown)
  const dir = m.get('d')
  if (dir) s.claim([dir], (dir.up ? here : -here) > 0, 'change here', shown)
  if (m.get('w')) s.see(m.get('w'))
}

function byShare(s: Scene, m: Match): void {
  if (s.ratio === null) return
  s.see(m.get('own'))
  if (m.get('own') === undefined) s.area = s.about.area
  const is = byRatio(s, s.ratio, s.area, m.get('e')?.up ?? true)
  place(
    s,
    { nth: m.get('o'), end: m.get('e'), among: m.get('n'), names: m.get('names') },
    is,
    `by ${s.ratio.kind}, ${s.name(s.area)}`,
  )
}

const names = '(?:,? (?:and )?behind only [ALF]<names>)?'
const nth = '(?:O<o> )?E<e>'
const bigger = 'an? K<k> percentage D<d>'

export const ranks: Shape[] = [
  // By how much they moved.
  shape(
    `of the N<grew> G(?: in W<w>)? (?:where M<m> D<d2> in number|that D<d3>),? (?:[AWF]<own>) had the ${nth} percentage D<d>`,
    (s, m) => {
      for (const one of [m.get('d2'), m.get('d3')])
        if (one) s.claim([one], one.up === m.get('d')?.up, 'the same way', 'it is the other way')
      byChange(s, m)
    },
  ),
  shape(
    `(?:[AF]<own> (?:has|sees|had) (?:had )?)?(?:the )?${nth} percentage D<d>(?: in M<m>)?(?:,? of (?:any G|any of the N<n> G|(?:the )?N<grew>(?: G)?(?: in W<w>)? that D<d2>|(?:the )?N<n3> G))?(?: in W<w3>)?(?:,? where (?:the number|M) D<d4> by [NC]<x>,?(?: from N<b>)? to N<t>)?${names}`,
    (s, m) => {
      byChange(s, {
        ...m,
        get: (name) =>
          name === 'n' ? (m.get('n') ?? m.get('n3')) : name === 'w' ? (m.get('w') ?? m.get('w3')) : m.get(name),
      })
      if (m.get('d2')) s.claim([m.get('d2')], m.get('d2')!.up === m.get('d')?.up, 'the same way', 'it is the other way')
      if (m.get('d4')) nation(s, m, 'd4')
    },
  ),
  shape(`(?:[AF]<own> )?percentage D<d> was the ${nth} of the N<n> G${names}`, byChange2),
  shape(`among the N<n> G(?: in W<w>)?,? that was the ${nth} D<d>`, byChange2),
  shape(`(?<=D by [NC],? )${nth} D<d> of N<n> G`, byChange2),
  shape(`(?<=D by [NC],? )${nth} of N<grew> D<d>`, byChange2),
  shape(`only [AL]<names> had a K<k> percentage D<d>(?: in M<m>)?(?: than [AF]<own>)?`, ahead),
  shape(`only [AL]<names> D<d> faster than [AF]<own>`, ahead),
  shape(`no G in W<w> has had a K<k> percentage D<d>(?: in M<m>)? than [AF]<own>(?:,? bar [AL]<names>)?`, (s, m) => {
    s.used.add(m.get('w')!)
    ahead(s, m)
  }),
  // Beside the whole.
  shape(
    `that was ${bigger} than in W<w>(?:,? where (?:the number|M) D<d4> by [NC]<x>,?(?: from N<b>)? to N<t>)?`,
    (s, m) => {
      beside(s, m, 'area')
      if (m.get('d4')) nation(s, m, 'd4')
    },
  ),
  shape('(?<=N to N,? )a K<k> D<d>', (s, m) => beside(s, m, 'whole')),
  shape(
    'the D<d> compares with a K<k> N across W<w>(?:,? where (?:the number|M) D<d4> by [NC]<x>,?(?: from N<b>)? to N<t>)?',
    (s, m) => {
      s.area = s.about.area
      beside(s, m, 'whole')
      if (m.get('d4')) nation(s, m, 'd4')
    },
  ),
  shape(
    'that was in line with W<w>(?:,? where (?:the number|M) D<d4> by [NC]<x>,?(?: from N<b>)? to N<t>)?',
    (s, m) => {
      const [key] = s.keys()
      const percent = (area: number) =>
        key === undefined
          ? Number.NaN
          : (s.value(key, area, s.now) / s.value(key, area, s.now - s.evidence.lag) - 1) * 100
      const [here, there] = [percent(s.about.area), percent(s.last)]
      const is =
        Math.sign(here) === Math.sign(there) && (Math.abs(here - there) < 0.1 || asPrinted(here) === asPrinted(there))
      s.claim([m.get('w')], is, 'change beside the whole', `${here.toFixed(1)}% here, ${there.toFixed(1)}% there`)
      if (m.get('d4')) nation(s, m, 'd4')
    },
  ),
  // By share or rate.
  shape(
    `(?:[AF]<own> was |is |that share is |it was )?(?:the )?${nth} (?:of|among) the N<n> G(?: with figures)?${names}`,
    byShare,
  ),
  shape(`(?:among|of) the N<n> G that share is the ${nth}`, byShare),
  shape(`the ${nth} (?:share|rate) of the N<n> G(?: with figures)?${names}`, byShare),
  shape(`(?:of N<n2> G )?behind only [ALF]<names>`, (s, m) => {
    if (s.ratio === null) return
    s.area = s.about.area
    behind(s, m.get('names')!, byRatio(s, s.ratio, s.area, true))
  }),
  shape('no other G(?: in W<w>)? had a K<k> (?:share|rate)', (s, m) => {
    if (s.ratio === null) return
    s.area = s.about.area
    if (m.get('w')) s.used.add(m.get('w')!)
    place(
      s,
      { end: m.get('k') },
      byRatio(s, s.ratio, s.area, m.get('k')?.up ?? true),
      `by ${s.ratio.kind}, ${s.name(s.area)}`,
    )
  }),
  shape('only [AL]<names> had a K<k> (?:share|rate)(?: than [AF]<own>)?', (s, m) => {
    if (s.ratio === null) return
    s.see(m.get('own'))
    if (m.get('own') === undefined) s.area = s.about.area
    s.used.add(m.get('k')!)
    behind(s, m.get('names')!, byRatio(s, s.ratio, s.area, m.get('k')?.up ?? true))
  }),
]

function byChange2(s: Scene, m: Match): void {
  byChange(s, m)
}

/** “…in England and Wales, where the number rose by 5.1%, from 140,228 to 147,430.” */
function nation(s: Scene, m: Match, dir: string): void {
  const area = s.area
  s.area = s.last
  // The change of the whole is that of its own sentence.
  move(s, { dir: m.get(dir), size: m.get('x'), base: m.get('b'), level: m.get('t') })
  s.area = area
}

/** A change of 10% or more is whole, a smaller one has one decimal (STYLE rule 5). */
const asPrinted = (percent: number): number => {
  const tenths = roundTo(percent, 0.1)
  return Math.abs(tenths) >= 10 ? roundTo(percent, 1) : tenths
}

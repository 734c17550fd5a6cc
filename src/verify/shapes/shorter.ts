import { type Period, partsOf } from '../../table/period.ts'
import { extreme, type Series, sameOf, seriesOf } from '../claims/extreme.ts'
import { direction, move } from '../claims/move.ts'
import type { Mention } from '../mention.ts'
import type { Scene } from '../scene.ts'
import { at, type Match, type Shape, shape } from '../shape.ts'
import { byChange } from './ranks.ts'
import { biggest, counts } from './spread.ts'

/** `january`, `january to march`: the time of year. */
function seasonOf(period: Period): string {
  const [from, to] = [partsOf(period.start).month, partsOf(period.end).month]
  return (from === to ? to : `${from} to ${to}`).toLowerCase()
}

/** Which periods are meant: any month, or any January, as the sentence says. Null where it names another time of year. */
function among(s: Scene, text: string): 'all' | 'same' | null {
  const said = /any (?:other )?([a-z-]+(?: to [a-z]+)?)/.exec(text)?.[1]
  const period = s.evidence.periods[s.now]!
  if (said === period.kind) return 'all'
  return said === seasonOf(period) ? 'same' : null
}

/** Where only a year is named, the same time of that year. */
function dated(s: Scene, mention: Mention | undefined, which: 'all' | 'same'): Mention | undefined {
  const year = which === 'same' && /^(?:(?:in|of) )?(\d{4})$/.exec(mention?.text ?? '')?.[1]
  if (!mention || !year) return mention
  const same = (p: number) => (s.now - p) % s.evidence.lag === 0 && s.evidence.periods[p]!.end.startsWith(year)
  return Object.assign(mention, { period: s.evidence.periods.findIndex((_, p) => same(p)) })
}

function seriesAmong(s: Scene, which: 'all' | 'same'): Series[] {
  const all = seriesOf(s, s.topic, s.area, s.ratio !== null && s.words.topics[s.topic]?.ratio === true)
  return which === 'all' ? all : all.map((one) => sameOf(s, one))
}

/** Now is the highest for any month, or for any January. */
function now(s: Scene, m: Match): void {
  s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const end = m.get('e') ?? m.get('k')
  const which = among(s, m.text)
  const p = m.get('p')
  if (p) s.claim([p], p.period === s.now, 'the period told of', `that would be ${s.when(s.now)}`)
  if (which === null)
    return s.say(
      [end, m.get('begin') ?? m.get('since')],
      'wrong',
      'the time of year',
      `it is ${seasonOf(s.evidence.periods[s.now]!)}`,
    )
  const [begin, since] = [dated(s, m.get('begin'), which), dated(s, m.get('since'), which)]
  const series = seriesAmong(s, which)
  extreme(s, { end, since: begin ? { kind: 'begin', period: begin } : { kind: 'since', period: since } }, series)
  if (m.get('then')) s.level(m.get('then'), s.topic, s.area, since?.period ?? -1)
  if (m.get('b') === undefined) return
  s.claim([m.get('over')], m.get('over')?.up === end?.up, 'over the one before', 'it is the other way')
  before(s, m, which, m.get('b')!, dated(s, m.get('q'), which)!)
}

/** The most extreme before now: the one that is named, and no other. */
function before(s: Scene, m: Match, which: 'all' | 'same', value: Mention, when: Mention): void {
  const [one] = seriesAmong(s, which)
  const up = m.get('e')?.up ?? true
  s.level(value, s.topic, s.area, when.period ?? -1)
  let best = one?.begin ?? 0
  for (let p = best; one && p < s.now; p += one.step ?? 1)
    if (up ? one.at(p) >= one.at(best) : one.at(p) <= one.at(best)) best = p
  const is =
    one !== undefined && when.period !== undefined && one.at(best) === one.at(when.period) && when.period < s.now
  s.claim([m.get('e'), when], is, 'the most extreme before', `it was in ${s.when(best)}`)
}

function previous(s: Scene, m: Match): void {
  const which = among(s, m.text)
  if (which === null) return s.say([m.get('e')], 'wrong', 'the time of year', 'it is another')
  before(s, m, which, m.get('b')!, dated(s, m.get('q'), which)!)
}

/** What the twelve months up to a period add up to; NaN where the table has not all of them. */
const yearTo = (s: Scene, key: string, last: number): number =>
  Array.from({ length: s.evidence.lag }, (_, i) => s.value(key, s.area, last - i)).reduce((sum, v) => sum + v, 0)

/** Twelve months beside the twelve before. */
function year(s: Scene, m: Match): void {
  s.seeTopic(m.get('m'))
  const y = m.get('y')!
  const last = y.period ?? -1
  s.claim([y], last === s.now, 'the 12 months told of', `they end with ${s.when(s.now)}`)
  const [key] = s.keys()
  if (key === undefined) return
  const [is, was] = [yearTo(s, key, last), yearTo(s, key, last - s.evidence.lag)]
  const name = `${s.words.topics[s.topic]?.name}, ${s.name(s.area)}, 12 months`
  s.number(m.get('n'), `${name} to ${s.when(last)}`, [is])
  s.number(m.get('b'), `${name} to ${s.when(last - s.evidence.lag)}`, [was])
  if (m.get('z')) s.used.add(m.get('z')!)
  direction(s, m.get('d'), [is - was], name)
  s.number(m.get('c'), `change in ${name}`, [(is / was - 1) * 100])
}

const any = '(?:for|in) any (?:other )?(?:[a-z-]+)(?: to [a-z]+)?'
const since =
  '(?:since at least P<begin>|in figures going back to P<begin2>|since P<since>(?:,? when it was N<then>| \\(N<then2>\\))?)'

/** Takes the second name of a group for the first. */
const either =
  (read: Shape['read']): Shape['read'] =>
  (s, m) =>
    read(s, { ...m, get: (name) => m.get(name) ?? m.get(`${name}2`) })

const all: Shape[] = [
  shape(`(?:at )?(?:the |their |its )?E<e>(?: number)? ${any} ${since}(?:,? K<over> the N<b> P<q>)?`, either(now)),
  shape(`K<k> M<m>${at()}(?:,? P<p>)? than ${any} ${since}`, either(now)),
  shape('(?:the )?previous E<e> for any (?:[a-z-]+)(?: to [a-z]+)? was N<b>,? P<q>', previous),
  shape('the number for any (?:[a-z-]+)(?: to [a-z]+)? was last K<k> P<since>,? at N<then>', now),
  shape('T<y> there were N<n> M<m>,? D<d> C<c> from N<b> T<z>', year),
  shape('there were N<n> M<m> T<y>,? compared with N<b> T<z>,? an? D<d> of C<c>', year),
  shape('percentage D<d> R was the (?:O<o> )?E<e> of the N<n> G', (s, m) => byChange(s, m)),
  shape('E<e> percentage D<d> R were (?:at|in) A \\(C\\)(?:, A \\(C\\))*(?:,? and A \\(C\\))?', biggest),
  shape('M<m> was K<d> than R (?:at|in) N<n> of the N<of> G and K<d2> (?:at|in) N<n2>', counts),
  shape('M<m> was K<d> than R (?:at|in) all N<of> G', (s, m) => {
    counts(s, m)
    counts(s, { ...m, get: (name) => (name === 'n' ? m.get('of') : name === 'd' ? m.get('d') : undefined) })
  }),
  shape('D<d> by [NC]<x> R,? from N<b> to N<t>', (s, m) =>
    move(s, { dir: m.get('d'), size: m.get('x'), base: m.get('b'), level: m.get('t') }),
  ),
  shape('D<d> R from N<b> to N<t>', (s, m) => move(s, { dir: m.get('d'), base: m.get('b'), level: m.get('t') })),
  shape('D<d> from N<b> to N<t> on R', (s, m) => move(s, { dir: m.get('d'), base: m.get('b'), level: m.get('t') })),
  shape('D<d> C<x> on R', (s, m) => move(s, { dir: m.get('d'), size: m.get('x') })),
  shape(`M<m>${at()}(?:,? P<p>)? (?:was|were) K<k>(?: P<q>)? than R`, (s, m) => higher(s, m)),
  shape(`K<k> M<m>${at()}(?:,? P<p>)? than R`, (s, m) => higher(s, m)),
  shape('(?:the number|it) was K<k>(?: P<q>)? than R', (s, m) => higher(s, m)),
]

/** More than a year before, or fewer. */
function higher(s: Scene, m: Match): void {
  s.see(m.get('where'))
  s.seeTopic(m.get('m'))
  const p = m.get('p') ?? m.get('q')
  if (p) s.claim([p], p.period === s.now, 'the period told of', `that would be ${s.when(s.now)}`)
  move(s, { dir: m.get('k') })
}

/** Each is for series of months, quarters and half-years alone. */
export const shorter: Shape[] = all.map((one) => ({ ...one, fits: (s: Scene) => s.evidence.lag > 1 }))

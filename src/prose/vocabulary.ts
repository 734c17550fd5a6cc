import { printed } from '../facts/small.ts'
import { counted, type MeasureUnit } from '../release/measures.ts'
import { article } from './article.ts'
import { clauseIn, didIn } from './clause.ts'
import { hedgedFraction, hedgedOneIn, hedgedRoughly } from './hedge.ts'
import { list } from './list.ts'
import { ordinal } from './ordinal.ts'
import { percentShare, points, rate } from './percent.ts'
import {
  atTheEndOf,
  betweenMonths,
  inPeriod,
  inTheYearTo,
  monthOf,
  seasonOf,
  spanOf,
  twelveMonthsTo,
  yearName,
  yearOf,
} from './period.ts'
import { capital, possessive } from './plural.ts'
import { around, tagged } from './spans.ts'
import {
  amountOf,
  count,
  figure,
  hedged,
  named,
  own,
  percentOf,
  period,
  same,
  tallyOf,
  unitOf,
  valueAt,
} from './speech.ts'
import { Unfit, type Voice } from './voice.ts'

/** What Handlebars hands a helper behind its own arguments. */
interface Options {
  data: { voice: Voice }
  hash: Record<string, unknown>
  fn?: (context: unknown) => string
}
type Helper = (this: unknown, ...args: never[]) => string

const voiceOf = (options: Options): Voice => options.data.voice
const inside = ({ places }: Voice): string => (places ? 'in' : 'at')
const wholeOf = ({ tags, whole }: Voice): string => tagged(tags, 'area', whole.key, whole.name)

/** The whole set of helpers; a template that uses another is in error. */
export const helpers = {
  /** A number of things: `n change.now`; `n change.was with=change.now` puts both in figures where either is. */
  n: (id: string, o: Options) => figure(voiceOf(o), id, count(voiceOf(o), id, o.hash['with'])),
  /** A number and its noun: `things change.now change.words.noun`. */
  things: (id: string, noun: readonly [string, string], o: Options) => {
    const voice = voiceOf(o)
    const text = figure(voice, id, count(voice, id, o.hash['with']))
    return `${text} ${printed(Math.abs(valueAt(voice, id))) === 1 ? noun[0] : noun[1]}`
  },
  /** Several things and their noun, which a verb in the plural can follow: one thing would not do. */
  several: (id: string, noun: readonly [string, string], o: Options) => {
    const voice = voiceOf(o)
    if (printed(Math.abs(valueAt(voice, id))) < 2) throw new Unfit('one, or none, is not several')
    return `${figure(voice, id, count(voice, id, o.hash['with']))} ${o.hash['unit'] ? unitOf(voice, id) : ''}${noun[1]}`
  },
  /** The size of a change in per cent, without its sign. */
  pct: (id: string, o: Options) => figure(voiceOf(o), id, percentOf(voiceOf(o), id)),
  /** The same behind its article: `an 11% rise`. */
  aPct: (id: string, o: Options) => {
    const text = percentOf(voiceOf(o), id)
    return `${article(text)} ${figure(voiceOf(o), id, text)}`
  },
  /** A share in whole per cent. */
  share: (id: string, o: Options) =>
    figure(voiceOf(o), id, percentShare(valueAt(voiceOf(o), id) * 100, voiceOf(o).style)),
  /** A change as a hedged fraction: `nearly a fifth`. */
  fraction: (id: string, o: Options) => {
    const voice = voiceOf(o)
    const found = hedgedFraction(Math.abs(valueAt(voice, id)) / 100, ['nearly', 'almost', 'just over', 'more than'])
    return hedged(voice, id, found, 'fraction')
  },
  /** A share as one in so many: `nearly one in six`. */
  oneIn: (id: string, o: Options) => {
    const allowed = ['nearly', 'almost', 'just over', 'more than', 'about'] as const
    return hedged(voiceOf(o), id, hedgedOneIn(valueAt(voiceOf(o), id), allowed), 'one in so many')
  },
  OneIn: (id: string, o: Options) => {
    const found = hedgedOneIn(valueAt(voiceOf(o), id), ['nearly', 'almost', 'just over', 'more than', 'about'])
    return hedged(voiceOf(o), id, found, 'one in so many', capital)
  },
  /** A number in round words: `about 1,000`, `close to 1,000`. */
  round: (id: string, o: Options) =>
    hedged(voiceOf(o), id, hedgedRoughly(Math.abs(valueAt(voiceOf(o), id))), 'round number'),
  /** A rate in per cent, with the decimals the publisher gives: `rate r.share r.decimals`. */
  rate: (id: string, decimals: number, o: Options) =>
    figure(voiceOf(o), id, rate(valueAt(voiceOf(o), id) * 100, voiceOf(o).style, decimals)),
  /** What is not counted, in its unit: `11.8%`, `£512.30`. */
  level: (id: string, o: Options) => figure(voiceOf(o), id, amountOf(voiceOf(o), id)),
  /** The same beside another in its sentence, which has said what it is per: `10.4 per 1,000 people, up from 9.8`. */
  beside: (id: string, o: Options) => figure(voiceOf(o), id, amountOf(voiceOf(o), id, true)),
  /** How far a share moved: `7.3 percentage points`. */
  points: (id: string, o: Options) => {
    const text = points(valueAt(voiceOf(o), id))
    if (text === null) throw new Unfit('the share barely moved')
    return figure(voiceOf(o), id, text)
  },
  /** `third`, `13th`. */
  nth: (id: string, o: Options) => figure(voiceOf(o), id, ordinal(valueAt(voiceOf(o), id), voiceOf(o).style)),
  /** `biggest`, `second biggest`, `joint third biggest`: `most rank.place "biggest" rank.joint`. */
  most: (id: string, word: string, joint: boolean, o: Options) => {
    const voice = voiceOf(o)
    const rank = valueAt(voice, id)
    const place = rank === 1 ? word : `${ordinal(rank, voice.style)} ${word}`
    return figure(voice, id, joint ? `joint ${place}` : place)
  },
  /** `March 2010`, of a period's id. */
  month: (id: string, o: Options) => tagged(voiceOf(o).tags, 'period', id, monthOf(period(voiceOf(o), id))),
  /** `2010`, or `2022/23`. */
  year: (id: string, o: Options) =>
    tagged(voiceOf(o).tags, 'period', id, yearName(period(voiceOf(o), id), voiceOf(o).style)),
  /** `in the year to March 2020`. */
  yearTo: (id: string, o: Options) =>
    tagged(voiceOf(o).tags, 'period', id, inTheYearTo(period(voiceOf(o), id), voiceOf(o).style)),
  /** `at the end of March 2023`: the period the draft is about. */
  asAt: (o: Options) =>
    tagged(voiceOf(o).tags, 'period', voiceOf(o).period.id, atTheEndOf(voiceOf(o).period, voiceOf(o).style)),
  /** `in the year to March 2024`: the period the draft is about. */
  inYear: (o: Options) =>
    tagged(voiceOf(o).tags, 'period', voiceOf(o).period.id, inTheYearTo(voiceOf(o).period, voiceOf(o).style)),
  /** `at the end of September 2025` of a stock, `in the year to September 2025` or `in March 2025` of a flow: of a fact, `when c.on c.stock`. */
  when: (id: string, isStock: boolean, o: Options) =>
    tagged(voiceOf(o).tags, 'period', id, inPeriod(period(voiceOf(o), id), voiceOf(o).style, isStock)),
  /** Where periods are shorter than a year: `month`, `quarter`, `half-year`. */
  span: (o: Options) => spanOf(voiceOf(o).period),
  /** `the month before`. */
  spanBefore: (o: Options) => `the ${spanOf(voiceOf(o).period)} before`,
  /** Between two moves: `and` where they go one way, else `but`. */
  andBut: (one: string, other: string) => (one === other ? 'and' : 'but'),
  /** `January`, `January to March`: the time of year the draft is about. */
  season: (o: Options) => seasonOf(voiceOf(o).period),
  /** `2018`, of a period's id, where the time of year was named. */
  yearOf: (id: string, o: Options) => tagged(voiceOf(o).tags, 'period', id, yearOf(period(voiceOf(o), id))),
  /** `12 months to January 2018`: up to the period the draft is about. */
  twelveMonths: (o: Options) =>
    tagged(voiceOf(o).tags, 'period', voiceOf(o).period.id, twelveMonthsTo(voiceOf(o).period)),
  /** `between April 2020 and March 2021`: the period the draft is about. */
  between: (o: Options) => tagged(voiceOf(o).tags, 'period', voiceOf(o).period.id, betweenMonths(voiceOf(o).period)),
  /** `at the end of March 2024`, of a period's id. */
  at: (id: string, o: Options) =>
    tagged(voiceOf(o).tags, 'period', id, atTheEndOf(period(voiceOf(o), id), voiceOf(o).style)),
  /** Words of the definition, as they stand there: one of the ways it says them. */
  said: (id: string, texts: readonly string[], o: Options) =>
    tagged(voiceOf(o).tags, 'quote', id, texts[voiceOf(o).seed % texts.length]!),
  /** Who did the sums: nobody is named unless the desk names them (STYLE rule 10). */
  analysis: (o: Options) => {
    const { analyst } = voiceOf(o)
    return analyst === null ? 'analysis of official figures' : `analysis by ${analyst}`
  },
  /** The area the draft is about, as it is to be called here; capital at the head of a sentence. */
  area: (o: Options) => own(voiceOf(o), same),
  Area: (o: Options) => own(voiceOf(o), capital),
  areas: (o: Options) => own(voiceOf(o), (name) => possessive(name, false)),
  Areas: (o: Options) => own(voiceOf(o), (name) => capital(possessive(name, false))),
  /** `the number of officers at the force`; of the whole, or where the par before was about it too, `the number`. */
  tally: (words: { many: string }, o: Options) => tallyOf(voiceOf(o), words.many),
  Tally: (words: { many: string }, o: Options) => capital(tallyOf(voiceOf(o), words.many)),
  /** Where it is that the draft is of: `in Kent`, `at Kent Police`, `in England`. */
  there: (o: Options) => {
    const voice = voiceOf(o)
    const isPlace = voice.places || voice.area.key === voice.whole.key
    return `${isPlace ? 'in' : 'at'} ${own(voice, same)}`
  },
  /** Before an area: officers are at a force, social workers in a place. */
  inside: (o: Options) => inside(voiceOf(o)),
  Inside: (o: Options) => capital(inside(voiceOf(o))),
  /** Before an area, of what was done there: leavers leave from a force. */
  outOf: (words: { leaving: boolean }, o: Options) => (voiceOf(o).places ? 'in' : words.leaving ? 'from' : 'at'),
  /** Those counted in the whole: `in England who left`, `recorded in England`. */
  nationDid: (words: { did: string }, o: Options) => didIn(words.did, `in ${wholeOf(voiceOf(o))}`),
  nationWho: (words: { who: string }, o: Options) => clauseIn(words.who, `in ${wholeOf(voiceOf(o))}`),
  /** The area's name for headlines and lists of figures. */
  name: (o: Options) => named(voiceOf(o), voiceOf(o).area, 'name'),
  /** The area's name in full, where the short form would not tell it from the others. */
  full: (o: Options) => named(voiceOf(o), voiceOf(o).area, 'full'),
  /** Other areas, listed: `the Met, Kent and Surrey`. */
  names: (keys: readonly string[], o: Options) => {
    const voice = voiceOf(o)
    if (keys.length === 0) throw new Unfit('no area to name')
    return list(keys.map((key) => named(voice, voice.areas.get(key)!, 'list')))
  },
  /** One area of a list, by its place in it. */
  nameAt: (keys: readonly string[], index: number, o: Options) => {
    const key = keys[index]
    if (key === undefined) throw new Unfit('no area to name')
    return named(voiceOf(o), voiceOf(o).areas.get(key)!, 'list')
  },
  /** Areas with how each moved: `moved spread "percent" "down"` gives `Lincolnshire (down 0.7%) and …`. */
  moved: (fact: Readonly<Record<string, unknown>>, role: string, word: string, o: Options) => {
    const voice = voiceOf(o)
    const items = (fact['names'] as readonly string[]).map((key, i) => {
      const id = String(fact[`${role}${i}`])
      const name = named(voice, voice.areas.get(key)!, 'list')
      const { unit } = voice.figure(id)
      const text =
        unit === 'percent'
          ? percentOf(voice, id)
          : unit === 'share'
            ? percentShare(valueAt(voice, id) * 100, voice.style)
            : counted(unit as MeasureUnit)
              ? count(voice, id)
              : amountOf(voice, id, i > 0)
      const size = figure(voice, id, text)
      return `${name} (${word ? `${word} ` : ''}${size})`
    })
    return list(items)
  },
  /** The whole: `England and Wales`. */
  nation: (o: Options) => wholeOf(voiceOf(o)),
  /** One word for up, another for down. */
  way: (direction: string, up: string, down: string) => {
    if (direction === 'flat') throw new Unfit('it went neither way')
    return ['up', 'highest', 'higher'].includes(direction) ? up : down
  },
  /** `full-time equivalent (FTE)`, and after that `FTE`, in copy that counts in heads as well. */
  fte: (o: Options) => {
    const { memory } = voiceOf(o)
    const again = memory.fteSaid
    memory.fteSaid = true
    return again ? 'FTE' : 'full-time equivalent (FTE)'
  },
  /** The words for a figure above nought, or below. */
  waySize: (id: string, up: string, down: string, o: Options) => {
    const value = valueAt(voiceOf(o), id)
    if (printed(value) === 0) throw new Unfit('it went neither way')
    return value > 0 ? up : down
  },
  /** `full-time equivalent `, said once; a headcount is a number of people and needs no word. */
  unit: (id: string, o: Options) => {
    return unitOf(voiceOf(o), id)
  },
  cap: (text: string) => capital(text),
  dash: (o: Options) => voiceOf(o).style.dash,
  bullet: (o: Options) => voiceOf(o).style.bullet,
  onTheYear: (o: Options) => voiceOf(o).style.onTheYear,
  /** The words of a claim, as a span of their own. */
  claim(this: unknown, id: string, o: Options) {
    return around(voiceOf(o).tags, 'claim', id, () => o.fn!(this))
  },
} satisfies Record<string, Helper>

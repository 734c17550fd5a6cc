import { cellOf, counted, holdsOfOthers, spelt, yearMoved } from './ground.ts'
import { type Kind, replaced, spansOf, swaps } from './mutant.ts'

const nths = 'zeroth first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const numberOf = (said: string): number => {
  const word = Math.max(spelt.indexOf(said.toLowerCase()), nths.indexOf(said.toLowerCase()))
  return word > 0 ? word : Number.parseInt(said, 10)
}
const count = (n: number): string => (n < 10 ? spelt[n]! : String(n))
const nth = (n: number): string =>
  n < 10 ? nths[n]! : `${n}${n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

const number = `(?:${spelt.slice(2).join('|')}|\\d+)`
const ordinal = `(?:${nths.slice(2).join('|')}|\\d+(?:th|st|nd|rd))`
const run = new RegExp(
  `\\b${number}(?= (?:years (?:in a row|running|since)|(?:annual|consecutive) (?:rises|falls)))`,
  'g',
)
const place = new RegExp(`\\b${ordinal}(?= year in a row)`, 'g')
/** The figures begin there: what holds since then holds since any later year. */
const open = /(?:at least|going back to|go back to|that begin in|begin in|where the figures)/

export const when: Kind[] = [
  {
    name: 'years out',
    group: 'periods',
    why: 'five or ten years off a level or a record is of another year, or of none that the tables hold',
    mutate: (place) =>
      spansOf(place, 'period').flatMap((span, i) => {
        const isOpen = open.test(place.text.slice(Math.max(0, span.start - 20), span.start))
        const by = isOpen || i % 2 === 0 ? -10 : -5
        return holdsOfOthers(place, span, by)
          ? []
          : [replaced(place.text, span.start, span.end, yearMoved(span.said, by))]
      }),
  },
  {
    name: 'month changed',
    group: 'periods',
    why: 'the tables stand at the end of March, and years run to it',
    mutate: ({ text }) => swaps(text, /\bMarch\b/g, (found) => (found.index % 2 === 0 ? 'September' : 'May')),
  },
  {
    name: 'periods exchanged',
    group: 'periods',
    why: 'figures, records and beginnings belong to one year each',
    mutate: (place) => {
      const spans = spansOf(place, 'period').filter((s) => /^\d{4}(?:[/-]\d\d)?$/.test(s.said))
      return spans.flatMap((a, i) => {
        const b = spans[i + 1]
        if (!b || a.said === b.said) return []
        return [replaced(replaced(place.text, b.start, b.end, a.said), a.start, a.end, b.said)]
      })
    },
  },
  {
    name: 'years ago off',
    group: 'periods',
    why: 'two years earlier the table holds another count; equal ones are dropped',
    mutate: (place) => {
      const { text, brief, ground } = place
      return swaps(text, /\ba year (?:earlier|ago|before)\b|\bthe year before\b/g, (found) => {
        const before = spansOf(place, 'figure').findLast((s) => s.end <= found.index && found.index - s.end < 12)
        const cell = before && cellOf(before.ref)
        if (!cell || cell.period === brief.period.id) return null
        const period = ground.back(cell, 1)
        const value = period === undefined ? Number.NaN : ground.value({ ...cell, period })
        return Number.isNaN(value) || counted(value) === before.said ? null : 'two years earlier'
      })
    },
  },
  {
    name: 'run too long',
    group: 'periods',
    why: 'a run is told as long as it is, so one more year went the other way or is not in the series',
    mutate: ({ text }) => [
      ...swaps(text, run, ([said]) => count(numberOf(said) + 1)),
      ...swaps(text, place, ([said]) => nth(numberOf(said) + 1)),
    ],
  },
  {
    name: 'run too short',
    group: 'periods',
    why: 'where its beginning is named, or it is told as the nth year, a run has one length',
    mutate: ({ text }) => [
      ...swaps(text, run, (found) =>
        numberOf(found[0]) > 2 && /^[^.]* (?:since|from|in) .*\d{4}/.test(text.slice(found.index))
          ? count(numberOf(found[0]) - 1)
          : null,
      ),
      ...swaps(text, place, ([said]) => (numberOf(said) > 2 ? nth(numberOf(said) - 1) : null)),
    ],
  },
  {
    name: 'second time',
    group: 'periods',
    why: 'what is first since a year, or in a series, was not there once before',
    mutate: ({ text }) => swaps(text, /\bfirst time(?! in the figures)(?= since| in| the)/g, () => 'second time'),
  },
  {
    name: 'passed before',
    group: 'rest',
    why: 'a round number is told when it is passed for the first time in the series',
    mutate: ({ text }) => swaps(text, /\bfirst time(?= in the figures)/g, () => 'second time'),
  },
]

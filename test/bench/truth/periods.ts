import { holdsOfOthers, yearMoved } from './ground.ts'
import { type Kind, replaced, spansOf, swaps } from './mutant.ts'

const words = 'zeroth first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const nth = (n: number): string => {
  if (n < 10) return words[n]!
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}
const numberOf = (said: string): number => (words.indexOf(said) > 0 ? words.indexOf(said) : Number.parseInt(said, 10))

export const periods: Kind[] = [
  {
    name: 'year moved',
    group: 'periods',
    why: 'a level, a record or a run belongs to one year; a since names the latest year that was more extreme',
    mutate: (place) =>
      spansOf(place, 'period').flatMap((span) => {
        if (!/\d{4}/.test(span.said)) return []
        return [-1, 1].flatMap((by) =>
          holdsOfOthers(place, span, by) ? [] : [replaced(place.text, span.start, span.end, yearMoved(span.said, by))],
        )
      }),
  },
]

const place = '(?:biggest|smallest|largest|highest|lowest)'
const ordinal = new RegExp(`\\b(joint )?(${words.slice(2).join('|')}|\\d+(?:st|nd|rd|th)) (?=${place})`, 'g')

export const ranks: Kind[] = [
  {
    name: 'rank off',
    group: 'ranks',
    why: 'an area has one rank',
    mutate: ({ text }) =>
      [1, -1].flatMap((by) =>
        swaps(text, ordinal, ([, joint, said]) => {
          const n = numberOf(said!) + by
          return n < 2 ? null : `${joint ?? ''}${nth(n)} `
        }),
      ),
  },
  {
    name: 'rank dropped',
    group: 'ranks',
    why: 'one that is second or lower is not the first',
    mutate: ({ text }) => swaps(text, ordinal, ([, joint]) => joint ?? ''),
  },
  {
    name: 'joint',
    group: 'ranks',
    why: 'a tie is joint, and nothing else is',
    mutate: ({ text }) => swaps(text, ordinal, ([all, joint]) => (joint ? all.replace('joint ', '') : `joint ${all}`)),
  },
  {
    name: 'of how many',
    group: 'ranks',
    why: 'there are 43 forces',
    mutate: ({ text }) => swaps(text, /\b43(?= (?:police )?forces)/g, () => '42'),
  },
]

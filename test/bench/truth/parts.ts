import { type Kind, swaps } from './mutant.ts'

const ways: Readonly<Record<string, string>> = {
  up: 'down',
  rose: 'fell',
  risen: 'fallen',
  rise: 'fall',
  rises: 'falls',
  increase: 'decrease',
  more: 'fewer',
  higher: 'lower',
  above: 'below',
  bigger: 'smaller',
  larger: 'smaller',
  gained: 'lost',
  gains: 'loses',
  grew: 'shrank',
}
const back = Object.fromEntries(Object.entries(ways).map(([a, b]) => [b, a]))
const any = new RegExp(
  `(?<!ma[dk]e )\\b(${Object.entries(ways).flat().join('|')})\\b(?! than (?:\\d|a |half|doubled|halved))`,
  'g',
)

const fractions = ['a fifth', 'a quarter', 'a third', 'half', 'two thirds', 'three quarters']
const words = 'zero one two three four five six seven eight nine 10 11 12 13 14 15 16 17 18 19 20 21'.split(' ')
const side = '(nearly |almost |just under |close to |more than |just over |over |)'
const isUnder = (hedge: string): boolean => /nearly|almost|under|close/i.test(hedge)

export const parts: Kind[] = [
  {
    name: 'all directions turned',
    group: 'directions',
    why: 'a sentence of one way with each word turned tells of the other way; those of two ways are left alone',
    mutate: ({ text }) =>
      text.split(/(?<=\.) /).flatMap((sentence) => {
        const found = [...sentence.matchAll(any)].map((m) => m[0])
        const isUp = found.map((w) => w in ways)
        if (found.length < 2 || new Set(isUp).size > 1) return []
        return [
          text.replace(
            sentence,
            sentence.replace(any, (w) => ways[w] ?? back[w]!),
          ),
        ]
      }),
  },
  {
    name: 'fraction swapped',
    group: 'numbers',
    why: 'fractions lie further apart than a hedge reaches; a hedged one goes away from its value',
    mutate: ({ text }) =>
      swaps(text, new RegExp(`${side}(${fractions.join('|')})\\b(?! as| that)`, 'gi'), ([all, hedge, name]) => {
        const i = fractions.indexOf(name!.toLowerCase()) + (isUnder(hedge!) ? -1 : 1)
        return fractions[i] === undefined ? null : all.replace(name!, fractions[i]!)
      }),
  },
  {
    name: 'one in N swapped',
    group: 'numbers',
    why: 'one in N lies on the other side of the hedge; from one in 15 on a hedge reaches the next, and they are left alone',
    mutate: ({ text }) =>
      swaps(text, new RegExp(`${side}one in (\\w+)`, 'gi'), ([all, hedge, name]) => {
        const n = words.indexOf(name!)
        const other = isUnder(hedge!) ? n + 1 : n - 1
        return n < 2 || other < 2 || n > 14 ? null : all.replace(new RegExp(`${name}$`), words[other]!)
      }),
  },
  {
    name: 'source swapped',
    group: 'rest',
    why: 'the release has one publisher',
    mutate: ({ text }) =>
      swaps(text, /\bHome Office(?= (?:figures|data))/g, (found) =>
        found.index % 2 === 0 ? 'Ministry of Justice' : 'ONS',
      ),
  },
]

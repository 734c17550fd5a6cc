import { type Kind, replaced, spansOf } from './mutant.ts'

const words = 'zero one two three four five six seven eight nine'.split(' ')
const comma = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
/** A hedged number may be off and still true. */
const hedged = /(?:nearly|almost|about|over|just (?:under|over)|more than|close to) $/i

const figures = (place: Parameters<Kind['mutate']>[0]) =>
  spansOf(place, 'figure').filter(
    ({ start, said }) =>
      !hedged.test(place.text.slice(0, start)) && !/[a-z] \d|in \w+$/.test(said.replace(/ per cent$/, '')),
  )

export const numbers: Kind[] = [
  {
    name: 'digits swapped',
    group: 'numbers',
    why: 'a figure is printed to its last digit, and has one value',
    mutate: (place) =>
      figures(place).flatMap(({ start, end, said }) => {
        const found = /^([\d,]+)(.*)$/.exec(said)
        if (!found || /^(?:st|nd|rd|th)/.test(found[2]!)) return []
        const digits = found[1]!.replaceAll(',', '')
        const at = [...digits].findIndex(
          (d, i) => i + 1 < digits.length && d !== digits[i + 1] && !(i === 0 && digits[1] === '0'),
        )
        if (at < 0) return []
        const other = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
        return [replaced(place.text, start, end, comma(other) + found[2]!)]
      }),
  },
  {
    name: 'number off',
    group: 'numbers',
    why: 'a count that is one or a hundredth more is another count',
    mutate: (place) =>
      figures(place).flatMap(({ start, end, said }) => {
        if (!/^[\d,]+$/.test(said)) return []
        const n = Number(said.replaceAll(',', ''))
        return [1, -1, Math.max(2, Math.round(n / 100))].flatMap((by) =>
          n + by > 9 ? [replaced(place.text, start, end, comma(String(n + by)))] : [],
        )
      }),
  },
  {
    name: 'per cent off',
    group: 'numbers',
    why: 'a percentage is printed rounded, and rounds one way',
    mutate: (place) =>
      figures(place).flatMap(({ start, end, said }) => {
        const found = /^(\d+)(?:\.(\d+))?(%| per cent)$/.exec(said)
        if (!found) return []
        const places = found[2]?.length ?? 0
        const value = Number(said.replace(found[3]!, ''))
        return [1, -1, 5].flatMap((by) => {
          const other = value + by / 10 ** places
          return other > 0 ? [replaced(place.text, start, end, other.toFixed(places) + found[3]!)] : []
        })
      }),
  },
  {
    name: 'number in words off',
    group: 'numbers',
    why: 'what is counted in words is counted exactly',
    mutate: (place) =>
      figures(place).flatMap(({ start, end, said }) => {
        const n = words.indexOf(said.toLowerCase())
        return n > 1 && n < 9 ? [n - 1, n + 1].map((other) => replaced(place.text, start, end, words[other]!)) : []
      }),
  },
  {
    name: 'one in N off',
    group: 'numbers',
    why: 'neighbouring fractions are further apart than a hedge reaches, from one in two to one in 15',
    mutate: ({ text }) =>
      [...text.matchAll(/one in (\w+)/g)].flatMap((found) => {
        const n = words.indexOf(found[1]!)
        return n > 1 && n < 9
          ? [replaced(text, found.index, found.index + found[0].length, `one in ${words[n + 1]}`)]
          : []
      }),
  },
]

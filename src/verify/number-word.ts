const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
}

const anyCase = (words: readonly string[]): string =>
  words.map((w) => `[${w[0]}${w[0]!.toUpperCase()}]${w.slice(1)}`).join('|')
const under = `(?:(?:${anyCase(tens)})(?:[- ](?:${small.slice(0, 9).join('|')})\\b)?|${anyCase(small)})`
const scale = Object.keys(scales).join('|')

/** A whole number in words: `three`, `twenty-five`, `thirteen hundred`, `two thousand and ten`. */
export const numberWords = `(?:[Zz]ero\\b|${under}|[Aa](?= (?:${scale})\\b))(?:\\b(?: (?:${scale})\\b)+(?:(?: and)? ${under})?)*`

/** What it is; the words are of `numberWords`. */
export function numberOfWords(text: string): number {
  let total = 0
  let part = 0
  for (const word of text.toLowerCase().split(/[- ]/)) {
    if (word === 'and') continue
    const size = scales[word]
    if (size === undefined)
      part +=
        word === 'zero'
          ? 0
          : word === 'a'
            ? 1
            : small.includes(word)
              ? small.indexOf(word) + 1
              : (tens.indexOf(word) + 2) * 10
    else if (size === 100) part *= 100
    else {
      total += part * size
      part = 0
    }
  }
  return total + part
}

/** A period with what else stands beside it: `Fires 2021` is of 2021, and of fires. */
export interface Dated {
  seen: string
  rest: string
  /** It stood among other words, and not in a part of its own. */
  among: boolean
}

/** Periods are written in so many words at most: `12 months to 31 March 2021`. */
const mostWords = 6

/**
 * The period that a heading or the name of a sheet holds, in a part of its own or at either end of its words; null for none.
 * @param parts the cells of the heading, from above
 * @param reads whether a text is a period
 */
export function datedHeading(parts: readonly string[], reads: (text: string) => boolean): Dated | null {
  const at = parts.findIndex((part) => reads(part))
  if (at >= 0) return { seen: parts[at]!, rest: parts.filter((_, i) => i !== at).join(' | '), among: false }
  for (const [i, part] of parts.entries()) {
    const words = part.split(/[\s,:()]+/).filter((word) => word !== '')
    for (let length = Math.min(mostWords, words.length - 1); length > 0; length--) {
      for (const from of [0, words.length - length]) {
        const seen = words.slice(from, from + length).join(' ')
        if (!reads(seen)) continue
        const left = [...words.slice(0, from), ...words.slice(from + length)]
          .join(' ')
          .replace(/[\s–-]+$|^[\s–-]+/g, '')
        return { seen, among: true, rest: [...parts.slice(0, i), left, ...parts.slice(i + 1)].join(' | ') }
      }
    }
  }
  return null
}

/** The names that hold a period: those that are one, or else those that hold one beside the same words. */
export function datedNames(names: readonly string[], reads: (text: string) => boolean): Map<string, string> {
  const bare = names.filter((name) => reads(name))
  if (bare.length > 0) return new Map(bare.map((name) => [name, name]))
  const byRest = new Map<string, Map<string, string>>()
  for (const name of names) {
    const found = datedHeading([name], reads)
    if (found === null) continue
    const rest = found.rest.toLowerCase()
    byRest.set(rest, (byRest.get(rest) ?? new Map()).set(name, found.seen))
  }
  return [...byRest.values()].reduce((most, one) => (one.size > most.size ? one : most), new Map<string, string>())
}

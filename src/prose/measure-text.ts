import type { Style } from './style.ts'

/** Where one sentence ends and the next begins: a stop, a space and a capital. Initials and `U.S.` are not ends. */
const ends = /(?<![A-Z]\.?[A-Z]|\b[A-Z]|\bSt|\bDr|\bMr|\bMs|\bMrs)[.!?]["'”’]?\s+(?=["'“‘]?[A-Z])/g

const sentences = (text: string): string[] => {
  // Most pars are one sentence: a stop inside is looked for before the costly expression is tried.
  if (!/[.!?]\S?\s/.test(text)) return [text]
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].trimEnd().length
    found.push(text.slice(from, end))
    from = match.index + match[0].length
  }
  return [...found, text.slice(from)]
}

const space = 32
const dashes = [0x2d, 0x2013]

/** Words, as a sub-editor counts them: a spaced dash is none. In one pass, since every par that is written is counted. */
function wordCount(text: string): number {
  let words = 0
  for (let i = 0; i < text.length; i++) {
    const begins = text.charCodeAt(i) !== space && (i === 0 || text.charCodeAt(i - 1) === space)
    if (begins && !(dashes.includes(text.charCodeAt(i)) && text.charCodeAt(i + 1) === space)) words++
  }
  return words
}

/** Why a text breaks its place's limits (STYLE rules 2 and 9), or null. List lines are exempt from all but their figures. */
export function unfit(text: string, slot: string, style: Style): string | null {
  const { limits } = style
  if (slot === 'line') return null
  if (slot === 'headline') {
    if (text.length > limits.headlineCharacters) return `${text.length} characters`
    return /^\d/.test(text) ? 'begins with a figure' : null
  }
  const parts = sentences(text)
  if (parts.some((s) => /^["'“‘]?[£$€]?\d/.test(s))) return 'a sentence begins with a figure'
  const most =
    slot === 'intro' ? { words: limits.introWords, parts: 1 } : { words: limits.parWords, parts: limits.parSentences }
  if (parts.length > most.parts) return `${parts.length} sentences`
  const words = wordCount(text)
  return words > most.words ? `${words} words` : null
}

import type { Style } from './style.ts'

/** Where one sentence ends and the next begins: a stop, a space and a capital. Initials and `U.S.` are not ends. */
const ends = /(?<![A-Z]\.?[A-Z]|\b[A-Z]|\bSt|\bDr|\bMr|\bMs|\bMrs)[.!?]["'”’]?\s+(?=["'“‘]?[A-Z])/g

const sentences = (text: string): string[] => {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].trimEnd().length
    found.push(text.slice(from, end))
    from = match.index + match[0].length
  }
  return [...found, text.slice(from)]
}

const wordCount = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length

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

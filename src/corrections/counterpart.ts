import type { Pair } from '../diff/align.ts'
import { wordsOf } from '../diff/words.ts'
import { type SentenceAt, sentencesOf } from '../verify/sentences.ts'

/** What the new version says in place of a sentence; null where its place is gone, or reads as it did, which is no correction. */
export function counterpart({ was, now }: Pair, sentence: SentenceAt): string | null {
  if (was === null || now === null) return null
  const told = sentenceFor(sentence, was.text, now.text)
  return told === sentence.text ? null : told
}

/** The sentence of the new text that is most like it, among those that are not in the old one. */
function sentenceFor({ text }: SentenceAt, was: string, now: string): string {
  const old = sentencesOf(was).map((s) => s.text)
  const young = sentencesOf(now).map((s) => s.text)
  if (old.length === 1) return now
  const index = old.indexOf(text)
  if (old.length === young.length) return young[index]!
  const free = young.filter((one) => !old.includes(one))
  return free.sort((a, b) => likeness(text, b) - likeness(text, a))[0] ?? now
}

function likeness(was: string, now: string): number {
  const same = wordsOf(was, now).filter(({ kind }) => kind === 'same')
  return same.reduce((sum, { text }) => sum + text.trim().length, 0)
}

import type { Pair } from '../diff/align.ts'
import { wordsOf } from '../diff/words.ts'
import { type SentenceAt, sentencesOf } from '../verify/sentences.ts'

/** What the new version says in place of a sentence; null where its place is gone, or reads as it did, which is no correction. */
export function counterpart({ was, now }: Pair, sentence: SentenceAt): string | null {
  if (was === null || now === null) return null
  const told = sentenceFor(sentence, was.text, now.text)
  return told === sentence.text ? null : told
}

/** The sentence of the new text that stands for one of the old: each goes to the one it is most like, and those left over to none. */
function sentenceFor({ text }: SentenceAt, was: string, now: string): string | null {
  const texts = (copy: string) => sentencesOf(copy).map((s) => s.text)
  const [old, young] = [texts(was), texts(now)]
  if (old.length === 1) return now
  if (young.includes(text)) return text
  const free = { old: old.filter((one) => !young.includes(one)), young: young.filter((one) => !old.includes(one)) }
  const likely = free.old
    .flatMap((a) => free.young.map((b) => ({ a, b, like: likeness(a, b) })))
    .sort((x, y) => y.like - x.like)
  for (const { a, b, like } of likely) {
    if (!free.old.includes(a) || !free.young.includes(b)) continue
    if (like === 0 && (free.old.length > 1 || free.young.length > 1)) continue
    if (a === text) return b
    free.old.splice(free.old.indexOf(a), 1)
    free.young.splice(free.young.indexOf(b), 1)
  }
  return null
}

/** How many of its letters two sentences share; none where they are two altogether. */
function likeness(was: string, now: string): number {
  const same = wordsOf(was, now).filter(({ kind }) => kind === 'same')
  return same.reduce((sum, { text }) => sum + text.trim().length, 0)
}

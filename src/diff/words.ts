import { diffArrays } from 'diff'
import type { Words } from './change.ts'

/** A number with its commas and points is one word, and so is what a hyphen or an apostrophe joins. */
const tokens = /\d[\d,.]*\d|\d|[\p{L}]+(?:[’'-][\p{L}]+)*|\s+|./gu
/** With less than this part of the longer text in both, it is another sentence, and no words are picked out of it. */
const alike = 0.35

/** What was taken out and what was put in, by words. */
export function wordsOf(was: string, now: string): Words[] {
  const whole: Words[] = [
    { text: was, kind: 'removed' },
    { text: now, kind: 'added' },
  ]
  const words = diffArrays(was.match(tokens) ?? [], now.match(tokens) ?? []).map(
    ({ value, added, removed }): Words => ({
      text: value.join(''),
      kind: added ? 'added' : removed ? 'removed' : 'same',
    }),
  )
  const same = words.reduce((sum, { text, kind }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
  const isOther = same < alike * Math.max(was.length, now.length)
  return (isOther ? whole : words).filter(({ text }) => text !== '')
}

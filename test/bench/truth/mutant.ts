import type { Brief, Span } from '../../../src/index.ts'
import type { Ground } from './ground.ts'

/** The kinds of error the accuracy shared task counts in texts made of data, by what goes wrong. */
export type Group = 'numbers' | 'names' | 'directions' | 'periods' | 'ranks' | 'rest'

/** A block of a true draft, and what an error is made of. */
export interface Place {
  text: string
  spans: readonly Span[]
  brief: Brief
  areas: readonly { key: string; full: string; name: string; list: string }[]
  ground: Ground
}

/** One way of going wrong. Each text it gives is untrue; `why` says what makes sure of that. */
export interface Kind {
  name: string
  group: Group
  why: string
  mutate(place: Place): string[]
}

export const replaced = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

/** A wording in the text → another, one occurrence at a time. A function may refuse with null. */
export function swaps(text: string, pattern: RegExp, by: (found: RegExpExecArray) => string | null): string[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const other = by(found)
    return other === null || other === found[0]
      ? []
      : [replaced(text, found.index, found.index + found[0].length, other)]
  })
}

/** As the word it stands for, where that begins with a capital. */
export const sameCase = (like: string, word: string): string =>
  /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** The spans of a kind, with their text. */
export function spansOf(
  { text, spans }: Place,
  kind: Span['kind'],
): { start: number; end: number; said: string; ref: string }[] {
  return spans.flatMap((s) =>
    s.kind === kind ? [{ start: s.start, end: s.end, said: text.slice(s.start, s.end), ref: s.ref }] : [],
  )
}

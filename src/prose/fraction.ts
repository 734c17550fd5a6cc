import { cardinal } from './number.ts'
import type { Style } from './style.ts'

/** Rule 7: the fractions that copy may name, in the order of how simple they are. */
export const FRACTIONS = [
  { part: 1, of: 2, name: 'half' },
  { part: 1, of: 3, name: 'a third' },
  { part: 1, of: 4, name: 'a quarter' },
  { part: 2, of: 3, name: 'two thirds' },
  { part: 3, of: 4, name: 'three quarters' },
  { part: 1, of: 5, name: 'a fifth' },
] as const

/** `a third`, `three quarters`; null for a fraction that rule 7 does not name. */
export const fractionName = (part: number, of: number): string | null =>
  FRACTIONS.find((fraction) => fraction.part === part && fraction.of === of)?.name ?? null

/** Rules 1 and 7: `one in six`, `one in 12`. The one is always a word, so that it can start a sentence (rule 2). */
export const oneIn = (n: number, style: Style): string => `one in ${cardinal(n, style)}`

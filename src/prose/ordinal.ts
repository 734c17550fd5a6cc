import { grouped } from './number.ts'
import type { Style } from './style.ts'

const WORDS = (
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ')

const ending = (n: number): string => {
  const tens = n % 100
  if (tens >= 11 && tens <= 13) return 'th'
  const ones = n % 10
  return ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'
}

/** Rule 1: ordinals as numbers: words up to the style's threshold, then figures: `ninth`, `10th`, `111th`. */
export const ordinal = (n: number, style: Style): string => {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${n} has no ordinal: it must be whole and at least 1`)
  const word = n <= style.wordsUpTo ? WORDS[n] : undefined
  return word ?? grouped(n) + ending(n)
}

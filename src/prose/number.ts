import { penceBelow } from '../facts/small.ts'
import { roundHalfAway } from './round.ts'
import type { Style } from './style.ts'

const WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen twenty'
).split(' ')

/** Rule 3: from a million on, with how a par and a headline write it. */
const SCALES = [
  { size: 1e6, long: ' million', short: 'm' },
  { size: 1e9, long: ' billion', short: 'bn' },
  { size: 1e12, long: ' trillion', short: 'tn' },
] as const

/** Outside these a number's own text has an exponent. */
const EXPONENT_FROM = 1e21
const EXPONENT_BELOW = 1e-6

/**
 * Rule 3: commas from 1,000. Without `decimals` the value is printed as it is; with them it is rounded (rule 5)
 * and keeps its noughts. Throws on what is no number, so that NaN can never reach copy.
 */
export const grouped = (value: number, decimals?: number): string => {
  const rounded = decimals === undefined ? value : roundHalfAway(value, decimals)
  const size = Math.abs(rounded)
  if (!(size < EXPONENT_FROM) || (size > 0 && size < EXPONENT_BELOW)) {
    throw new RangeError(`${value} cannot be printed as a figure. Give a number, with its decimals if it is tiny`)
  }
  const text = decimals === undefined ? String(size) : size.toFixed(decimals)
  const point = text.indexOf('.')
  let end = point === -1 ? text.length : point
  let out = text.slice(end)
  for (; end > 3; end -= 3) out = `,${text.slice(end - 3, end)}${out}`
  return (rounded < 0 ? '-' : '') + text.slice(0, end) + out
}

/**
 * Rule 1: words up to the style's threshold, figures above it. `figures` is for ages, units and two numbers in one
 * comparison. Nought is `zero`. A number that is not whole is in figures, with one decimal.
 */
export const cardinal = (value: number, style: Style, { figures = false }: { figures?: boolean } = {}): string => {
  if (!Number.isInteger(value)) return grouped(value, 1)
  if (figures || value < 0 || value > style.wordsUpTo) return grouped(value)
  return WORDS[value] ?? grouped(value)
}

/** The figure and its scale, or null under a million. What would read 1,000 million reads 1 billion. */
const shortened = (size: number): { figure: string; long: string; short: string } | null => {
  if (roundHalfAway(size, 0) < SCALES[0].size) return null
  const inScale = (scale: (typeof SCALES)[number]) => roundHalfAway(size / scale.size, 1)
  const scale = SCALES.find((one) => inScale(one) < 1000) ?? SCALES[2]
  return { figure: grouped(inScale(scale)), long: scale.long, short: scale.short }
}

/** Rules 1 and 3: people and other things counted: `seven`, `345,678`, `1.2 million`, in a headline `1.2m`. */
export const people = (value: number, style: Style, { headline = false }: { headline?: boolean } = {}): string => {
  const short = shortened(Math.abs(value))
  if (short === null) return cardinal(value, style)
  return `${value < 0 ? '-' : ''}${short.figure}${headline ? short.short : short.long}`
}

/** Rule 3: pounds: `£1.2m`, `£345,678`, `£12.50`. The same in a headline, because money is always short. */
export const money = (value: number, sign = '£'): string => {
  const size = Math.abs(value)
  const short = shortened(size)
  const pence = size < penceBelow && !Number.isInteger(roundHalfAway(size, 2))
  const text = short === null ? grouped(size, pence ? 2 : 0) : short.figure + short.short
  return `${value < 0 && text !== '0' ? '-' : ''}${sign}${text}`
}

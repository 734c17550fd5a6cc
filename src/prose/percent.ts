import { grouped } from './number.ts'
import { changeDecimals, roundHalfAway } from './round.ts'
import type { Style } from './style.ts'

/**
 * Rules 1, 5 and 6: the size of a change in per cent, without its sign: `63%`, `0.2%`, `5.0%`.
 * Null when there is no figure to print: a change of 0 is said as no change, one that rounds to 0.0 as barely changed.
 */
export const percentChange = (value: number, style: Style): string | null => {
  const decimals = changeDecimals(value)
  if (roundHalfAway(value, decimals) === 0) return null
  return grouped(Math.abs(value), decimals) + style.percent
}

/**
 * Rule 5: a share in per cent, whole. A part that is there never reads 0%, and one with something missing never 100%:
 * they read `less than 1%` and `more than 99%`.
 */
export const percentShare = (value: number, style: Style): string => {
  const whole = roundHalfAway(value, 0)
  if (whole === 0 && value > 0) return `less than 1${style.percent}`
  if (whole === 100 && value < 100) return `more than 99${style.percent}`
  return grouped(whole) + style.percent
}

/**
 * Rule 5: a rate in per cent, one decimal, or two where the publisher gives two. A rate that is not 0 never reads 0.0%:
 * it reads `less than 0.1%`.
 */
export const rate = (value: number, style: Style, decimals = 1): string => {
  if (value > 0 && roundHalfAway(value, decimals) === 0) {
    return `less than ${grouped(10 ** -decimals, decimals)}${style.percent}`
  }
  return (value === 0 ? '0' : grouped(value, decimals)) + style.percent
}

/**
 * Rules 1 and 4: how far a share moved, without its sign, in figures: `2.3 percentage points`, `1 percentage point`.
 * Rounded as a change is, but a nought after the point is dropped, or one point could not be singular.
 * Null as in `percentChange`.
 */
export const points = (value: number): string | null => {
  const size = Math.abs(roundHalfAway(value, changeDecimals(value)))
  if (size === 0) return null
  return `${grouped(size)} percentage ${size === 1 ? 'point' : 'points'}`
}

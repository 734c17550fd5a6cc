import { nearest, whole } from './reckon.ts'
import { one } from './workforce.ts'

const cardinals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** `five`, `2,390`: the number that is printed, or NaN. Ten and over stand in figures, with commas. */
export function numberIn(text: string): number {
  const word = cardinals.indexOf(text.toLowerCase())
  if (word >= 0) return word
  return /^(?:\d{1,3}|\d{1,3}(?:,\d{3})+)$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN
}

/** `third`, `13th`: its number, or NaN. */
export function ordinalIn(text: string): number {
  const word = ordinals.indexOf(text.toLowerCase())
  if (word > 0) return word
  const found = /^(\d+)(st|nd|rd|th)$/.exec(text)
  if (!found) return Number.NaN
  const n = Number(found[1])
  const teen = n % 100 >= 11 && n % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return found[2] === ending && n > 9 ? n : Number.NaN
}

const hedges: Record<string, (ratio: number) => boolean> = {
  '': (r) => Math.abs(r - 1) < 1e-9,
  'just under': (r) => r >= 0.98 && r < 1,
  nearly: (r) => r >= 0.94 && r < 1,
  almost: (r) => r >= 0.94 && r < 1,
  'close to': (r) => r >= 0.94 && r < 1,
  'just over': (r) => r > 1 && r <= 1.02,
  'more than': (r) => r > 1 && r <= 1.05,
  over: (r) => r > 1 && r <= 1.05,
  about: (r) => r >= 0.98 && r <= 1.02,
}
const fractions: Record<string, number> = {
  half: 1 / 2,
  'a half': 1 / 2,
  'a third': 1 / 3,
  'two thirds': 2 / 3,
  'a quarter': 1 / 4,
  'three quarters': 3 / 4,
  'a fifth': 1 / 5,
}

/** Why a hedged fraction is not true of a share of one, or null; undefined where the text is none. */
export function hedgeFault(text: string, share: number): string | null | undefined {
  const found =
    /^(?:(just under|nearly|almost|close to|just over|more than|over|about) )?((?:a |two |three )?(?:half|thirds?|quarters?|fifth)|one in (\S+))$/.exec(
      text.toLowerCase(),
    )
  if (!found) return undefined
  const target = found[3] ? 1 / numberIn(found[3]) : fractions[found[2]!]
  if (target === undefined || Number.isNaN(target)) return 'is no fraction that is known'
  const ratio = share / target
  return hedges[found[1] ?? '']!(ratio) ? null : `is ${ratio.toFixed(3)} of what it says`
}

/** A share or a change of `part` on `base`, in per cent, as STYLE rule 5 prints it: whole from 10 for a change, else one decimal. */
export function percentText(part: number, base: number, kind: 'change' | 'share'): string {
  const tenths = Math.abs(nearest(part, base, 1000))
  const units = Math.abs(nearest(part, base, 100))
  if (kind === 'share') return String(units)
  return tenths >= 100 ? String(units) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** Why a printed number is not the amount (in millionths) rounded, or null. */
export function countFault(text: string, millionths: number): string | null {
  const printed = numberIn(text)
  if (Number.isNaN(printed)) return 'is no number in house style'
  const want = Math.abs(whole(millionths))
  return printed === want ? null : `should read ${want}`
}

/** `6.7 per cent` or `6.7%`: its number as text, or null. */
export const percentIn = (text: string): string | null => /^(\d+(?:\.\d)?)(?:%| per cent)$/.exec(text)?.[1] ?? null

/** A count that is not of the table's cells, such as areas or years. */
export const plain = (value: number): number => value * one

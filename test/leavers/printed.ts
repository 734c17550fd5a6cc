import { countFault, hedgeFault, numberIn, ordinalIn, percentText } from '../truth/printed.ts'
import { nearest } from '../truth/reckon.ts'

/** The words that may stand before a round number, and how far it may lie from what it is said of (STYLE rule 7). */
const hedges: Record<string, (ratio: number) => boolean> = {
  'just under ': (r) => r >= 0.98 && r < 1,
  'nearly ': (r) => r >= 0.94 && r < 1,
  'almost ': (r) => r >= 0.94 && r < 1,
  'close to ': (r) => r >= 0.94 && r < 1,
  'just over ': (r) => r > 1 && r <= 1.02,
  'more than ': (r) => r > 1 && r <= 1.05,
  'over ': (r) => r > 1 && r <= 1.05,
  'about ': (r) => r >= 0.98 && r <= 1.02 && r !== 1,
}

/** A number of things, in millionths: as it is, to the nearest whole, or hedged and round. */
export function amountFault(text: string, millionths: number, one: number): string | null {
  const hedge = Object.keys(hedges).find((words) => text.toLowerCase().startsWith(words))
  if (hedge === undefined) return countFault(text.toLowerCase(), millionths)
  const target = numberIn(text.slice(hedge.length))
  if (Number.isNaN(target)) return 'is no number in house style'
  const digits = String(target).replace(/0+$/, '').length
  if (digits > (target < 1_000_000 ? 2 : 1)) return 'hedges a number that is not round'
  const ratio = Math.abs(millionths) / one / target
  return hedges[hedge]!(ratio) ? null : `is ${ratio.toFixed(4)} of what it says`
}

/** `44 per cent`, `44%`: the number before it as text, in the style of the draft; null where it is none. */
function percentIn(text: string, style: string): string | null {
  return (style === 'pa' ? /^(\d+(?:\.\d+)?)%$/ : /^(\d+(?:\.\d+)?) per cent$/).exec(text)?.[1] ?? null
}
const reads = (printed: string | null, want: string): string | null =>
  printed === want ? null : `should read ${want} per cent`

/** A fraction in whole numbers, to so many decimals of a per cent. */
function decimal(part: number, base: number, decimals: number): string {
  const digits = String(nearest(Math.abs(part), base, 100 * 10 ** decimals)).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** A share is whole, or one in so many; what is there never reads as nought, nor as all while some is missing. */
export function shareFault(text: string, part: number, base: number, style: string): string | null {
  const hedged = hedgeFault(text, part / base)
  if (hedged !== undefined) return hedged
  const edge = /^(less|more) than (.+)$/.exec(text)
  if (edge) {
    const printed = percentIn(edge[2]!, style)
    const fits = edge[1] === 'less' ? printed === '1' && part * 200 < base : printed === '99' && part * 200 > base * 199
    return fits && part > 0 && part < base ? null : 'is not so near to none, or to all'
  }
  return reads(percentIn(text, style), decimal(part, base, 0))
}

export const rateFault = (text: string, part: number, base: number, decimals: number, style: string): string | null =>
  reads(percentIn(text, style), decimal(part, base, decimals))

/** A change, whole from 10 and with one decimal below, or a hedged fraction. */
export function changeFault(text: string, by: number, base: number, style: string): string | null {
  const hedged = hedgeFault(text, Math.abs(by) / base)
  return hedged === undefined ? reads(percentIn(text, style), percentText(by, base, 'change')) : hedged
}

/** `7.3 percentage points`: whole from 10, else one decimal, without its nought. */
export function pointsFault(text: string, points: number): string | null {
  const printed = /^(\d+(?:\.\d)?) percentage (points?)$/.exec(text)
  const tenths = Math.round(Number((Math.abs(points) * 10).toPrecision(10)))
  const want = tenths >= 100 ? Math.round(Number(Math.abs(points).toPrecision(10))) : tenths / 10
  if (!printed || printed[1] !== String(want)) return `should read ${want} percentage points`
  return (printed[2] === 'point') === (want === 1) ? null : 'has its number wrong'
}

/** `highest`, `joint third lowest`, `13th`: a place, counted from the end that it names. */
export function rankFault(text: string, rank: number, joint: boolean, small: boolean): string | null {
  const found = /^(joint )?(?:(\S+) )?(biggest|largest|highest|smallest|lowest|most|fewest)$/.exec(text)
  const ordinal = found ? (found[2] === undefined ? 1 : ordinalIn(found[2])) : ordinalIn(text)
  if (ordinal !== rank) return `should be number ${rank}`
  if (!found) return null
  if ((found[1] !== undefined) !== joint) return 'should be joint, or should not'
  return /smallest|lowest|fewest/.test(found[3]!) === small ? null : 'counts from the other end'
}

import { counted, type MeasureUnit } from '../release/measures.ts'

/** No percentage and no rank on a base under this (STYLE rule 20). */
export const smallBase = 50
/** No rate over a population of fewer events than this: it swings with one of them (STYLE rule 20). */
export const fewEvents = 20
/** Up to this base the counts stand beside the percentage (STYLE rule 20). */
export const countsBeside = 100

/** Publishers give two decimals at most; six keep every one and drop what binary subtraction left over. */
export const clean = (value: number): number => Math.round(value * 1e6) / 1e6

/** The same for percentage points, which divisions left with more decimals: ten keep all that is printed. */
export const cleanPoints = (value: number): number => Math.round(value * 1e10) / 1e10

/** A count as copy prints it; changes that vanish in print are no changes in copy. */
export const printed = (value: number): number => Math.sign(value) * Math.round(Math.abs(value))

/** The size of a change in per cent as copy prints it: whole from 10, else one decimal (STYLE rule 5). */
export const printedPercent = (value: number): number => {
  const size = Math.abs(value)
  return size >= 10 ? Math.round(size) : Math.round(size * 10) / 10
}

/** A value of a measure as copy prints it, in its last printed place: whole numbers, whole per cent, a rate's decimals. */
export function shownAs({ unit, decimals }: { unit: MeasureUnit; decimals: number }, value: number): number {
  if (counted(unit)) return printed(value)
  const places = unit === 'share' ? 100 : unit === 'rate' ? 100 * 10 ** decimals : 10 ** decimals
  if (unit === 'money') return clean(moneyShown(value, decimals) * 100)
  // Twelve figures: 0.285 is 28.5% and not a little less.
  return printed(Number((value * places).toPrecision(12)))
}

/** Pence are left out from this many pounds (STYLE rule 3). */
export const penceBelow = 1000

/**
 * Money as copy prints it (STYLE rule 3): from a million on in millions, billions or trillions with one decimal; under it whole,
 * and under £1,000 to the penny where the publisher has any.
 */
export function moneyShown(value: number, decimals: number): number {
  const to = (place: number): number => printed(Number((value / place).toPrecision(12))) * place
  if (Math.abs(to(1)) >= 1e6) return to([1e5, 1e8].find((place) => Math.abs(to(place)) < place * 1e4) ?? 1e11)
  return decimals > 0 && Math.abs(value) < penceBelow ? clean(to(0.01)) : to(1)
}

export type Direction = 'up' | 'down' | 'flat'

/** The direction a reader of the printed figures would see. */
export function directionOf(now: number, was: number): Direction {
  // 836 and 835 in print may be 0.4 apart, and a loss of nought is no loss.
  if (printed(now) === printed(was) || printed(clean(now - was)) === 0) return 'flat'
  return now > was ? 'up' : 'down'
}

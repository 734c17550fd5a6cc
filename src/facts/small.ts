/** No percentage and no rank on a base under this (STYLE rule 20). */
export const smallBase = 50
/** Up to this base the counts stand beside the percentage (STYLE rule 20). */
export const countsBeside = 100

/** A count as copy prints it; changes that vanish in print are no changes in copy. */
export const printed = (value: number): number => Math.sign(value) * Math.round(Math.abs(value))

export type Direction = 'up' | 'down' | 'flat'

/** The direction a reader of the printed figures would see. */
export function directionOf(now: number, was: number): Direction {
  if (printed(now) === printed(was)) return 'flat'
  return now > was ? 'up' : 'down'
}

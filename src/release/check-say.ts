import type { MeasureUnit } from './measures.ts'

/** Tells of a setting that cannot be used: where it stands, what was seen and what was meant. */
export type Say = (path: string[], seen: string, meant: string, known?: readonly string[]) => void

/** A unit of things that are counted: of these there are shares and sums. */
export const counted = (unit: MeasureUnit | undefined): boolean =>
  unit !== undefined && unit !== 'share' && unit !== 'rate'

export const oneUnit = 'the two must be counted in one unit; headcount never meets FTE'

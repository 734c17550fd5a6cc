/** Tells of a setting that cannot be used: where it stands, what was seen and what was meant. */
export type Say = (path: string[], seen: string, meant: string, known?: readonly string[]) => void

export const oneUnit = 'the two must be counted in one unit; headcount never meets FTE'

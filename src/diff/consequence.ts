import type { Brief } from '../prose/brief.ts'
import type { Finding } from '../verify/finding.ts'
import type { Cause } from './change.ts'

/** How grave it is that a sentence was published which the data no longer bear out, gravest first, with a name for people. */
export const grades = {
  'claim-gone': 'A record, a rank or the like is gone',
  direction: 'The direction turned',
  number: 'A figure changed',
  wording: 'Other words for it now',
} as const
export type Grade = keyof typeof grades

/** A published sentence that new tables make false, or tell in other words. Its values are JSON. */
export interface Consequence {
  /** 0 is the headline, n the paragraph. */
  place: number
  /** The paragraph as a reader counts: crossheads are none. */
  counted: number
  /** The whole of what was published in that place, the sentence in it. */
  published: string
  sentence: string
  grade: Grade
  /** What should stand in the sentence's place; null where it is withdrawn. */
  shouldRead: string | null
  /** What the data now say of each claim that fell, a line each, the gravest first; none where only words would be others. */
  now: string[]
  /** The claims that fell, as the read-back found them: offsets are in what was published in that place. */
  findings: Finding[]
  /** What changed in the data, down to the cells. */
  causes: Cause[]
  /** How newsworthy what the place tells was, when it was written. */
  newsworthiness: number
}

/** The consequences of one delivered draft. */
export interface Affected {
  /** `period/area/edition`. */
  draft: string
  /** The area's name. */
  area: string
  consequences: readonly Consequence[]
  /** What the corrected version says of them, a line each. */
  notes: readonly string[]
}

/** The gravest grade of some, or null where there are none. */
export function gravest(consequences: readonly Pick<Consequence, 'grade'>[]): Grade | null {
  const order = Object.keys(grades) as Grade[]
  return order.find((grade) => consequences.some((one) => one.grade === grade)) ?? null
}

const upToNine = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** `Headline`, `Paragraph two`, `Paragraph 12`. @param counted as a reader counts */
export const placeName = (counted: number): string =>
  counted === 0 ? 'Headline' : `Paragraph ${upToNine[counted] ?? counted}`

/** The number of a paragraph as a reader counts. @param place its index, with crossheads */
export const countedOf = ({ pars }: Pick<Brief, 'pars'>, place: number): number =>
  pars.slice(0, place).filter(({ slot }) => slot !== 'crosshead').length

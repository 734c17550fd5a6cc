import type { Figure } from '../facts/fact.ts'
import type { Area } from '../release/areas.ts'
import type { Period } from '../table/period.ts'
import type { Tag } from './spans.ts'
import type { Style } from './style.ts'

/** What a draft has said so far, which decides how things are called next (STYLE rule 12). */
interface Memory {
  /** The area was named in full. */
  introduced: boolean
  /** Another area has been named since. */
  otherNamed: boolean
  /** The unit was said. */
  unitSaid: boolean
  /** What FTE stands for was said. */
  fteSaid: boolean
  /** The last par that spoke of the area's number, counted from 0; -1 for none. */
  talliedAt: number
}

/** Everything the helpers need while one draft is written. */
export interface Voice {
  style: Style
  area: Area
  whole: Area
  /** Areas are places, and not bodies. */
  places: boolean
  areas: ReadonlyMap<string, Area>
  period: Period
  periods: ReadonlyMap<string, Period>
  /** A value of a measure that is not counted, in its unit. */
  amount: (measure: string, value: number, beside?: boolean) => string
  /** Looks up a figure of the area or of the whole. */
  figure: (id: string) => Figure
  /** Which of several wordings or hedges to prefer: made of rule, area and fact, so that a second run gives the same. */
  seed: number
  memory: Memory
  /** Who is credited with analysis, or null. */
  analyst: string | null
  /** The par being written, counted from 0. */
  par: number
  tags: Tag[]
}

/** Thrown by a helper where a wording cannot say the fact truly or well: another wording is tried. */
export class Unfit extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'Unfit'
  }
}

/** FNV-1a over UTF-16 units. */
export function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  // FNV's low bits are weak for short strings; MurmurHash3's last steps spread them.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

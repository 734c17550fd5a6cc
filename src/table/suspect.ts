import type { Release } from '../release/load.ts'
import { derive } from './derive.ts'
import { at, type Table, whole } from './table.ts'

/** A value that is likely a fault in the data: its full-time equivalent is far off its headcount (STYLE rule 26). */
export interface Suspect {
  measure: number
  area: number
  period: number
  /** What it might be instead: the headcount of the same things, which no full-time equivalent can exceed. */
  instead: number
}

/** A ratio of the two this far from what is usual among the areas in that period is no part-time working. */
const farOff = 0.15
/** Under this many, a person more or less moves the ratio. */
const enough = 50

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** Looks at every measure that names its headcount (`twin`), each period by itself: nothing later is known. */
export function findSuspects(table: Table, release: Release): Suspect[] {
  return table.measures.flatMap(({ definition }, measure) => {
    const twin = table.measures.findIndex((m) => 'twin' in definition && m.key === definition.twin)
    if (twin < 0) return []
    return table.periods.flatMap((_, period) => {
      const ratios = release.areas.listed.map((_, area) => {
        const heads = table.values[at(table, twin, area, period)]!
        return heads >= enough ? table.values[at(table, measure, area, period)]! / heads : Number.NaN
      })
      const known = ratios.filter((r) => !Number.isNaN(r))
      if (known.length < 3) return []
      const usual = median(known)
      return ratios.flatMap((ratio, area) =>
        Math.abs(ratio / usual - 1) > farOff
          ? [{ measure, area, period, instead: table.values[at(table, twin, area, period)]! }]
          : [],
      )
    })
  })
}

/** The table as it would be with the other values in place of the suspects, up to a period; the whole is added up again. */
export function withInstead(table: Table, suspects: readonly Suspect[]): Table {
  const values = table.values.slice()
  for (const { measure, area, period, instead } of suspects) {
    const one = at(table, measure, area, period)
    values[at(table, measure, whole(table), period)]! += instead - values[one]!
    values[one] = instead
  }
  const other = { ...table, values, status: table.status.slice(), flags: table.flags.slice() }
  derive(other)
  return other
}

import { type Desk, findPeriod } from './pipeline.ts'
import type { Brief } from './prose/brief.ts'
import { rowsBelow } from './release/measures.ts'
import { areasAt, measureIndex, series, whole } from './table/table.ts'

/** What is written of: an area of a level, by its index among the table's areas. */
export interface Place {
  desk: Desk
  area: number
}

/** The whole of a release, where one can be made. */
export function wholeOf(desk: Desk): Place[] {
  return desk.release.definition.areas.whole.made === 'none' ? [] : [{ desk, area: whole(desk.table) }]
}

/** The listed areas that there are at the time that is told of. */
export function areasOf(desk: Desk, period: string | undefined): number[] {
  return hasAreas(desk) ? [...areasAt(desk.release, desk.table, findPeriod(desk, period))] : []
}

/** Whether any single area has figures of what its story is about: a release may hold the whole alone. */
export function hasAreas({ release, table }: Desk): boolean {
  const lead = measureIndex(table, rowsBelow(release.definition, release.leads.area))
  return release.areas.listed.some((_, area) => series(table, lead, area).some((value) => !Number.isNaN(value)))
}

/** What a draft leads with, and why that is news. */
export function weightOf(made: Brief): { score: number; because: string } {
  const told = made.pars.flatMap((par) => par.facts).map((id) => made.facts[id]!)
  const { score, because } = told[0]?.newsworthiness ?? { score: 0, because: [] }
  return { score, because: because.join('; ') }
}

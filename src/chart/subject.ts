import type { Claim, Fact } from '../facts/fact.ts'
import type { Desk, Order } from '../pipeline.ts'
import { isStock } from '../release/measures.ts'
import type { Period } from '../table/period.ts'
import { at, whole } from '../table/table.ts'

/** What charts are drawn of: an area of a release at a period, and what is true of it. */
export interface Subject {
  desk: Desk
  order: Order
  area: number
  /** All that was found true, and the same weighed: a chart claims nothing that is not among them. */
  claims: readonly Claim[]
  facts: readonly Fact[]
}

export const isWhole = ({ desk, area }: Subject): boolean => area === whole(desk.table)

export const valueIn = ({ desk, area }: Subject, measure: number, period: number, of = area): number =>
  period < 0 ? Number.NaN : desk.table.values[at(desk.table, measure, of, period)]!

/** A period as the measure dates it: a stock told in a story of flows has days. */
export const datedOf = ({ desk }: Subject, measure: number, period: number): Period =>
  desk.table.measures[measure]!.periods[period]!

export const isStockOf = ({ desk }: Subject, measure: number): boolean =>
  isStock(desk.release.definition, desk.table.measures[measure]!.key)

export const isSuspect = ({ desk }: Subject, measure: number, period: number, of: number): boolean =>
  desk.table.suspects.some((s) => s.measure === measure && s.period === period && s.area === of)

/** The fact a chart follows: of the lead where there is one, and of those the most newsworthy. */
export function strongest(facts: readonly Fact[], lead: string): Fact | undefined {
  const ofLead = facts.filter((f) => f.measure === lead)
  return [...(ofLead.length > 0 ? ofLead : facts)].sort((a, b) => b.newsworthiness.score - a.newsworthiness.score)[0]
}

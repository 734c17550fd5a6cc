import { factsOf } from '../draft.ts'
import type { Desk, Order } from '../pipeline.ts'
import type { Chart } from '../render/chart.ts'
import { seriesAlt, seriesOf, seriesTitle } from './series.ts'
import { seriesSvg } from './series-plot.ts'
import type { Subject } from './subject.ts'

export type { Chart }

/**
 * The charts of an area at the period of an order: its lead measure over time, its place among the areas, the parts of a
 * breakdown. None of those that the data does not bear: of fewer than three values, or of what the facts do not claim.
 * @param area index among `table.areas`
 */
export function chartsOf(desk: Desk, order: Order, area: number): Chart[] {
  const { found, facts } = factsOf(desk, order, area, order.tellable)
  const subject: Subject = { desk, order, area, claims: found.claims, facts }
  const charts: Chart[] = []
  const series = seriesOf(subject)
  if (series)
    charts.push({ kind: 'series', title: seriesTitle(subject, series), svg: seriesSvg(subject, series), alt: seriesAlt(subject, series) }) // biome-ignore format: one chart
  return charts
}

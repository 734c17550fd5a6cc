import { factsOf } from '../draft.ts'
import type { Desk, Order } from '../pipeline.ts'
import type { Chart } from '../render/chart.ts'
import { amongAlt, amongOf, amongTitle } from './among.ts'
import { amongSvg } from './among-plot.ts'
import { mixAlt, mixOf, mixTitle } from './mix.ts'
import { mixSvg } from './mix-plot.ts'
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
  const series = seriesOf(subject)
  const among = amongOf(subject)
  const mix = mixOf(subject)
  const charts: (Chart | null)[] = [
    series && { kind: 'series', title: seriesTitle(subject, series), svg: seriesSvg(subject, series), alt: seriesAlt(subject, series) }, // biome-ignore format: one chart
    among && { kind: 'among', title: amongTitle(subject, among), svg: amongSvg(subject, among), alt: amongAlt(subject, among) }, // biome-ignore format: one chart
    mix && { kind: 'mix', title: mixTitle(subject, mix), svg: mixSvg(subject, mix), alt: mixAlt(subject, mix) },
  ]
  return charts.flatMap((chart) => (chart === null ? [] : [desk.status === 'sample' ? stamped(chart) : chart]))
}

/** A chart is passed on without its page: so it says itself what it is made of. */
const stamped = (chart: Chart): Chart => ({
  ...chart,
  title: `SAMPLE DATA: ${chart.title}`,
  alt: `Sample data, not for publication. ${chart.alt}`,
})

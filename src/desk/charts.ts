import { type Chart, chartsOf } from '../chart/chart.ts'
import type { Brief } from '../prose/brief.ts'
import type { Opened } from './opened.ts'

/** The charts of a draft: of the tables as they are open, where they are of its period. What draws is loaded with this file alone. */
export function chartsIn(opened: Opened, brief: Brief): readonly Chart[] {
  const place = opened.placeOf(brief.area.key)
  if (place === null) return []
  const order = opened.order(place)
  return place.desk.table.periods[order.period]?.id === brief.period.id ? chartsOf(place.desk, order, place.area) : []
}

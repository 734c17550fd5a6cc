import type { Brief } from '../../src/index.ts'
import type { Reckon } from './reckon.ts'

/** Full-time equivalents this far below the headcount are no part-time working but a fault (STYLE rule 26). */
const leastShare = 0.9

/** What a draft tells that stands on a faulty figure: an FTE of officers far off its own headcount. */
export function standsOnFault(brief: Brief, { data }: Reckon): string[] {
  return Object.keys(brief.figures).flatMap((id) => {
    const [measure, area, period] = id.split('@')
    if (measure !== 'officers' || !/^\d{4}$/.test(period ?? '')) return []
    const share = data.h('officers', area!, period!) / data.h('officers-headcount', area!, period!)
    return share < leastShare
      ? [`${brief.id}: ${id} is ${share.toFixed(2)} of the headcount, a likely fault in the data`]
      : []
  })
}

import { fileURLToPath } from 'node:url'
import {
  type Brief,
  type Desk,
  draft,
  type Figure,
  NibError,
  type Order,
  open,
  prepare,
  realEffects,
} from '../../src/index.ts'
import type { Known } from './figures.ts'
import { flowId } from './periods.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const effects = realEffects()
/** A moment after publication, so that a run today and a run tomorrow give the same. */
const now = new Date('2024-07-25T09:00:00Z')

export const openDesk = (): Promise<Desk> => open('police-leavers', library, effects)
export const orderOf = (desk: Desk, year: number, edition = 'local', style?: string): Order =>
  prepare(desk, library, effects, { edition, period: flowId(year), style })

/** The years that the lead is told of: 2006/07 to 2023/24. */
export const years: readonly number[] = Array.from({ length: 18 }, (_, i) => 2007 + i)

export interface Drafted {
  briefs: Brief[]
  /** Areas of which nothing could be written, and why. */
  without: string[]
}

/** The drafts of an edition of one year: of every area or of the whole, whichever it is written for. */
export function draftsOf(desk: Desk, year: number, edition: string, style?: string): Drafted {
  const order = orderOf(desk, year, edition, style)
  const made: Drafted = { briefs: [], without: [] }
  for (const [i, { name }] of desk.table.areas.entries()) {
    if (!order.edition.for.includes(i === desk.table.areas.length - 1 ? 'whole' : 'area')) continue
    try {
      made.briefs.push(JSON.parse(JSON.stringify(draft(desk, order, i, now))) as Brief)
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      made.without.push(`${edition} ${year} ${name}: ${error.message}`)
    }
  }
  return made
}

/** The rows that an observation was added up from, as the table kept them. */
function rowsAt({ table }: Desk, measure: number, area: number, period: number): [number, number][] {
  const { head, first, last, next } = table.origins
  const ranges: [number, number][] = []
  const observation = (measure * table.areas.length + area) * table.periods.length + period
  for (let r = head[observation]!; r >= 0; r = next[r]!) ranges.push([first[r]!, last[r]!])
  return ranges
}

/** A figure of the facts stage as a brief would keep it: an observation becomes its cells. Null: it is of another id. */
export function settled(desk: Desk, id: string, { value, unit, how }: Figure): Known | null {
  if (how.op !== 'observation') return { value, unit, how }
  const { measure, area, period } = how
  const { areas, measures, origins } = desk.table
  if (id !== `${measures[measure]!.key}@${areas[area]!.key}@${measures[measure]!.periods[period]!.id}`) return null
  const all = areas.length - 1
  const parts = area === all ? areas.map((_, a) => a) : [area]
  const ranges = parts.flatMap((a) => rowsAt(desk, measure, a, period)).sort((a, b) => a[0] - b[0])
  const { file, column } = origins.sources[measure]!
  const single = ranges.length === 1 && ranges[0]![0] === ranges[0]![1]
  const rows = ranges.map((range) => range.join('-')).join(',')
  return { value, unit, how: { op: 'cells', file, column, rows, agg: single ? 'value' : 'sum' } }
}

import { chartsOf } from '../../src/chart/chart.ts'
import { realEffects } from '../../src/effects.ts'
import { type Desk, prepare } from '../../src/pipeline.ts'
import type { Chart } from '../../src/render/chart.ts'
import { at, measureIndex, whole } from '../../src/table/table.ts'
import { library } from '../fixtures/desk.ts'

/** The charts of an area by its key, by their kind. */
export function charts(desk: Desk, key: string, period?: string): Partial<Record<Chart['kind'], Chart>> {
  const area = desk.table.areas.findIndex((a) => a.key === key)
  const edition = area === whole(desk.table) ? 'national' : 'local'
  const order = prepare(desk, library, realEffects(), period === undefined ? { edition } : { edition, period })
  return Object.fromEntries(chartsOf(desk, order, area).map((chart) => [chart.kind, chart]))
}

/** The desk with some values, flags or names of areas other than they are; the desk itself stays. */
export function altered(
  desk: Desk,
  change: {
    values?: readonly { area: string; year: string; value: number; measure?: string }[]
    flags?: readonly { area: string; year: string; flag: number }[]
    name?: (name: string) => string
  },
): Desk {
  const table = { ...desk.table, values: desk.table.values.slice(), flags: desk.table.flags.slice() }
  const place = (area: string, year: string, measure = 'officers') =>
    at(
      table,
      measureIndex(table, measure),
      table.areas.findIndex((a) => a.key === area),
      table.periods.findIndex((p) => p.id === year),
    )
  for (const { area, year, value, measure } of change.values ?? []) table.values[place(area, year, measure)] = value
  for (const { area, year, flag } of change.flags ?? []) table.flags[place(area, year)] = flag
  if (change.name) {
    const call = change.name
    table.areas = table.areas.map((a) => ({
      ...a,
      name: call(a.name),
      full: call(a.full),
      short: call(a.short),
      list: call(a.list),
    }))
  }
  return { ...desk, table }
}

import { counted } from '../release/measures.ts'
import { at, measureIndex, type Table } from '../table/table.ts'
import type { GateFinding } from './finding.ts'
import { areaName, capital, during, figure, keys, measureName, names, periodName, whereIs } from './say.ts'
import { type Step, sameIn } from './step.ts'

/** The publisher's own figure of the whole. `period` is an index among the table's. */
export interface Published {
  measure: string
  period: number
  published: number
}

/**
 * The publisher's totals beside the sums of the areas (STYLE rule 22): those that differ beyond rounding, half a unit an area.
 * Where an area has no figure there is no sum, and nothing is compared. What may not be added up has none.
 * @param there the areas that there are at a period
 */
export function totalsOff(
  table: Table,
  totals: readonly Published[],
  there: (period: number) => ReadonlySet<number>,
): Omit<GateFinding, 'table'>[] {
  return totals.flatMap(({ measure, period, published }): Omit<GateFinding, 'table'>[] => {
    const m = measureIndex(table, measure)
    const areas = [...there(period)]
    if (!counted(table.measures[m]!.unit) || Number.isNaN(published)) return []
    const sum = areas.reduce((all, a) => all + table.values[at(table, m, a, period)]!, 0)
    // NaN where an area has none: no difference then.
    const off = published - sum
    if (!(Math.abs(off) > areas.length / 2)) return []
    const text = `The publisher's total of ${measureName(table, m)}, ${periodName(table, m, period)}, is ${figure(published)}; its areas add up to ${figure(sum)} (${off > 0 ? 'less by' : 'more by'} ${figure(Math.abs(off))}).`
    const todo = 'Are areas counted in the total that the list leaves out, or some counted twice? Ask the publisher.'
    const where = [{ file: table.origins.sources[m]!.file, column: table.origins.sources[m]!.column }]
    return [{ severity: 'look', kind: 'total', areas: [], where, text, todo }]
  })
}

const todos = {
  parts: 'Set the publisher’s table beside it: are rows missing, or is a category counted elsewhere now?',
  'other-time':
    'Is the time of the area right in the areas list? Otherwise ask the publisher what these figures count.',
} as const

/**
 * Breakdowns whose parts do not make the whole, and areas told of for a time when there were none: in a new period, and in an
 * earlier one where it was not so before.
 */
export function partFindings(step: Step): GateFinding[] {
  const { now, then, fresh, known } = step
  const told = new Set(
    then === now ? [] : then.table.caveats.map((c) => `${then.table.periods[c.period]?.end} ${c.text}`),
  )
  const earlier = new Set(then === now ? [] : known.map((p) => sameIn(now.table, then.table.periods[p]!.end)))
  const mine = now.table.caveats.filter(
    (c) =>
      fresh.includes(c.period) || (earlier.has(c.period) && !told.has(`${now.table.periods[c.period]!.end} ${c.text}`)),
  )
  return mine.map(({ kind, text }) => ({
    severity: 'look',
    kind,
    table: step.name,
    areas: [],
    where: [],
    text,
    todo: todos[kind],
  }))
}

/** A full-time equivalent far off its headcount in a new period (STYLE rule 26). */
export function suspectFindings(step: Step, p: number): GateFinding[] {
  const { table } = step.now
  const mine = table.suspects.filter((s) => s.period === p && step.measures.includes(s.measure))
  const measures = [...new Set(mine.map((s) => s.measure))]
  return measures.map((m) => {
    const areas = mine.filter((s) => s.measure === m)
    const said = names(
      areas.map(({ area, instead }) => {
        const value = table.values[at(table, m, area, p)]!
        return `${areaName(table, area)} (${figure(value)}, headcount ${figure(instead)})`
      }),
    )
    const text = `${capital(measureName(table, m))} ${during(table, m, p)}, far off the headcount of the same: ${said}.`
    const todo = 'Likely a fault in the data: ask the publisher. No claim rests on it meanwhile.'
    const where = areas.slice(0, 10).map((s) => whereIs(table, m, s.area, p))
    const about = keys(table, areas.map((s) => s.area)) // biome-ignore format: a call
    return { severity: 'look', kind: 'off-headcount', table: step.name, areas: about, where, text, todo }
  })
}

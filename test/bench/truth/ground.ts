import type { Desk } from '../../../src/index.ts'
import type { Place } from './mutant.ts'

/** A count at one place of the table: `officers@essex@2008`. Percentages, ranks and counts of areas are none. */
export interface Cell {
  measure: string
  area: string
  period: string
}

/** What the table holds, to make sure that a mutant is not true by accident. NaN where it holds nothing. */
export interface Ground {
  value(cell: Cell): number
  /** The id of the period so many places behind, as the measure dates them. */
  back(cell: Cell, by: number): string | undefined
  /** Measures counted in the same unit. */
  alike(measure: string): string[]
  /** The same thing counted in the other unit. */
  twin(measure: string): string | undefined
}

export const cellOf = (ref: string): Cell | null => {
  const found = /^([\w-]+)@([\w-]+)@(\d{4}(?:\/\d\d)?)$/.exec(ref)
  return found && { measure: found[1]!, area: found[2]!, period: found[3]! }
}

export function groundOf({ table }: Desk): Ground {
  const index = new Map(table.measures.map((m, i) => [m.key, i]))
  const places = new Map(table.areas.map((a, i) => [a.key, i]))
  const periodOf = ({ measure, period }: Cell): number =>
    table.measures[index.get(measure) ?? -1]?.periods.findIndex((p) => p.id === period) ?? -1
  return {
    value: (cell) => {
      const [m, a, p] = [index.get(cell.measure), places.get(cell.area), periodOf(cell)]
      if (m === undefined || a === undefined || p < 0) return Number.NaN
      return table.values[(m * table.areas.length + a) * table.periods.length + p]!
    },
    back: (cell, by) => table.measures[index.get(cell.measure) ?? -1]?.periods[periodOf(cell) - by]?.id,
    alike: (measure) => {
      const unit = table.measures[index.get(measure) ?? -1]?.unit
      return table.measures.flatMap((m) => (m.key !== measure && m.unit === unit && !m.made ? [m.key] : []))
    },
    twin: (measure) =>
      [`${measure}-headcount`, `${measure}-fte`, measure.replace(/-fte$/, ''), measure.replace(/-headcount$/, '')].find(
        (key) => key !== measure && index.has(key),
      ),
  }
}

/** As copy prints a count: words below ten, commas from a thousand. */
export const counted = (value: number): string => {
  const n = Math.round(value)
  return n < 10 ? spelt[n]! : String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

export const spelt = 'no one two three four five six seven eight nine'.split(' ')

/** A year that is named, moved: `2012`, `March 2012`, `2012/13`. */
export const yearMoved = (said: string, by: number): string =>
  said.replace(/(\d{4})(?:([/-])\d\d)?/g, (_, year: string, join?: string) => {
    const first = Number(year) + by
    return join === undefined ? String(first) : `${first}${join}${String((first + 1) % 100).padStart(2, '0')}`
  })

/**
 * Whether a year could be moved and the sentence stay true: another had the same counts, or the year stands in a comparison
 * without a figure, which may hold of many.
 */
export function holdsOfOthers(
  { text, spans, ground }: Place,
  at: { start: number; end: number; ref: string },
  by: number,
): boolean {
  const bare =
    /(?:below|above|than in|level in) $/.test(text.slice(0, at.start)) && !/^[^.]*\d/.test(text.slice(at.end))
  const cells = spans.flatMap((s) => cellOf(s.ref) ?? []).filter((c) => c.period === at.ref)
  const alike = (c: Cell): boolean =>
    counted(ground.value(c)) === counted(ground.value({ ...c, period: yearMoved(c.period, by) }))
  return bare || cells.some(alike)
}

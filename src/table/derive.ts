import { statuses } from './cell.ts'
import { at, type Table } from './table.ts'

const observed = statuses.indexOf('observed')
const incomplete = statuses.indexOf('incomplete')

/** Fifteen figures hold what is added up; a share that two areas have alike is one value, whatever binary division left over. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** Half a unit a part is rounding. A part that has no value says nothing of the others. */
export const isOff = (parts: readonly number[], all: number): boolean =>
  Math.abs(parts.reduce((sum, part) => sum + part, 0) - all) > parts.length / 2

/**
 * Fills the measures made of others, from the values that are there. A share over nought, or over one, is no value, and
 * none where the parts of its base do not add up: then two tables disagree, and the share is of neither.
 */
export function derive(table: Table): void {
  const done = new Set<number>()
  const fill = (m: number): void => {
    const { made, unit, against } = table.measures[m]!
    if (made === null || done.has(m)) return
    done.add(m)
    for (const part of [...made.of, ...against.flat()]) fill(part)
    for (let a = 0; a < table.areas.length; a++) {
      for (let p = 0; p < table.periods.length; p++) {
        const parts = made.of.map((part, i) => {
          const period = made.start && i === made.of.length - 1 ? p - 1 : p
          return period < 0 ? Number.NaN : at(table, part, a, period)
        })
        const one = at(table, m, a, p)
        const values = parts.map((part) => (Number.isNaN(part) ? Number.NaN : table.values[part]!))
        const value = made.times * combine(made.op, values)
        const cell = (measure: number) => table.values[at(table, measure, a, p)]!
        const disagrees = against.some((of) => isOff(of.map(cell), values[1]!))
        const isThere = Number.isFinite(value) && !(unit === 'share' && (value > 1 || value < 0)) && !disagrees
        table.values[one] = isThere ? clean(value) : Number.NaN
        table.status[one] = isThere ? observed : incomplete
        table.flags[one] = parts.reduce((mask, part) => mask | (Number.isNaN(part) ? 0 : table.flags[part]!), 0)
      }
    }
  }
  for (let m = 0; m < table.measures.length; m++) fill(m)
}

function combine(op: 'divide' | 'add' | 'subtract', [first, ...others]: readonly number[]): number {
  if (op === 'divide') return others[0] === 0 ? Number.NaN : first! / others[0]!
  return others.reduce((sum, value) => (op === 'add' ? sum + value : sum - value), first!)
}

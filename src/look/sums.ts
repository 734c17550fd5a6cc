import type { CellValue } from '../read/sheet.ts'
import { numberOf } from './figure.ts'

type Row = readonly CellValue[]

/** So many groups are enough to see whether one thing is the sum of others. */
const mostGroups = 400

/** The values of a column, grouped: what a row is compared within → what it is → its value. */
export function groupsOf(
  rows: readonly Row[],
  within: (row: Row) => string,
  what: (row: Row) => string,
  column: number,
): Map<string, number>[] {
  const groups = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const value = numberOf(row[column])
    if (value === null) continue
    const key = within(row)
    let group = groups.get(key)
    if (group === undefined) {
      if (groups.size >= mostGroups) continue
      group = new Map()
      groups.set(key, group)
    }
    const name = what(row)
    group.set(name, (group.get(name) ?? 0) + value)
  }
  return [...groups.values()]
}

/** How a value stands to the others of its group: their sum, one among them, or neither. */
export interface Standing {
  /** Groups where both are known, and in how many it is the sum, and in how many it lies between the least and the most. */
  groups: number
  sums: number
  between: number
}

/**
 * How values stand to the parts of their groups, for one after another: the parts are gathered once.
 * @returns of a name and of how many parts there are: a group with many fewer is not looked at
 */
export function standingAmong(
  groups: readonly ReadonlyMap<string, number>[],
  isPart: (name: string) => boolean,
): (one: string, most: number) => Standing {
  const gathered = groups.map((group) => {
    const parts = [...group].filter(([name]) => isPart(name))
    return { group, values: parts.map(([, value]) => value), places: new Map(parts.map(([name], i) => [name, i])) }
  })
  return (one, most) => {
    const standing: Standing = { groups: 0, sums: 0, between: 0 }
    for (const { group, values, places } of gathered) {
      const value = group.get(one)
      const own = places.get(one) ?? -1
      const others = values.length - (own < 0 ? 0 : 1)
      // A group with parts missing says nothing of their sum.
      if (value === undefined || others < Math.max(2, most * 0.9)) continue
      standing.groups++
      const { sum, least, greatest } = without(values, own)
      const isSum = Math.abs(sum - value) <= Math.max(0.6 * others ** 0.5, Math.abs(value) * 0.02)
      if (isSum && value > greatest) standing.sums++
      else if (value >= least && value <= greatest) standing.between++
    }
    return standing
  }
}

/** Sum and bounds of some values but one. */
function without(values: readonly number[], own: number): { sum: number; least: number; greatest: number } {
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    if (i === own) continue
    const value = values[i]!
    sum += value
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return { sum, least, greatest }
}

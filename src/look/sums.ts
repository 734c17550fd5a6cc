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

/** @param most how many parts there are: a group with many fewer is not looked at */
export function standingOf(
  groups: readonly ReadonlyMap<string, number>[],
  one: string,
  parts: (name: string) => boolean,
  most: number,
): Standing {
  const standing: Standing = { groups: 0, sums: 0, between: 0 }
  for (const group of groups) {
    const value = group.get(one)
    const others = [...group].flatMap(([name, other]) => (name !== one && parts(name) ? [other] : []))
    // A group with parts missing says nothing of their sum.
    if (value === undefined || others.length < Math.max(2, most * 0.9)) continue
    standing.groups++
    const sum = others.reduce((all, other) => all + other, 0)
    if (
      Math.abs(sum - value) <= Math.max(0.6 * others.length ** 0.5, Math.abs(value) * 0.02) &&
      value > Math.max(...others)
    )
      standing.sums++
    else if (value >= Math.min(...others) && value <= Math.max(...others)) standing.between++
  }
  return standing
}

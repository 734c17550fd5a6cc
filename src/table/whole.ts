import type { Release } from '../release/load.ts'
import { isBase, isMeasured } from '../release/measures.ts'
import { statuses } from './cell.ts'
import { isOff } from './derive.ts'
import { areasAt, at, type Table, whole } from './table.ts'

const observed = statuses.indexOf('observed')
const incomplete = statuses.indexOf('incomplete')
const missing = statuses.indexOf('missing')

/** Publishers give two decimals at most; six keep every one and drop what binary addition left over. */
const clean = (value: number): number => Math.round(value * 1e6) / 1e6

/**
 * Makes the whole from the listed areas, and only where every one has a value (STYLE rule 22).
 * An area with fewer rows than the others has lost some of its parts, and its sum is no value (rule 23).
 * A table that holds the whole alone has nothing to be added up. Figures of an area for a time when by the list there was no
 * such area are set aside: those of what it became, or had been, count the same things.
 * @returns what was set aside, told by its period
 */
export function addUp(table: Table, release: Release, counts: Uint32Array): Table['caveats'] {
  const aside = new Map<number, Set<string>>()
  const areas = whole(table)
  const { made } = release.definition.areas.whole
  for (const [m, { definition }] of table.measures.entries()) {
    if (!isBase(definition)) continue
    if (release.definition.tables[definition.from]!.holds === 'whole') {
      settle(table, m)
      continue
    }
    for (let p = 0; p < table.periods.length; p++) {
      const there = areasAt(release, table, p)
      let most = 0
      for (let a = 0; a <= areas; a++) most = Math.max(most, counts[at(table, m, a, p)]!)
      let sum = 0
      let every = release.areas.expect === areas && made === 'sum' && !isMeasured(definition)
      const total = at(table, m, areas, p)
      for (let a = 0; a < areas; a++) {
        const observation = at(table, m, a, p)
        if (!there.has(a) && table.status[observation] === observed) {
          aside.set(p, (aside.get(p) ?? new Set()).add(table.areas[a]!.name))
          table.status[observation] = missing
        }
        if (table.status[observation] === observed && counts[observation]! < most)
          table.status[observation] = incomplete
        if (table.status[observation] === observed) {
          table.values[observation] = clean(table.values[observation]!)
          sum += table.values[observation]!
          table.flags[total]! |= table.flags[observation]!
        } else {
          table.values[observation] = Number.NaN
          if (there.has(a)) every = false
        }
      }
      if (made === 'published') {
        // The publisher's own row, with as many rows below it as any area has.
        if (table.status[total] === observed && counts[total]! < most) table.status[total] = incomplete
        table.values[total] = table.status[total] === observed ? clean(table.values[total]!) : Number.NaN
        continue
      }
      table.values[total] = every ? clean(sum) : Number.NaN
      table.status[total] = every ? observed : incomplete
    }
  }
  return [...aside].map(([period, names]) => {
    const { label } = table.periods[period]!
    const text = `The table has figures for ${[...names].join(', ')}, ${label}, when by the areas list there was no such area: they are left out.`
    return { period, kind: 'other-time', text }
  })
}

/** What a table that holds the whole alone tells: the cells as they are, and nothing of any area. */
function settle(table: Table, measure: number): void {
  for (let a = 0; a <= whole(table); a++) {
    for (let p = 0; p < table.periods.length; p++) {
      const one = at(table, measure, a, p)
      table.values[one] = table.status[one] === observed ? clean(table.values[one]!) : Number.NaN
    }
  }
}

/** A breakdown whose parts do not make the whole is told, dated as the whole of it is. */
export function checkBreakdowns(table: Table, release: Release): Table['caveats'] {
  const indexOf = new Map(table.measures.map((m, i) => [m.key, i]))
  const value = (measure: string, a: number, p: number) => table.values[at(table, indexOf.get(measure)!, a, p)]!
  return Object.entries(release.definition.breakdowns).flatMap(([name, { of, parts }]) =>
    table.measures[indexOf.get(of)!]!.periods.flatMap(({ label }, period) => {
      const off = table.areas.filter((_, a) => {
        const values = parts.map((part) => value(part, a, period))
        return isOff(values, value(of, a, period))
      })
      if (off.length === 0) return []
      const shown = `${off
        .slice(0, 3)
        .map((a) => a.name)
        .join(', ')}${off.length > 3 ? ', …' : ''}`
      const text = `The parts of ${name} do not add up to ${of} on ${label} in ${off.length} ${off.length === 1 ? 'place' : 'places'} (${shown}).`
      return [{ period, kind: 'parts' as const, text }]
    }),
  )
}

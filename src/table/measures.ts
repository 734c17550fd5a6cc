import type { MeasureDefinition, ReleaseDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { basesOf, isBase, madeOf, unitOf } from '../release/measures.ts'
import { dayOf } from '../release/table-columns.ts'
import { datedAs } from './axis.ts'
import type { Period } from './period.ts'
import { makePeriod } from './period-text.ts'
import type { Measure } from './table.ts'

/** The measures of a release as columns of the table, in the order of the definition. */
export function measuresOf(release: Release, periods: readonly Period[]): Measure[] {
  const { definition: def } = release
  const keys = Object.keys(def.measures)
  const made = new Map<string, Measure>()
  const make = (key: string): Measure => {
    const before = made.get(key)
    if (before) return before
    const definition = def.measures[key]!
    const [first] = basesOf(def, key)
    const how = madeOf(definition)
    const dated = datedAs(periods, def.tables[first!.from]!)
    const parts = how?.of.map(make) ?? []
    const measure: Measure = {
      key,
      definition,
      unit: unitOf(def, key)!,
      made: how && { ...how, of: how.of.map((part) => keys.indexOf(part)) },
      against: restsOn(def, definition).map((breakdown) => breakdown.map((part) => keys.indexOf(part))),
      periods: dated,
      over:
        how?.op === 'divide'
          ? { base: keys.indexOf(how.of[1]!), start: how.start }
          : 'base' in definition && definition.base !== undefined
            ? { base: keys.indexOf(definition.base), start: false }
            : null,
      comparable: isBase(definition)
        ? calledAs(definition.comparable, def.tables[definition.from]!, dated)
        : (definition.comparable ?? together(parts, dated, how!.start)),
      decimals: 'decimals' in definition ? definition.decimals : 1,
    }
    made.set(key, measure)
    return measure
  }
  return keys.map(make)
}

/** The periods a definition names, by the ids that they have here. */
function calledAs(
  comparable: Measure['comparable'],
  table: ReleaseDefinition['tables'][string],
  periods: readonly Period[],
): Measure['comparable'] {
  const id = (seen: string): string => {
    const end = makePeriod(seen, table.period.kind, dayOf(table))?.end
    return periods.find((p) => p.end === end)?.id ?? seen
  }
  return { ...comparable, from: id(comparable.from), breaks: comparable.breaks.map(id) }
}

/** The breakdowns of a share's base that its part is taken from: where they do not add up, its two sides are of two things. */
function restsOn(def: ReleaseDefinition, m: MeasureDefinition): readonly (readonly string[])[] {
  if (!('share' in m)) return []
  const tables = (keys: readonly string[]) => keys.flatMap((key) => basesOf(def, key).map(({ from }) => from))
  const mine = new Set(tables([m.share]))
  return Object.values(def.breakdowns).flatMap(({ of, parts }) =>
    of === m.of && tables(parts).some((table) => mine.has(table)) ? [parts] : [],
  )
}

/**
 * What is made of others may be compared where they all may, and breaks where one of them does. Its records begin where
 * theirs do only if all of them begin together: otherwise the table starts later than the records.
 */
function together(parts: readonly Measure[], periods: readonly Period[], start: boolean): Measure['comparable'] {
  const later = (i: number) => (start && i === parts.length - 1 ? 1 : 0)
  const froms = parts.map(({ periods, comparable }, i) => {
    // Since before the table: as with a measure made of rows, what came before it is not known.
    if (comparable.from < periods[0]!.id) return -1
    const at = periods.findIndex((p) => p.id >= comparable.from)
    return at < 0 ? periods.length : at + later(i)
  })
  const from = Math.max(...froms)
  const breaks = parts.flatMap((part, i) =>
    part.comparable.breaks.flatMap((id) => periods[part.periods.findIndex((p) => p.id === id) + later(i)]?.id ?? []),
  )
  const earliest = parts.map((p) => p.comparable.from).sort()
  return {
    // Outside the table it is no period of it, and no series is compared.
    from: from < 0 ? earliest.at(-1)! : (periods[from]?.id ?? 'later'),
    recordsBegin: parts.every((p) => p.comparable.recordsBegin) && new Set(froms).size === 1,
    breaks: [...new Set(breaks)],
  }
}

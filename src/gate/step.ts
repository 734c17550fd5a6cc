import type { Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/measures.ts'
import { at, type Table, whole } from '../table/table.ts'

/** A table and the sheets it was made of. */
export interface Made {
  table: Table
  sheets: Readonly<Record<string, Sheet>>
}

/** One table of the definition, as it was and as it is. Areas and measures have the same index in both; periods have not. */
export interface Step {
  release: Release
  name: string
  then: Made
  now: Made
  /** Its base measures, and the areas it has rows of: the listed ones, the whole where it is the publisher's own, or it alone. */
  measures: readonly number[]
  areas: readonly number[]
  /** Periods with rows, oldest first: as indices among the periods of the table they are of. */
  known: readonly number[]
  told: readonly number[]
  /** Those of `told` that come after all that is known. */
  fresh: readonly number[]
}

const missing = 0

/**
 * Sets one table against what was there before.
 * @param period the one that is, or was, expected to be new: nothing later is looked at, and it was not there before
 */
export function stepOf(
  release: Release,
  name: string,
  now: Made,
  then: Made,
  period: string | undefined,
  withWhole: boolean,
): Step {
  const measures = now.table.measures.flatMap(({ definition }, i) =>
    isBase(definition) && definition.from === name ? [i] : [],
  )
  const isWhole = release.definition.tables[name]!.holds === 'whole'
  const listed = release.areas.listed.map((_, a) => a)
  const hasWhole = isWhole || (withWhole && release.definition.areas.whole.made === 'published')
  const areas = [...(isWhole ? [] : listed), ...(hasWhole ? [whole(now.table)] : [])]
  const rows = (table: Table): number[] =>
    table.periods.flatMap((_, p) =>
      measures.some((m) => areas.some((a) => table.status[at(table, m, a, p)] !== missing)) ? [p] : [],
    )
  const end = period === undefined ? undefined : endOf(now.table, period)
  let told = rows(now.table)
  let known = rows(then.table)
  if (end !== undefined) {
    told = told.filter((p) => now.table.periods[p]!.end <= end)
    known = known.filter((p) => then.table.periods[p]!.end < end)
  } else if (then === now) {
    // Held against itself: as on the day its last period was new.
    known = told.slice(0, -1)
  }
  const last = known.length === 0 ? '' : then.table.periods[known.at(-1)!]!.end
  const fresh = told.filter((p) => now.table.periods[p]!.end > last)
  return { release, name, then, now, measures, areas, known, told, fresh }
}

const endOf = (table: Table, id: string): string | undefined => table.periods.find((p) => p.id === id)?.end

/** The index in the new table of a period of the one before, or -1. */
export const sameIn = (table: Table, end: string): number => table.periods.findIndex((p) => p.end === end)

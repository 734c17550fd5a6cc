import { saidInLondon } from './london.ts'
import { type Desk, findPeriod, isStale } from './pipeline.ts'
import { isBase, isStock, rowsBelow } from './release/measures.ts'
import { memoOf } from './table/memo.ts'
import { areasAt, measureIndex, statusOf, type Table, whole } from './table/table.ts'

/** What editors should know beside a draft: what is missing, what does not add up, what is likely a fault. */
export function caveatsOf(desk: Desk, period: number, area: number): string[] {
  const { table } = desk
  // Now and a period before: what it is set against.
  const told = table.caveats.filter((c) => c.period === period || c.period === period - 1)
  return [
    ...staleTimes(desk),
    ...missing(desk, period, () => [...missingAreas(desk, period), ...missingTables(desk, period)]),
    ...told.map((c) => c.text),
    ...suspectsOf(desk, period, area),
    ...(table.areas[area]!.note === undefined ? [] : [table.areas[area]!.note!]),
  ]
}

/** A time of publication that is not that of the table. */
function staleTimes({ release, table, publishedAt }: Desk): string[] {
  const { published } = release.definition
  if (publishedAt !== null || published === undefined || !isStale(published, release, table)) return []
  const { label } = table.periods[findPeriod({ release, table }, undefined)]!
  return [
    `The time of publication that release.yaml states (${saidInLondon(new Date(published))}) is that of an earlier edition: the table has figures for ${label}. Write the time of this one.`,
  ]
}

/** The same for all areas. */
const missing = memoOf<Desk, number, string[]>()

function missingAreas({ release, table }: Desk, period: number): string[] {
  const lead = measureIndex(table, rowsBelow(release.definition, release.leads.area))
  const { noun } = release.areas
  const there = [...areasAt(release, table, period)]
  const missing = there.filter((a) => statusOf(table, lead, a, period) !== 'observed')
  if (missing.length === 0) return []
  if (missing.length === there.length) return [`There are no figures for single ${noun[1]}: nothing is said of any.`]
  return [`There are no figures for ${named(table, missing)}: nothing is said of all ${noun[1]}.`]
}

/**
 * A table of another year, or without some areas that the story's own table has: what it would tell is not told. A stock is
 * looked for at the start of a flow's period.
 */
function missingTables({ release, table }: Desk, period: number): string[] {
  const { definition, leads, areas } = release
  const lead = measureIndex(table, rowsBelow(definition, leads.area))
  return Object.entries(definition.tables).flatMap(([name, { once, file, holds }]) => {
    const mine = table.measures.flatMap((m, i) =>
      isBase(m.definition) && m.definition.from === name ? [{ index: i, key: m.key }] : [],
    )
    const [first] = mine
    if (once || first === undefined) return []
    const atStart = isStock(definition, first.key) && !isStock(definition, leads.whole)
    const at = atStart ? period - 1 : period
    if (at < 0) return []
    const isThere = (a: number) => mine.some(({ index }) => statusOf(table, index, a, at) !== 'missing')
    const places = holds === 'whole' ? [whole(table)] : [...areasAt(release, table, period)]
    const missing = places.filter((a) => !isThere(a))
    const { label } = table.measures[first.index]!.periods[at]!
    const of = `The table ${name} (${table.origins.sources[first.index]?.file ?? file}) has no figures for`
    if (missing.length === places.length) return [`${of} ${label}: nothing is said from it.`]
    // What the story's own table lacks is told already.
    const more = missing.filter((a) => statusOf(table, lead, a, period) === 'observed')
    return more.length === 0
      ? []
      : [`${of} ${named(table, more)}, ${label}: nothing is said from it of all ${areas.noun[1]}.`]
  })
}

/** The first ten by name. */
const named = (table: Table, areas: readonly number[]): string => {
  const more = areas.length > 10 ? ` and ${areas.length - 10} more` : ''
  return `${areas
    .slice(0, 10)
    .map((a) => table.areas[a]!.name)
    .join(', ')}${more}`
}

/** Values that nothing was set against. */
function suspectsOf({ table }: Desk, period: number, area: number): string[] {
  return table.suspects.flatMap((s) => {
    // Of its own area always: the figure may be what an editor looks for. Of others where it stands in the comparisons.
    if (s.period > period || (s.area !== area && s.period < period - 1)) return []
    const { definition, periods } = table.measures[s.measure]!
    const place = `${table.areas[s.area]!.name}, ${periods[s.period]!.label}`
    return [
      `The figure for ${definition.words.name}, ${place}, is far off their headcount and likely a fault in the data: nothing is set against it.`,
    ]
  })
}

import type { Desk } from './pipeline.ts'
import { isBase } from './release/measures.ts'
import { measureIndex, statusOf } from './table/table.ts'

/** What editors should know beside a draft: what is missing, what does not add up, what is likely a fault. */
export function caveatsOf(desk: Desk, period: number, area: number): string[] {
  const { table } = desk
  // Now and a period before: what it is set against.
  const told = table.caveats.filter((c) => c.period === period || c.period === period - 1)
  return [
    ...missingAreas(desk, period),
    ...missingTables(desk, period),
    ...told.map((c) => c.text),
    ...suspectsOf(desk, period, area),
  ]
}

function missingAreas({ release, table }: Desk, period: number): string[] {
  const lead = measureIndex(table, release.leads.area)
  const { listed, noun } = release.areas
  const missing = listed.filter((_, a) => statusOf(table, lead, a, period) !== 'observed')
  if (missing.length === 0) return []
  if (missing.length === listed.length) return [`There are no figures for single ${noun[1]}: nothing is said of any.`]
  const names = missing.slice(0, 10).map((a) => a.name)
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : ''
  return [`There are no figures for ${names.join(', ')}${more}: nothing is said of all ${noun[1]}.`]
}

/** A table of another year: what it would tell is not told. A stock is looked for at the start of a flow's period. */
function missingTables({ release, table }: Desk, period: number): string[] {
  const lead = table.measures[measureIndex(table, release.leads.whole)]!
  return Object.entries(release.definition.tables).flatMap(([name, { once, file }]) => {
    const mine = table.measures.flatMap(({ definition }, m) =>
      isBase(definition) && definition.from === name ? [m] : [],
    )
    const [first] = mine
    if (once || first === undefined) return []
    const dated = table.measures[first]!.periods
    const at = dated === lead.periods ? period : period - 1
    const isThere = (m: number) =>
      table.areas.some((_, a) => statusOf(table, m, a, at) !== 'missing' && statusOf(table, m, a, at) !== 'incomplete')
    if (at < 0 || mine.some(isThere)) return []
    return [
      `The table ${name} (${table.origins.sources[first]?.file ?? file}) has no figures for ${dated[at]!.label}: nothing is said from it.`,
    ]
  })
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

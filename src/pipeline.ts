import { basename, join } from 'node:path'
import type { Effects } from './effects.ts'
import type { Fact } from './facts/fact.ts'
import { type Found, findFacts, standingsOf } from './facts/facts.ts'
import { fail } from './messages.ts'
import { near } from './near.ts'
import { type Edition, loadEdition } from './plan/edition.ts'
import { loadRules } from './plan/load-rules.ts'
import type { Rule } from './plan/rule.ts'
import { loadStyle } from './prose/load-style.ts'
import { makePress, type Press } from './prose/realise.ts'
import { readSheets } from './read/read.ts'
import type { Sheet } from './read/sheet.ts'
import { loadReady } from './ready.ts'
import { loadRelease, type Release } from './release/load.ts'
import { weigh } from './select/newsworthiness.ts'
import { buildTable } from './table/build.ts'
import { type Table, whole } from './table/table.ts'

/**
 * The way of the data, one way only. Each step takes what the one before it gives.
 *
 *   read      bytes               → Sheet     cells with their address        readSheets
 *   release   definition          → Release   what the cells mean             loadRelease
 *   table     Sheets + Release    → Table     area × period × measure         buildTable
 *   facts     Table               → Claims    true things, guarded            findFacts
 *   select    Claims              → Facts     weighed, echoes removed         weigh, removeEchoes
 *   plan      Facts + Edition     → Outline   what goes where                 outline
 *   prose     Outline             → Brief     words with typed spans          realise (src/draft.ts: facts to here, for one area)
 *   render    Brief               → formats
 *   archive   formats             → output/
 */

/** Where releases, styles, editions and rules are kept. */
export interface Library {
  data: string
  templates: string
}

/** A release, its table and its rules, read and checked. */
export interface Desk {
  release: Release
  table: Table
  /** The shipped rules, and the release's own in front of them. */
  rules: readonly Rule[]
}

/**
 * Reads a release and its tables.
 * @param files table → path, for tables that are to come from elsewhere than the release's folder
 * @throws NibError with every problem found
 */
export async function open(
  name: string,
  library: Library,
  effects: Effects,
  files: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  await loadReady()
  const release = loadRelease(name, library, effects)
  const table = buildTable(release, await readTables(release, effects, files))
  return {
    release,
    table,
    rules: loadRules([join(library.templates, 'rules'), join(release.folder, 'templates')], effects),
  }
}

/** The sheets of a release, by table: its own files, or those given. */
export async function readTables(
  release: Release,
  effects: Effects,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, Sheet>> {
  const tables = release.definition.tables
  const known = Object.keys(tables)
  for (const table of Object.keys(files)) {
    if (!known.includes(table)) fail('unknown-table', {}, { name: table, near: near(table, known), known })
  }
  const sheets: Record<string, Sheet> = {}
  for (const [table, { file, sheet }] of Object.entries(tables)) {
    const path = files[table] ?? join(release.folder, file)
    const read = await readSheets(effects.readBytes(path), basename(path), sheet === undefined ? {} : { sheet })
    sheets[table] = read[0]!
  }
  return sheets
}

/** What to write, of a release that is open. */
export interface Order {
  /** Index among `table.periods`. */
  period: number
  edition: Edition
  press: Press
  /** The measures that some rule can tell of; a draft looks at no others. */
  tellable: ReadonlySet<string>
  standings: ReturnType<typeof standingsOf>
  whole: { found: Found; facts: readonly Fact[] }
}

/** The period a person asked for; without a name, the latest. @throws NibError naming those there are */
export function findPeriod(table: Table, id: string | undefined): number {
  if (id === undefined) return table.periods.length - 1
  const known = table.periods.map((p) => p.id)
  const index = known.indexOf(id)
  if (index >= 0) return index
  return fail('unknown-choice', {}, { what: 'period', name: id, near: near(id, known), known: known.reverse() })
}

/**
 * Loads what all drafts of one edition share, and finds the facts of the whole.
 * @param before an order of the same run for another edition: what the two have in common is not made twice
 */
export function prepare(
  desk: Desk,
  library: Library,
  effects: Effects,
  choice: { edition: string; style?: string | undefined; period?: string | undefined },
  before?: Order,
): Order {
  const { release, table } = desk
  const period = findPeriod(table, choice.period)
  const edition = loadEdition(join(library.templates, 'editions'), choice.edition, effects)
  const style = loadStyle(join(library.templates, 'styles'), choice.style ?? edition.style, effects)
  const press = makePress(release, table, style, desk.rules)
  if (before?.period === period) return { ...before, edition, press }
  const standings = standingsOf(release, table, period)
  const found = findFacts(release, table, whole(table), period, standings)
  const facts = weigh(release, found, found)
  return { period, edition, press, standings, tellable: tellable(desk), whole: { found, facts } }
}

/** `lead`, `other` and their like stand for measures by their role; any other name is a measure's own. */
function tellable({ release, rules }: Desk): ReadonlySet<string> {
  const named = rules.flatMap((rule) => [...rule.roles, ...rule.lacks].map((role) => role.measure))
  const byRole = Object.entries(release.definition.measures).flatMap(([key, { role }]) =>
    role === 'lead' || role === 'other' ? [key] : [],
  )
  return new Set([...named, ...byRole])
}

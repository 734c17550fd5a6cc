import { join } from 'node:path'
import type { Effects } from './effects.ts'
import type { Fact } from './facts/fact.ts'
import { type Found, findFacts, standingsOf } from './facts/facts.ts'
import { fail } from './messages.ts'
import { near } from './near.ts'
import { type Edition, loadEdition } from './plan/edition.ts'
import { loadRules } from './plan/load-rules.ts'
import type { Rule } from './plan/rule.ts'
import { loadStyle } from './prose/load-style.ts'
import { makePress, type Press } from './prose/press.ts'
import type { Sheet } from './read/sheet.ts'
import { isSample, readTables } from './read-tables.ts'
import { loadReady } from './ready.ts'
import { findArea, knowsArea } from './release/areas.ts'
import type { ReleaseDefinition } from './release/definition.ts'
import { type DeskFile, loadDeskFile } from './release/desk-file.ts'
import { loadRelease, type Release } from './release/load.ts'
import { isStock, rowsBelow } from './release/measures.ts'
import { weigh } from './select/newsworthiness.ts'
import { buildTable } from './table/build.ts'
import { at, measureIndex, statusOf, type Table, whole } from './table/table.ts'

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
  /** The sheets the table was made of, by table: finished copy is read back against them. */
  sheets: Readonly<Record<string, Sheet>>
  /** `sample` where any table is sample data, whatever the definition says. */
  status: ReleaseDefinition['status']
  /**
   * The instant at which its figures are public, as London's clocks show it; null where none is stated. Files that were given hold
   * other figures than those published with the shipped ones, until the gate has seen that they do not.
   */
  publishedAt: string | null
  /** What the desk adds to drafts, unchecked. */
  extra: DeskFile
  /** The shipped rules, and the release's own in front of them. */
  rules: readonly Rule[]
}

/**
 * Reads a release and its tables.
 * @param files table → path, for tables that are to come from elsewhere than the release's folder
 * @param deskFile the desk's quotes and background, if not those in the release's folder
 * @throws NibError with every problem found
 */
export async function open(
  name: string,
  library: Library,
  effects: Effects,
  files: Readonly<Record<string, string>> = {},
  deskFile?: string,
): Promise<Desk> {
  await loadReady()
  const release = loadRelease(name, library, effects)
  const sheets = await readTables(release, effects, files)
  const status = (await isSample(release, sheets, effects, files)) ? 'sample' : release.definition.status
  const series = isStock(release.definition, release.leads.whole) ? 'stock' : 'flow'
  const rules = loadRules([join(library.templates, 'rules'), ...ownFolders(release, library, 'templates')], effects)
  const extra = loadDeskFile(release, effects, deskFile)
  const table = buildTable(release, sheets)
  const frequency = table.lag === 1 ? 'yearly' : 'shorter'
  const suits = (rule: Rule) => ['any', series].includes(rule.series) && ['any', frequency].includes(rule.frequency)
  const publishedAt = timeOf(release, table, Object.keys(files).length === 0 ? 'published' : 'next')
  return { release, table, sheets, status, publishedAt, extra, rules: rules.filter(suits) }
}

/**
 * The time of publication that a definition states of a table; null where it states none, or one that cannot be this table's: of days to
 * come no table tells, so that a time before its last period ends is that of an earlier edition.
 */
export function timeOf(release: Release, table: Table, which: 'published' | 'next'): string | null {
  const stated = release.definition[which] ?? null
  return stated === null || isStale(stated, release, table) ? null : stated
}

/** Whether a time lies before the last period of a table has ended. */
export const isStale = (stated: string, release: Release, table: Table): boolean =>
  table.periods[findPeriod({ release, table }, undefined)]!.end > stated.slice(0, 10)

/** The same release, told of the areas of each of its levels: the first, and those under `also`. */
export function levelsOf(desk: Desk, library: Library, effects: Effects): [Desk, ...Desk[]] {
  const { also } = desk.release.definition.areas
  return [
    desk,
    ...also.map(({ list }) => {
      const release = loadRelease(desk.release.key, library, effects, list)
      return { ...desk, release, table: buildTable(release, desk.sheets) }
    }),
  ]
}

/**
 * The area a person typed, of whichever level: the desk of that level, and its index among the areas of the table.
 * @throws NibError with a near miss
 */
export function findPlace(levels: readonly Desk[], typed: string): { desk: Desk; area: number } {
  const found = levels.find(({ release }) => knowsArea(release.areas, typed)) ?? levels[0]!
  const { key } = findArea(found.release.areas, typed)
  return { desk: found, area: found.table.areas.findIndex((a) => a.key === key) }
}

/** The folders of a kind that a release brings: those it borrows, and its own, which win. */
function ownFolders(release: Release, library: Library, kind: string): string[] {
  const { borrows } = release.definition
  return [...(borrows === undefined ? [] : [join(library.data, borrows, kind)]), join(release.folder, kind)]
}

/** Where a release's editions are: the shared ones, and its own, which win. */
export const editionFolders = (release: Release, library: Library): string[] => [
  join(library.templates, 'editions'),
  ...ownFolders(release, library, 'editions'),
]

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

/**
 * The period a person asked for, of those for which the story's own table has rows; without a name, the latest.
 * @throws NibError naming those there are
 */
export function findPeriod({ release, table }: Pick<Desk, 'release' | 'table'>, id: string | undefined): number {
  const lead = measureIndex(table, rowsBelow(release.definition, release.leads.whole))
  // The whole is made of what is there; a period without rows has neither.
  const isTold = (p: number) =>
    release.areas.listed.some((_, a) => statusOf(table, lead, a, p) !== 'missing') ||
    !Number.isNaN(table.values[at(table, lead, whole(table), p)])
  const told = table.periods.flatMap((_, p) => (isTold(p) ? [p] : []))
  if (id === undefined) return told.at(-1) ?? table.periods.length - 1
  const known = told.map((p) => table.periods[p]!.id)
  const index = known.indexOf(id)
  if (index >= 0) return told[index]!
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
  const period = findPeriod(desk, choice.period)
  const edition = loadEdition(editionFolders(release, library), choice.edition, effects)
  const style = loadStyle(join(library.templates, 'styles'), choice.style ?? edition.style, effects)
  const press = makePress(release, table, style, desk.rules, desk.extra.analyst ?? null)
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

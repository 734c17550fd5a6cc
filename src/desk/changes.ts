import type { Archive } from '../archive/archive.ts'
import { heldFiles, readKept } from '../archive/held.ts'
import type { Known } from '../diff/causes.ts'
import type { Change, DataChange } from '../diff/change.ts'
import { compare } from '../diff/compare.ts'
import { dataChanges } from '../diff/data.ts'
import type { Effects } from '../effects.ts'
import { type Desk, levelsOf, open } from '../pipeline.ts'
import type { Brief } from '../prose/brief.ts'
import { baseKeys } from '../release/measures.ts'
import { memoOf } from '../table/memo.ts'
import type { Wanted } from './opened.ts'

/** Versions of drafts compared, down to the cells of the tables that each was made from. */
export class Differences {
  private readonly held = new Map<string, Promise<readonly Desk[]>>()
  private readonly archive: Archive
  private readonly wanted: Wanted
  private readonly effects: Effects

  constructor(archive: Archive, wanted: Wanted, effects: Effects) {
    this.archive = archive
    this.wanted = wanted
    this.effects = effects
  }

  /** What differs in a draft from another of its versions, each with its causes. */
  async of(draft: string, was: string, now: { version: string; brief: Brief }): Promise<Change[]> {
    const runs = [this.archive.runOf(draft, was), this.archive.runOf(draft, now.version)] as const
    return compare(this.archive.version(was), now.brief, await this.known(now.brief.area.key, ...runs))
  }

  private async known(area: string, was: string | null, now: string | null): Promise<Partial<Known>> {
    if (was === null || now === null) return {}
    return knownBetween(area, ...(await Promise.all([this.tables(was), this.tables(now)])))
  }

  /** The tables of a run as they were read then, by levels of areas. Opened once: two are set side by side again and again. */
  private tables(run: string): Promise<readonly Desk[]> {
    const made = this.held.get(run) ?? this.open(run)
    if (this.held.size > most) this.held.clear()
    this.held.set(run, made)
    return made
  }

  private async open(run: string): Promise<readonly Desk[]> {
    const { files, effects } = heldFiles(readKept(this.archive.filesOf(run), this.effects), this.effects)
    const { release, library } = this.wanted
    const desk = await open(release, library, effects, files)
    return levelsOf(desk, library, effects)
  }
}

/** What differs between the tables of two runs, by levels of areas, for a draft of an area. */
export function knownBetween(area: string, was: readonly Desk[], now: readonly Desk[]): Partial<Known> {
  const desk = now.find(({ table }) => table.areas.some(({ key }) => key === area)) ?? now[0]!
  const before = was[now.indexOf(desk)] ?? was[0]!
  const names = new Map(desk.table.areas.map(({ key, name }) => [key, name]))
  return {
    data: changesOf(desk, before, () => (before === desk ? [] : dataChanges(before.table, desk.table))),
    bases: (measure) => baseKeys(desk.release.definition, measure),
    name: (key) => names.get(key) ?? key,
    whole: desk.release.areas.whole.key,
  }
}

/** The same for every area. */
const changesOf = memoOf<Desk, Desk, DataChange[]>()

/** Runs whose tables are kept in memory. */
const most = 4

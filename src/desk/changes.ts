import type { Archive } from '../archive/archive.ts'
import { heldFiles, readKept } from '../archive/held.ts'
import type { Known } from '../diff/causes.ts'
import type { Change } from '../diff/change.ts'
import { compare } from '../diff/compare.ts'
import { dataChanges } from '../diff/data.ts'
import type { Effects } from '../effects.ts'
import { type Desk, levelsOf, open } from '../pipeline.ts'
import type { Brief } from '../prose/brief.ts'
import { baseKeys } from '../release/measures.ts'
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
    const [old, young] = await Promise.all([this.tables(was), this.tables(now)])
    const desk = young.find(({ table }) => table.areas.some(({ key }) => key === area)) ?? young[0]!
    const before = old[young.indexOf(desk)] ?? old[0]!
    const names = new Map(desk.table.areas.map(({ key, name }) => [key, name]))
    return {
      data: was === now ? [] : dataChanges(before.table, desk.table),
      bases: (measure) => baseKeys(desk.release.definition, measure),
      name: (key) => names.get(key) ?? key,
      whole: desk.release.areas.whole.key,
    }
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

/** Runs whose tables are kept in memory. */
const most = 4

import { basename } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Known } from '../diff/causes.ts'
import type { Change } from '../diff/change.ts'
import { compare } from '../diff/compare.ts'
import { dataChanges } from '../diff/data.ts'
import type { Effects } from '../effects.ts'
import { type Desk, levelsOf, open } from '../pipeline.ts'
import type { Brief } from '../prose/brief.ts'
import { baseKeys } from '../release/measures.ts'
import type { Wanted } from './opened.ts'

/** The tables of a run, as they were read then: a desk for each level of areas, and what each file was called. */
interface Tables {
  levels: readonly Desk[]
  names: ReadonlyMap<string, string>
}

/** Versions of drafts compared, down to the cells of the tables that each was made from. */
export class Differences {
  private readonly held = new Map<string, Promise<Tables>>()
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
    const desk = young.levels.find(({ table }) => table.areas.some(({ key }) => key === area)) ?? young.levels[0]!
    const before = old.levels[young.levels.indexOf(desk)] ?? old.levels[0]!
    const names = new Map(desk.table.areas.map(({ key, name }) => [key, name]))
    const named = new Map([...old.names, ...young.names])
    const data = was === now ? [] : dataChanges(before.table, desk.table)
    return {
      data: data.map((d) => ({ ...d, cells: d.cells.map((c) => ({ ...c, file: named.get(c.file) ?? c.file })) })),
      bases: (measure) => baseKeys(desk.release.definition, measure),
      name: (key) => names.get(key) ?? key,
      whole: desk.release.areas.whole.key,
    }
  }

  /** Opened once: two of them are set side by side again and again. */
  private tables(run: string): Promise<Tables> {
    const made = this.held.get(run) ?? this.open(run)
    if (this.held.size > most) this.held.clear()
    this.held.set(run, made)
    return made
  }

  private async open(run: string): Promise<Tables> {
    const files = this.archive.filesOf(run)
    const paths = Object.fromEntries(Object.entries(files).map(([table, { path }]) => [table, path]))
    const { release, library } = this.wanted
    const desk = await open(release, library, this.effects, paths)
    return {
      levels: levelsOf(desk, library, this.effects),
      names: new Map(Object.values(files).map(({ name, path }) => [basename(path), name])),
    }
  }
}

/** Runs whose tables are kept in memory. */
const most = 4

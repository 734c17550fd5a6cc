import type { Archive } from '../archive/archive.ts'
import { heldFiles, readKept } from '../archive/held.ts'
import { Opened } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import type { Library } from '../pipeline.ts'

/** A release opened on the tables that a run was made from, as the archive keeps them; each run and period once. */
export class Tables {
  private readonly opened = new Map<string, Promise<Opened>>()
  private readonly release: string
  private readonly archive: Archive
  private readonly library: Library
  private readonly effects: Effects

  constructor(release: string, archive: Archive, library: Library, effects: Effects) {
    this.release = release
    this.archive = archive
    this.library = library
    this.effects = effects
  }

  /** @param period the period that is told of, by its id */
  of(run: string, period: string): Promise<Opened> {
    const key = `${run} ${period}`
    const held = this.opened.get(key) ?? this.open(run, period)
    this.opened.set(key, held)
    return held
  }

  private open(run: string, period: string): Promise<Opened> {
    const { files, effects } = heldFiles(readKept(this.archive.filesOf(run), this.effects), this.effects)
    return Opened.open({ release: this.release, library: this.library, files, period }, effects)
  }
}

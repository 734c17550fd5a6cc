import { basename, join } from 'node:path'
import { draft } from '../draft.ts'
import type { Effects } from '../effects.ts'
import type { GateFinding } from '../gate/finding.ts'
import { gateDesk, gateOver, isShut } from '../gate-over.ts'
import { type Desk, type Library, levelsOf, type Order, open, prepare } from '../pipeline.ts'
import { areasOf, type Place, wholeOf } from '../places.ts'
import { editionFor } from '../plan/edition.ts'
import type { Brief } from '../prose/brief.ts'
import { readOver } from '../read-over.ts'
import { whole } from '../table/table.ts'
import type { Finding } from '../verify/finding.ts'

/** What a desk is opened on. */
export interface Wanted {
  release: string
  library: Library
  /** Table → path, where they are not the shipped ones. */
  files: Readonly<Record<string, string>>
  period?: string | undefined
}

/** The tables a release was opened with: name of the file and its bytes, by table. */
export type Files = Record<string, { name: string; bytes: Uint8Array }>

/** A release that is open on its files as they were at one moment, and all that can be made of it. */
export class Opened {
  readonly levels: readonly [Desk, ...Desk[]]
  readonly files: Files
  readonly gated: readonly GateFinding[]
  private readonly wanted: Wanted
  private readonly effects: Effects
  private readonly orders = new Map<string, Order>()

  private constructor(levels: [Desk, ...Desk[]], files: Files, gated: GateFinding[], wanted: Wanted, effects: Effects) {
    this.levels = levels
    this.files = files
    this.gated = gated
    this.wanted = wanted
    this.effects = effects
  }

  /** @throws NibError with every problem found in the files */
  static async open(wanted: Wanted, effects: Effects): Promise<Opened> {
    // Each file is read once, so that what is kept of it is what the drafts were made from.
    const read = new Map<string, Uint8Array>()
    const once: Effects = {
      ...effects,
      readBytes(path) {
        const bytes = read.get(path) ?? effects.readBytes(path)
        read.set(path, bytes)
        return bytes
      },
    }
    const desk = await open(wanted.release, wanted.library, once, wanted.files)
    const { gated, levels } = await gateDesk(levelsOf(desk, wanted.library, once), once, wanted.files, wanted.period)
    const files: Files = {}
    for (const [table, { file }] of Object.entries(desk.release.definition.tables)) {
      const path = wanted.files[table] ?? join(desk.release.folder, file)
      files[table] = { name: basename(path), bytes: once.readBytes(path) }
    }
    return new Opened(levels, files, gated, wanted, effects)
  }

  /** Every area that is written of, and the whole. */
  places(): Place[] {
    const areas = this.levels.flatMap((desk) =>
      areasOf(desk, this.wanted.period).map((area): Place => ({ desk, area })),
    )
    return [...areas, ...wholeOf(this.levels[0])]
  }

  /**
   * One draft, read back, and withheld: what is kept must not change with the clock.
   * @throws NibError `no-copy` where nothing can be written
   */
  make(place: Place): { brief: Brief; faults: Finding[] } {
    return readOver(place.desk, draft(place.desk, this.order(place), place.area, null))
  }

  /**
   * A draft with what the gate says of the files. It stands beside drafts that are kept, not in them: what is said of the table
   * as a whole changes no draft.
   */
  gate(brief: Brief): Brief {
    return gateOver(brief, this.gated)
  }

  get isShut(): boolean {
    return isShut(this.gated)
  }

  /** Where a draft's area stands in the tables, or null where they have no such area. */
  placeOf(key: string): Place | null {
    for (const desk of this.levels) {
      const area = desk.table.areas.findIndex((a) => a.key === key)
      if (area >= 0) return { desk, area }
    }
    return null
  }

  /** What a draft of this place is made by, of the period that the desk is open on. */
  order({ desk, area }: Place): Order {
    const level = area === whole(desk.table) ? 'whole' : 'area'
    const name = `${this.levels.indexOf(desk)} ${level}`
    const { library, period } = this.wanted
    const before = this.orders.get(`${this.levels.indexOf(desk)} ${level === 'whole' ? 'area' : 'whole'}`)
    const made =
      this.orders.get(name) ?? prepare(desk, library, this.effects, { edition: editionFor[level], period }, before)
    this.orders.set(name, made)
    return made
  }
}

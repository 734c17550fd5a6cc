import { join } from 'node:path'
import { Archive, draftKey, type Made } from '../archive/archive.ts'
import type { Decision, OfDraft } from '../archive/journal.ts'
import type { DraftState } from '../archive/state.ts'
import type { Effects } from '../effects.ts'
import { asOf } from '../embargo.ts'
import { NibError } from '../messages.ts'
import type { Place } from '../places.ts'
import type { Brief } from '../prose/brief.ts'
import { stampOf } from '../render/stamp.ts'
import { Differences } from './changes.ts'
import { Listing } from './listing.ts'
import { Opened, type Wanted } from './opened.ts'
import { asFiled, type Reading, readDraft, readingOf, shownOf } from './read.ts'

/** A draft as it stands, and all that is known of it. */
export interface Draft {
  state: DraftState
  brief: Brief
  reading: Reading
}

/** What making all drafts came to. */
export interface Told {
  fresh: number
  changed: number
  same: number
  held: number
  /** Areas for which nothing could be written, and why. */
  without: string[]
}

/** Drafts made between two looks at what else is wanted. */
const atOnce = 50

const pause = (): Promise<void> => new Promise((done) => setImmediate(done))

/** What is open at a desk: a release, its archive, and what the read-back says. The one place that holds any of it. */
export class Session {
  readonly archive: Archive
  readonly listing = new Listing()
  readonly differences: Differences
  /** How far a run has come, while there is one. */
  running: { done: number; total: number } | null = null
  last: Told | null = null
  /** The period of the drafts made last, as it stands in their keys. */
  period = ''
  /** The keys of the drafts made last. */
  keys = new Set<string>()
  private first: Brief | null = null
  private current: Opened | null = null
  private readonly wanted: Wanted
  private readonly effects: Effects

  /** @param out where drafts are kept: the archive stands in `<out>/<release>/archive` */
  constructor(wanted: Wanted, out: string, effects: Effects) {
    this.wanted = wanted
    this.effects = effects
    this.archive = new Archive(join(out, wanted.release, 'archive'), effects)
    this.differences = new Differences(this.archive, wanted, effects)
  }

  get opened(): Opened {
    if (this.current === null) throw new Error('the desk is not open yet')
    return this.current
  }

  /** What stands above every draft now: sample data, an embargo. */
  get stamp(): string[] {
    return this.first === null ? [] : stampOf(asOf(this.first, this.effects.now()))
  }

  get title(): string {
    return this.opened.levels[0].release.definition.title
  }

  /**
   * Opens the files as they are now, makes every draft, reads it back and takes it up. Where the files cannot be read nothing
   * is changed.
   * @param already the files, where they have been opened
   * @throws NibError with every problem found in the files; Error where a run is under way
   */
  async make(who: string, step: () => void = () => {}, already?: Opened): Promise<Told> {
    if (this.running) throw new Error('the drafts are being made already')
    this.running = { done: 0, total: 0 }
    try {
      const opened = already ?? (await Opened.open(this.wanted, this.effects))
      const places = opened.places()
      this.running.total = places.length
      const run = this.archive.begin(opened.files, who, Object.keys(this.wanted.files))
      const told: Told = { fresh: 0, changed: 0, same: 0, held: 0, without: [] }
      this.current = opened
      this.keys = new Set()
      for (let from = 0; from < places.length; from += atOnce) {
        const drafts = this.drafts(opened, places.slice(from, from + atOnce), told.without, step)
        const { fresh, changed, same, held } = this.archive.record(run, who, drafts)
        Object.assign(told, {
          fresh: told.fresh + fresh,
          changed: told.changed + changed,
          same: told.same + same,
          held: told.held + held,
        })
        this.running.done = Math.min(from + atOnce, places.length)
        await pause()
      }
      this.archive.end(run, who, { ...told, without: told.without.length })
      this.last = told
      return told
    } finally {
      this.running = null
    }
  }

  private *drafts(opened: Opened, places: readonly Place[], without: string[], step: () => void): Generator<Made> {
    for (const place of places) {
      try {
        const { brief, faults } = opened.make(place)
        const draft = draftKey(brief)
        this.period = draft.split('/')[0]!
        this.first = brief
        this.keys.add(draft)
        // Reading back costs as much as making: what nobody has edited is not read twice.
        const shown = (one: Brief) => (one === brief ? shownOf(opened, one, readingOf(faults)) : shownOf(opened, one))
        yield { draft, brief, shown }
      } catch (error) {
        // One area without copy must not cost the others theirs.
        if (!(error instanceof NibError) || error.problems[0]?.code !== 'no-copy') throw error
        without.push(error.message)
      }
      step()
    }
  }

  /** Where every draft stands, those of all periods. */
  states(): readonly DraftState[] {
    return this.listing.take(this.archive.told, this.archive.drafts())
  }

  /** A draft by its key, or null where there is none. */
  draft(key: string): Draft | null {
    const state = this.archive.drafts().get(key)
    if (state === undefined) return null
    const brief = this.opened.gate(asOf(this.archive.version(state.version), this.effects.now()))
    return { state, brief, reading: readDraft(this.opened, brief) }
  }

  version(hash: string): Brief {
    return this.archive.version(hash)
  }

  history(key: string): readonly OfDraft[] {
    return this.archive.history(key)
  }

  /** A draft as it leaves the desk. */
  filed(brief: Brief): Brief {
    return asFiled(this.opened, brief)
  }

  /** What a draft would be with other words in one place, read back. */
  tried(brief: Brief, par: number, text: string): Reading {
    const pars = brief.pars.map((p, i) => (i === par - 1 ? { ...p, text } : p))
    const headline = par === 0 ? { text, spans: [] } : brief.headline
    const edit = { par, rule: '', facts: [], was: '', text, by: '', at: '' }
    return readDraft(this.opened, { ...brief, headline, pars, edits: [...(brief.edits ?? []), edit] })
  }

  /** @throws Conflict where another was faster; RangeError where there is no such paragraph */
  edit(key: string, expects: string, par: number, text: string, who: string): DraftState {
    return this.archive.edit(key, expects, par, text, who, (brief) => shownOf(this.opened, brief))
  }

  /** @throws Conflict; RangeError where there is no such held edit */
  settle(key: string, expects: string, index: number, text: string | null, who: string): DraftState {
    return this.archive.settle(key, expects, index, text, who, (brief) => shownOf(this.opened, brief))
  }

  /** @throws Conflict */
  decide(key: string, expects: string, what: Decision, who: string, note: string): DraftState {
    return this.archive.decide(key, expects, what, who, note)
  }
}

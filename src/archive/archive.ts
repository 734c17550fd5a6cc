import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import type { Brief } from '../prose/brief.ts'
import { nibVersion } from '../version.ts'
import { carried, edited, placeOf, settled } from './edits.ts'
import type { KeptFile } from './held.ts'
import { type Decision, type Entry, isOfDraft, Journal, type OfDraft, type Ran, type Shown } from './journal.ts'
import { hashOf, Kept } from './kept.ts'
import { type DraftState, fold } from './state.ts'

/** Another desk was faster: the draft is not what it was when this one looked at it. */
export class Conflict extends Error {
  readonly state: DraftState
  constructor(state: DraftState) {
    super(`${state.draft} was ${state.status} by ${state.by} at ${state.at}`)
    this.name = 'Conflict'
    this.state = state
  }
}

/** A draft as the engine made it now, and what stands in the list. */
export interface Made {
  draft: string
  brief: Brief
  shown: (brief: Brief) => Shown
}

/** `2023/kent/local`: what a draft is called, whichever edition of the table it is made from. */
export const draftKey = (brief: Pick<Brief, 'id'>): string => brief.id.split('/').slice(2).join('/')

/** Edits that wait for a person. */
const heldIn = ({ edits = [] }: Brief): number => edits.filter((e) => e.held !== undefined).length

/** Whether two versions say the same to whoever reads them, from whatever edition of the tables. */
function saysTheSame(was: Brief, now: Brief): boolean {
  const said = ({ headline, pars, caveats, withheld, usable }: Brief) =>
    JSON.stringify([headline.text, pars.map(({ text, rule }) => [text, rule]), caveats, withheld, usable])
  return said(was) === said(now)
}

/** Drafts written to the journal in one step: a killed process loses at most these, and they are made again. */
const atOnce = 200

/**
 * The drafts of a release, with all their versions, in plain files: `journal.jsonl` tells what happened, `versions/` holds
 * each version under the hash of its content, `files/` each table that drafts were made from. A version is written before the line
 * that names it, so that the journal never tells of what is not there.
 */
export class Archive {
  private readonly journal: Journal
  private readonly states = new Map<string, DraftState>()
  private readonly histories = new Map<string, OfDraft[]>()
  /** Versions, tables and payloads. */
  readonly kept: Kept
  private folded = 0
  private readonly folder: string
  private readonly effects: Effects

  /** @param folder `output/<release>/archive` */
  constructor(folder: string, effects: Effects) {
    this.folder = folder
    this.effects = effects
    this.kept = new Kept(folder, effects)
    this.journal = new Journal(join(folder, 'journal.jsonl'), effects)
  }

  /** Where every draft stands, with what other desks have done. */
  drafts(): ReadonlyMap<string, DraftState> {
    const entries = this.journal.entries()
    if (this.folded === entries.length) return this.states
    const fresh = entries.slice(this.folded)
    fold(this.states, fresh)
    for (const entry of fresh) {
      if (!isOfDraft(entry)) continue
      const mine = this.histories.get(entry.draft)
      if (mine) mine.push(entry)
      else this.histories.set(entry.draft, [entry])
    }
    this.folded = entries.length
    return this.states
  }

  /** How much has happened: another number, and some draft may stand elsewhere. */
  get told(): number {
    this.drafts()
    return this.folded
  }

  /** What happened to a draft, oldest first. */
  history(draft: string): readonly OfDraft[] {
    this.drafts()
    return this.histories.get(draft) ?? []
  }

  /** The run that a version of a draft was made in, or edited on. */
  runOf(draft: string, version: string): string | null {
    let run: string | null = null
    for (const entry of this.history(draft)) {
      if (entry.what === 'made') run = entry.run
      if (entry.version === version) break
    }
    return run
  }

  /** The tables that a run was made from: table → the copy that is kept of it, and the name it had. */
  filesOf(run: string): Record<string, KeptFile> {
    const found = this.entries().find((e) => e.what === 'run' && e.run === run)
    const files = found?.what === 'run' ? found.files : {}
    return Object.fromEntries(
      Object.entries(files).map(([table, file]) => [
        table,
        { ...file, path: this.kept.tablePath(file.hash, file.name) },
      ]),
    )
  }

  /**
   * The run that was made last: the tables that came to it from elsewhere than the release's folder, where they are kept, and
   * whether all its drafts were made.
   */
  lastRun(): { run: string; given: Record<string, KeptFile>; isDone: boolean } | null {
    const entries = this.entries()
    const last = entries.findLast((e) => e.what === 'run')
    if (last?.what !== 'run') return null
    const given = (last.given ?? []).flatMap((table) => {
      const file = last.files[table]
      return file ? [[table, { ...file, path: this.kept.tablePath(file.hash, file.name) }] as const] : []
    })
    const isDone = entries.some((e) => e.what === 'ran' && e.run === last.run)
    return { run: last.run, given: Object.fromEntries(given), isDone }
  }

  /** All that happened, oldest first. */
  entries(): readonly Entry[] {
    return this.journal.entries()
  }

  /** @throws NibError where the file is not what the journal says */
  version(hash: string): Brief {
    return this.kept.version(hash)
  }

  /**
   * Keeps the tables of a run, and tells of it. Returns its id.
   * @param given the tables that came from elsewhere than the release's folder
   */
  begin(
    files: Readonly<Record<string, { name: string; bytes: Uint8Array }>>,
    who: string,
    given: readonly string[] = [],
  ): string {
    const kept = Object.fromEntries(
      Object.entries(files).map(([table, { name, bytes }]) => [
        table,
        { name, hash: this.kept.keepTable(name, bytes) },
      ]),
    )
    const at = this.effects.now().toISOString()
    const run = hashOf(`${at} ${who} ${JSON.stringify(kept)}`).slice(0, 12)
    this.alone(() =>
      this.journal.add([{ at, who, what: 'run', run, nib: nibVersion(), files: kept, given: [...given] }]),
    )
    return run
  }

  /** Tells that all drafts of a run are made: one that was killed on the way has no such line. */
  end(run: string, who: string, told: Ran['told']): void {
    this.alone(() => this.journal.add([{ at: this.effects.now().toISOString(), who, what: 'ran', run, told }]))
  }

  /**
   * Adds what was released or delivered, in one step.
   * @param make gives the entries, by where the drafts stand once this process writes alone
   */
  tell(make: (states: ReadonlyMap<string, DraftState>) => readonly Entry[]): void {
    this.alone(() => {
      const entries = make(this.drafts())
      if (entries.length > 0) this.journal.add(entries)
    })
  }

  /**
   * Takes up drafts that were made. One that is as it was is not told of; one that says the same from another edition of the tables
   * stands as it stood; edits are laid over those that changed.
   */
  record(
    run: string,
    who: string,
    drafts: Iterable<Made>,
  ): { fresh: number; changed: number; same: number; held: number } {
    const told = { fresh: 0, changed: 0, same: 0, held: 0 }
    let waiting: { made: Made; hash: string }[] = []
    const flush = (): void => {
      this.alone(() => {
        const states = this.drafts()
        const entries = waiting.flatMap(({ made, hash }): Entry[] => {
          const was = states.get(made.draft)
          if (was?.made === hash) {
            told.same++
            return []
          }
          const before = was ? this.version(was.version) : null
          const edits = before?.edits ?? []
          const brief = edits.length === 0 ? made.brief : carried(made.brief, edits)
          const held = heldIn(brief)
          const shown = made.shown(brief)
          const same = before !== null && was?.heldEdits === held && saysTheSame(before, brief) && shown.wrong === 0
          if (same) told.same++
          else if (was) told.changed++
          else told.fresh++
          if (held > 0) told.held++
          const version = edits.length === 0 ? hash : this.kept.keepVersion(brief)
          const at = this.effects.now().toISOString()
          const entry = { what: 'made', draft: made.draft, run, version, made: hash, held, shown } as const
          return [{ at, who, ...entry, ...(same ? { same } : {}) }]
        })
        if (entries.length > 0) this.journal.add(entries)
      })
      waiting = []
    }
    for (const made of drafts) {
      waiting.push({ made, hash: this.kept.keepVersion(made.brief) })
      if (waiting.length >= atOnce) flush()
    }
    if (waiting.length > 0) flush()
    return told
  }

  /**
   * A person's words in a place of a draft: 0 is the headline.
   * @param expects the version that the person saw
   * @throws Conflict where another version stands
   */
  edit(draft: string, expects: string, par: number, text: string, who: string, shown: Made['shown']): DraftState {
    return this.change(draft, expects, who, shown, (brief, made, at) => {
      if (placeOf(made, par) === null) throw new RangeError(`no paragraph ${par} in ${draft}`)
      return edited(brief, made, par, text, who, at)
    })
  }

  /** A held edit is kept, in these words, or dropped (null). @throws Conflict */
  settle(
    draft: string,
    expects: string,
    index: number,
    text: string | null,
    who: string,
    shown: Made['shown'],
  ): DraftState {
    return this.change(draft, expects, who, shown, (brief, made, at) => {
      if (brief.edits?.[index]?.held === undefined) throw new RangeError(`no held edit ${index} in ${draft}`)
      return settled(brief, made, index, text, who, at)
    })
  }

  /** What a person says of a draft. @throws Conflict */
  decide(draft: string, expects: string, what: Decision, who: string, note = ''): DraftState {
    return this.alone(() => {
      this.standing(draft, expects)
      const at = this.effects.now().toISOString()
      this.journal.add([{ at, who, what, draft, version: expects, ...(note === '' ? {} : { note }) }])
      return this.drafts().get(draft)!
    })
  }

  private change(
    draft: string,
    expects: string,
    who: string,
    shown: Made['shown'],
    make: (brief: Brief, made: Brief, at: string) => Brief,
  ): DraftState {
    return this.alone(() => {
      const state = this.standing(draft, expects)
      const at = this.effects.now().toISOString()
      const brief = make(this.version(state.version), this.version(state.made), at)
      const version = this.kept.keepVersion(brief)
      if (version === state.version) return state
      const entry = { what: 'edited', draft, version, on: expects, held: heldIn(brief), shown: shown(brief) } as const
      this.journal.add([{ at, who, ...entry }])
      return this.drafts().get(draft)!
    })
  }

  private standing(draft: string, expects: string): DraftState {
    const state = this.drafts().get(draft) ?? fail('unknown-choice', {}, { what: 'draft', name: draft, known: [] })
    if (state.version !== expects) throw new Conflict(state)
    return state
  }

  private alone<T>(work: () => T): T {
    return this.effects.alone(join(this.folder, 'lock'), work)
  }
}

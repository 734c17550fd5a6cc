import type { Issued } from '../render/issued.ts'
import { type Decision, type Entry, isOfDraft, type Shown } from './journal.ts'

export type Status = 'new' | 'changed' | 'edited' | Decision

/** Where a draft stands. */
export interface DraftState {
  draft: string
  status: Status
  /** The version that stands, and the one that the engine made, without anybody's edits. */
  version: string
  made: string
  /** The version before the last run that changed it: what “changed” means. */
  before: string | null
  /** The version that was approved last, whatever happened since. */
  approved: string | null
  /** What was released last, and as what; rehearsals are none. */
  released: { version: string; issued: Issued } | null
  run: string
  by: string
  at: string
  note: string | null
  /** Edits that wait for a person, because what was under them changed. */
  heldEdits: number
  shown: Shown
}

/** Folds what happened into where each draft stands. */
export function fold(states: Map<string, DraftState>, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (!isOfDraft(entry)) continue
    const { at, who, draft } = entry
    const was = states.get(draft)
    const told = { by: who, at, note: null }
    if (entry.what === 'made' && entry.same && was !== undefined) {
      const { version, made, run, shown } = entry
      const approved = was.approved === was.version ? version : was.approved
      const { released } = was
      const isOut = released?.version === was.version
      states.set(draft, {
        ...was,
        version,
        made,
        run,
        shown,
        approved,
        released: isOut ? { ...released, version } : released,
      })
    } else if (entry.what === 'made') {
      states.set(draft, {
        ...told,
        draft,
        status: was === undefined ? 'new' : entry.held > 0 ? 'held' : 'changed',
        version: entry.version,
        made: entry.made,
        before: was?.version ?? null,
        approved: was?.approved ?? null,
        released: was?.released ?? null,
        run: entry.run,
        heldEdits: entry.held,
        shown: entry.shown,
      })
    } else if (was === undefined) {
      // Of a draft that was never made nothing can be said.
    } else if (entry.what === 'edited') {
      states.set(draft, {
        ...was,
        ...told,
        status: entry.held > 0 ? 'held' : 'edited',
        version: entry.version,
        heldEdits: entry.held,
        shown: entry.shown,
      })
    } else if (entry.what === 'released') {
      if (!entry.issued.rehearsal)
        states.set(draft, { ...was, released: { version: entry.version, issued: entry.issued } })
    } else if (entry.what === 'delivered' || entry.what === 'undelivered') {
      // Where a channel stands does not change the draft.
    } else if (entry.version === was.version) {
      const approved = entry.what === 'approved' ? entry.version : was.approved
      states.set(draft, { ...was, ...told, status: entry.what, approved, note: entry.note ?? null })
    }
  }
}

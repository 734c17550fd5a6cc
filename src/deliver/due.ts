import type { Archive } from '../archive/archive.ts'
import { isOfDraft } from '../archive/journal.ts'
import type { DraftState } from '../archive/state.ts'
import type { Opened } from '../desk/opened.ts'
import { asFiled } from '../desk/read.ts'
import { asOf, freed, freeFrom } from '../embargo.ts'
import type { Brief } from '../prose/brief.ts'
import type { Tables } from './tables.ts'

/** What is asked for. */
export interface Wanted {
  /** Whether a draft is among those asked for. */
  isWanted: (state: DraftState) => boolean
  rehearsal: boolean
  /** They may go before their figures are public: somebody has given their name and a reason. */
  early: boolean
  now: Date
}

/** A draft that is to leave: as it is when it does. */
export interface Due {
  state: DraftState
  brief: Brief
  opened: Opened
  /** Its figures are not public yet. */
  isEarly: boolean
}

/** What may leave now, what waits for its figures to be public and until when, and what may not leave at all, and why. */
export interface Sorted {
  due: Due[]
  waiting: { state: DraftState; from: Date | null }[]
  refused: { state: DraftState; why: string }[]
}

/** Sorts the approved drafts that have not been released as they stand. */
export async function sortDue(archive: Archive, tables: Tables, wanted: Wanted): Promise<Sorted> {
  const sorted: Sorted = { due: [], waiting: [], refused: [] }
  for (const state of approvedOf(archive, wanted)) {
    const version = archive.version(state.version)
    const run = archive.runOf(state.draft, state.version) ?? state.run
    const opened = await tables.of(run, version.period.id)
    const from = freeFrom(version, opened.levels[0].publishedAt)
    const isOut = from !== null && from <= wanted.now
    if (!isOut && !wanted.early) {
      sorted.waiting.push({ state, from })
      continue
    }
    const brief = asFiled(opened, opened.gate(isOut ? asOf(version, wanted.now) : freed(version)))
    const why = unfit(brief, wanted.rehearsal)
    if (why === null) sorted.due.push({ state, brief, opened, isEarly: !isOut })
    else sorted.refused.push({ state, why })
  }
  return sorted
}

function approvedOf(archive: Archive, { isWanted, rehearsal }: Wanted): DraftState[] {
  const rehearsed = rehearsal ? rehearsedIn(archive) : null
  const last = (state: DraftState) => (rehearsed ? rehearsed.get(state.draft) : state.released?.version)
  return [...archive.drafts().values()]
    .filter((state) => state.status === 'approved' && last(state) !== state.version && isWanted(state))
    .sort((a, b) => b.shown.score - a.shown.score || (a.draft < b.draft ? -1 : 1))
}

/** The version of each draft that was rehearsed last, or that says the same from another edition of the tables. */
function rehearsedIn(archive: Archive): Map<string, string> {
  const rehearsed = new Map<string, string>()
  const stands = new Map<string, string>()
  for (const entry of archive.entries()) {
    if (!isOfDraft(entry)) continue
    if (entry.what === 'released' && entry.issued.rehearsal) rehearsed.set(entry.draft, entry.version)
    if (entry.what !== 'made' && entry.what !== 'edited') continue
    const isSame = entry.what === 'made' && entry.same === true
    if (isSame && rehearsed.get(entry.draft) === stands.get(entry.draft)) rehearsed.set(entry.draft, entry.version)
    stands.set(entry.draft, entry.version)
  }
  return rehearsed
}

/** Sample data may be sent to try the way, marked as what it is; what does not hold may not be sent at all. */
function unfit({ withheld = [] }: Brief, rehearsal: boolean): string | null {
  if (withheld.includes('read-back')) return 'what it says is not borne out by the data: nib desk shows which claim'
  if (withheld.includes('gate')) return 'the gate is shut for the file it was made from: nib gate says why'
  if (withheld.includes('sample') && !rehearsal)
    return 'it is made from sample data: --rehearsal sends it, marked as a rehearsal'
  return null
}

import type { Archive } from '../archive/archive.ts'
import type { Delivered, Parcel, Undelivered } from '../archive/journal.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import { type Issue, isOwed, type Owed, owedTo, storiesOf } from './ledger.ts'

/** What became of one parcel. One that is not delivered and may be yet is owed still. */
type Outcome = { ok: true; tries: number } | { ok: false; permanent: boolean; why: string; tries: number }

/** Brings a parcel to a channel. It never throws for what the other side does. */
export type Carrier = (issue: Issue, key: string, payloads: Readonly<Record<string, string>>) => Promise<Outcome>

/** What became of all that was owed to a channel. */
export interface Sent {
  channel: string
  delivered: Issue[]
  /** Not delivered, and owed still: what the other side refused, and what could not be brought. */
  owed: { issue: Issue; why: string }[]
}

/** Parcels on their way to a channel at once. */
const atOnce = 4

const stopped: Outcome = { ok: false, permanent: false, why: 'stopped', tries: 0 }

/**
 * Sends all that is owed to a channel. Each outcome is in the journal before the next is sent: a process that is killed has at most been
 * told nothing of what had just arrived, and sends it again under the same key.
 */
export async function send(
  archive: Archive,
  channel: string,
  carry: Carrier,
  who: string,
  effects: Effects,
  signal?: AbortSignal,
): Promise<Sent> {
  const sent: Sent = { channel, delivered: [], owed: [] }
  const waiting = owedTo(channel, storiesOf(archive.entries())).values()
  const work = async (): Promise<void> => {
    for (const one of waiting) if (signal?.aborted || isOwed(archive, one)) await sendOne(one)
  }
  const sendOne = async ({ issue, parcel }: Owed): Promise<void> => {
    const outcome = signal?.aborted ? stopped : await tried(issue, parcel)
    if (outcome.ok || outcome.permanent) note(issue, parcel.key, outcome)
    if (outcome.ok) sent.delivered.push(issue)
    else sent.owed.push({ issue, why: outcome.why })
  }
  const tried = async (issue: Issue, { key, payloads }: Parcel): Promise<Outcome> => {
    try {
      const kept = Object.entries(payloads).map(([format, hash]) => [format, archive.kept.payload(hash)])
      return await carry(issue, key, Object.fromEntries(kept))
    } catch (error) {
      // One payload that is damaged must not keep back the others.
      if (!(error instanceof NibError)) throw error
      return { ok: false, permanent: false, why: error.message, tries: 0 }
    }
  }
  const note = ({ draft, version, issued: { uri } }: Issue, key: string, outcome: Outcome): void => {
    const at = effects.now().toISOString()
    const told = { draft, version, uri, key, channel, tries: outcome.tries }
    const entry: Delivered | Undelivered = outcome.ok
      ? { what: 'delivered', ...told }
      : { what: 'undelivered', ...told, why: outcome.why }
    archive.tell(() => [{ at, who, ...entry }])
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return sent
}

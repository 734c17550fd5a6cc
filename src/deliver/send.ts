import type { Archive } from '../archive/archive.ts'
import type { Delivered, Undelivered } from '../archive/journal.ts'
import type { Effects } from '../effects.ts'
import { type Issue, isOwed, type Owed, owedTo, storiesOf } from './ledger.ts'

/** What became of one parcel. One that is not delivered and may be yet is owed still. */
type Outcome = { ok: true; tries: number } | { ok: false; permanent: boolean; why: string; tries: number }

/** Brings a parcel to a channel. It never throws for what the other side does. */
export type Carrier = (issue: Issue, key: string, payloads: Readonly<Record<string, string>>) => Promise<Outcome>

/** What became of all that was owed to a channel. */
export interface Sent {
  channel: string
  delivered: Issue[]
  /** Not delivered, and owed still: what the other side refused, what could not be brought, and what waits behind an older version. */
  owed: { issue: Issue; why: string }[]
}

/** Stories on their way to a channel at once. */
const atOnce = 4

/**
 * Sends all that is owed to a channel. The versions of a story go in their order, so that no older one comes after a newer. Each outcome is
 * in the journal before the next is sent: a process that is killed has at most been told nothing of what had just arrived, and sends
 * it again under the same key.
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
    for (const story of waiting) await sendStory(story)
  }
  const sendStory = async (story: readonly Owed[]): Promise<void> => {
    let blocked: string | null = null
    for (const { issue, parcel } of story) {
      if (signal?.aborted) blocked ??= 'stopped'
      if (blocked !== null) {
        sent.owed.push({ issue, why: blocked })
        continue
      }
      if (!isOwed(archive, { issue, parcel })) continue
      const payloads = Object.fromEntries(
        Object.entries(parcel.payloads).map(([format, hash]) => [format, archive.kept.payload(hash)]),
      )
      const outcome = await carry(issue, parcel.key, payloads)
      if (outcome.ok || outcome.permanent) note(issue, parcel.key, outcome)
      if (outcome.ok) sent.delivered.push(issue)
      else sent.owed.push({ issue, why: outcome.why })
      // What the other side would not have stands in nobody's way.
      if (!outcome.ok && !outcome.permanent) blocked = 'the version before it is not there yet'
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

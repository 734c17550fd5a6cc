import { createHash } from 'node:crypto'
import pRetry from 'p-retry'
import type { Issued } from '../render/issued.ts'
import { attempt, type Endpoint, type Payload } from './attempt.ts'
import { Failure } from './failure.ts'
import type { Net } from './net.ts'
import { waitAfter } from './waiting.ts'

/** What became of an item. Where `permanent`, sending the same again is of no use until something is put right. */
export type Pushed =
  | { ok: true; status: number; tries: number }
  | { ok: false; permanent: boolean; why: string; tries: number }

/**
 * The key of one version of an item for one channel: known from these alone, so that a process that was killed sends the same key
 * again. A rehearsal is another item than the one it tries the way for.
 * @param channel what the delivery file calls it
 */
export const keyOf = (
  { uri, version, rehearsal }: Pick<Issued, 'uri' | 'version' | 'rehearsal'>,
  channel: string,
): string =>
  `nib_${createHash('sha256')
    .update(JSON.stringify([uri, version, rehearsal, channel]))
    .digest('hex')
    .slice(0, 40)}`

/** Standard Webhooks, “Signature scheme”: a full stop in the id would let what is signed be cut in another place. */
const plainKey = /^[A-Za-z0-9_-]{1,255}$/

/**
 * Sends one version of an item to one endpoint, and again while that may help: no connection, a broken one, none or half an answer in
 * time, 408, 409, 425, 429, 5xx. Never throws for what the other side does.
 * @param signal ends it at once; what was sent by then may have arrived, and the same key tells the receiver
 */
export async function push(
  payload: Payload,
  endpoint: Endpoint & { retries: number },
  net: Net,
  signal?: AbortSignal,
): Promise<Pushed> {
  if (!plainKey.test(payload.key)) throw new Error('the key of an item is made of letters, digits, _ and -')
  if (signal?.aborted) return { ok: false, permanent: false, why: 'stopped before it was sent', tries: 0 }
  const same = { ...payload, body: payload.body.slice() }
  let tries = 0
  const once = (): Promise<number> => {
    tries++
    return attempt(same, endpoint, net, signal)
  }
  try {
    const status = await pRetry(once, {
      retries: endpoint.retries,
      // The waiting is ours, since a server may ask for it.
      minTimeout: 0,
      shouldRetry: ({ error }) => mayTryAgain(error, tries, net, signal),
    })
    return { ok: true, status, tries }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, permanent: error.permanent, why: error.message, tries }
    throw error
  }
}

/** Waits, where another try may help. */
async function mayTryAgain(error: Error, tries: number, net: Net, signal?: AbortSignal): Promise<boolean> {
  if (!(error instanceof Failure) || error.permanent || signal?.aborted) return false
  try {
    await net.sleep(waitAfter(tries, net.random(), error.asked), signal)
  } catch (ended) {
    if (!signal?.aborted) throw ended
  }
  return !signal?.aborted
}

import { answered, broken, Failure } from './failure.ts'
import type { Net } from './net.ts'
import type { Secret } from './secret.ts'

/** One version of an item, as it is sent. */
export interface Payload {
  /** The same for every try of this version to this channel. */
  key: string
  /** Media type. */
  type: string
  body: Uint8Array<ArrayBuffer>
}

export interface Endpoint {
  url: string
  secret: Secret
  /** Seconds that one try may take, to the end of the answer. */
  timeout: number
}

/** Bytes of an answer that are read. */
const limit = 64 * 1024

/** Sends once. @returns the status, 2xx @throws Failure for all else */
export async function attempt(payload: Payload, endpoint: Endpoint, net: Net, signal?: AbortSignal): Promise<number> {
  const ending = new AbortController()
  const stop = () => ending.abort(new Failure('stopped before an answer'))
  const callOff = net.after(endpoint.timeout * 1000, () =>
    ending.abort(new Failure(`no whole answer within ${endpoint.timeout} seconds`)),
  )
  signal?.addEventListener('abort', stop, { once: true })
  const ended = new Promise<never>((_, no) =>
    ending.signal.addEventListener('abort', () => no(ending.signal.reason), { once: true }),
  )
  // Whether `fetch` heeds its signal while it reads or not, the try ends there.
  const before = <T>(work: Promise<T>): Promise<T> => Promise.race([ended, work])
  try {
    return await exchange(payload, endpoint, net, before, ending.signal)
  } finally {
    callOff()
    signal?.removeEventListener('abort', stop)
    ended.catch(() => undefined)
  }
}

async function exchange(
  { key, type, body }: Payload,
  { url, secret }: Endpoint,
  net: Net,
  before: <T>(work: Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<number> {
  const seconds = Math.floor(net.now().getTime() / 1000)
  const sent = net.fetch(url, {
    method: 'POST',
    // Followed, it would take the copy to somebody else.
    redirect: 'manual',
    headers: {
      'content-type': type,
      'idempotency-key': key,
      'webhook-id': key,
      'webhook-timestamp': String(seconds),
      'webhook-signature': secret.sign(key, seconds, body),
      // Each try on a connection of its own: an answer left over from the last would be taken for that of the next.
      connection: 'close',
    },
    body,
    signal,
  })
  const response = await before(sent).catch((error: unknown) => {
    throw broken(error, false)
  })
  const text = await before(beginning(response)).catch((error: unknown) => {
    // A refusal is one, however its text ends; who says yes may not have done it until all is said.
    if (response.ok) throw broken(error, true)
    return ''
  })
  if (!response.ok) throw answered(response, text, net.now(), (said) => secret.hiddenIn(said))
  return response.status
}

/** The text of an answer as far as it is read. */
async function beginning(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader && size < limit) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
  }
  // Not waited for: the other side has no say in when it ends.
  reader?.cancel().catch(() => undefined)
  return Buffer.concat(parts).subarray(0, limit).toString('utf8')
}

import { createHmac } from 'node:crypto'
import pRetry, { AbortError } from 'p-retry'
import { cleaned } from '../verify/cleaned.ts'
import type { Outcome } from './send.ts'

/** What is sent, and to whom. */
export interface Shipment {
  address: string
  body: string
  contentType: string
  /** The same for every try of one version to one channel. */
  key: string
  /** `whsec_…`, by which the other side knows who it is from. */
  secret: string
}

/** How long is waited, and how often: milliseconds. */
export interface Pace {
  retries: number
  /** Without an answer. */
  timeout: number
  /** Before the second try; doubled for each that follows, up to the most, and never the same for two that failed at once. */
  first: number
  most: number
}

/** What comes in from outside. */
export interface Outside {
  now: () => Date
  sleep: (milliseconds: number) => Promise<void>
}

/** Answers after which it is tried again; 409 is how a receiver says that it has the key in hand (draft-ietf-httpapi-idempotency-key-header). */
const again = new Set([408, 409, 425, 429, 500, 502, 503, 504, 507])
/** Of an answer as much is read as an error can show. */
const mostRead = 64 * 1024
const mostShown = 200

/**
 * Sends one version to one address, and tries again where that may help. The body is the same to the byte each time, and so is the key,
 * under which the other side keeps it once.
 */
export async function push(shipment: Shipment, pace: Pace, outside: Outside, signal?: AbortSignal): Promise<Outcome> {
  let tries = 0
  try {
    await pRetry(
      () => {
        tries++
        return once(shipment, pace.timeout, outside, signal)
      },
      {
        retries: pace.retries,
        minTimeout: pace.first,
        maxTimeout: pace.most,
        factor: 2,
        randomize: true,
        ...(signal ? { signal } : {}),
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (error instanceof Later && retriesLeft > 0) await outside.sleep(Math.min(error.after, pace.most))
        },
      },
    )
    return { ok: true, tries }
  } catch (error) {
    if (signal?.aborted) return { ok: false, permanent: false, why: 'stopped', tries }
    return { ok: false, permanent: error instanceof Refused, why: (error as Error).message, tries }
  }
}

/** It may help to try again, after so many milliseconds at least. */
class Later extends Error {
  readonly after: number
  constructor(why: string, after = 0) {
    super(why)
    this.after = after
  }
}

/** The other side will not have it as it is. */
class Refused extends Error {}

async function once(
  { address, body, contentType, key, secret }: Shipment,
  timeout: number,
  { now }: Outside,
  signal?: AbortSignal,
): Promise<void> {
  const late = AbortSignal.timeout(timeout)
  let status: number
  let said: string
  let wait: number
  try {
    const reply = await fetch(address, {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        'idempotency-key': key,
        // A connection is used once: what a server sends unasked for is nobody's answer.
        connection: 'close',
        ...signature(key, body, secret, now()),
      },
      // To another address it was not to go.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([late, signal]) : late,
    })
    status = reply.status
    wait = retryAfter(reply.headers.get('retry-after'), now())
    said = await beginningOf(reply)
  } catch (error) {
    throw new Later(late.aborted ? `no whole answer in ${timeout / 1000} seconds` : brokenText(error))
  }
  if (status >= 200 && status < 300) return
  const told = `answered ${status}${said === '' ? '' : `: ${said}`}`
  if (again.has(status)) throw new Later(told, wait)
  throw new AbortError(
    new Refused(status >= 300 && status < 400 ? `${told} (it points to another address, which is not followed)` : told),
  )
}

/** By the Standard Webhooks specification, 1.0: HMAC-SHA256 over id, time and body. The time, and so the signature, is that of the try. */
function signature(key: string, body: string, secret: string, now: Date): Record<string, string> {
  const at = String(Math.floor(now.getTime() / 1000))
  const made = createHmac('sha256', secretBytes(secret)).update(`${key}.${at}.${body}`).digest('base64')
  return { 'webhook-id': key, 'webhook-timestamp': at, 'webhook-signature': `v1,${made}` }
}

const secretBytes = (secret: string): Buffer => Buffer.from(secret.slice('whsec_'.length), 'base64')

/** Whether a text is a secret as the specification has it: `whsec_`, and 24 to 64 bytes in base64. */
export function isSecret(secret: string): boolean {
  const bytes = secretBytes(secret)
  const isBase64 = bytes.toString('base64').replace(/=+$/, '') === secret.slice('whsec_'.length).replace(/=+$/, '')
  return secret.startsWith('whsec_') && isBase64 && bytes.length >= 24 && bytes.length <= 64
}

/** Seconds, or a day and a time, in milliseconds from now. */
function retryAfter(header: string | null, now: Date): number {
  if (header === null) return 0
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime()
  return Number.isNaN(ms) ? 0 : Math.max(0, ms)
}

/** What an answer says, to a limit; the rest is not read. It must come whole up to there: one that breaks off is none. */
async function beginningOf(reply: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let read = 0
  if (reply.body)
    for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>) {
      parts.push(part)
      read += part.length
      if (read > mostRead) break
    }
  return cleaned(Buffer.concat(parts).toString('utf8')).replace(/\s+/g, ' ').trim().slice(0, mostShown)
}

function brokenText(error: unknown): string {
  const cause = (error as Error).cause as (Error & { code?: string }) | undefined
  const code = cause?.code ?? (error as { code?: string }).code
  if (code === 'ECONNREFUSED') return 'nothing listens at its address'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its address is not known'
  return `the connection broke (${code ?? cause?.message ?? (error as Error).message})`
}

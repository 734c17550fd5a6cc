import { askedBy } from './waiting.ts'

/** Why one try did not do it. */
export class Failure extends Error {
  /** Another try of the very same would be answered the same. */
  readonly permanent: boolean
  /** Milliseconds the server asked for before the next. */
  readonly asked: number
  constructor(why: string, permanent = false, asked = 0) {
    super(why)
    this.permanent = permanent
    this.asked = asked
  }
}

/** Refusals that time may cure; those of the server's own making (5xx) all may be. */
const passing = [408, 409, 425, 429]

/** A text of the other side in one line that can steer no terminal. */
const cleaned = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ').trim()

/** At most 200 characters of an answer, cut between characters. */
const most = 200
const shortened = (text: string): string => [...text].slice(0, most).join('')

/** Of an answer that is no 2xx. @param hide takes out what must not be told */
export function answered(response: Response, text: string, now: Date, hide: (text: string) => string): Failure {
  const { status, headers } = response
  if (status >= 300 && status < 400)
    return new Failure(
      `answered ${status}: it sends on to another address, which is not followed; put the right one into “push”`,
      true,
    )
  const said = shortened(hide(cleaned(text)))
  return new Failure(
    `answered ${status}${said === '' ? '' : `: ${said}`}`,
    status < 500 && !passing.includes(status),
    askedBy(headers.get('retry-after'), now),
  )
}

/** Certificates do not come right within a minute, and who answers may be somebody else. */
const certificate = /CERT|UNABLE_TO_VERIFY/

/** Of what `fetch` or the reading of the answer threw. Its text is not told: of the code it is known what it holds. */
export function broken(error: unknown, hasAnswered: boolean): Failure {
  if (error instanceof Failure) return error
  const { cause } = error as { cause?: { code?: unknown } }
  const code = typeof cause?.code === 'string' && /^[A-Z0-9_]{1,60}$/.test(cause.code) ? ` (${cause.code})` : ''
  if (certificate.test(code)) return new Failure(`the certificate cannot be trusted${code}`, true)
  return new Failure(
    hasAnswered ? `the answer was cut off${code}` : `no connection, or it broke before an answer${code}`,
  )
}

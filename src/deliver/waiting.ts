const first = 1000
const longest = 30_000
/** A server may ask for more patience than a release day has. */
const mostAsked = 60_000

/**
 * Milliseconds before the next try: 1 s, and twice as long each time up to 30 s, of which the second half is left to chance, so that
 * those whom a server failed together do not come back together. Never before the server asked for.
 * @param tries made so far, at least 1
 * @param random at least 0, less than 1
 * @param asked milliseconds the server asked for
 */
export function waitAfter(tries: number, random: number, asked = 0): number {
  const most = Math.min(longest, first * 2 ** (tries - 1))
  return Math.max(Math.round((most / 2) * (1 + random)), Math.min(asked, mostAsked))
}

/** The dates of HTTP all end so (RFC 9110, 5.6.7). */
const httpDate = /^[A-Z][a-z]+,? .* GMT$/

/** What `Retry-After` asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3). 0 where it says nothing that can be used. */
export function askedBy(header: string | null, now: Date): number {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, mostAsked)
  const until = httpDate.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(until) ? 0 : Math.min(Math.max(0, until - now.getTime()), mostAsked)
}

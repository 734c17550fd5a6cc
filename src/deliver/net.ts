import { setTimeout as wait } from 'node:timers/promises'

/** What sending asks of the world. Tests bring their own. */
export interface Net {
  fetch: typeof fetch
  now(): Date
  /** Waits between two tries; rejects when the signal ends it. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<unknown>
  /** Does something once a try has taken so long; what it returns calls that off. */
  after(milliseconds: number, go: () => void): () => void
  /** At least 0, less than 1. */
  random(): number
}

export const realNet = (): Net => ({
  fetch,
  now: () => new Date(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal ? { signal } : {}),
  after(milliseconds, go) {
    const timer = setTimeout(go, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
})

/** What is seen of a file at a look: its size, and when it was changed last. */
export interface Seen {
  size: number
  changed: number
}

/** A file as it stands in the inbox; instants in milliseconds. */
export interface Standing extends Seen {
  state: 'waiting' | 'read'
  /** When it began to be written, as far as is known, and since when it has stood as it does. */
  from: number
  since: number
  /** It is not read before this. */
  notBefore: number
  /** It was told that it is still being written. */
  told: boolean
}

export type Inbox = ReadonlyMap<string, Standing>

/**
 * Milliseconds. What does not say by itself that it is whole is read once it has stood `still`; what takes longer than `tell` is told
 * of; what is found damaged is read again every `again`, until it has stood as it does for so long (`young`) that nobody writes it.
 */
export const patience = { still: 500, tell: 1000, again: 1000, young: 5000 } as const

export interface Looked {
  inbox: Inbox
  /** To be read now. */
  ready: string[]
  /** To be told of as still being written, once each. */
  growing: string[]
  /** Gone before they were read. */
  gone: string[]
}

/**
 * One look at the inbox.
 * @param seen the files that are there
 * @param isWhole whether a file says by itself that it is whole; asked of those that wait, and no others
 */
export function look(
  before: Inbox,
  seen: ReadonlyMap<string, Seen>,
  now: number,
  isWhole: (name: string) => boolean,
): Looked {
  const inbox = new Map<string, Standing>()
  const ready: string[] = []
  const growing: string[] = []
  for (const [name, one] of seen) {
    const standing = stood(before.get(name), one, now)
    inbox.set(name, standing)
    if (standing.state === 'read') continue
    const isStill = now - standing.since >= patience.still
    if (now >= standing.notBefore && (isStill || (standing.size > 0 && isWhole(name)))) {
      standing.state = 'read'
      ready.push(name)
    } else if (!standing.told && now - standing.from >= patience.tell) {
      standing.told = true
      growing.push(name)
    }
  }
  const gone = [...before].flatMap(([name, { state }]) => (state === 'waiting' && !seen.has(name) ? [name] : []))
  return { inbox, ready, growing, gone }
}

function stood(was: Standing | undefined, { size, changed }: Seen, now: number): Standing {
  if (was?.size === size && was.changed === changed) {
    // A clock that was set back must not make a file wait until it has caught up.
    const { from, since, notBefore } = was
    return {
      ...was,
      from: Math.min(from, now),
      since: Math.min(since, now),
      notBefore: Math.min(notBefore, now + patience.again),
    }
  }
  const written = was?.state === 'waiting' ? was : { from: now, told: false }
  const { from, told } = written
  return { size, changed, state: 'waiting', from: Math.min(from, now), since: now, notBefore: 0, told }
}

/** A file that was found damaged, to be read again; null where it is so old that nobody is writing it. */
export function again(standing: Standing, now: number): Standing | null {
  if (now - standing.since >= patience.young) return null
  return { ...standing, state: 'waiting', notBefore: now + patience.again }
}

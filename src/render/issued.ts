/** What a version of a story is to those who have the one before: the first, more of the same, a correction, or its end. */
export const kinds = ['first', 'update', 'correction', 'withdrawal'] as const
export type Kind = (typeof kinds)[number]

/** Who delivers. */
export interface Provider {
  name: string
  /** A domain of theirs, and a day on which it was: together they make ids that nobody else makes (RFC 4151). */
  domain: string
  since: string
}

/** What stands on a draft when it is delivered. */
export interface Issued {
  /** The id of the story, the same for all its versions: a `tag:` URI. */
  uri: string
  /** 1, and then one more each time. */
  version: number
  kind: Kind
  /** What it read and should read, why it is withdrawn, who delivered it before its time and why: a line each. */
  notes: readonly string[]
  /** Instants, ISO 8601 in UTC. */
  firstCreated: string
  versionCreated: string
  provider: Provider
  /** Sent to try the way: it says so at its top, in every format, and is never usable. */
  rehearsal: boolean
}

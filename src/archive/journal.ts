import type { Effects } from '../effects.ts'
import type { Issued } from '../render/issued.ts'

/** What a person may say of a draft. */
export const decisions = ['checked', 'approved', 'held', 'sent-back'] as const
export type Decision = (typeof decisions)[number]

/** What a list shows of a version, so that it can be shown without the version being read. */
export interface Shown {
  area: string
  headline: string
  score: number
  because: string
  /** Whether it may be used once its figures are public. */
  usable: boolean
  /** What the read-back found that is not so, and what it could not check. */
  wrong: number
  unchecked: number
}

type Stamp = { at: string; who: string }

/** A run begins: by which Nib, from which files (SHA-256), and which of those came from elsewhere than the release's folder. */
type Run = {
  what: 'run'
  run: string
  nib?: string
  files: Record<string, { name: string; hash: string }>
  given?: string[]
}

/** A run is done. */
export type Ran = {
  what: 'ran'
  run: string
  told: { fresh: number; changed: number; same: number; held: number; without: number }
}

/** What is to go to one channel: under one key, whoever sends it and however often, byte for byte. */
export interface Parcel {
  channel: string
  key: string
  /** Format → payload, by its hash. */
  payloads: Record<string, string>
}

/** A version is released: from here on it has its number, and is owed to its channels. */
export type Released = {
  what: 'released'
  draft: string
  version: string
  issued: Issued
  /** Why it went before its figures were public. */
  early?: string
  parcels: Parcel[]
}

/** A channel has it, or would not have it. */
export type Delivered = { what: 'delivered'; draft: string; version: string; uri: string; key: string; channel: string; tries: number } // biome-ignore format: a line
export type Undelivered = { what: 'undelivered'; draft: string; version: string; uri: string; key: string; channel: string; tries: number; why: string } // biome-ignore format: a line

/** One thing that happened. `draft` is `period/area/edition`; versions are told by the hash of their content. */
export type Entry = Stamp &
  (
    | Run
    | Ran
    | Released
    | Delivered
    | Undelivered
    | {
        what: 'made'
        draft: string
        run: string
        version: string
        made: string
        held: number
        shown: Shown
        same?: true
      }
    | { what: 'edited'; draft: string; version: string; on: string; held: number; shown: Shown }
    | { what: Decision; draft: string; version: string; note?: string }
  )

/** What happened to one draft. */
export type OfDraft = Exclude<Entry, { what: 'run' | 'ran' }>
export const isOfDraft = (entry: Entry): entry is OfDraft => entry.what !== 'run' && entry.what !== 'ran'

/**
 * A journal of one line an entry, in JSON, that is only ever added to. A process that was killed while it wrote leaves at most one
 * line that is cut off: it is not read, and the next line begins behind it.
 */
export class Journal {
  private read = 0
  private readonly held: Entry[] = []
  private readonly path: string
  private readonly effects: Effects

  constructor(path: string, effects: Effects) {
    this.path = path
    this.effects = effects
  }

  /** Everything told so far, oldest first; what others added since the last call with it. */
  entries(): readonly Entry[] {
    const { text, size } = this.effects.readFrom(this.path, this.read)
    if (size === this.read) return this.held
    const end = text.lastIndexOf('\n') + 1
    for (const line of text.slice(0, end).split('\n')) {
      const entry = parse(line)
      if (entry) this.held.push(entry)
    }
    this.read += Buffer.byteLength(text.slice(0, end))
    return this.held
  }

  /** Adds entries in one step. The caller writes alone. */
  add(entries: readonly Entry[]): void {
    this.entries()
    const { text } = this.effects.readFrom(this.path, this.read)
    // Behind a line that was cut off.
    const begin = text === '' ? '' : '\n'
    this.effects.append(this.path, `${begin}${entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')}`)
  }
}

function parse(line: string): Entry | null {
  if (line === '') return null
  try {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null && 'what' in entry ? (entry as Entry) : null
  } catch {
    return null
  }
}

import type { Effects } from '../effects.ts'

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

/** One thing that happened. `draft` is `period/area/edition`; versions are told by the hash of their content. */
export type Entry = { at: string; who: string } & (
  | { what: 'run'; run: string; files: Record<string, { name: string; hash: string }> }
  | { what: 'made'; draft: string; run: string; version: string; made: string; held: number; shown: Shown }
  | { what: 'edited'; draft: string; version: string; on: string; held: number; shown: Shown }
  | { what: Decision; draft: string; version: string; note?: string }
)

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

import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import type { Brief } from '../prose/brief.ts'
import type { Chart } from '../render/chart.ts'
import { html } from '../render/html.ts'
import type { Issued } from '../render/issued.ts'
import { json } from '../render/json.ts'
import { markdown } from '../render/markdown.ts'
import { ninjs } from '../render/ninjs.ts'
import { wireText } from '../render/text.ts'

/** How a draft is made into the text of a file. Charts are for those formats that can show them; what was delivered says how. */
type Make = (brief: Brief, charts?: readonly Chart[], issued?: Issued) => string

/** The formats a draft can be kept in, and how each is made. */
export const formats: Readonly<Record<'md' | 'html' | 'txt' | 'json' | 'ninjs', Make>> = {
  md: markdown,
  html,
  txt: wireText,
  json,
  ninjs,
}
export type Format = keyof typeof formats

/** What the name of a file ends with. A brief and a ninjs item are both JSON. */
export const endingOf = (format: Format): string => (format === 'ninjs' ? 'ninjs.json' : format)

/** The folder of a run and the path of a draft below it. The draft's id is its path. */
export function pathOf(brief: Brief, format: Format): string {
  return `${brief.id}.${endingOf(format)}`
}

/** Writes drafts while the next are made: a disk is slow, and another processor is free. */
export class Keeper {
  private waiting: Promise<void>[] = []
  private failed: unknown
  private readonly out: string
  private readonly effects: Effects

  constructor(out: string, effects: Effects) {
    this.out = out
    this.effects = effects
  }

  /** Begins to write a draft in some formats. Returns format → path below `out`. */
  keep(brief: Brief, wanted: readonly Format[], charts?: readonly Chart[]): Record<string, string> {
    const files: Record<string, string> = {}
    for (const format of wanted) {
      files[format] = pathOf(brief, format)
      const one = this.effects.writeSoon(join(this.out, files[format]), formats[format](brief, charts))
      this.waiting.push(
        one.catch((error: unknown) => {
          this.failed ??= error
        }),
      )
    }
    return files
  }

  /** Lets the disk go on; once it is far behind, waits for it. @throws NibError where something could not be written */
  async breathe(): Promise<void> {
    if (this.waiting.length > most) return this.done()
    await new Promise((go) => setImmediate(go))
  }

  /** Waits until all is written. @throws NibError where something could not be */
  async done(): Promise<void> {
    await Promise.all(this.waiting.splice(0))
    if (this.failed !== undefined) throw this.failed
  }
}

/** Files that may be on their way at once. */
const most = 256

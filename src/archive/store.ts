import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import type { Brief } from '../prose/brief.ts'
import type { Chart } from '../render/chart.ts'
import { html } from '../render/html.ts'
import { markdown } from '../render/markdown.ts'
import { wireText } from '../render/text.ts'

/** How a draft is made into the text of a file. Charts are for those formats that can show them. */
type Make = (brief: Brief, charts?: readonly Chart[]) => string

/** The formats a draft can be kept in: each its file's ending, and how it is made. */
export const formats: Readonly<Record<'md' | 'html' | 'txt' | 'json', Make>> = {
  md: markdown,
  html,
  txt: wireText,
  json: (brief: Brief): string => `${JSON.stringify(brief, null, 1)}\n`,
}
export type Format = keyof typeof formats

/** The folder of a run and the path of a draft below it. The draft's id is its path. */
export function pathOf(brief: Brief, format: Format): string {
  return `${brief.id}.${format}`
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

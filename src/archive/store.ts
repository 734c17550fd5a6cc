import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import type { Brief } from '../prose/brief.ts'
import { html } from '../render/html.ts'
import { markdown } from '../render/markdown.ts'
import { wireText } from '../render/text.ts'

/** The formats a draft can be kept in: each its file's ending, and how it is made. */
export const formats = {
  md: markdown,
  html,
  txt: wireText,
  json: (brief: Brief): string => `${JSON.stringify(brief, null, 1)}\n`,
} as const
export type Format = keyof typeof formats

/** The folder of a run and the path of a draft below it. The draft's id is its path. */
export function pathOf(brief: Brief, format: Format): string {
  return `${brief.id}.${format}`
}

/** Writes a draft in some formats. Returns format → path below `out`. */
export function keep(brief: Brief, wanted: readonly Format[], out: string, effects: Effects): Record<string, string> {
  const files: Record<string, string> = {}
  for (const format of wanted) {
    const path = pathOf(brief, format)
    effects.write(join(out, path), formats[format](brief))
    files[format] = path
  }
  return files
}

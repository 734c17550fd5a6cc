import { fail } from '../messages.ts'
import { settle } from './blocks.ts'
import { type About, readBrief } from './copy-brief.ts'
import { textOf } from './copy-bytes.ts'
import { piecesOfHtml } from './copy-html.ts'
import { piecesOfMarkdown } from './copy-markdown.ts'
import { piecesOfText } from './copy-text.ts'
import type { Block } from './finding.ts'

/** Finished copy, whatever it was kept as: its blocks, and what it says it is of. */
export interface FinishedCopy {
  format: 'text' | 'markdown' | 'html' | 'brief'
  blocks: Block[]
  about: About
}

/** Characters of copy: a long book's chapter, and a minute's work. */
const most = 200_000

/**
 * Reads finished copy. What it is kept as is told by the ending of the file, or else by how it begins.
 * @throws NibError for a file that is empty, too large, no text, or a damaged brief
 */
export function readCopy(bytes: Uint8Array, file: string): FinishedCopy {
  const text = textOf(bytes, file)
  if (text.trim() === '') fail('empty-copy', { file })
  const format = formatOf(text, file)
  const { blocks, about } = format === 'brief' ? readBrief(text, file) : { blocks: read[format](text, file), about: {} }
  if (!blocks.some((b) => b.kind !== 'crosshead')) fail('empty-copy', { file })
  const seen = blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (seen > most) fail('copy-too-large', { file }, { what: 'characters of copy', seen, limit: most })
  return { format, blocks, about }
}

const endings: readonly [RegExp, FinishedCopy['format']][] = [
  [/\.json$/i, 'brief'],
  [/\.x?html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.te?xt$/i, 'text'],
]

function formatOf(text: string, file: string): FinishedCopy['format'] {
  const told = endings.find(([ending]) => ending.test(file))?.[1]
  if (told) return told
  if (/^\s*\{/.test(text)) return 'brief'
  if (/^\s*<(?:!--|!doctype|\?xml|[a-z][a-z0-9]*[\s>])/i.test(text)) return 'html'
  return /^#{1,6} |^---\n/m.test(text) ? 'markdown' : 'text'
}

const read: Record<Exclude<FinishedCopy['format'], 'brief'>, (text: string, file: string) => Block[]> = {
  text: (text) => settle(piecesOfText(text), true),
  html: (text) => settle(piecesOfHtml(text)),
  markdown(text, file) {
    try {
      return settle(piecesOfMarkdown(text))
    } catch (error) {
      // Quotations within quotations, deeper than the parser can go.
      if (error instanceof RangeError) return fail('no-text', { file }, { why: 'its parts are nested too deep' })
      throw error
    }
  },
}

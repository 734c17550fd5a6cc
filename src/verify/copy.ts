import { fail } from '../messages.ts'
import { blocksOf } from './copy-brief.ts'
import { blocksOfHtml } from './copy-html.ts'
import { blocksOfMarkdown } from './copy-markdown.ts'
import { blocksOfText } from './copy-text.ts'
import type { Block } from './finding.ts'

/** Finished copy, whatever it was kept as: its blocks, and what it says it is of. */
export interface FinishedCopy {
  format: 'text' | 'markdown' | 'html' | 'brief'
  blocks: Block[]
  /** Of a brief alone: keys and ids. */
  about: { release?: string; area?: string; period?: string; style?: string }
}

/** A story of more characters than this is no story. */
const most = 2_000_000

/**
 * Reads finished copy. A brief, Markdown and HTML are known by the ending of the file, or else by how they begin.
 * @throws NibError for a file that is empty, too large, no text, or a damaged brief
 */
export function readCopy(text: string, file: string): FinishedCopy {
  if (text.length > most) fail('over-limit', { file }, { what: 'characters', limit: most, seen: text.length })
  if (text.includes('\u0000') || ['PK\u0003\u0004', '%PDF', '{\\rtf'].some((head) => text.startsWith(head)))
    fail('unknown-format', { file }, { seen: file, known: 'text, Markdown, HTML and a brief as JSON' })
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (plain.trim() === '') fail('empty-copy', { file })
  const copy = read(plain, file)
  if (!copy.blocks.some((b) => b.kind !== 'crosshead')) fail('empty-copy', { file })
  return copy
}

function read(text: string, file: string): FinishedCopy {
  if (/\.json$/i.test(file) || /^\s*\{/.test(text)) return readBrief(text, file)
  if (/\.html?$/i.test(file) || /^\s*<(?:!doctype|html|article|p|h1)\b/i.test(text))
    return { format: 'html', blocks: blocksOfHtml(text), about: {} }
  if (/\.(?:md|markdown)$/i.test(file) || /^#{1,6} /m.test(text))
    return { format: 'markdown', blocks: blocksOfMarkdown(text), about: {} }
  return { format: 'text', blocks: blocksOfText(text), about: {} }
}

interface Draft {
  headline: { text: string }
  pars: { text: string; slot: string; rule: string }[]
  release?: { id?: unknown }
  area?: { key?: unknown }
  period?: { id?: unknown }
  style?: unknown
}

/** A brief that a person has edited need keep nothing but its words: their spans are of the copy before. */
function readBrief(text: string, file: string): FinishedCopy {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('bad-brief', { file }, { why: 'it is not JSON' })
  }
  if (!isDraft(value)) return fail('bad-brief', { file }, { why: 'it has no headline or no pars with a text' })
  const said = (name: string, one: unknown) => (typeof one === 'string' ? { [name]: one } : {})
  return {
    format: 'brief',
    blocks: blocksOf(value),
    about: {
      ...said('release', value.release?.id),
      ...said('area', value.area?.key),
      ...said('period', value.period?.id),
      ...said('style', value.style),
    },
  }
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null
  return (
    typeof draft === 'object' &&
    draft !== null &&
    typeof draft.headline?.text === 'string' &&
    Array.isArray(draft.pars) &&
    draft.pars.every(
      (par) => typeof par?.text === 'string' && typeof par.slot === 'string' && typeof par.rule === 'string',
    )
  )
}

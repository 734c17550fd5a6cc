import { cleaned } from './cleaned.ts'
import type { Block } from './finding.ts'
import { claims, isQuotation } from './quotation.ts'

/** A piece of copy as a format gave it, before it is known what it is in the story. */
export interface Piece {
  as: 'heading' | 'text' | 'item' | 'desk'
  text: string
  line?: number
}

const stamp = /^(?:(?:SAMPLE DATA|REHEARSAL), NOT FOR PUBLICATION|WITHHELD: |(?:STRICTLY )?EMBARGO(?:ED)?\b)/
/**
 * What a version is to the one before it, and its notes in the same paragraph: they tell of the copy, and are none. Told by how
 * it ends too, since a headline may begin with UPDATE.
 */
const version =
  /^(?:(?:UPDATE|CORRECTION) (?:.* )?This is version \d+\. It replaces every earlier version\.|WITHDRAWN (?:.* )?This story must not be used\. Where it has been used, take it down\.|EDITORS PLEASE NOTE .*)$/
const end = /^[–—-]* ?(?:ENDS|ends|Ends) ?[–—-]*\.?$|^notes? to editors?:?$/i
/** A word in capitals, and names behind it: no headline is made of capitals alone. */
const slug = /^\p{Lu}{2,}(?: (?:[\p{Lu}&][\p{L}\d'’&.-]*|of|and|the|upon|with|in))*$/u
const bullet = /^[–—•*-] /
const stops = /[.!?:]["”’)]*$/
/** No more stamps than this stand together. */
const mostStamps = 8
/** A label over a section has few words. */
const mostWords = 6

/** Whether a line of the file is where copy ends: what stands behind it is for editors. */
export const endsCopy = (text: string): boolean => end.test(text)

/** A piece that is no more than the mark of how it may be used. */
export const isStamp = (text: string): boolean => stamp.test(text) && !/[.!?]$/.test(text)

/** What stands between the slug and the headline. */
const isHead = (text: string): boolean => isStamp(text) || version.test(text)

const isLabel = (text: string): boolean =>
  !/\d/.test(text) && !stops.test(text) && !claims.test(text) && text.split(' ').length <= mostWords

/**
 * Pieces as blocks. What stands around wire copy is none: the slug, stamps, ENDS and all behind it. A label is passed over when
 * copy is checked, so only what can claim nothing is one; any other heading is read as a headline is.
 * @param plain text without marks, in which a headline is told by how it ends
 */
export function settle(given: readonly Piece[], plain = false): Block[] {
  const pieces = given.map((p) => ({ ...p, text: cleaned(p.text) })).filter(({ text }) => text !== '')
  const blocks: Block[] = []
  let inQuote = false
  for (const [i, { as, text, line }] of pieces.entries()) {
    if (end.test(text)) break
    const next = behind(pieces, i)
    if (blocks.length === 0 && (isHead(text) || isSlug(text, next))) continue
    const quote: boolean = isQuotation(text, next, inQuote)
    const kind = as === 'desk' || (quote && as !== 'heading') ? 'desk' : kindOf(as, text, blocks, plain)
    inQuote = kind === 'desk' && isOpen(text)
    blocks.push({ kind, text, ...(line === undefined ? {} : { line }) })
  }
  return blocks
}

/** The words that come next, but for stamps. */
function behind(pieces: readonly Piece[], i: number): string {
  let at = i + 1
  while (at < pieces.length && at < i + mostStamps && isHead(pieces[at]!.text)) at++
  return pieces[at]?.text ?? ''
}

/** A slug stands over a headline; what stands over a paragraph is the headline itself. */
const isSlug = (text: string, next: string): boolean => slug.test(text) && next !== '' && !stops.test(next)

/** A quotation of several paragraphs closes none but the last. */
const isOpen = (text: string): boolean => {
  const marks = text.match(/["“”]/g) ?? []
  return marks.length % 2 === 1
}

function kindOf(as: Piece['as'], text: string, before: readonly Block[], plain: boolean): Block['kind'] {
  if (as === 'heading') return before.some((b) => b.kind === 'headline') && isLabel(text) ? 'crosshead' : 'headline'
  if (as === 'item' || bullet.test(text)) return 'line'
  if (!plain) return 'par'
  if (before.length === 0 && !stops.test(text)) return 'headline'
  return isLabel(text) ? 'crosshead' : 'par'
}

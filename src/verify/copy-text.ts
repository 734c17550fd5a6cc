import type { Block } from './finding.ts'
import { isQuotation } from './quotation.ts'

const stamp = /^(?:SAMPLE DATA, NOT FOR PUBLICATION|WITHHELD: |EMBARGO)/
const slug = /^[A-Z]{2,}(?: [\w'’&-]+)*$/

/**
 * Plain text: paragraphs with a blank line between them. What stands around wire copy is none: the slug, stamps, ENDS and
 * all behind it.
 */
export function blocksOfText(text: string): Block[] {
  const blocks: Block[] = []
  let line = 1
  for (const part of text.split(/(\n[ \t]*\n\s*)/)) {
    const own = part.replace(/\s*\n\s*/g, ' ').trim()
    const begins = line
    line += part.split('\n').length - 1
    if (own === '') continue
    if (/^ENDS\b/i.test(own)) break
    if (stamp.test(own) || (blocks.length === 0 && slug.test(own))) continue
    blocks.push({ kind: kindOf(own, blocks), text: own, line: begins })
  }
  return blocks
}

function kindOf(text: string, before: readonly Block[]): Block['kind'] {
  if (isQuotation(text)) return 'desk'
  const ends = /[.!?:]["”’]?$/.test(text)
  if (/^[–-] /.test(text)) return 'line'
  if (before.length === 0 && !ends) return 'headline'
  // A few words without a full stop and without a figure stand over a section.
  return !ends && !/\d/.test(text) && text.split(' ').length <= 6 ? 'crosshead' : 'par'
}

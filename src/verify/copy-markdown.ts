import { marked, type Token, type Tokens } from 'marked'
import type { Block } from './finding.ts'
import { isQuotation } from './quotation.ts'

/** Markdown: headings, paragraphs and list items. What stands under a rule, as the source does, is no copy. */
export function blocksOfMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let line = 1
  for (const token of marked.lexer(text)) {
    const begins = line
    line += token.raw.split('\n').length - 1
    if (token.type === 'hr' && blocks.length > 0) break
    if (token.type === 'heading') {
      const kind = blocks.some((b) => b.kind === 'headline') ? 'crosshead' : 'headline'
      blocks.push({ kind, text: plain(token.tokens ?? []), line: begins })
    }
    if (token.type === 'paragraph') push(blocks, token.tokens ?? [], begins)
    if (token.type === 'list') for (const item of (token as Tokens.List).items) push(blocks, item.tokens, begins)
    if (token.type === 'blockquote') blocks.push({ kind: 'desk', text: plain(token.tokens ?? []), line: begins })
  }
  return blocks
}

function push(blocks: Block[], tokens: readonly Token[], line: number): void {
  // A stamp stands in bold, and nothing else of a draft does.
  if (tokens.length === 1 && tokens[0]!.type === 'strong') return
  const text = plain(tokens)
  if (text === '') return
  const kind = isQuotation(text) ? 'desk' : /^[–-] /.test(text) ? 'line' : 'par'
  blocks.push({ kind, text, line })
}

/** The words of inline tokens, without their marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return plain(token.tokens)
      if (token.type === 'br') return ' '
      return 'text' in token && token.type !== 'html' ? unescaped(String(token.text)) : ''
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name]!)

import { marked, type Token, type Tokens } from 'marked'
import { isStamp, type Piece } from './blocks.ts'
import { decoded, piecesOfHtml } from './copy-html.ts'

/** Settings that some editors keep over the copy. */
const settings = /^---\n(?:.*\n)*?---(?:\n|$)/

/** Markdown: headings, paragraphs, list items, rows of tables. What an article ends with in italics under a rule is no copy. */
export function piecesOfMarkdown(text: string): Piece[] {
  const head = settings.exec(text)?.[0] ?? ''
  const tokens = marked.lexer(text.slice(head.length))
  const pieces: Piece[] = []
  let line = lines(head) + 1
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'hr' && isFoot(tokens.slice(i + 1))) break
    pieces.push(...piecesOf(token, line))
    line += lines(token.raw)
  }
  return pieces
}

const lines = (text: string): number => text.split('\n').length - 1
const inlineOf = (token: Token): Token[] => ('tokens' in token && token.tokens ? token.tokens : [])

/** A source and notes: paragraphs, each of them wholly in italics. */
function isFoot(tokens: readonly Token[]): boolean {
  const pars = tokens.filter((t) => t.type !== 'space')
  return pars.every((t) => t.type === 'paragraph' && inlineOf(t).length === 1 && inlineOf(t)[0]!.type === 'em')
}

function piecesOf(token: Token, line: number): Piece[] {
  const inline = inlineOf(token)
  if (token.type === 'heading') return [{ as: 'heading', text: plain(inline), line }]
  if (token.type === 'paragraph') {
    // A paragraph all in bold is a stamp, or a heading by another name where it is no sentence.
    const text = plain(inline)
    const bold = inline.length === 1 && inline[0]!.type === 'strong' && !isStamp(text) && !/[.!?]$/.test(text)
    return [{ as: bold ? 'heading' : 'text', text, line }]
  }
  if (token.type === 'text') return [{ as: 'text', text: inline.length > 0 ? plain(inline) : token.text, line }]
  if (token.type === 'list') return itemsOf(token as Tokens.List, line)
  if (token.type === 'blockquote') return within(inline, line)
  if (token.type === 'table') return rowsOf(token as Tokens.Table, line)
  if (token.type === 'html') return piecesOfHtml(token.raw).map((piece) => ({ ...piece, line }))
  // An indented paragraph; what stands between fences is no copy.
  if (token.type === 'code' && token.codeBlockStyle === 'indented') return [{ as: 'text', text: token.text, line }]
  return []
}

function itemsOf({ items, raw }: Tokens.List, line: number): Piece[] {
  let at = 0
  return items.flatMap((item) => {
    // An item is kept without the blank line behind it.
    at = raw.indexOf(item.raw, at)
    const pieces = within(item.tokens, line + lines(raw.slice(0, at)))
    at += item.raw.length
    return pieces.map((piece): Piece => (piece.as === 'text' ? { ...piece, as: 'item' } : piece))
  })
}

function within(tokens: readonly Token[], line: number): Piece[] {
  let at = line
  return tokens.flatMap((token) => {
    const pieces = piecesOf(token, at)
    at += lines(token.raw)
    return pieces
  })
}

function rowsOf({ header, rows }: Tokens.Table, line: number): Piece[] {
  // Under the head stands a line of dashes.
  return [header, ...rows].map((cells, i) => ({
    as: 'item',
    text: cells.map((cell) => plain(cell.tokens)).join(', '),
    line: line + (i === 0 ? 0 : i + 1),
  }))
}

/** The words of inline tokens, without their marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return ' '
      if (token.type === 'image' || token.type === 'html') return ''
      if ('tokens' in token && token.tokens) return plain(token.tokens)
      if (!('text' in token)) return ''
      return token.type === 'text' ? decoded(String(token.text)) : String(token.text)
    })
    .join('')
}

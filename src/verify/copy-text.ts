import { endsCopy, type Piece } from './blocks.ts'

/** Lines longer than this are not broken by an editor's margin: each is a paragraph. */
const margin = 120
const bullet = /^[–—•*-] /

/** Plain text: paragraphs with a blank line between them; a line that begins with a bullet stands by itself. */
export function piecesOfText(text: string): Piece[] {
  const lines = text.split('\n')
  const each = !/\n[^\S\n]*\n/.test(text.trim()) && lines.some((line) => line.length > margin)
  const pieces: Piece[] = []
  let open: Piece | null = null
  for (const [i, given] of lines.entries()) {
    const own = given.trim()
    const apart = each || bullet.test(own) || endsCopy(own)
    if (own === '' || apart) open = null
    if (own === '') continue
    if (open !== null) open.text += ` ${own}`
    else {
      open = { as: 'text', text: own, line: i + 1 }
      pieces.push(open)
    }
    if (endsCopy(own)) open = null
  }
  return pieces
}

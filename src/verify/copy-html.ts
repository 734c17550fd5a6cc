import { parseHTML } from 'linkedom'
import type { Piece } from './blocks.ts'

/** As much of a node as is looked at. */
interface Node {
  nodeType: number
  textContent: string | null
  childNodes: ArrayLike<Node>
}
interface Element extends Node {
  localName: string
  classList: { contains(name: string): boolean }
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
}

/** What of a page is no copy. */
const around = new Set('script style nav head title template noscript svg form button iframe footer'.split(' '))
const marks = ['slug', 'stamp']
/** Elements that stand in the running text; any other begins a piece of its own, and ends the one before. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
const cells = ['td', 'th']
const text = 3
const element = 1

/** Headings, paragraphs, list items and rows of tables of the article, or of the page where there is not one alone. */
export function piecesOfHtml(html: string): Piece[] {
  const { document } = parseHTML(
    withLines(/<html\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`),
  )
  const articles = document.querySelectorAll('article')
  const main = document.querySelectorAll('main')
  const one = articles.length === 1 ? articles[0] : main.length === 1 ? main[0] : document.body
  return one === null || one === undefined ? [] : read(one as unknown as Element)
}

/** Entities as the characters they stand for. */
export function decoded(words: string): string {
  if (!/&#?\w+;/.test(words)) return words
  return parseHTML(`<html><body>${words.replace(/</g, '&lt;')}</body></html>`).document.body.textContent ?? ''
}

/** Each element that begins a piece is given its line: the parser keeps none. Without quotation marks it harms no attribute. */
function withLines(html: string): string {
  let line = 1
  let last = 0
  return html.replace(
    /<(?:p|h[1-6]|li|div|section|blockquote|tr|dd|dt|figcaption|article|main|body)(?=[\s>])/gi,
    (tag, at: number) => {
      for (let i = html.indexOf('\n', last); i >= 0 && i < at; i = html.indexOf('\n', i + 1)) line++
      last = at
      return `${tag} data-nib-line=${line}`
    },
  )
}

interface Open {
  as: Piece['as']
  line: number | undefined
}

/** Without recursion: a page may be nested deeper than the stack. */
function read(root: Element): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  let open: Open = { as: 'text', line: undefined }
  const flush = (next: Open): void => {
    if (words.trim() !== '')
      pieces.push({ as: open.as, text: words, ...(open.line === undefined ? {} : { line: open.line }) })
    words = ''
    open = next
  }
  const todo: (Node | (() => void))[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (typeof node === 'function') node()
    else if (node.nodeType === text) words += node.textContent ?? ''
    else if (node.nodeType === element) enter(node as Element)
  }
  flush(open)
  return pieces

  function enter(one: Element): void {
    const name = one.localName
    if (around.has(name) || one.hasAttribute('hidden') || marks.some((m) => one.classList.contains(m))) return
    if (name === 'br') {
      words += ' '
      return
    }
    if (cells.includes(name)) {
      if (words.trim() !== '') words += ', '
    } else if (!inline.has(name)) {
      const before = open
      const line = Number.parseInt(one.getAttribute('data-nib-line') ?? '', 10)
      flush({ as: asOf(one, before.as), line: Number.isNaN(line) ? before.line : line })
      todo.push(() => flush(before))
    }
    // The parser makes this list anew each time it is asked for.
    const { childNodes } = one
    for (let i = childNodes.length - 1; i >= 0; i--) todo.push(childNodes[i]!)
  }
}

function asOf(one: Element, above: Piece['as']): Piece['as'] {
  if (one.classList.contains('desk')) return 'desk'
  if (/^h[1-6]$/.test(one.localName)) return 'heading'
  if (['li', 'tr', 'dd', 'dt'].includes(one.localName)) return 'item'
  return above
}

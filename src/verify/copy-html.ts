import { parseHTML } from 'linkedom'
import type { Block } from './finding.ts'
import { isQuotation } from './quotation.ts'

/** As much of an element as is looked at. */
interface Element {
  tagName: string
  textContent: string | null
  classList: { contains(name: string): boolean }
  closest(selector: string): unknown
}

/** What of a page is no copy. */
const around = 'script, style, nav, header, footer, aside, form, template, .slug, .stamp'

/** HTML: headings, paragraphs, list items and cells of the article, or of the page where it has none. */
export function blocksOfHtml(text: string): Block[] {
  const page = /<html\b/i.test(text) ? text : `<!doctype html><html><body>${text}</body></html>`
  const { document } = parseHTML(page)
  const article = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  for (const one of article.querySelectorAll(around)) one.remove()
  const blocks: Block[] = []
  for (const element of article.querySelectorAll('h1, h2, h3, h4, p, li, blockquote')) {
    const own = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (own !== '' && !element.closest('blockquote blockquote'))
      blocks.push({ kind: kindOf(element, own, blocks), text: own })
  }
  return blocks
}

function kindOf(element: Element, text: string, before: readonly Block[]): Block['kind'] {
  const name = element.tagName.toLowerCase()
  if (/^h\d$/.test(name)) return before.some((b) => b.kind === 'headline') ? 'crosshead' : 'headline'
  if (name === 'blockquote' || element.closest('blockquote') || element.classList.contains('desk') || isQuotation(text))
    return 'desk'
  return /^[–-] /.test(text) ? 'line' : 'par'
}

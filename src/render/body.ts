import type { Brief } from '../prose/brief.ts'
import { escapeHtml, undirected } from './html.ts'

/** The paragraphs of a draft for another system's page: with its stamps above them, and without Nib's own marks. */
export interface Body {
  value: string
  /** Characters (Unicode code points) of the text, breaks between paragraphs among them, markup not. */
  charCount: number
  /** Words of the text, parted by spaces. */
  wordCount: number
}

const plainOf = (brief: Brief, stamps: readonly string[]): string[] =>
  [...stamps, ...brief.pars.map((par) => par.text)].map(undirected)

const counted = (value: string, text: string): Body => ({
  value,
  charCount: [...text].length,
  wordCount: text.split(/\s+/).filter((word) => word !== '').length,
})

/** Paragraphs with a blank line between them. */
export function plainBody(brief: Brief, stamps: readonly string[]): Body {
  const value = plainOf(brief, stamps).join('\n\n')
  return counted(value, value)
}

/** `p`, `h2` for a crosshead, `strong` for a stamp, and no attribute: what any page can take. */
export function htmlBody(brief: Brief, stamps: readonly string[]): Body {
  const lines = [
    ...stamps.map((line) => `<p><strong>${escapeHtml(line)}</strong></p>`),
    ...brief.pars.map(({ slot, text }) => {
      const tag = slot === 'crosshead' ? 'h2' : 'p'
      return `<${tag}>${escapeHtml(text)}</${tag}>`
    }),
  ]
  return counted(lines.join('\n'), plainOf(brief, stamps).join('\n'))
}

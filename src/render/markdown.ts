import type { Brief } from '../prose/brief.ts'
import { sourceOf, stampOf } from './stamp.ts'

/** Characters that Markdown, or HTML within it, would take as its own. */
const special = /[\\`*_[\]<>|~]/g
/** At the head of a line, these begin a list, a heading or a rule. */
const leading = /^(\s*\d*)([#+.)-])(?=\s)/

export const escapeMarkdown = (text: string): string =>
  text
    .replace(special, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(leading, '$1\\$2')

/** A brief as Markdown: headline, paragraphs, source. */
export function markdown(brief: Brief): string {
  return `${[
    ...stampOf(brief).map((line) => `**${escapeMarkdown(line)}**`),
    `# ${escapeMarkdown(brief.headline.text)}`,
    ...brief.pars.map((par) =>
      par.slot === 'crosshead' ? `## ${escapeMarkdown(par.text)}` : escapeMarkdown(par.text),
    ),
    '---',
    `*${escapeMarkdown(`${brief.slug}. ${sourceOf(brief)}`)}*`,
    ...brief.caveats.map((caveat) => `*Note: ${escapeMarkdown(caveat)}*`),
  ].join('\n\n')}\n`
}

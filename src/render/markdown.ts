import type { Brief } from '../prose/brief.ts'
import type { Chart } from './chart.ts'
import type { Issued } from './issued.ts'
import { sourceOf, stampOf } from './stamp.ts'
import { isWithdrawn, titled, versionOf } from './version.ts'

/** Characters that Markdown, or HTML within it, would take as its own. */
const special = /[\\`*_[\]<>|~]/g
/** At the head of a line, these begin a list, a heading or a rule. */
const leading = /^(\s*\d*)([#+.)-])(?=\s)/

export const escapeMarkdown = (text: string): string =>
  text
    .replace(special, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(leading, '$1\\$2')

/**
 * A brief as Markdown: what kind of version it is, headline, paragraphs, source.
 * @param _charts none can be shown
 */
export function markdown(brief: Brief, _charts?: readonly Chart[], issued?: Issued): string {
  const version = versionOf(issued)
  return `${[
    ...(version ? [[`**${version.heading}**`, ...version.lines.map(escapeMarkdown)].join('\\\n')] : []),
    ...stampOf(brief, issued).map((line) => `**${escapeMarkdown(line)}**`),
    `# ${escapeMarkdown(isWithdrawn(issued) ? titled(brief.headline.text, issued) : brief.headline.text)}`,
    ...(isWithdrawn(issued) ? ['---', `*${escapeMarkdown(brief.slug)}*`] : copyOf(brief)),
  ].join('\n\n')}\n`
}

const copyOf = (brief: Brief): string[] => [
  ...brief.pars.map((par) => (par.slot === 'crosshead' ? `## ${escapeMarkdown(par.text)}` : escapeMarkdown(par.text))),
  '---',
  `*${escapeMarkdown(`${brief.slug}. ${sourceOf(brief)}`)}*`,
  ...brief.caveats.map((caveat) => `*Note: ${escapeMarkdown(caveat)}*`),
]

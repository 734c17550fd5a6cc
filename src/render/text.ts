import type { Brief } from '../prose/brief.ts'
import type { Chart } from './chart.ts'
import type { Issued } from './issued.ts'
import { sourceOf, stampOf } from './stamp.ts'
import { isWithdrawn, titled, versionOf } from './version.ts'

/**
 * A brief as plain wire text: slug, what kind of version it is, embargo, headline, paragraphs, ENDS, notes.
 * @param _charts none can be shown
 */
export function wireText(brief: Brief, _charts?: readonly Chart[], issued?: Issued): string {
  const version = versionOf(issued)
  const copy = isWithdrawn(issued)
    ? [titled(brief.headline.text, issued), 'ENDS']
    : [
        brief.headline.text,
        ...brief.pars.map((par) => par.text),
        'ENDS',
        ['Notes to editors', sourceOf(brief), ...brief.caveats].join('\n'),
      ]
  return `${[
    brief.slug,
    ...(version ? [[version.heading, ...version.lines].join('\n')] : []),
    ...stampOf(brief, issued),
    ...copy,
  ].join('\n\n')}\n`
}

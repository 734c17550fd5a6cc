import type { Brief } from '../prose/brief.ts'
import { sourceOf, stampOf } from './stamp.ts'

/** A brief as plain wire text: slug, embargo, headline, paragraphs, ENDS, notes. */
export function wireText(brief: Brief): string {
  return `${[
    brief.slug,
    ...stampOf(brief),
    brief.headline.text,
    ...brief.pars.map((par) => par.text),
    'ENDS',
    ['Notes to editors', sourceOf(brief), ...brief.caveats].join('\n'),
  ].join('\n\n')}\n`
}

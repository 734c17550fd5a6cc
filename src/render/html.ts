import type { Brief, Sentence, Span } from '../prose/brief.ts'
import type { Chart } from './chart.ts'
import type { Issued } from './issued.ts'
import { sourceOf, stampOf } from './stamp.ts'
import { isWithdrawn, titled, type VersionBlock, versionOf } from './version.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text without direction marks: they can turn a page's text around. */
export const undirected = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** The one place where text becomes HTML. */
export const escapeHtml = (text: string): string => undirected(text).replace(/[&<>"']/g, (c) => entities[c]!)

const css = `body{font:1.05rem/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem;line-height:1.2}
h2{font:700 1.05rem/1.3 system-ui,sans-serif;margin-top:1.8rem}
.desk{border-left:3px solid #b58900;padding-left:.75rem}
.desk::after{content:"not checked";display:block;font:.75rem/1.4 system-ui,sans-serif;color:#6b5300}
.stamp{font:700 1rem/1.4 system-ui,sans-serif;background:#7a0019;color:#fff;padding:.5rem .75rem}
.slug,footer{font:.85rem/1.5 system-ui,sans-serif;color:#555}
[data-kind=figure]{border-bottom:1px dotted #888}
footer{border-top:1px solid #ccc;margin-top:2rem;padding-top:.5rem}
table{border-collapse:collapse;font:.9rem/1.45 system-ui,sans-serif;width:100%}
td,th{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #ddd}
.files{white-space:nowrap}
.wide{max-width:68rem}`

const versionCss = `
.version{font:.95rem/1.5 system-ui,sans-serif;border:2px solid #7a0019;padding:.25rem .75rem}
.version p{margin:.35rem 0}`

const chartCss = `
figure{margin:2rem 0 0;max-width:36rem}
figcaption{font:700 1rem/1.3 system-ui,sans-serif;margin-bottom:.35rem}`

/** A page: the same head for drafts and for the index of them. */
export function page(title: string, body: string, wide = false, moreCss = ''): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}${moreCss}</style>
</head>
<body${wide ? ' class="wide"' : ''}>
${body}
</body>
</html>
`
}

/** A sentence with its spans as elements, each with what it refers to; a figure's title tells how it was made. */
function marked(sentence: Sentence, brief: Brief): string {
  const edges: { at: number; order: number; html: string }[] = []
  sentence.spans.forEach((span, i) => {
    edges.push({ at: span.start, order: i, html: openTag(span, brief) })
    edges.push({ at: span.end, order: -1 - i, html: '</span>' })
  })
  // At one place, what closes comes before what opens, and the inner closes before the outer.
  edges.sort((a, b) => a.at - b.at || Math.sign(a.order) - Math.sign(b.order) || a.order - b.order)
  let html = ''
  let from = 0
  for (const edge of edges) {
    html += escapeHtml(sentence.text.slice(from, edge.at)) + edge.html
    from = edge.at
  }
  return html + escapeHtml(sentence.text.slice(from))
}

function openTag({ kind, ref }: Span, brief: Brief): string {
  const figure = kind === 'figure' ? brief.figures[ref] : undefined
  const how = figure?.how
  const made = !how
    ? ''
    : how.op === 'cells'
      ? `${how.file}, ${how.column}, rows ${how.rows}`
      : `${how.op} of ${(how.of ?? []).join(', ')}`
  const title = made ? ` title="${escapeHtml(made.length > 160 ? `${made.slice(0, 157)}...` : made)}"` : ''
  return `<span data-kind="${kind}" data-ref="${escapeHtml(ref)}"${title}>`
}

/** A chart with its title over it. Who does not see it is told what it shows, and not its letters one by one. */
export const figure = ({ alt, title, svg }: Chart): string =>
  `<figure role="img" aria-label="${escapeHtml(alt)}"><figcaption>${escapeHtml(title)}</figcaption>${svg}</figure>`

/**
 * A brief as a page that stands alone.
 * @param charts stand below the copy, and outside its article: a reader of the page finds no claim in them
 */
export function html(brief: Brief, charts: readonly Chart[] = [], issued?: Issued): string {
  const version = versionOf(issued)
  const shown = isWithdrawn(issued) ? [] : charts
  const lines = [
    ...stampOf(brief, issued).map((line) => `<p class="stamp">${escapeHtml(line)}</p>`),
    `<p class="slug">${escapeHtml(brief.slug)}</p>`,
    ...(version ? [versionHtml(version)] : []),
    '<article>',
    ...(isWithdrawn(issued) ? [`<h1>${escapeHtml(titled(brief.headline.text, issued))}</h1>`] : copyOf(brief)),
    '</article>',
    ...shown.map(figure),
    ...(isWithdrawn(issued) ? [] : footOf(brief)),
  ]
  const moreCss = `${version ? versionCss : ''}${shown.length > 0 ? chartCss : ''}`
  return page(titled(brief.headline.text, issued), lines.join('\n'), false, moreCss)
}

const copyOf = (brief: Brief): string[] => [
  `<h1>${marked(brief.headline, brief)}</h1>`,
  ...brief.pars.map((par) => {
    if (par.slot === 'crosshead') return `<h2>${marked(par, brief)}</h2>`
    return `<p${par.rule.startsWith('desk/') ? ' class="desk"' : ''}>${marked(par, brief)}</p>`
  }),
]

const footOf = (brief: Brief): string[] => [
  `<footer><p>${escapeHtml(sourceOf(brief))}</p>`,
  ...brief.caveats.map((caveat) => `<p>Note: ${escapeHtml(caveat)}</p>`),
  '</footer>',
]

/** Outside the article, as charts are; a region with a name, so that it is found by who does not see it. */
const versionHtml = ({ heading, lines }: VersionBlock): string =>
  `<section class="version" aria-label="Version"><p><strong>${heading}</strong></p>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}</section>`

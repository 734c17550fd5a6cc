import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** A chart is this wide in its own units, and grows and shrinks with its place. */
export const width = 400
/** About how wide a letter is in the letters of a chart, in its own units: labels are given room by it. */
export const letter = 6.9

/**
 * Custom properties of the page, and what stands in for them: so that a chart follows a dark page, and is right on paper.
 * `accent` is for what the chart is about, `quiet` for all it is set beside, `rule` for lines that carry no value.
 */
export const colours = {
  ink: 'var(--ink, #222)',
  soft: 'var(--soft, #595959)',
  accent: 'var(--accent, #0b5c8a)',
  quiet: 'var(--quiet, #b9bec4)',
  rule: 'var(--rule, #dcdfe3)',
  paper: 'var(--paper, #fff)',
} as const

// A drawing is laid out for a telephone; with more room its letters shrink, which breaks no layout.
const css = `.nib-chart{display:block;width:100%;height:auto;font:13px/1.2 system-ui,sans-serif;overflow:visible}
.nib-chart text{white-space:pre}
@media (min-width:600px){.nib-chart{font-size:10.5px}}`

/** Draws, and gives the SVG as text. The same marks give the same text. */
export function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>')
  const svg = Plot.plot({ ...options, width, className: 'nib-chart', document })
  svg.querySelector('style')!.textContent = css
  // A file of its own needs it, and a page does without.
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('aria-hidden', 'true')
  for (const part of svg.querySelectorAll('[aria-label]')) {
    part.setAttribute('data-mark', part.getAttribute('aria-label')!)
    part.removeAttribute('aria-label')
  }
  return svg.outerHTML
}

export { Plot }

import { raw } from 'hono/html'
import type { Chart } from '../../render/chart.ts'
import { plain } from '../views.ts'

/** Style stands in the page's own sheet: the desk lets none in that stands in the page. */
const bare = (svg: string): string => svg.replace(/<style\b[^>]*>[^<]*<\/style>/g, '')

/** Charts, each with its title. What they show is told in words too. */
export const ChartFigures = ({ charts }: { charts: readonly Chart[] }) => (
  <>
    {charts.map(({ kind, svg, alt, title }) => (
      <figure data-chart={kind}>
        <figcaption>{plain(title)}</figcaption>
        <div role="img" aria-label={plain(alt)}>
          {raw(bare(svg))}
        </div>
      </figure>
    ))}
    {charts.length === 0 && <p class="hint">There is nothing here that a chart could show.</p>}
  </>
)

interface Props {
  /** Where they are drawn, and the address of the page that shows them. */
  src: string
  href: string
  charts: readonly Chart[] | null
}

/** The charts of a draft. They are drawn beside the page, which does not wait for them. */
export const Charts = ({ src, href, charts }: Props) => (
  <section class="charts" id="charts" aria-labelledby="charts-title">
    <h2 id="charts-title">Charts</h2>
    {charts ? (
      <ChartFigures charts={charts} />
    ) : (
      <p data-charts={src}>
        <a href={href}>Show the charts</a>
      </p>
    )}
  </section>
)

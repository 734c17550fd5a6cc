import { raw } from 'hono/html'
import type { Chart } from '../../render/chart.ts'
import { plain } from '../views.ts'

/** Style stands in the page's own sheet: the desk lets none in that stands in the page. */
const bare = (svg: string): string => svg.replace(/<style\b[^>]*>[^<]*<\/style>/g, '')

/** The charts of a draft. What they show is told in words too. */
export const Charts = ({ charts }: { charts: readonly Chart[] }) =>
  charts.length === 0 ? null : (
    <section class="charts" aria-labelledby="charts-title">
      <h2 id="charts-title">Charts</h2>
      {charts.map(({ kind, svg, alt, title }) => (
        <figure data-chart={kind}>
          <figcaption>{plain(title)}</figcaption>
          <div role="img" aria-label={plain(alt)}>
            {raw(bare(svg))}
          </div>
        </figure>
      ))}
    </section>
  )

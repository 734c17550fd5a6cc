import { keyed } from '../views.ts'
import { type Frame, Layout } from './layout.tsx'

/** A page that says one thing: that there is no such draft, that something could not be done. */
export const Message = ({ frame, title, lines }: { frame: Frame; title: string; lines: readonly string[] }) => (
  <Layout frame={frame} title={title} kind="plain">
    <main id="main" class="message" tabindex={-1}>
      <h1>{title}</h1>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href="/" {...keyed('Escape')}>
          All drafts
        </a>
      </p>
    </main>
  </Layout>
)

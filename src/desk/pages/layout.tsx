import type { PropsWithChildren } from 'hono/jsx'
import type { Session } from '../session.ts'
import { keyed, plain } from '../views.ts'
import { Keys } from './keys.tsx'

export interface Frame {
  session: Session
  /** The asset's address, with what makes it another when its content is. */
  asset: (name: string) => string
  /** Who was last at this browser, or whoever started the desk. */
  who: string
}

interface Page {
  frame: Frame
  title: string
  kind: 'list' | 'draft' | 'plain'
  /** Told to a screen reader, and shown, when the page opens. */
  said?: string | undefined
  /** What stands above the copy, if not that of the drafts made last. */
  stamps?: readonly string[]
}

/** What stands around every page: skip link, bar, notes, keys. */
export const Layout = ({ frame, title, kind, said, stamps, children }: PropsWithChildren<Page>) => {
  const { session, asset, who } = frame
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${plain(title)} · Nib`}</title>
        <link rel="stylesheet" href={asset('desk.css')} />
        <link rel="icon" href={asset('nib.svg')} type="image/svg+xml" />
        <script src={asset('desk.js')} defer></script>
      </head>
      <body class={`page-${kind}`}>
        <a class="skip" href="#main">
          Skip to the copy
        </a>
        <header class="bar">
          <a class="mark" href="/" aria-label="Nib: all drafts">
            Nib
          </a>
          <p class="what">{plain(session.title)}</p>
          <form class="again" method="post" action="/make" data-run="/run">
            <input type="hidden" name="who" value={who} />
            <button type="submit" {...keyed('m')} title="Makes every draft from the files as they are on disk now">
              Make again
            </button>
          </form>
          <button type="button" class="quiet" popovertarget="keys" {...keyed('?')}>
            Keys
          </button>
        </header>
        {(stamps ?? session.stamp).map((line) => (
          <p class="stamp" role="note">
            {line}
          </p>
        ))}
        <p class={`said${said === undefined ? ' empty' : ''}`} id="said" role="status" aria-live="polite">
          {said}
        </p>
        {children}
        <Keys />
      </body>
    </html>
  )
}

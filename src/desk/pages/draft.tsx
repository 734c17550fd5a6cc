import { sourceOf, stampOf } from '../../render/stamp.ts'
import type { View } from '../listing.ts'
import type { Draft, Session } from '../session.ts'
import { draftPath, keyed, plain, queryOf, timeOf } from '../views.ts'
import { BehindPanel } from './behind.tsx'
import { Changes } from './changes.tsx'
import { Charts } from './charts.tsx'
import { Copy } from './copy.tsx'
import { Decide } from './decide.tsx'
import type { DraftProps } from './draft-page.ts'
import { holdsText } from './findings.tsx'
import { HeldEdits } from './held.tsx'
import { History } from './history.tsx'
import { Layout } from './layout.tsx'
import { Badge, SmallRow } from './row.tsx'
import { Standing } from './standing.tsx'

/** Drafts of the list that stand around one, in its order. */
const beside = 25

interface Around {
  before: string | null
  after: string | null
  near: Draft['state'][]
  at: number
  of: number
}

function aroundOf(session: Session, view: View, key: string): Around {
  session.states()
  const list = session.listing.of(view)
  const at = session.listing.place(view, key)
  const from = Math.max(0, Math.min(at - beside, list.length - 2 * beside))
  return {
    before: at > 0 ? list[at - 1]!.draft : null,
    after: at >= 0 ? (list[at + 1]?.draft ?? null) : (list[0]?.draft ?? null),
    near: list.slice(from, from + 2 * beside),
    at,
    of: list.length,
  }
}

/** A draft: its copy with everything marked, what it may be checked by, and what may be done with it. */
export const DraftPage = (page: DraftProps) => {
  const { frame, view, draft, show, mark } = page
  const { session } = frame
  const { state, brief, reading } = draft
  const path = draftPath(state.draft)
  const { before, after, near, at, of } = aroundOf(session, view, state.draft)
  const query = (more: Record<string, string | number | undefined> = {}) => queryOf(view, session.period, more)
  const plainCopy = `${path}${query()}`
  const back = mark || show === 'changes' ? plainCopy : `/${query()}`
  return (
    <Layout
      frame={frame}
      title={`${brief.area.name}: ${brief.headline.text}`}
      kind="draft"
      said={page.said}
      stamps={stampOf(brief)}
    >
      <div class="desk">
        <nav class="side" aria-label="Drafts">
          <p class="side-head">
            <a href={`/${query()}`}>All drafts</a>{' '}
            <span>{at >= 0 ? `${(at + 1).toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}` : ''}</span>
          </p>
          <ol>
            {near.map((s) => (
              <SmallRow state={s} view={view} period={session.period} here={s.draft === state.draft} />
            ))}
          </ol>
        </nav>
        <main id="main" tabindex={-1}>
          <header class="draft-head">
            <div class="line">
              <p class="slug">
                {plain(brief.slug)} <span class="period">{plain(brief.period.label)}</span>
              </p>
              <Badge status={state.status} />
              <p class="by">
                {plain(state.by)}, {timeOf(state.at)}
                {state.note !== null && <q>{plain(state.note)}</q>}
              </p>
            </div>
            <nav class="tools" aria-label="Draft">
              <a class="button" href={back} {...(page.writing || mark ? {} : keyed('Escape'))}>
                {back === plainCopy ? 'Back to the copy' : 'All drafts'}
              </a>
              {before && (
                <a class="button" href={`${draftPath(before)}${query()}`} {...keyed('p')} rel="prev">
                  Previous
                </a>
              )}
              {after && (
                <a class="button" href={`${draftPath(after)}${query()}`} {...keyed('n')} rel="next">
                  Next
                </a>
              )}
              <a
                class="button"
                href={show === 'changes' ? plainCopy : `${path}${query({ show: 'changes' })}`}
                {...keyed('d')}
                aria-current={show === 'changes' ? 'true' : undefined}
              >
                Changes
              </a>
              <button type="button" {...keyed('y')} id="copy-text" class="script">
                Copy text
              </button>
            </nav>
          </header>
          <Standing page={page} />
          <HeldEdits edits={brief.edits ?? []} path={path} query={query()} version={state.version} who={frame.who} />
          {show === 'changes' ? (
            <Changes
              changes={page.changes.list}
              bases={page.changes.bases}
              base={page.changes.base}
              mode={page.changes.mode}
              href={({ against, mode }) =>
                `${path}${query({
                  show: 'changes',
                  against: against ?? page.changes.base ?? undefined,
                  mode: (mode ?? page.changes.mode) === 'side' ? 'side' : undefined,
                })}`
              }
            />
          ) : (
            <Copy {...page} />
          )}
          <p class="source">{plain(sourceOf(brief))}</p>
          {!page.writing && (
            <Decide path={path} query={query()} version={state.version} who={frame.who} refusal={page.refusal} />
          )}
          {show === 'copy' && !page.writing && (
            <Charts src={`${path}/charts`} href={`${path}${query({ show: 'charts' })}#charts`} charts={page.charts} />
          )}
          <section class="facts" aria-labelledby="read-title">
            <h2 id="read-title">Read back</h2>
            <p>
              {holdsText(reading.holds.length)}{' '}
              {reading.wrong.length + reading.unchecked.length === 0
                ? 'None is wrong, none is unchecked.'
                : `${reading.wrong.length} wrong, ${reading.unchecked.length} unchecked.`}
            </p>
            {state.shown.because !== '' && (
              <p>
                <strong>Why it is news ({state.shown.score.toFixed(1)}):</strong> {plain(state.shown.because)}.
              </p>
            )}
            {brief.caveats.length > 0 && (
              <>
                <h3>Notes to editors</h3>
                <ul class="caveats">
                  {brief.caveats.map((line) => (
                    <li>{plain(line)}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <History
            entries={session.history(state.draft)}
            version={state.version}
            since={(version) => `${path}${query({ show: 'changes', against: version })}`}
          />
          <p class="downloads">
            Download{' '}
            {['html', 'md', 'txt'].map((format) => (
              <a href={`${path}.${format}`} download>
                {format}
              </a>
            ))}
          </p>
        </main>
        <BehindPanel told={mark?.told ?? null} />
      </div>
    </Layout>
  )
}

import type { Change } from '../../diff/change.ts'
import type { Edit } from '../../prose/brief.ts'
import type { Chart } from '../../render/chart.ts'
import { sourceOf } from '../../render/stamp.ts'
import type { Finding } from '../../verify/finding.ts'
import type { Behind } from '../behind.ts'
import type { View } from '../listing.ts'
import type { Draft, Session } from '../session.ts'
import { draftPath, keyed, plain, plural, queryOf, timeOf } from '../views.ts'
import { BehindPanel } from './behind.tsx'
import { type Against, ChangeList, Changes } from './changes.tsx'
import { Charts } from './charts.tsx'
import { Decide, type Refusal } from './decide.tsx'
import { EditForm, placeName } from './edit.tsx'
import { Findings, holdsText } from './findings.tsx'
import { HeldEdits } from './held.tsx'
import { History } from './history.tsx'
import { type Frame, Layout } from './layout.tsx'
import { Badge, SmallRow } from './row.tsx'
import { Words } from './words.tsx'

/** A paragraph being written: what was typed, and what is told of it. */
export interface Writing {
  par: number
  text: string
  read: { findings: readonly Finding[]; holds: number } | null
}

/** What another desk did meanwhile. */
export interface Faster {
  by: string
  what: string
  at: string
  /** What differs from the version that this person saw. */
  since: readonly Change[]
}

export interface DraftPage {
  frame: Frame
  view: View
  draft: Draft
  show: 'copy' | 'changes'
  changes: { list: readonly Change[]; bases: readonly Against[]; base: string | null; mode: 'inline' | 'side' }
  charts: readonly Chart[]
  mark: { name: string; told: Behind | null } | null
  writing: Writing | null
  refusal: Refusal | null
  faster: Faster | null
  said: string | undefined
}

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

const Copy = (page: DraftPage) => {
  const { draft, view, frame, writing, mark } = page
  const { brief, state, reading } = draft
  const path = draftPath(state.draft)
  const query = (more: Record<string, string | number | undefined>) => queryOf(view, frame.session.period, more)
  const faults = [...reading.wrong, ...reading.unchecked]
  const standing = new Map((brief.edits ?? []).flatMap((e) => (e.held ? [] : [[e.par, e] as const])))
  return (
    <article class="copy" id="copy" aria-label="Copy">
      {[brief.headline, ...brief.pars].map((sentence, par) => {
        const found = faults.filter((f) => f.block === par)
        const edit = standing.get(par)
        if (writing?.par === par)
          return (
            <EditForm
              path={path}
              query={query({})}
              par={par}
              version={state.version}
              text={writing.text}
              engine={edit?.was ?? null}
              who={frame.who}
              read={writing.read}
            />
          )
        const words = (
          <Words
            sentence={sentence}
            par={par}
            findings={found}
            href={(p, span) => `${path}${query({ mark: `${p}-${span}` })}#behind`}
            open={mark?.name ?? null}
          />
        )
        const own = par === 0 ? null : brief.pars[par - 1]!
        const isCrosshead = own?.slot === 'crosshead'
        return (
          <div class={`par${own?.rule.startsWith('desk/') ? ' desk' : ''}`} data-par={par} id={`par-${par}`}>
            {par === 0 ? (
              <h1 class="words">{words}</h1>
            ) : isCrosshead ? (
              <h2 class="words">{words}</h2>
            ) : (
              <p class="words">{words}</p>
            )}
            <a
              class="pencil"
              href={`${path}${query({ edit: par })}`}
              data-edit={par}
              aria-label={`Edit ${placeName(par).toLowerCase()}`}
            >
              Edit
            </a>
            {edit && <EditNote edit={edit} />}
            {found.length > 0 && <Findings findings={found} />}
          </div>
        )
      })}
    </article>
  )
}

const EditNote = ({ edit }: { edit: Edit }) => (
  <details class="edited">
    <summary>
      Edited by {plain(edit.by)}, {timeOf(edit.at)}
    </summary>
    <p>
      <strong>The engine's words:</strong> {plain(edit.was)}
    </p>
  </details>
)

const changesSince = ({ draft, view, frame }: DraftPage, against: string): string =>
  `${draftPath(draft.state.draft)}${queryOf(view, frame.session.period, { show: 'changes', against })}`

const Standing = ({ page }: { page: DraftPage }) => {
  const { reading, brief, state } = page.draft
  return (
    <>
      {page.faster && (
        <div class="refusal is-refused" role="alert" id="conflict" tabindex={-1}>
          <p>
            <strong>
              {plain(page.faster.by)} was faster: the draft was {page.faster.what} at {timeOf(page.faster.at)}.
            </strong>{' '}
            What you did is not saved.{' '}
            {page.writing && 'What you typed stands below: save it again to put it in place of what stands there now.'}
          </p>
          {page.writing && (
            <p>
              <strong>{placeName(page.writing.par)} now:</strong>{' '}
              {plain([brief.headline, ...brief.pars][page.writing.par]?.text ?? 'It is gone.')}
            </p>
          )}
          <ChangeList changes={page.faster.since} mode="inline" />
        </div>
      )}
      {reading.wrong.length > 0 && (
        <p class="alarm" role="note">
          <strong>{plural(reading.wrong.length, 'claim does', 'claims do')} not hold.</strong> See the marks below.
        </p>
      )}
      {!brief.usable && reading.wrong.length === 0 && page.frame.session.stamp.length === 0 && (
        <p class="alarm" role="note">
          <strong>Not for use.</strong> The notes below say why.
        </p>
      )}
      {state.before !== null && state.status === 'changed' && page.show === 'copy' && (
        <p class="news" role="note">
          The data or the rules changed this draft{state.approved !== null && ', which was approved before'}.{' '}
          <a href={changesSince(page, state.approved === null ? 'before' : 'approved')}>See what changed, and why</a>
        </p>
      )}
    </>
  )
}

/** A draft: its copy with everything marked, what it may be checked by, and what may be done with it. */
export const DraftPage = (page: DraftPage) => {
  const { frame, view, draft, show, mark } = page
  const { session } = frame
  const { state, brief, reading } = draft
  const path = draftPath(state.draft)
  const { before, after, near, at, of } = aroundOf(session, view, state.draft)
  const query = (more: Record<string, string | number | undefined> = {}) => queryOf(view, session.period, more)
  const plainCopy = `${path}${query()}`
  const back = mark || show === 'changes' ? plainCopy : `/${query()}`
  return (
    <Layout frame={frame} title={`${brief.area.name}: ${brief.headline.text}`} kind="draft" said={page.said}>
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
          <Charts charts={page.charts} />
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

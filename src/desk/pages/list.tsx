import type { DraftState } from '../../archive/state.ts'
import { sorts, statuses, type View } from '../listing.ts'
import type { Session } from '../session.ts'
import { keyed, plain, plural, queryOf, sortNames, statusNames } from '../views.ts'
import { type Frame, Layout } from './layout.tsx'
import { Row } from './row.tsx'

/** Drafts that are shown at first, and added when more are wanted. */
export const screen = 50

interface Rows {
  session: Session
  view: View
  /** How many are shown, from which on. */
  from: number
  to: number
}

const found = ({ session, view }: Pick<Rows, 'session' | 'view'>): readonly DraftState[] => {
  session.states()
  return session.listing.of(view)
}

/** Rows, and how to get more of them. */
export const Rows = ({ session, view, from, to }: Rows) => {
  const all = found({ session, view })
  return (
    <>
      {all.slice(from, to).map((state) => (
        <Row state={state} view={view} period={session.period} />
      ))}
      {all.length > to && (
        <li class="more">
          <a
            class="button"
            href={`/${queryOf(view, session.period, { n: to + screen })}`}
            data-more={`/rows${queryOf(view, session.period, { from: to })}`}
          >
            Show {Math.min(screen, all.length - to)} more of {(all.length - to).toLocaleString('en-GB')}
          </a>
        </li>
      )}
    </>
  )
}

/** How many there are, in words. */
export const countOf = (session: Session, view: View): string => {
  const all = found({ session, view })
  const wrong = session.listing.wrong(view)
  return `${plural(all.length, 'draft')}${wrong > 0 ? `, ${wrong} with a claim that does not hold` : ''}`
}

/** All drafts, the strongest story first. */
export const List = ({ frame, view, shown, said }: { frame: Frame; view: View; shown: number; said?: string }) => {
  const { session } = frame
  const count = countOf(session, view)
  const counts = session.listing.counts(view.period)
  const periods = session.listing.periods()
  return (
    <Layout frame={frame} title="Drafts" kind="list" said={said}>
      <main id="main" class="list" tabindex={-1}>
        <div class="list-head">
          <h1>Drafts</h1>
          <p class="count" id="count" role="status" aria-live="polite">
            {count}
          </p>
        </div>
        <search>
          <form class="filters" method="get" action="/" data-rows="/rows">
            <div class="field search">
              <label for="q">Area</label>
              <input
                id="q"
                name="q"
                type="search"
                value={view.q}
                placeholder="Search areas"
                maxlength={100}
                {...keyed('/')}
              />
            </div>
            <div class="field">
              <label for="status">Status</label>
              <select id="status" name="status">
                <option value="">All</option>
                {statuses.map((status) => (
                  <option value={status} selected={view.status === status}>
                    {statusNames[status]} ({counts.get(status) ?? 0})
                  </option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for="sort">Order</label>
              <select id="sort" name="sort">
                {sorts.map((sort) => (
                  <option value={sort} selected={view.sort === sort}>
                    {sortNames[sort]}
                  </option>
                ))}
              </select>
            </div>
            {periods.length > 1 && (
              <div class="field">
                <label for="period">Period</label>
                <select id="period" name="period">
                  {periods.map((period) => (
                    <option value={period} selected={view.period === period}>
                      {period}
                    </option>
                  ))}
                </select>
              </div>
            )}
            <button type="submit" class="go">
              Show
            </button>
          </form>
        </search>
        {session.opened.isShut && (
          <p class="alarm" role="note">
            <strong>The gate is shut: no draft is usable.</strong> The notes of each draft say why, and nib gate with
            the same files says more.
          </p>
        )}
        {(session.last?.without.length ?? 0) > 0 && (
          <details class="without">
            <summary>{plural(session.last!.without.length, 'area')} without copy</summary>
            <ul>
              {session.last!.without.map((line) => (
                <li>{plain(line)}</li>
              ))}
            </ul>
          </details>
        )}
        <ol class="rows" id="rows" aria-label="Drafts">
          <Rows session={session} view={view} from={0} to={shown} />
        </ol>
      </main>
    </Layout>
  )
}

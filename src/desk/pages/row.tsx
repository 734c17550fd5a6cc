import type { DraftState, Status } from '../../archive/state.ts'
import type { View } from '../listing.ts'
import { draftPath, plain, plural, queryOf, statusNames } from '../views.ts'

/** A status in words, with a mark of its own beside the colour. */
export const Badge = ({ status }: { status: Status }) => <span class={`badge is-${status}`}>{statusNames[status]}</span>

/** Whether it has been released, and whether it is this that was. */
const Out = ({ state: { released, version } }: { state: DraftState }) =>
  released === null ? null : (
    <span class="out">
      {released.issued.kind === 'withdrawal'
        ? 'Withdrawn'
        : `Version ${released.issued.version} is out${released.version === version ? '' : ', not this one'}`}
    </span>
  )

/** What is to be looked at before a draft is used. */
const Warnings = ({ state }: { state: DraftState }) => {
  const { wrong, unchecked, usable } = state.shown
  return (
    <>
      {wrong > 0 && <span class="warn is-wrong">{plural(wrong, 'claim')} wrong</span>}
      {unchecked > 0 && <span class="warn">{plural(unchecked, 'claim')} unchecked</span>}
      {state.heldEdits > 0 && <span class="warn">{plural(state.heldEdits, 'edit')} waiting</span>}
      {!usable && wrong === 0 && <span class="warn">Not for use</span>}
      <Out state={state} />
    </>
  )
}

interface Props {
  state: DraftState
  view: View
  /** The period of the run, which addresses leave out. */
  period: string
}

/** A draft in the list: one link, with all that the journal tells of it. */
export const Row = ({ state, view, period }: Props) => {
  const { area, headline, because, score } = state.shown
  return (
    <li class="row" data-draft={state.draft}>
      <Badge status={state.status} />
      <div class="story">
        <a class="open" href={`${draftPath(state.draft)}${queryOf(view, period)}`}>
          <span class="area">{plain(area)}</span>
          <span class="headline">{plain(headline)}</span>
        </a>
        <p class="because">
          <span class="visually-hidden">Why it is news: </span>
          {plain(because)}
        </p>
      </div>
      <div class="side-notes">
        <Warnings state={state} />
        <span class="score" title="Newsworthiness">
          <span class="visually-hidden">Newsworthiness </span>
          {score.toFixed(1)}
        </span>
      </div>
    </li>
  )
}

/** The same beside a draft: area and headline alone. */
export const SmallRow = ({ state, view, period, here }: Props & { here: boolean }) => (
  <li class={here ? 'small here' : 'small'}>
    <a href={`${draftPath(state.draft)}${queryOf(view, period)}`} aria-current={here ? 'page' : undefined}>
      <span class="area">
        {plain(state.shown.area)} <Badge status={state.status} />
      </span>
      <span class="headline">{plain(state.shown.headline)}</span>
      {(state.shown.wrong > 0 || state.heldEdits > 0) && (
        <span class="notes">
          <Warnings state={state} />
        </span>
      )}
    </a>
  </li>
)

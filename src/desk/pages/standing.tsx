import { stampOf } from '../../render/stamp.ts'
import { draftPath, plain, plural, queryOf, timeOf } from '../views.ts'
import { ChangeList } from './changes.tsx'
import type { DraftProps } from './draft-page.ts'
import { placeName } from './edit.tsx'

const changesSince = ({ draft, view, frame }: DraftProps, against: string): string =>
  `${draftPath(draft.state.draft)}${queryOf(view, frame.session.period, { show: 'changes', against })}`

/** How a draft stands, said above its copy: who was faster, what does not hold, what changed it. */
export const Standing = ({ page }: { page: DraftProps }) => {
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
      {!brief.usable && reading.wrong.length === 0 && stampOf(brief).length === 0 && (
        <p class="alarm" role="note">
          <strong>Not for use.</strong> The notes below say why.
        </p>
      )}
      {state.released !== null && state.released.version !== state.version && (
        <p class="news" role="note">
          Version {state.released.issued.version} is out, and is not what stands here. Once this is approved, nib
          release sends it to whoever has that one, as an update or a correction.{' '}
          <a href={changesSince(page, 'released')}>See what differs</a>
        </p>
      )}
      {state.before !== null && state.status === 'changed' && page.show === 'copy' && state.released === null && (
        <p class="news" role="note">
          The data or the rules changed this draft{state.approved !== null && ', which was approved before'}.{' '}
          <a href={changesSince(page, state.approved === null ? 'before' : 'approved')}>See what changed, and why</a>
        </p>
      )}
    </>
  )
}

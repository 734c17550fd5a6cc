import type { Edit } from '../../prose/brief.ts'
import { most } from '../posted.ts'
import { plain, timeOf } from '../views.ts'
import { placeName } from './edit.tsx'

interface Props {
  edits: readonly Edit[]
  path: string
  query: string
  version: string
  who: string
}

/** Edits that wait, because what was under them changed: each beside what stands there now. */
export const HeldEdits = ({ edits, path, query, version, who }: Props) => {
  const held = edits.flatMap((edit, index) => (edit.held === undefined ? [] : [{ edit, index, now: edit.held.now }]))
  if (held.length === 0) return null
  return (
    <section class="held" aria-labelledby="held-title">
      <h2 id="held-title">{held.length === 1 ? 'An edit waits for you' : `${held.length} edits wait for you`}</h2>
      <p>
        What was under {held.length === 1 ? 'it' : 'them'} changed, so {held.length === 1 ? 'it is' : 'they are'} not in
        the copy.
      </p>
      {held.map(({ edit, index, now }) => (
        <form
          method="post"
          action={`${path}/settle${query}`}
          class="held-edit"
          aria-label={`Edit of ${placeName(edit.par)}`}
        >
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="index" value={index} />
          <input type="hidden" name="who" value={who} />
          <h3>
            {placeName(edit.par)}, edited by {plain(edit.by)}, {timeOf(edit.at)}
          </h3>
          <dl class="three">
            <div>
              <dt>What was edited</dt>
              <dd>{plain(edit.was)}</dd>
            </div>
            <div>
              <dt>What stands there now</dt>
              <dd>{now === null ? <em>The paragraph is gone.</em> : plain(now)}</dd>
            </div>
            <div>
              <dt>
                <label for={`held-${index}`}>The edit{now !== null && ', which you may change'}</label>
              </dt>
              <dd>
                <textarea id={`held-${index}`} name="text" rows={4} maxlength={most.text} readonly={now === null}>
                  {plain(edit.text)}
                </textarea>
              </dd>
            </div>
          </dl>
          <div class="tools">
            {now !== null && (
              <button type="submit" name="what" value="keep">
                Keep the edit
              </button>
            )}
            <button type="submit" name="what" value="drop" formnovalidate>
              {now === null ? 'Let it go' : 'Take the new words'}
            </button>
          </div>
        </form>
      ))}
    </section>
  )
}

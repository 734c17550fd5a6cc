import type { Cause, Change } from '../../diff/change.ts'
import { keyed, plain, plural } from '../views.ts'
import { placeName } from './edit.tsx'

const causeNames: Record<Cause['kind'], string> = {
  data: 'Data',
  rule: 'Rule',
  wording: 'Wording',
  selection: 'Selection',
  desk: 'Desk',
}

const kindNames: Record<Change['kind'], string> = { changed: 'Changed', came: 'New', gone: 'Gone', moved: 'Moved' }

const whereOf = ({ was, now, kind }: Change): string => {
  const at = (now ?? was)!.index
  if (kind === 'moved' && was && now && was.index !== now.index)
    return `${placeName(was.index)} to ${placeName(now.index).toLowerCase()}`
  return placeName(at)
}

const Words = ({ words, without }: { words: Change['words']; without?: 'added' | 'removed' }) => (
  <p class="copy-words">
    {words.map(({ text, kind }) =>
      kind === without ? null : kind === 'added' ? (
        <ins>{plain(text)}</ins>
      ) : kind === 'removed' ? (
        <del>{plain(text)}</del>
      ) : (
        plain(text)
      ),
    )}
  </p>
)

export interface Against {
  /** What it is compared with, as it stands in the address, and in words. */
  name: string
  label: string
}

interface Props {
  changes: readonly Change[]
  bases: readonly Against[]
  base: string | null
  mode: 'inline' | 'side'
  href: (more: { against?: string; mode?: string }) => string
}

/** Changes one under another, in line or side by side, each with its causes. */
export const ChangeList = ({ changes, mode }: Pick<Props, 'changes' | 'mode'>) => (
  <ol class="change-list">
    {changes.map((change) => (
      <li class={`change is-${change.kind}`}>
        <h3>
          {kindNames[change.kind]}: {whereOf(change)}
        </h3>
        {mode === 'side' ? (
          <div class="sides">
            <div>
              <h4>Was</h4>
              {change.was ? <Words words={change.words} without="added" /> : <p class="nothing">Nothing stood here.</p>}
            </div>
            <div>
              <h4>Now</h4>
              {change.now ? (
                <Words words={change.words} without="removed" />
              ) : (
                <p class="nothing">Nothing stands here.</p>
              )}
            </div>
          </div>
        ) : (
          <Words words={change.words} />
        )}
        <ul class="causes" aria-label="Why">
          {change.causes.map((cause) => (
            <li>
              <span class={`cause is-${cause.kind}`}>{causeNames[cause.kind]}</span> {plain(cause.text)}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
)

/** What differs from another version, each with its cause. */
export const Changes = ({ changes, bases, base, mode, href }: Props) => (
  <section class="changes" id="changes" aria-labelledby="changes-title">
    <div class="changes-head">
      <h2 id="changes-title">Changes</h2>
      <nav aria-label="Compare with">
        {bases.map(({ name, label }) => (
          <a href={href({ against: name })} aria-current={name === base ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {base !== null && (
        <a class="button" href={href({ mode: mode === 'side' ? 'inline' : 'side' })} {...keyed('s')}>
          {mode === 'side' ? 'In line' : 'Side by side'}
        </a>
      )}
    </div>
    {base === null ? (
      <p>There is no version before this one.</p>
    ) : (
      <p class="count">
        {changes.length === 0
          ? 'Nothing differs.'
          : `${plural(changes.length, 'sentence')} changed, came, moved or went.`}
      </p>
    )}
    <ChangeList changes={changes} mode={mode} />
  </section>
)

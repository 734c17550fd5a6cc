import type { Decision } from '../../archive/journal.ts'
import type { Finding } from '../../verify/finding.ts'
import { most } from '../posted.ts'
import { keyed, plain } from '../views.ts'
import { Findings } from './findings.tsx'

/** Why a draft was not approved, or what is to be said first. */
export interface Refusal {
  /** `sure`: it may be approved by one who has looked. */
  kind: 'refused' | 'sure'
  why: string
  sentences: readonly { text: string; findings: readonly Finding[] }[]
  note: string
}

interface Props {
  path: string
  query: string
  version: string
  who: string
  refusal: Refusal | null
}

const buttons: readonly [Decision, label: string, key: string][] = [
  ['checked', 'Checked', 'c'],
  ['approved', 'Approve', 'a'],
  ['held', 'Hold', 'h'],
  ['sent-back', 'Send back', 'b'],
]

/** What a person says of the draft, with a name and a note. */
export const Decide = ({ path, query, version, who, refusal }: Props) => (
  <section class="decide" id="decide" aria-labelledby="decide-title">
    <h2 id="decide-title" class="visually-hidden">
      Decide
    </h2>
    {refusal && (
      <div class={`refusal is-${refusal.kind}`} role="alert" id="refusal" tabindex={-1}>
        <p>
          <strong>{refusal.why}</strong>
        </p>
        {refusal.sentences.map(({ text, findings }) => (
          <>
            <blockquote>{plain(text)}</blockquote>
            <Findings findings={findings} />
          </>
        ))}
      </div>
    )}
    <form method="post" action={`${path}/decide${query}`}>
      <input type="hidden" name="version" value={version} />
      {refusal?.kind === 'sure' && (
        <label class="sure">
          <input type="checkbox" name="sure" value="yes" required /> I have checked this myself
        </label>
      )}
      <div class="field">
        <label for="who">Your name</label>
        <input id="who" name="who" value={who} required maxlength={most.name} autocomplete="name" />
      </div>
      <div class="field note">
        <label for="note">Note</label>
        <input id="note" name="note" value={refusal?.note ?? ''} maxlength={most.note} />
      </div>
      <div class="tools">
        {buttons.map(([what, label, key]) => (
          <button
            type="submit"
            name="what"
            value={what}
            class={what === 'approved' ? 'main' : undefined}
            {...keyed(key)}
            data-wants-note={what === 'held' || what === 'sent-back' ? 'yes' : undefined}
            formnovalidate={refusal?.kind === 'sure' && what !== 'approved' && who !== ''}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  </section>
)

import type { Finding } from '../../verify/finding.ts'
import { most } from '../posted.ts'
import { keyed, plain } from '../views.ts'
import { Findings, holdsText } from './findings.tsx'

interface Props {
  /** The addresses of the draft: to save, to be read back, to go back to. */
  path: string
  query: string
  par: number
  version: string
  text: string
  /** The engine's words there, where a person has other ones. */
  engine: string | null
  who: string
  /** What the read-back says of the text, where it was asked. */
  read: { findings: readonly Finding[]; holds: number } | null
}

export const placeName = (par: number): string => (par === 0 ? 'Headline' : `Paragraph ${par}`)

/** A paragraph being written. The script reads it back as it is typed; without it, the button does. */
export const EditForm = ({ path, query, par, version, text, engine, who, read }: Props) => (
  <form class="edit" method="post" action={`${path}/edit${query}`} data-check={`${path}/check`} data-par={par}>
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="par" value={par} />
    <label for="words">{placeName(par)}</label>
    <div class={par === 0 ? 'typing headline' : 'typing'}>
      <div class="mirror" aria-hidden="true"></div>
      <textarea id="words" name="text" required maxlength={most.text} aria-describedby="read-back" autofocus rows={4}>
        {plain(text)}
      </textarea>
    </div>
    <div id="read-back" class="read-back" role="status" aria-live="polite">
      {read && (
        <>
          <p class={read.findings.length === 0 && read.holds > 0 ? 'holds' : 'count'}>{holdsText(read.holds)}</p>
          <Findings findings={read.findings} />
        </>
      )}
    </div>
    {engine !== null && (
      <p class="engine">
        <strong>The engine's words:</strong> {plain(engine)}
      </p>
    )}
    <div class="tools">
      <div class="field">
        <label for="edit-who">Your name</label>
        <input id="edit-who" name="who" value={who} required maxlength={most.name} autocomplete="name" />
      </div>
      <button type="submit" name="what" value="save" class="main" data-save>
        Save
      </button>
      <button type="submit" name="what" value="check" class="no-script">
        Read back
      </button>
      {engine !== null && (
        <button type="submit" name="what" value="engine" formnovalidate>
          Back to the engine's words
        </button>
      )}
      <a class="button" href={`${path}${query}`} {...keyed('Escape')} id="cancel">
        Cancel
      </a>
    </div>
  </form>
)

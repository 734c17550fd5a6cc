import type { Edit } from '../../prose/brief.ts'
import { draftPath, plain, queryOf, timeOf } from '../views.ts'
import type { DraftProps } from './draft-page.ts'
import { EditForm, placeName } from './edit.tsx'
import { Findings } from './findings.tsx'
import { Words } from './words.tsx'

/** The copy: every sentence with its marks, what is found of it, and its pencil. */
export const Copy = (page: DraftProps) => {
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

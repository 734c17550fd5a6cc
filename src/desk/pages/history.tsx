import type { OfDraft } from '../../archive/journal.ts'
import { draftText } from '../../deliver/entry-text.ts'
import { plain, plural, statusNames, timeOf } from '../views.ts'

interface Props {
  entries: readonly OfDraft[]
  /** The version that stands. */
  version: string
  /** The address of what changed since a version. */
  since: (version: string) => string
}

const told = (entry: Props['entries'][number], first: boolean): string => {
  if (entry.what === 'made') {
    const held = entry.held > 0 ? `; ${plural(entry.held, 'edit')} held` : ''
    return `${first ? 'made' : entry.same ? 'made again, in the same words' : 'made again, and changed'}${held}`
  }
  if (entry.what === 'released' || entry.what === 'delivered' || entry.what === 'undelivered')
    return plain(draftText(entry))
  return entry.what === 'edited' ? 'edited' : statusNames[entry.what].toLowerCase()
}

/** Who did what when, the latest first. */
export const History = ({ entries, version, since }: Props) => (
  <section class="history" aria-labelledby="history-title">
    <h2 id="history-title">History</h2>
    <ol>
      {entries
        .map((entry, i) => (
          <li>
            <time datetime={entry.at}>{timeOf(entry.at)}</time>{' '}
            <span>
              <strong>{plain(entry.who)}</strong>: {told(entry, i === 0)}
              {'note' in entry && entry.note !== undefined && <q>{plain(entry.note)}</q>}
            </span>
            {entry.version !== version && (
              <a href={since(entry.version)}>
                Changes since<span class="visually-hidden"> {timeOf(entry.at)}</span>
              </a>
            )}
          </li>
        ))
        .reverse()}
    </ol>
  </section>
)

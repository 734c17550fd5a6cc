import { type Entry, isOfDraft } from '../archive/journal.ts'
import { saidInLondon } from '../london.ts'

/** One thing that happened, in a line. @param nameOf the name of a draft's area */
export function entryText(entry: Entry, nameOf: (draft: string) => string): string {
  const when = saidInLondon(new Date(entry.at))
  if (!isOfDraft(entry)) return `${when}  ${entry.who}: ${runText(entry)}\n`
  const [period = '', , edition = ''] = entry.draft.split('/')
  return `${when}  ${entry.who}: ${nameOf(entry.draft)}, ${edition}, ${period}: ${draftText(entry)}\n`
}

function runText(entry: Extract<Entry, { what: 'run' | 'ran' }>): string {
  if (entry.what === 'ran') {
    const { fresh, changed, same } = entry.told
    return `made them: ${fresh} new, ${changed} changed, ${same} as they were`
  }
  const files = Object.values(entry.files).map(({ name, hash }) => `${name} (SHA-256 ${hash.slice(0, 12)}…)`)
  return `makes the drafts from ${files.join(', ')}`
}

/** What happened to a draft, in words. */
export function draftText(entry: Exclude<Entry, { what: 'run' | 'ran' }>): string {
  switch (entry.what) {
    case 'made':
      return `${entry.same ? 'made again, in the same words' : 'made'}${entry.held > 0 ? `; ${entry.held === 1 ? 'an edit is' : `${entry.held} edits are`} held` : ''}`
    case 'released': {
      const { version, kind, rehearsal, notes } = entry.issued
      const as = `${rehearsal ? 'rehearsed' : 'released'} as version ${version}${kind === 'first' ? '' : ` (${kind})`}`
      return [as, ...(entry.early === undefined ? [] : [`before its time: ${entry.early}`]), ...notes].join('. ')
    }
    case 'delivered':
      return `delivered to ${entry.channel}`
    case 'undelivered':
      return `not delivered to ${entry.channel}: ${entry.why}`
    case 'sent-back':
    case 'held':
    case 'checked':
    case 'approved':
      return `${entry.what === 'sent-back' ? 'sent back' : entry.what}${entry.note === undefined ? '' : `: ${entry.note}`}`
    case 'edited':
      return 'edited'
  }
}

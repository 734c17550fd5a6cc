import type { Released } from '../archive/journal.ts'
import { saidInLondon } from '../london.ts'
import type { Sorted } from './due.ts'
import type { Issue } from './ledger.ts'
import type { ReleasedNow } from './release.ts'
import type { Sent } from './send.ts'

const drafts = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'draft' : 'drafts'}`

/** What stays, and why. */
export function staysText({ waiting, refused }: Sorted): string {
  const byTime = new Map<string, number>()
  for (const { from } of waiting) {
    const until =
      from === null ? 'no time of publication is stated: write next into release.yaml' : `until ${saidInLondon(from)}`
    byTime.set(until, (byTime.get(until) ?? 0) + 1)
  }
  return [
    ...[...byTime].map(
      ([until, n]) =>
        `Embargoed: ${drafts(n)} approved, ${n === 1 ? 'waits' : 'wait'} ${until.startsWith('no') ? `(${until})` : until}.\n`,
    ),
    ...refused.map(({ state, why }) => `Not released: ${state.shown.area}: ${why}.\n`),
  ].join('')
}

/** What would go, strongest first. */
export const wouldGoText = ({ due }: Sorted): string =>
  due
    .map(
      ({ state, brief }) =>
        `${state.released === null ? 'first' : `version ${state.released.issued.version + 1}`}  ${brief.area.name}: ${brief.headline.text}\n`,
    )
    .join('')

/** What was released: later versions by name, with what they tell those who have the one before. */
export function releasedText({ released, same, overtaken }: ReleasedNow, nameOf: (draft: string) => string): string {
  const firsts = released.filter(({ issued }) => issued.version === 1)
  const later = released.filter(({ issued }) => issued.version > 1)
  return [
    ...(firsts.length > 0 ? [`Released: ${drafts(firsts.length)}, each in its first version.\n`] : []),
    ...later.map((one) => laterText(one, nameOf(one.draft))),
    ...released
      .filter(({ parcels }) => parcels.length === 0)
      .map(({ draft }) => `${nameOf(draft)}: no channel takes it.\n`),
    ...(same.length > 0 ? [`${drafts(same.length)} as delivered before: nothing to send.\n`] : []),
    ...overtaken.map(
      ({ brief }) => `Not released: ${brief.area.name}: somebody changed it just now; look at it again.\n`,
    ),
  ].join('')
}

export function laterText({ issued }: Released, name: string): string {
  const { kind, version, notes } = issued
  return [`Released: ${name}, version ${version} (${kind}).\n`, ...notes.map((note) => `  ${note}\n`)].join('')
}

/** What became of all that was owed to a channel. */
export function sentText({ channel, delivered, owed }: Sent, where: string, nameOf: (draft: string) => string): string {
  const line = `${channel}: ${delivered.length.toLocaleString('en-GB')} delivered${owed.length > 0 ? `, ${owed.length.toLocaleString('en-GB')} owed` : ''} (${where})\n`
  const why = owed.map(({ issue, why }) => `  ${versionText(issue, nameOf)}: ${why}\n`)
  return [line, ...why.slice(0, most), ...(why.length > most ? [`  and ${why.length - most} more\n`] : [])].join('')
}

const most = 10

const versionText = ({ draft, issued }: Issue, nameOf: (draft: string) => string): string =>
  `${nameOf(draft)}, version ${issued.version}`

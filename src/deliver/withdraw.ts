import type { Archive } from '../archive/archive.ts'
import type { Released } from '../archive/journal.ts'
import { asOf } from '../embargo.ts'
import { fail } from '../messages.ts'
import type { Delivery } from './delivery-file.ts'
import { type Issue, isTaken, type Story } from './ledger.ts'
import { nextIssue, parcelsOf } from './pack.ts'
import { channelsOf } from './release.ts'

/** The stories of an area that have been released and are not withdrawn, the newest first. */
export function standing(stories: ReadonlyMap<string, Story>, isWanted: (draft: string) => boolean): Story[] {
  return [...stories.values()]
    .filter((story) => isWanted(lastOf(story).draft) && lastOf(story).issued.kind !== 'withdrawal')
    .sort((a, b) => (lastOf(a).at < lastOf(b).at ? 1 : -1))
}

const lastOf = (story: Story): Issue => story[story.length - 1]!

/** Withdraws a story: its last version, told by its headline, to every channel that had any of it. */
export function withdraw(
  archive: Archive,
  story: Story,
  delivery: Delivery,
  wanted: { who: string; reason: string; now: Date },
): Released {
  const { draft, version, issued: last } = lastOf(story)
  const { uri, rehearsal } = last
  const { provider } = delivery
  const issued = nextIssue(story, { uri, kind: 'withdrawal', notes: [wanted.reason], provider, rehearsal }, wanted.now)
  const brief = asOf(archive.version(version), wanted.now)
  const parcels = parcelsOf(brief, issued, channelsOf(story, delivery.channels), [], archive.kept)
  const entry: Released = { what: 'released', draft, version, issued, parcels }
  const taken = `another process has released a version of ${uri} meanwhile: look at it, and withdraw again`
  archive.tell(() =>
    isTaken(archive, issued)
      ? fail('bad-usage', {}, { why: taken })
      : [{ at: wanted.now.toISOString(), who: wanted.who, ...entry }],
  )
  return entry
}

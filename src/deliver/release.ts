import type { Archive } from '../archive/archive.ts'
import type { Entry, Released } from '../archive/journal.ts'
import { typedFor } from '../release/areas.ts'
import type { Chart } from '../render/chart.ts'
import type { Kind } from '../render/issued.ts'
import { type Channel, isFor, type NamedArea } from './channel.ts'
import type { Delivery } from './delivery-file.ts'
import type { Due } from './due.ts'
import { isTaken, type Story, storiesOf } from './ledger.ts'
import { needsCharts, nextIssue, parcelsOf, uriOf } from './pack.ts'

/** What a later version is to those who have the one before, and what they are told; null where nothing differs. */
export type Judge = (lastVersion: string, due: Due) => Promise<{ kind: Kind; notes: string[] } | null>

/** What was released, and what was as it had been delivered already. */
export interface ReleasedNow {
  released: Released[]
  same: Due[]
  /** Drafts that somebody changed, or released, between the look at them and the release. */
  overtaken: Due[]
}

/**
 * Gives each draft its version, makes what is to be sent, keeps it, and tells the journal: from then on it is owed to its channels. A
 * draft that another process has changed or released meanwhile is not released.
 */
export async function release(
  name: string,
  archive: Archive,
  due: readonly Due[],
  delivery: Delivery,
  judge: Judge,
  draw: (due: Due) => Promise<readonly Chart[]>,
  wanted: { who: string; rehearsal: boolean; early: string | null; now: Date },
): Promise<ReleasedNow> {
  const now: ReleasedNow = { released: [], same: [], overtaken: [] }
  const stories = storiesOf(archive.entries())
  const made: { due: Due; entry: Released }[] = []
  for (const one of due) {
    const uri = uriOf(delivery.provider, name, one.state.draft, wanted.rehearsal)
    const story = stories.get(uri)
    const told = await judged(story, one, judge)
    if (told === null) {
      now.same.push(one)
      continue
    }
    const early = one.isEarly ? wanted.early : null
    const notes = [
      ...told.notes,
      ...(early === null ? [] : [`Released by ${wanted.who} before its figures were public: ${early}`]),
    ]
    const { provider } = delivery
    const issued = nextIssue(story, { uri, kind: told.kind, notes, provider, rehearsal: wanted.rehearsal }, wanted.now)
    const channels = delivery.channels.filter((channel) => isFor(channel, areaOf(one)))
    const charts = needsCharts(channels) ? await draw(one) : []
    const parcels = parcelsOf(one.brief, issued, channels, charts, archive.kept)
    const { draft, version } = one.state
    made.push({
      due: one,
      entry: { what: 'released', draft, version, issued, parcels, ...(early === null ? {} : { early }) },
    })
  }
  archive.tell((states) => {
    const at = wanted.now.toISOString()
    return made.flatMap(({ due: one, entry }): Entry[] => {
      const stands = states.get(entry.draft)
      if (stands?.version !== entry.version || stands.status !== 'approved' || isTaken(archive, entry.issued)) {
        now.overtaken.push(one)
        return []
      }
      now.released.push(entry)
      return [{ at, who: wanted.who, ...entry }]
    })
  })
  return now
}

async function judged(story: Story | undefined, due: Due, judge: Judge) {
  const last = story?.at(-1)
  if (last === undefined) return { kind: 'first' as const, notes: [] }
  return judge(last.version, due)
}

/** What a channel asks of an area: all that it may be called, and whether it is the whole. */
function areaOf({ brief, opened }: Due): NamedArea {
  const { areas } = (opened.placeOf(brief.area.key)?.desk ?? opened.levels[0]).release
  const area = [areas.whole, ...areas.listed].find(({ key }) => key === brief.area.key)
  return {
    key: brief.area.key,
    isWhole: brief.area.key === areas.whole.key,
    names: area ? typedFor(area) : [brief.area.key],
  }
}

/** Channels that a story has gone to. */
export const channelsOf = (story: Story, channels: readonly Channel[]): Channel[] =>
  channels.filter(({ key }) => story.some(({ parcels }) => parcels.some(({ channel }) => channel === key)))

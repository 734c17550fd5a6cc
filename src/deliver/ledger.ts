import type { Archive } from '../archive/archive.ts'
import type { Entry, Parcel, Released } from '../archive/journal.ts'
import type { Issued } from '../render/issued.ts'

/** A version that was released, and how its parcels stand. */
export interface Issue extends Released {
  at: string
  who: string
  /** Key of a parcel → delivered, or what the other side said when it would not have it. */
  outcomes: Map<string, { at: string; tries: number; why: string | null }>
}

/** All versions of one story, the first one first. */
export type Story = Issue[]

/** What was released and what became of it, by the id of the story: read off the journal, which is all there is to know. */
export function storiesOf(entries: readonly Entry[]): Map<string, Story> {
  const stories = new Map<string, Story>()
  for (const entry of entries) {
    if (entry.what === 'released') {
      const story = stories.get(entry.issued.uri) ?? []
      stories.set(entry.issued.uri, story)
      story.push({ ...entry, outcomes: new Map() })
    } else if (entry.what === 'delivered' || entry.what === 'undelivered') {
      const issue = stories.get(entry.uri)?.find(({ parcels }) => parcels.some(({ key }) => key === entry.key))
      const why = entry.what === 'delivered' ? null : entry.why
      issue?.outcomes.set(entry.key, { at: entry.at, tries: entry.tries, why })
    }
  }
  return stories
}

/** A parcel on its way, with what it is of. */
export interface Owed {
  issue: Issue
  parcel: Parcel
}

/**
 * What is owed to a channel: of each story its newest version, where the channel does not have it. An older one is never sent once
 * there is a newer: it may be what that one corrects, or takes back.
 */
export function owedTo(channel: string, stories: ReadonlyMap<string, Story>): Owed[] {
  return [...stories.values()].flatMap((story) => {
    const issue = story[story.length - 1]!
    if (has(channel, issue)) return []
    return issue.parcels.filter((p) => p.channel === channel).map((parcel) => ({ issue, parcel }))
  })
}

/** Whether a parcel is to go yet: not where another process has brought it, or a later version of its story, meanwhile. */
export const isOwed = (archive: Pick<Archive, 'entries'>, { issue, parcel }: Owed): boolean =>
  owedTo(parcel.channel, storiesOf(archive.entries().filter(isOf(issue.issued.uri)))).some(
    (owed) => owed.parcel.key === parcel.key,
  )

const isOf = (uri: string) => (entry: Entry) =>
  entry.what === 'released' ? entry.issued.uri === uri : 'uri' in entry && entry.uri === uri

/** Whether a story has this version, or a later one, already: then another process was faster, and this one's would bear its number. */
export const isTaken = (archive: Pick<Archive, 'entries'>, { uri, version }: Issued): boolean =>
  archive.entries().some((e) => e.what === 'released' && e.issued.uri === uri && e.issued.version >= version)

/** Every version that a channel has, each story's in their order. */
export const deliveredTo = (channel: string, stories: ReadonlyMap<string, Story>): Issue[] =>
  [...stories.values()].flatMap((story) => story.filter((issue) => has(channel, issue)))

const has = (channel: string, { parcels, outcomes }: Issue): boolean =>
  parcels.some((parcel) => parcel.channel === channel && outcomes.get(parcel.key)?.why === null)

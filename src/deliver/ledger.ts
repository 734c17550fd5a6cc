import type { Entry, Parcel, Released } from '../archive/journal.ts'

/** A version that was released, and how its parcels stand. */
export interface Issue extends Released {
  at: string
  who: string
  /** Key of a parcel → delivered, or refused for good, and why. A key that is missing is still owed. */
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

/** What is owed to a channel, each story's versions in their order. */
export function owedTo(channel: string, stories: ReadonlyMap<string, Story>): Owed[] {
  return [...stories.values()].flatMap((story) =>
    story.flatMap((issue) =>
      issue.parcels
        .filter((parcel) => parcel.channel === channel && !issue.outcomes.has(parcel.key))
        .map((parcel) => ({ issue, parcel })),
    ),
  )
}

/** The newest version of each story that a channel has. */
export function heldBy(channel: string, stories: ReadonlyMap<string, Story>): Issue[] {
  return [...stories.values()].flatMap((story) => {
    const has = ({ parcels, outcomes }: Issue) =>
      parcels.some((parcel) => parcel.channel === channel && outcomes.get(parcel.key)?.why === null)
    return story.findLast(has) ?? []
  })
}

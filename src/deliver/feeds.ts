import { join } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Effects } from '../effects.ts'
import { asOf, freed } from '../embargo.ts'
import { atom, type Delivered } from '../render/atom.ts'
import type { Provider } from '../render/issued.ts'
import type { FolderChannel } from './channel.ts'
import { deliveredTo, storiesOf } from './ledger.ts'

/**
 * Writes the Atom feed of each area that a channel has had anything of: `feeds/kent.atom`, of a release. One that is there as it should
 * be is left as it is.
 */
export function writeFeeds(
  name: string,
  archive: Archive,
  channel: FolderChannel,
  provider: Provider,
  effects: Effects,
): void {
  const byArea = new Map<string, Delivered[]>()
  for (const issue of deliveredTo(channel.key, storiesOf(archive.entries()))) {
    if (issue.issued.rehearsal) continue
    const version = archive.version(issue.version)
    // What was delivered was free then, by the clock or by somebody's name.
    const brief = issue.early === undefined ? asOf(version, new Date(issue.at)) : freed(version)
    const mine = byArea.get(brief.area.key) ?? []
    byArea.set(brief.area.key, mine)
    mine.push({ brief, issued: issue.issued })
  }
  for (const [area, items] of byArea) {
    const { brief } = items.at(-1)!
    const id = `tag:${provider.domain},${provider.since}:${name}/feeds/${area}`
    const feed = { id, title: `${brief.release.title}: ${brief.area.name}`, provider }
    const path = join(channel.folder, 'feeds', `${name}-${area.replace(/[^a-z0-9]+/gi, '-')}.atom`)
    const text = atom(feed, items)
    if (!effects.exists(path) || effects.readText(path) !== text) effects.write(path, text)
  }
}

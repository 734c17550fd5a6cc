import { isAbsolute, relative } from 'node:path'
import { writeFeeds } from '../deliver/feeds.ts'
import { sentText } from '../deliver/say.ts'
import { type Carrier, send } from '../deliver/send.ts'
import { nameIn } from './area-key.ts'
import type { Room } from './release-room.ts'

/** Sends all that is owed to each channel, and tells it. Returns whether anything is owed still. */
export async function sendAll(
  { name, archive, delivery, who, effects, signal }: Room,
  carriers: ReadonlyMap<string, Carrier>,
): Promise<boolean> {
  let isOwed = false
  const all = delivery.channels.map(async (channel) => {
    const sent = await send(archive, channel.key, carriers.get(channel.key)!, who, effects, signal)
    // Where nothing was delivered too: a process that was killed may have delivered, and written no feed of it.
    if (channel.to === 'folder' && channel.feeds) writeFeeds(name, archive, channel, delivery.provider, effects)
    if (sent.owed.length > 0) isOwed = true
    if (sent.owed.length + sent.delivered.length > 0)
      effects.out(sentText(sent, channel.to === 'push' ? channel.url : fromHere(channel.folder), nameIn(archive)))
  })
  // All of them to their end: what fails of one channel must not leave others on their way when the lock is let go.
  const failed = (await Promise.allSettled(all)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  if (isOwed) effects.note(`What is owed goes with the next nib release ${name}.\n`)
  return isOwed
}

/** A path as a person here would write it. */
function fromHere(path: string): string {
  const near = relative('', path)
  return near.startsWith('..') || isAbsolute(near) ? path : near
}

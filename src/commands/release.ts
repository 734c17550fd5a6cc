import { join } from 'node:path'
import { carrierOf } from '../deliver/carriers.ts'
import { deliveryAt } from '../deliver/delivery-at.ts'
import { storiesOf } from '../deliver/ledger.ts'
import { realNet } from '../deliver/net.ts'
import { laterText } from '../deliver/say.ts'
import { standing, withdraw } from '../deliver/withdraw.ts'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { areaKey, areaOf, nameIn } from './area-key.ts'
import { archiveOf } from './journal.ts'
import { libraryAt } from './library.ts'
import { type DueOptions, releaseDue } from './release-due.ts'
import type { Room } from './release-room.ts'
import { sendAll } from './send-all.ts'
import { onEnd } from './signals.ts'
import { userName } from './user.ts'

export interface ReleaseOptions extends DueOptions {
  to: string
  area?: string
  who?: string
  withdraw?: string
  out: string
  library?: string
  /** The variables of the environment, in which secrets are. */
  secrets: Readonly<Record<string, string | undefined>>
}

/**
 * `nib release`: delivers what is approved, once its figures are public, and what is owed from before. Returns 1 where anything stays.
 * @param until ends it, as Ctrl-C does: what is not delivered by then is owed, and goes with the next
 */
export async function release(
  name: string,
  options: ReleaseOptions,
  effects: Effects,
  until?: AbortSignal,
): Promise<number> {
  checkOptions(options)
  const ended = new AbortController()
  const signal = until ?? ended.signal
  const library = libraryAt(options.library, effects)
  const area = areaKey(name, options.withdraw ?? options.area, library, effects)
  const archive = archiveOf(name, options.out, effects)
  const delivery = deliveryAt(options.to, library, effects)
  const carriers = new Map(
    delivery.channels.map((channel) => [
      channel.key,
      carrierOf(name, channel, options.secrets, effects, { ...realNet(), now: effects.now }, signal),
    ]),
  )
  const path = join(options.out, name, 'archive', 'delivering')
  const letGo = effects.hold(path) ?? fail('busy', {}, { path })
  const off = onEnd(() => ended.abort())
  try {
    const isWanted = (draft: string) => area === null || areaOf(draft) === area
    const who = options.who ?? userName()
    const room: Room = { name, archive, delivery, library, effects, signal, isWanted, who }
    let isLeft = false
    if (options.withdraw === undefined) isLeft = await releaseDue(room, options)
    else withdrawStory(room, options.withdraw, options.reason!)
    if (options.dryRun) return isLeft ? 1 : 0
    return (await sendAll(room, carriers)) || isLeft ? 1 : 0
  } finally {
    off()
    letGo()
  }
}

/** Withdraws what is out of an area, the newest story. */
function withdrawStory({ archive, delivery, isWanted, effects, who }: Room, typed: string, reason: string): void {
  const [story] = standing(storiesOf(archive.entries()), isWanted)
  if (story === undefined)
    return fail('bad-usage', {}, { why: `Nothing of ${typed} is out: there is nothing to withdraw.` })
  const entry = withdraw(archive, story, delivery, { who, reason, now: effects.now() })
  effects.out(laterText(entry, nameIn(archive)(entry.draft)))
}

/** An override has a name and a reason, both given for it (STYLE rule 28); so has a withdrawal. */
function checkOptions({ early, reason, who, withdraw: area, rehearsal, wait, dryRun }: ReleaseOptions): void {
  const refuse = (why: string): never => fail('bad-usage', {}, { why })
  const given = (text: string | undefined) => text !== undefined && text.trim() !== ''
  if (early && !(given(reason) && given(who)))
    refuse(
      '--early lets copy out before its figures are public: give a reason and a name, --reason "…" --who "…". Both are kept.',
    )
  if (area !== undefined && !(given(reason) && given(who)))
    refuse(
      '--withdraw takes copy back: give a reason and a name, --reason "…" --who "…". The reason goes to whoever has it.',
    )
  if (given(reason) && !early && area === undefined) refuse('A reason goes with --early or with --withdraw.')
  if (area !== undefined && (early || rehearsal || wait || dryRun)) refuse('--withdraw goes alone.')
  if (early && rehearsal) refuse('A rehearsal takes no figures that are not public.')
  if (early && wait) refuse('--early does not wait, and --wait lets nothing out early: choose one.')
}

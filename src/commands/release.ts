import { isAbsolute, join, relative } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { carrierOf } from '../deliver/carriers.ts'
import { type NamedArea, unknownAreas } from '../deliver/channel.ts'
import { type Delivery, loadDelivery } from '../deliver/delivery-file.ts'
import { type Sorted, sortDue } from '../deliver/due.ts'
import { writeFeeds } from '../deliver/feeds.ts'
import { judgeOf } from '../deliver/judge.ts'
import { storiesOf } from '../deliver/ledger.ts'
import { realNet } from '../deliver/net.ts'
import { release as releaseNow } from '../deliver/release.ts'
import { laterText, releasedText, sentText, staysText, wouldGoText } from '../deliver/say.ts'
import { type Carrier, send } from '../deliver/send.ts'
import { Tables } from '../deliver/tables.ts'
import { standing, withdraw } from '../deliver/withdraw.ts'
import type { Effects } from '../effects.ts'
import { fail, NibError } from '../messages.ts'
import type { Library } from '../pipeline.ts'
import { typedFor } from '../release/areas.ts'
import { loadRelease, releaseNames } from '../release/load.ts'
import { areaKey, areaOf } from './area-key.ts'
import { archiveOf } from './journal.ts'
import { libraryAt } from './library.ts'
import { onEnd } from './signals.ts'
import { userName } from './user.ts'

export interface ReleaseOptions {
  to: string
  area?: string
  who?: string
  wait?: boolean
  dryRun?: boolean
  rehearsal?: boolean
  early?: boolean
  reason?: string
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
    const isLeft =
      options.withdraw === undefined
        ? await releaseDue(name, archive, delivery, { ...options, who }, isWanted, library, effects, signal)
        : withdrawStory(archive, delivery, { ...options, who }, isWanted, effects)
    if (options.dryRun) return isLeft ? 1 : 0
    return (await sendAll(name, archive, delivery, carriers, who, effects, signal)) || isLeft ? 1 : 0
  } finally {
    off()
    letGo()
  }
}

type Named = ReleaseOptions & { who: string }

const nameIn = (archive: Archive) => (draft: string) => archive.drafts().get(draft)?.shown.area ?? areaOf(draft)

async function releaseDue(
  name: string,
  archive: Archive,
  delivery: Delivery,
  options: Named,
  isWanted: (draft: string) => boolean,
  library: Library,
  effects: Effects,
  signal: AbortSignal,
): Promise<boolean> {
  const { who, rehearsal = false } = options
  const early = options.early ? { who, reason: options.reason! } : null
  const look = (tables: Tables) =>
    sortDue(archive, tables, { isWanted: ({ draft }) => isWanted(draft), rehearsal, early, now: effects.now() })
  let tables = new Tables(name, archive, library, effects)
  let sorted = await look(tables)
  if (options.wait) {
    while (!signal.aborted) {
      const next = firstOf(sorted)
      if (next === null) break
      effects.note(staysText(sorted))
      while (effects.now() < next && !signal.aborted)
        await effects.wait(Math.min(1000, next.getTime() - effects.now().getTime()))
      // The time may have been put off meanwhile, and more have been approved: the definition and the journal are read again.
      tables = new Tables(name, archive, library, effects)
      sorted = await look(tables)
    }
  }
  effects.note(staysText(sorted))
  const isLeft = sorted.waiting.length + sorted.refused.length > 0
  if (options.dryRun) {
    effects.out(wouldGoText(sorted))
    return isLeft
  }
  const judge = judgeOf(archive, tables)
  const draw = async ({ brief, opened }: Sorted['due'][number]) =>
    (await import('../desk/charts.ts')).chartsIn(opened, brief)
  const told = await releaseNow(name, archive, sorted.due, delivery, judge, draw, {
    who,
    rehearsal,
    early: early?.reason ?? null,
    now: effects.now(),
  })
  effects.out(releasedText(told, nameIn(archive)))
  if (!isLeft && sorted.due.length === 0)
    effects.note(`No approved draft waits to be released: nib desk ${name} approves.\n`)
  return isLeft || told.overtaken.length > 0
}

/** The first instant at which anything that waits may go. */
function firstOf({ waiting }: Sorted): Date | null {
  const times = waiting.flatMap(({ from }) => from?.getTime() ?? [])
  return times.length === 0 ? null : new Date(Math.min(...times))
}

function withdrawStory(
  archive: Archive,
  delivery: Delivery,
  { who, reason, withdraw: typed }: Named,
  isWanted: (draft: string) => boolean,
  effects: Effects,
): boolean {
  const [story] = standing(storiesOf(archive.entries()), isWanted)
  if (story === undefined)
    return fail('bad-usage', {}, { why: `Nothing of ${typed} is out: there is nothing to withdraw.` })
  const entry = withdraw(archive, story, delivery, { who, reason: reason!, now: effects.now() })
  effects.out(laterText(entry, nameIn(archive)(entry.draft)))
  return false
}

async function sendAll(
  name: string,
  archive: Archive,
  delivery: Delivery,
  carriers: ReadonlyMap<string, Carrier>,
  who: string,
  effects: Effects,
  signal: AbortSignal,
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
  await Promise.all(all)
  if (isOwed) effects.note(`What is owed goes with the next nib release ${name}.\n`)
  return isOwed
}

/** A path as a person here would write it. */
function fromHere(path: string): string {
  const near = relative('', path)
  return near.startsWith('..') || isAbsolute(near) ? path : near
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

/** Where copy goes. @throws NibError where there is no such file, with its problems, and of areas that no release has */
function deliveryAt(path: string, library: Library, effects: Effects): Delivery {
  if (!effects.exists(path))
    fail(
      'no-file',
      {},
      { path, why: 'it says where copy goes, and docs/delivery.md has one to begin with; --to names another' },
    )
  const delivery = loadDelivery(path, effects)
  if (delivery.channels.every(({ areas }) => typeof areas === 'string')) return delivery
  // A name that no release has would never be served, and nobody would hear of it.
  const known = allAreas(library, effects)
  const unknown = delivery.channels.flatMap((channel) => unknownAreas(channel, known))
  if (unknown.length > 0) throw new NibError(unknown)
  return delivery
}

/** The areas of all releases. */
function allAreas(library: Library, effects: Effects): NamedArea[] {
  return releaseNames(library, effects).flatMap((key) => {
    const first = loadRelease(key, library, effects)
    const levels = [first, ...first.definition.areas.also.map(({ list }) => loadRelease(key, library, effects, list))]
    return levels.flatMap(({ areas: { whole, listed } }) =>
      [whole, ...listed].map((area) => ({ key: area.key, isWhole: area === whole, names: typedFor(area) })),
    )
  })
}

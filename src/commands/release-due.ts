import { type Sorted, sortDue } from '../deliver/due.ts'
import { judgeOf } from '../deliver/judge.ts'
import { release } from '../deliver/release.ts'
import { releasedText, staysText, wouldGoText } from '../deliver/say.ts'
import { Tables } from '../deliver/tables.ts'
import { nameIn } from './area-key.ts'
import type { Room } from './release-room.ts'

export interface DueOptions {
  wait?: boolean
  dryRun?: boolean
  rehearsal?: boolean
  early?: boolean
  reason?: string
}

/** Releases what may leave, at its time where that is waited for, and tells it. Returns whether anything stays. */
export async function releaseDue(room: Room, options: DueOptions): Promise<boolean> {
  const { name, archive, delivery, library, effects, signal, isWanted, who } = room
  const { rehearsal = false } = options
  const { early = false } = options
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
  const told = await release(name, archive, sorted.due, delivery, judge, draw, {
    who,
    rehearsal,
    early: early ? options.reason! : null,
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

import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { isOut } from '../embargo.ts'
import { instantOf, saidInLondon } from '../london.ts'
import { escaped, fail } from '../messages.ts'
import { loadReady } from '../ready.ts'
import { loadRelease } from '../release/load.ts'
import { expectedAfter, openBefore } from './expected.ts'
import { filesIn } from './inbox.ts'
import { Intake, type Watched } from './intake.ts'
import { rehearse, rehearseReading } from './rehearse.ts'
import { remembering } from './remembering.ts'
import { line, publicLine } from './say.ts'
import { again, type Inbox, look } from './still.ts'
import { isWholeZip, zipEnd } from './zip-end.ts'

/** A release that waits for its tables in a folder. */
export class Watch {
  private inbox: Inbox = new Map()
  private isGone = false
  /** When figures will be public, until that has been told. */
  private publicAt: string | null = null
  private readonly asked: Watched
  private readonly effects: Effects
  /** With the shipped tables read beforehand. */
  private readonly reading: Effects
  private readonly intake: Intake

  constructor(asked: Watched, effects: Effects) {
    this.asked = asked
    this.effects = effects
    this.reading = remembering(effects)
    this.intake = new Intake(asked, effects, this.reading, (name) => this.isOnItsWay(name))
  }

  /** Files that were not taken. */
  get refused(): number {
    return this.intake.refused
  }

  /**
   * Tells what is waited for, loads what making drafts takes, and takes up what was left.
   * @throws NibError where there is no such release, no inbox, or the shipped tables are not as they should be
   */
  async arm(): Promise<void> {
    const { release, library, inbox } = this.asked
    await loadReady()
    const { definition } = loadRelease(release, library, this.effects)
    if (filesIn(inbox, this.effects) === null)
      fail('bad-usage', {}, { why: `There is no folder “${inbox}” to watch. Make it, or name another with --inbox.` })
    const before = await openBefore(release, library, this.reading)
    this.say(`Armed: ${release}: ${definition.title}\n`)
    this.say(`Expected: ${expectedAfter(before)}\n`)
    this.say(publicLine(definition.next ?? null, this.effects.now()))
    this.publicAt = definition.next === undefined || isOut(definition.next, this.effects.now()) ? null : definition.next
    await this.intake.takeUp()
    rehearseReading()
    if (before) await rehearse(before, release, library, this.reading)
    this.say(`Inbox: ${escaped(inbox)} (Ctrl C ends the watch; nothing is lost)\n`)
  }

  /** One look at the inbox, and what follows from it. Returns whether a file waits. */
  async look(): Promise<boolean> {
    this.tellPublic()
    const { inbox, effects } = this
    const seen = filesIn(this.asked.inbox, effects)
    if (seen === null) {
      if (!this.isGone) this.say(line(this.asked.inbox, 'the folder is gone: waiting for it'))
      this.isGone = true
      return false
    }
    if (this.isGone) this.say(line(this.asked.inbox, 'the folder is back'))
    this.isGone = false
    const whole = (name: string) => isWholeZip(effects.readEnd(this.pathOf(name), zipEnd), seen.get(name)!.size)
    const looked = look(inbox, seen, effects.now().getTime(), whole)
    this.inbox = looked.inbox
    for (const name of looked.growing) this.say(line(name, 'still being written'))
    for (const name of looked.gone) this.say(line(name, 'gone before it was whole'))
    const ready = looked.ready.map((name) => ({ name, changed: seen.get(name)!.changed }))
    if (ready.length > 0) await this.intake.take(ready)
    return [...this.inbox.values()].some(({ state }) => state === 'waiting')
  }

  /** What looks damaged while it is young is looked at again. */
  private isOnItsWay(name: string): boolean {
    const standing = this.inbox.get(name)
    const waiting = standing === undefined ? null : again(standing, this.effects.now().getTime())
    if (waiting !== null) this.inbox = new Map([...this.inbox, [name, waiting]])
    return waiting !== null
  }

  private say(text: string): void {
    this.effects.out(text)
  }

  private pathOf(name: string): string {
    return join(this.asked.inbox, name)
  }

  private tellPublic(): void {
    if (this.publicAt === null || !isOut(this.publicAt, this.effects.now())) return
    this.say(`Public now: ${saidInLondon(instantOf(this.publicAt)!)}\n`)
    this.publicAt = null
  }
}

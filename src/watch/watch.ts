import { join } from 'node:path'
import { Archive } from '../archive/archive.ts'
import { type HeldFile, readKept } from '../archive/held.ts'
import { sha256 } from '../archive/kept.ts'
import { Session } from '../desk/session.ts'
import type { Effects } from '../effects.ts'
import { isOut } from '../embargo.ts'
import { isSameAgain } from '../gate/caveats.ts'
import type { GateFinding } from '../gate/finding.ts'
import { instantOf, saidInLondon } from '../london.ts'
import { escaped, fail, NibError, type Problem } from '../messages.ts'
import type { Library } from '../pipeline.ts'
import { loadReady } from '../ready.ts'
import { loadRelease } from '../release/load.ts'
import { strongest } from '../render/strongest.ts'
import { expectedAfter, openBefore } from './expected.ts'
import { filesIn } from './inbox.ts'
import { type Opening, openOn } from './opening.ts'
import { rehearse, rehearseReading } from './rehearse.ts'
import { remembering } from './remembering.ts'
import { faultLine, line, madeLine, publicLine, quoted, said } from './say.ts'
import { again, type Inbox, look } from './still.ts'
import { tablesOf } from './tables-of.ts'
import { isWholeZip, zipEnd } from './zip-end.ts'

export interface Watched {
  release: string
  library: Library
  inbox: string
  out: string
  who: string
  /** Options that a command named in a line needs as well. */
  options: string
}

/** A file that came: its place in the inbox, what it holds, and the tables that it is. */
interface Arrived {
  file: HeldFile
  tables: string[]
}

/**
 * A release that waits for its tables in a folder. What was taken is in the archive's journal, and nowhere else: a process that was
 * killed is taken up where it stood.
 */
export class Watch {
  /** Files that were not taken. */
  refused = 0
  private inbox: Inbox = new Map()
  private held: Record<string, HeldFile> = {}
  /** The files that were taken, by hash: what they were called. */
  private readonly taken = new Map<string, string>()
  private isGone = false
  /** When figures will be public, until that has been told. */
  private publicAt: string | null = null
  private readonly asked: Watched
  private readonly effects: Effects
  /** With the shipped tables read beforehand. */
  private readonly reading: Effects
  private readonly archive: Archive

  constructor(asked: Watched, effects: Effects) {
    this.asked = asked
    this.effects = effects
    this.reading = remembering(effects)
    this.archive = new Archive(join(asked.out, asked.release, 'archive'), effects)
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
    this.waitFor(definition.next)
    await this.takeUp()
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
    if (looked.ready.length > 0) await this.arrived(looked.ready)
    return [...this.inbox.values()].some(({ state }) => state === 'waiting')
  }

  private say(text: string): void {
    this.effects.out(text)
  }

  private pathOf(name: string): string {
    return join(this.asked.inbox, name)
  }

  private waitFor(next: string | undefined): void {
    this.publicAt = next === undefined || isOut(next, this.effects.now()) ? null : next
  }

  private tellPublic(): void {
    if (this.publicAt === null || !isOut(this.publicAt, this.effects.now())) return
    this.say(`Public now: ${saidInLondon(instantOf(this.publicAt)!)}\n`)
    this.publicAt = null
  }

  /** The tables of the last run are kept on; a run that was killed is made again. */
  private async takeUp(): Promise<void> {
    const last = this.archive.lastRun()
    if (last === null || Object.keys(last.given).length === 0) return this.rememberTaken()
    const names = [...new Set(Object.values(last.given).map(({ name }) => escaped(name)))].join(', ')
    try {
      const held = readKept(last.given, this.effects)
      this.rememberTaken()
      if (last.isDone) {
        this.say(`With the files of the last run: ${names}\n`)
        this.held = held
        return
      }
      this.say(`The last run was not finished: its drafts are made again from ${names}\n`)
      const came = Object.entries(held).map(([table, file]) => ({ file, tables: [table] }))
      await this.makeFrom({}, came)
    } catch (error) {
      // What is not kept must come again, and is then no file that was taken before.
      this.say(`The files of the last run (${names}) cannot be taken up: ${said(problemOf(error), '')}\n`)
    }
  }

  /** By the journal: the files of all runs that are done. */
  private rememberTaken(): void {
    const entries = this.archive.entries()
    const done = new Set(entries.flatMap((e) => (e.what === 'ran' ? [e.run] : [])))
    for (const e of entries) {
      if (e.what !== 'run' || !done.has(e.run)) continue
      for (const table of e.given ?? []) if (e.files[table]) this.taken.set(e.files[table].hash, e.files[table].name)
    }
  }

  /** Files that are whole: those that are tables of the release make one run. */
  private async arrived(names: readonly string[]): Promise<void> {
    const byAge = [...names].sort((a, b) => this.inbox.get(a)!.changed - this.inbox.get(b)!.changed || (a < b ? -1 : 1))
    const came: Arrived[] = []
    for (const name of byAge) {
      const one = await this.judged(name, came, names.length === 1).catch((error: unknown) =>
        this.refuse(name, problemOf(error)),
      )
      if (one) came.push(one)
    }
    // Of two files of one table the one that was changed last is meant.
    const fresh: Arrived[] = []
    for (const [i, { file, tables }] of came.entries()) {
      const later = came.slice(i + 1)
      const left = tables.filter((table) => !later.some((other) => other.tables.includes(table)))
      if (left.length > 0) fresh.push({ file, tables: left })
      else {
        const by = later.find((other) => tables.some((table) => other.tables.includes(table)))!
        this.not(file.name, `not taken: ${escaped(by.file.name)} is of the same table, and was changed later`)
      }
    }
    if (fresh.length > 0) await this.makeFrom(this.held, fresh)
  }

  /** What a file is; null where it is nothing to be taken, which has been told. */
  private async judged(name: string, others: readonly Arrived[], isAlone: boolean): Promise<Arrived | null> {
    const path = this.pathOf(name)
    if (this.effects.stat(path) === null) {
      this.say(line(name, 'gone before it was taken'))
      return null
    }
    const bytes = this.effects.readBytes(path)
    const hash = sha256(bytes)
    const as = this.taken.get(hash) ?? others.find(({ file }) => file.hash === hash)?.file.name
    if (as !== undefined) {
      this.say(line(name, `taken before${as === name ? '' : `, as ${escaped(as)}`}`))
      return null
    }
    const release = loadRelease(this.asked.release, this.asked.library, this.effects)
    const file = { name, hash, path, bytes }
    const fit = await tablesOf(release, file, this.held, this.reading, isAlone)
    return 'tables' in fit ? { file, tables: fit.tables } : this.refuse(name, fit.problem)
  }

  /** What looks damaged may be on its way still. */
  private refuse(name: string, problem: Problem): null {
    const standing = this.inbox.get(name)
    const isHalf = problem.code === 'damaged-file' || problem.code === 'empty-file'
    const waiting = isHalf && standing ? again(standing, this.effects.now().getTime()) : null
    if (waiting) this.inbox = new Map([...this.inbox, [name, waiting]])
    else this.not(name, `not taken: ${said(problem, name)}`)
    return null
  }

  private not(name: string, what: string): void {
    this.refused++
    this.say(line(name, what))
  }

  /** Takes files, and makes every draft from them and from those that came before; or tells why not. */
  private async makeFrom(before: Record<string, HeldFile>, came: readonly Arrived[]): Promise<void> {
    const began = this.effects.now().getTime()
    const fresh = Object.fromEntries(came.flatMap(({ file, tables }) => tables.map((table) => [table, file] as const)))
    const tried = await openOn(this.asked, before, fresh, this.reading).catch((error: unknown) => {
      for (const { file } of came) this.refuse(file.name, problemOf(error))
      return null
    })
    if (tried === null) return
    try {
      const { opening, shut, again: same } = tried
      for (const { file, tables } of came) this.tellTaken(file, tables, opening, shut, same)
      if (opening === null) return
      await this.make(opening, began)
      this.held = opening.held
      for (const { file, tables } of came)
        if (tables.some((table) => opening.held[table] === file)) this.taken.set(file.hash, file.name)
    } catch (error) {
      const problem = problemOf(error)
      for (const { file } of came) this.not(file.name, `no drafts made: ${said(problem, file.name)}`)
    }
  }

  private tellTaken(
    { name, path }: HeldFile,
    tables: readonly string[],
    opening: Opening | null,
    shut: ReadonlyMap<string, GateFinding>,
    same: readonly string[],
  ): void {
    const { release, options } = this.asked
    const given = tables.map((table) => ` --file ${quoted(`${table}=${path}`)}`).join('')
    const gate = `nib gate ${release}${given}${options}`
    const stop = tables.map((table) => shut.get(table)).find((found) => found !== undefined)
    if (stop) return this.not(name, `SHUT: no drafts made: ${escaped(stop.text)} See ${gate}`)
    if (tables.every((table) => same.includes(table)))
      return this.say(line(name, 'left out: no other figures than the shipped tables'))
    const as = `taken as ${tables.join(', ')}`
    const mine = (opening?.opened.gated ?? []).filter((f) => tables.includes(f.table))
    const looks = mine.filter((f) => f.severity === 'look').length
    if (isSameAgain(mine)) return this.say(line(name, `${as}: no other figures than the shipped tables`))
    if (looks === 0) return this.say(line(name, `${as}: the gate is open`))
    this.say(line(name, `${as}: LOOK: ${looks} ${looks === 1 ? 'finding' : 'findings'} to look at. See ${gate}`))
  }

  private async make({ wanted, effects, opened }: Opening, began: number): Promise<void> {
    const { release, out, who, options } = this.asked
    const session = new Session(wanted, out, effects)
    const told = await session.make(who, undefined, opened)
    const states = session.states().filter(({ draft }) => session.keys.has(draft))
    const [desk] = opened.levels
    const now = this.effects.now()
    this.say(madeLine(told, desk, states, (now.getTime() - began) / 1000, now))
    for (const without of told.without) this.say(`${without}\n`)
    for (const state of states) this.say(faultLine(state) ?? '')
    this.say(`\n${session.stamp.map((stamp) => `${stamp}\n\n`).join('')}`)
    this.say(strongest(states.map(({ shown }) => shown)))
    this.say(`\nNext: nib desk ${release}${options}\n`)
    this.waitFor(desk.release.definition.next)
  }
}

/** Whatever goes wrong with a file is a line, and the watch goes on. */
function problemOf(error: unknown): Problem {
  if (error instanceof NibError) return error.problems[0]!
  return { code: 'damaged-file', place: {}, text: `this should not have happened: ${(error as Error).message}` }
}

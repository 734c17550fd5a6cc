import { join } from 'node:path'
import { Archive } from '../archive/archive.ts'
import { type HeldFile, readKept } from '../archive/held.ts'
import { sha256 } from '../archive/kept.ts'
import { Session } from '../desk/session.ts'
import type { Effects } from '../effects.ts'
import { escaped, NibError, type Problem } from '../messages.ts'
import type { Library } from '../pipeline.ts'
import { loadRelease } from '../release/load.ts'
import { strongest } from '../render/strongest.ts'
import { type Opening, openOn } from './opening.ts'
import { faultLine, line, madeLine, said, takenLine } from './say.ts'
import { tablesOf } from './tables-of.ts'

export interface Watched {
  release: string
  library: Library
  inbox: string
  out: string
  who: string
  /** Options that a command named in a line needs as well. */
  options: string
}

/** A file that came: what it holds, and the tables that it is. */
interface Arrived {
  file: HeldFile
  tables: string[]
}

/**
 * The tables that a release is given, and the drafts that are made of them. What was taken is in the archive's journal, and nowhere
 * else: a process that was killed is taken up where it stood.
 */
export class Intake {
  /** Files that were not taken. */
  refused = 0
  private held: Record<string, HeldFile> = {}
  /** The files that were taken, by hash: what they were called. */
  private readonly taken = new Map<string, string>()
  private readonly asked: Watched
  private readonly effects: Effects
  private readonly reading: Effects
  private readonly isOnItsWay: (name: string) => boolean
  private readonly archive: Archive

  /**
   * @param reading the same effects, where what was read before need not be read again
   * @param isOnItsWay whether a file that looks damaged may be written still; then it is given again
   */
  constructor(asked: Watched, effects: Effects, reading: Effects, isOnItsWay: (name: string) => boolean) {
    this.asked = asked
    this.effects = effects
    this.reading = reading
    this.isOnItsWay = isOnItsWay
    this.archive = new Archive(join(asked.out, asked.release, 'archive'), effects)
  }

  /** The tables of the last run are kept on; a run that was killed is made again. */
  async takeUp(): Promise<void> {
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
  async take(files: readonly { name: string; changed: number }[]): Promise<void> {
    const byAge = [...files].sort((a, b) => a.changed - b.changed || (a.name < b.name ? -1 : 1))
    const came: Arrived[] = []
    for (const { name } of byAge) {
      const one = await this.judged(name, came, files.length === 1).catch((error: unknown) =>
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
    const path = join(this.asked.inbox, name)
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

  private refuse(name: string, problem: Problem): null {
    const isHalf = problem.code === 'damaged-file' || problem.code === 'empty-file'
    if (!isHalf || !this.isOnItsWay(name)) this.not(name, `not taken: ${said(problem, name)}`)
    return null
  }

  private not(name: string, what: string): void {
    this.refused++
    this.say(line(name, what))
  }

  private say(text: string): void {
    this.effects.out(text)
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
      const { opening } = tried
      for (const { file, tables } of came) {
        const { text, isShut } = takenLine(this.asked, file, tables, tried)
        if (isShut) this.refused++
        this.say(text)
      }
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
  }
}

/** Whatever goes wrong with a file is a line, and the watch goes on. */
function problemOf(error: unknown): Problem {
  if (error instanceof NibError) return error.problems[0]!
  return { code: 'damaged-file', place: {}, text: `this should not have happened: ${(error as Error).message}` }
}

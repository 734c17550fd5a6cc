import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Effects } from './effects.ts'
import type { GateFinding } from './gate/finding.ts'
import { gateLevels } from './gate/gate.ts'
import { tryTable, unreadable } from './gate/problems.ts'
import type { Made } from './gate/step.ts'
import { NibError } from './messages.ts'
import { findPeriod } from './pipeline.ts'
import { readTable, readTables } from './read-tables.ts'
import type { Release } from './release/load.ts'
import { buildTable } from './table/build.ts'
import { sameFigures } from './table/same.ts'

type Files = Readonly<Record<string, string>>

/** What the gate is asked. */
export interface Question {
  /** Table → path, of those that are new. None: the shipped tables, each beside itself without its last period. */
  files: Files
  /** Table → path, to compare with instead of the shipped one. */
  against: Files
  period?: string | undefined
}

export interface Answer {
  findings: GateFinding[]
  /** The last period of the tables, where they could be made. */
  latest: string | null
  /** The files hold the shipped figures, and no others. */
  isShipped: boolean
}

/**
 * Reads the files of a gating, makes both tables, and compares them.
 * @param others the release told of its further levels of areas
 * @param made the new table, where it has been made already
 * @throws NibError where a file cannot be read at all, or what is compared with is not a table of the release
 */
export async function gateFiles(
  release: Release,
  effects: Effects,
  { files, against, period }: Question,
  others: readonly Release[],
  made?: Made,
): Promise<Answer> {
  const given = [...new Set([...Object.keys(files), ...Object.keys(against)])]
  const names = given.length > 0 ? given : Object.keys(release.definition.tables)
  const sheets = made?.sheets ?? (await readTables(release, effects, files))
  const tried = made ?? tryTable(release, sheets)
  if ('problems' in tried) {
    const tableOf = (file: string | undefined) => names.find((name) => sheets[name]!.file === file) ?? names[0]!
    return { findings: unreadable(tried.problems, tableOf), latest: null, isShipped: false }
  }
  const now: Made = { table: tried.table, sheets }
  const latest = now.table.periods[findPeriod({ release, table: now.table }, undefined)]!.id
  if (period !== undefined) findPeriod({ release, table: now.table }, period)
  const { then, note } =
    given.length === 0 ? { then: now, note: '' } : await before(release, effects, now, names, files, against)
  const remade = (one: Release, { sheets }: Made): Made => ({ table: buildTable(one, sheets), sheets })
  const levels = others.map((one) => {
    const mine = remade(one, now)
    return { release: one, now: mine, then: then === now ? mine : remade(one, then) }
  })
  const findings = gateLevels([{ release, now, then }, ...levels], names, period)
  const notes = note === '' ? [] : [nothingBefore(names[0]!, note)]
  const isShipped =
    note === '' &&
    Object.keys(against).length === 0 &&
    sameFigures(then.table, now.table) &&
    levels.every((level) => sameFigures(level.then.table, level.now.table))
  return { findings: [...findings, ...notes], latest, isShipped }
}

const nothingBefore = (table: string, text: string): GateFinding => ({
  severity: 'note',
  kind: 'nothing-before',
  table,
  areas: [],
  where: [],
  text,
  todo: '',
})

/** The tables as they were. Where the shipped one is not there, or no longer fits the definition, the new one without its last period. */
async function before(
  release: Release,
  effects: Effects,
  now: Made,
  names: readonly string[],
  files: Files,
  against: Files,
): Promise<{ then: Made; note: string }> {
  const sheets = { ...now.sheets }
  const paths = new Map<string, { path: string; sheet: string | undefined }>()
  for (const name of names) {
    const { file, sheet } = release.definition.tables[name]!
    const shipped = join(release.folder, file)
    const path = against[name] ?? shipped
    if (against[name] === undefined && !effects.exists(shipped)) {
      const note = `There is no file ${file} of before: the new table was compared with itself, without its last period. --against names a table of before.`
      return { then: now, note }
    }
    if (hashOf(effects, path) === hashOf(effects, files[name] ?? shipped)) continue
    paths.set(name, { path, sheet })
  }
  // The same bytes make the same table.
  if (paths.size === 0) return { then: { table: now.table, sheets }, note: '' }
  try {
    for (const [name, { path }] of paths) sheets[name] = await readTable(release, name, path, effects)
    return { then: { table: buildTable(release, sheets), sheets }, note: '' }
  } catch (error) {
    if (!(error instanceof NibError) || Object.keys(against).length > 0) throw error
    const [first] = error.problems
    const note = `The shipped table does not fit the definition (${first!.text}): the new table was compared with itself, without its last period.`
    return { then: now, note }
  }
}

export const hashOf = (effects: Effects, path: string): string =>
  createHash('sha256').update(effects.readBytes(path)).digest('hex')

export const nameOf = (path: string): string => basename(path)

import { basename, join } from 'node:path'
import type { Effects } from './effects.ts'
import { fail } from './messages.ts'
import { near } from './near.ts'
import { readSheets } from './read/read.ts'
import { isMostly, isNamedSample } from './read/sample.ts'
import type { Sheet } from './read/sheet.ts'
import type { Release } from './release/load.ts'

/** The sheets of a release, by table: its own files, or those given. */
export async function readTables(
  release: Release,
  effects: Effects,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, Sheet>> {
  const tables = release.definition.tables
  const known = Object.keys(tables)
  for (const table of Object.keys(files)) {
    if (!known.includes(table)) fail('unknown-table', {}, { name: table, near: near(table, known), known })
  }
  const sheets: Record<string, Sheet> = {}
  for (const [table, { file, sheet }] of Object.entries(tables)) {
    sheets[table] = await readTable(files[table] ?? join(release.folder, file), sheet, effects)
  }
  return sheets
}

/** The one sheet of a table. */
export async function readTable(path: string, sheet: string | undefined, effects: Effects): Promise<Sheet> {
  const read = await readSheets(effects.readBytes(path), basename(path), sheet === undefined ? {} : { sheet })
  return read[0]!
}

/**
 * Whether any table is sample data: its file says so by its name, or it is given from elsewhere and is mostly the shipped
 * sample under another name. Nothing in a definition switches that off.
 */
export async function isSample(
  release: Release,
  sheets: Readonly<Record<string, Sheet>>,
  effects: Effects,
  files: Readonly<Record<string, string>>,
): Promise<boolean> {
  for (const table of Object.keys(release.definition.tables)) {
    if (await isSampleTable(release, table, sheets[table]!, effects, files[table] !== undefined)) return true
  }
  return false
}

/** Whether one table is sample data. @param given it comes from elsewhere than the release's folder */
export async function isSampleTable(
  release: Release,
  table: string,
  held: Sheet,
  effects: Effects,
  given: boolean,
): Promise<boolean> {
  const { file, sheet } = release.definition.tables[table]!
  if (isNamedSample(held.file)) return true
  if (!given || !isNamedSample(basename(file))) return false
  const shipped = join(release.folder, file)
  return effects.exists(shipped) && isMostly(held, await readTable(shipped, sheet, effects))
}

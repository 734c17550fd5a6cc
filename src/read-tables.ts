import { basename, join } from 'node:path'
import type { Effects } from './effects.ts'
import { fail } from './messages.ts'
import { near } from './near.ts'
import { readSheets } from './read/read.ts'
import { isMostly, isNamedSample } from './read/sample.ts'
import type { Sheet } from './read/sheet.ts'
import type { Release } from './release/load.ts'
import { isBase } from './release/measures.ts'
import { layOut } from './table/layout.ts'
import { memoOf } from './table/memo.ts'

/** What was read of a file's bytes: as long as they are held, they are not read again. */
const readOf = memoOf<Uint8Array, string, Promise<Sheet[]>>()

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
  // Several tables may stand in one file: it is read once.
  const read = new Map<string, Uint8Array>()
  for (const [table, { file }] of Object.entries(tables)) {
    sheets[table] = await readTable(release, table, files[table] ?? join(release.folder, file), effects, read)
  }
  return sheets
}

/** The sheet of a table, laid out. */
export async function readTable(
  { definition }: Release,
  table: string,
  path: string,
  effects: Effects,
  read = new Map<string, Uint8Array>(),
): Promise<Sheet> {
  const def = definition.tables[table]!
  const want = def.sheet === undefined ? {} : { sheet: def.sheet }
  const bytes = read.get(path) ?? effects.readBytes(path)
  read.set(path, bytes)
  const sheets = readOf(bytes, `${def.sheet ?? ''} ${basename(path)}`, () => readSheets(bytes, basename(path), want))
  const values = Object.values(definition.measures).flatMap((m) => (isBase(m) && m.from === table ? [m.value] : []))
  return layOut(await sheets, def, [...new Set(values)])
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
  const { file } = release.definition.tables[table]!
  if (isNamedSample(held.file)) return true
  if (!given || !isNamedSample(basename(file))) return false
  const shipped = join(release.folder, file)
  return effects.exists(shipped) && isMostly(held, await readTable(release, table, shipped, effects))
}

import { fail } from '../messages.ts'
import { kindOf } from './kind.ts'
import type { Listed } from './package.ts'
import { withPercents } from './percent.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads a publisher's file. With `want.sheet`, the one sheet of that name; without, each that is not hidden. A file of text has
 * one sheet and no names, so that a name is not looked for in it: the same table may come as a workbook or as text.
 * Each reader is loaded when it is needed.
 */
export async function readSheets(bytes: Uint8Array, file: string, want: { sheet?: string } = {}): Promise<Sheet[]> {
  const sheets = await read(bytes, file, want)
  if (sheets.every(({ rows }) => rows.length === 0)) {
    if (want.sheet === undefined) fail('empty-file', { file })
    fail('empty-sheet', { file, sheet: want.sheet })
  }
  return sheets.map(withPercents)
}

async function read(bytes: Uint8Array, file: string, want: { sheet?: string }): Promise<Sheet[]> {
  switch (kindOf(bytes, file)) {
    case 'ods':
      return (await import('./ods.ts')).readOds(bytes, file, want).sheets
    case 'xlsx':
      return (await import('./xlsx.ts')).readXlsx(bytes, file, want).sheets
    case 'parquet':
      return [await (await import('./parquet.ts')).readParquet(bytes, file)]
    case 'json':
      return (await import('./json-stat.ts')).readJsonStat(bytes, file, want).sheets
    case 'text':
      return [(await import('./csv.ts')).readCsv(bytes, file)]
  }
}

/** The sheets of a file in their order, without reading what stands in them. */
export async function listSheets(bytes: Uint8Array, file: string): Promise<Listed[]> {
  switch (kindOf(bytes, file)) {
    case 'ods':
      return (await import('./ods.ts')).listOds(bytes, file)
    case 'xlsx':
      return (await import('./xlsx.ts')).listXlsx(bytes, file).map(({ name, hidden }) => ({ name, hidden }))
    case 'json':
      return (await import('./json-stat.ts')).listJsonStat(bytes, file)
    default:
      return [{ name: null, hidden: false }]
  }
}

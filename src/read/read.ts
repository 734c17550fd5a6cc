import { fail } from '../messages.ts'
import { isZip } from './looks.ts'
import type { Sheet } from './sheet.ts'

const KNOWN = 'CSV, TSV or ODS'
const TEXT = new Set(['csv', 'tsv', 'txt'])
const NAMED: Record<string, string> = {
  xlsx: 'an Excel workbook (.xlsx)',
  xlsm: 'an Excel workbook (.xlsm)',
  xlsb: 'an Excel workbook (.xlsb)',
  xls: 'an old Excel workbook (.xls)',
  fods: 'a flat ODS file (.fods)',
}

/**
 * Reads a publisher's file. With `want.sheet`, the one sheet of that name; without, each. A text file has one sheet and
 * no names, so that a name is not looked for in it: the same table may come as a workbook or as text.
 * Each reader is loaded when it is needed.
 */
export async function readSheets(bytes: Uint8Array, file: string, want: { sheet?: string } = {}): Promise<Sheet[]> {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  if (bytes.length === 0) fail('empty-file', { file })
  if (ending === 'ods' || (ending === undefined && isZip(bytes))) {
    const { readOds } = await import('./ods.ts')
    return readOds(bytes, file, want).sheets
  }
  if (ending === undefined || TEXT.has(ending)) {
    const { readCsv } = await import('./csv.ts')
    return [readCsv(bytes, file)]
  }
  return fail('unknown-format', { file }, { seen: NAMED[ending] ?? `.${ending}`, known: KNOWN })
}

import { fail } from '../messages.ts'
import { isZip, looksLike } from './looks.ts'
import { zipEntries } from './zip.ts'

/** What there is a reader for. */
export type Kind = 'text' | 'ods' | 'xlsx' | 'parquet' | 'json'

const KNOWN = 'CSV, TSV, ODS, XLSX, Parquet or JSON-stat'

const ENDINGS: Readonly<Record<string, Kind>> = {
  csv: 'text',
  tsv: 'text',
  txt: 'text',
  ods: 'ods',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  parquet: 'parquet',
  json: 'json',
}

const CALLED: Readonly<Record<Kind, string>> = {
  text: 'plain text',
  ods: 'an OpenDocument spreadsheet',
  xlsx: 'an Excel workbook (.xlsx)',
  parquet: 'a Parquet file',
  json: 'JSON',
}

const OTHERS: Readonly<Record<string, string>> = {
  xlsb: 'an Excel workbook (.xlsb)',
  xls: 'an old Excel workbook (.xls)',
  fods: 'a flat ODS file (.fods)',
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to))

const isKind = (seen: string | undefined): seen is Kind => seen !== undefined && seen in CALLED

/**
 * Which reader a file is for: by its name, and without an ending by what is in it.
 * @throws NibError where the two differ, where the file is locked, and for what there is no reader for
 */
export function kindOf(bytes: Uint8Array, file: string): Kind {
  if (bytes.length === 0) fail('empty-file', { file })
  refuseLocked(bytes, file)
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  const seen = seenIn(bytes, file)
  if (ending === undefined) return isKind(seen) ? seen : 'text'
  const named = ENDINGS[ending]
  if (named !== undefined && (seen === named || seen === undefined)) return named
  // A table may well begin with a bracket.
  if (named === 'text' && seen === 'json' && !/^\s*\{\s*"/.test(ascii(bytes, 0, 256))) return named
  // An old ending often stands on something else, which may be readable.
  const is = seen !== undefined && (named !== undefined || ending === 'xls' || ending === 'xlsb') ? seen : undefined
  if (is === undefined || is === OTHERS[ending])
    return fail('unknown-format', { file }, { seen: OTHERS[ending] ?? `.${ending}`, known: KNOWN })
  if (!isKind(is)) return fail('wrong-ending', { file }, { is, ending: `.${ending}` })
  const rename = is === 'text' ? '.csv' : `.${is}`
  return fail('wrong-ending', { file }, { is: CALLED[is], ending: `.${ending}`, rename })
}

/** A kind there is a reader for, or what else it is; undefined where the bytes tell nothing. */
function seenIn(bytes: Uint8Array, file: string): string | undefined {
  if (isZip(bytes)) return packed(bytes, file)
  if (ascii(bytes, 0, 4) === 'PAR1') return 'parquet'
  const what = looksLike(bytes)
  if (what !== null) return what
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)
  if (!isWide && bytes.subarray(0, 1024).some(isControl)) return undefined
  return /^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(ascii(bytes, 0, 256)) ? 'json' : 'text'
}

function packed(bytes: Uint8Array, file: string): string | undefined {
  let names: string[]
  try {
    names = [...zipEntries(bytes, file).keys()].map((name) => name.replaceAll('\\', '/').toLowerCase())
  } catch {
    // Its reader says how it is damaged; without one, what the first bytes say has to do.
    return undefined
  }
  if (names.includes('xl/workbook.bin')) return OTHERS.xlsb
  if (names.includes('content.xml')) return 'ods'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  if (names.some((name) => name.startsWith('word/'))) return 'a Word document'
  return names.includes('[content_types].xml') ? 'an Office file without cells' : 'a zip archive'
}

/** Excel keeps a locked workbook inside a file of its old kind. */
function refuseLocked(bytes: Uint8Array, file: string): void {
  const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
  const inside = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (isOle && inside.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    fail('locked-file', { file }, { what: 'The workbook' })
  if (ascii(bytes, 0, 4) === 'PARE') fail('locked-file', { file }, { what: 'The Parquet file' })
}

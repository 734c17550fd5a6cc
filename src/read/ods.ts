import { SaxesParser } from 'saxes'
import { fail, NibError } from '../messages.ts'
import { near } from '../near.ts'
import { Content } from './content.ts'
import { LIMITS, type Limits } from './limits.ts'
import { isZip, looksLike } from './looks.ts'
import type { Sheet } from './sheet.ts'
import { unpack, type ZipEntry, zipEntries } from './zip.ts'

const MANIFEST = 'META-INF/manifest.xml'
const CONTENT = 'content.xml'

export interface Ods {
  /** The sheet that was asked for, else all of them, in the order of the file. */
  sheets: Sheet[]
  /** The names of all sheets, also of those that were passed over. */
  names: readonly string[]
}

/** Reads an OpenDocument spreadsheet: the sheet named (without regard to letter case), or each. */
export function readOds(bytes: Uint8Array, file: string, want: { sheet?: string } = {}, limits: Limits = LIMITS): Ods {
  if (bytes.length === 0) fail('empty-file', { file })
  if (bytes.length > limits.bytes)
    fail('over-limit', { file }, { what: 'bytes', limit: limits.bytes, seen: bytes.length })
  if (!isZip(bytes)) fail('damaged-file', { file }, { why: `it is ${looksLike(bytes) ?? 'not a zip package'}` })
  try {
    const parts = zipEntries(bytes, file)
    refuseLocked(bytes, parts, file, limits)
    const entry = parts.get(CONTENT)
    if (!entry) return fail('damaged-file', { file }, { why: `the package holds no ${CONTENT}` })
    const content = new Content(file, want.sheet, limits)
    parse(bytes, entry, file, limits, content)
    if (content.names.length === 0) fail('damaged-file', { file }, { why: 'it holds no sheets' })
    if (want.sheet !== undefined && content.sheets.length === 0)
      fail('no-sheet', { file }, { sheet: want.sheet, known: content.names, near: near(want.sheet, content.names) })
    return { sheets: content.sheets, names: content.names }
  } catch (error) {
    if (error instanceof NibError) throw error
    // What remains comes from the unpacker, the decoder or the parser, about bytes that are not as they should be.
    return fail('damaged-file', { file }, { why: error instanceof Error ? error.message : String(error) })
  }
}

function parse(bytes: Uint8Array, entry: ZipEntry, file: string, limits: Limits, content: Content): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('opentag', ({ name, attributes }) => content.open(name, attributes))
  parser.on('closetag', ({ name }) => content.close(name))
  parser.on('text', (text) => content.text(text))
  parser.on('cdata', (text) => content.text(text))
  // No spreadsheet needs one, and entities declared there are how a small document grows without end.
  parser.on('doctype', () => fail('hostile-file', { file }, { why: 'it declares a document type' }))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  unpack(bytes, entry, file, limits, (piece) => parser.write(decoder.decode(piece, { stream: true })))
  parser.write(decoder.decode()).close()
}

function refuseLocked(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>, file: string, limits: Limits): void {
  const entry = parts.get(MANIFEST)
  let locked = [...parts.values()].some((part) => part.locked)
  if (entry && !locked) {
    const decoder = new TextDecoder()
    let manifest = ''
    unpack(bytes, entry, file, { ...limits, unpacked: Math.min(limits.unpacked, 1024 ** 2) }, (piece) => {
      manifest += decoder.decode(piece, { stream: true })
    })
    locked = /<[\w.-]*:?encryption-data\b/.test(manifest)
  }
  if (locked)
    fail('unknown-format', { file }, { seen: 'an ODS file locked with a password', known: 'ODS without one, CSV' })
}

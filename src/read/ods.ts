import { fail } from '../messages.ts'
import { Content, type Wanted } from './content.ts'
import { LIMITS, type Limits } from './limits.ts'
import { type Book, checkSheets, openPackage } from './package.ts'
import { asDamage, type Package, parsePart } from './part.ts'
import { unpack, type ZipEntry } from './zip.ts'

const MANIFEST = 'META-INF/manifest.xml'
const CONTENT = 'content.xml'

/** Reads an OpenDocument spreadsheet: the sheet named (without regard to letter case), or each that is not hidden. */
export function readOds(bytes: Uint8Array, file: string, want: { sheet?: string } = {}, limits: Limits = LIMITS): Book {
  const { listed, sheets } = parse(bytes, file, want, limits)
  checkSheets(file, want.sheet, listed, sheets)
  return { sheets, names: listed.map(({ name }) => name) }
}

/** The sheets of an OpenDocument spreadsheet; what stands in them is passed over. */
export function listOds(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Content['listed'] {
  return parse(bytes, file, 'names', limits).listed
}

function parse(bytes: Uint8Array, file: string, want: Wanted, limits: Limits): Content {
  try {
    const book = openPackage(bytes, file, limits)
    refuseLocked(book, book.parts.get(MANIFEST))
    const entry = book.parts.get(CONTENT)
    if (!entry) return fail('damaged-file', { file }, { why: `the package holds no ${CONTENT}` })
    const content = new Content(file, want, limits)
    parsePart(book, entry, content)
    return content
  } catch (error) {
    return asDamage(error, file)
  }
}

function refuseLocked({ bytes, file, limits }: Package, entry: ZipEntry | undefined): void {
  if (!entry) return
  const decoder = new TextDecoder()
  let manifest = ''
  unpack(bytes, entry, file, { ...limits, unpacked: Math.min(limits.unpacked, 1024 ** 2) }, (piece) => {
    manifest += decoder.decode(piece, { stream: true })
  })
  // Some versions of LibreOffice pack the whole document, locked, into one part.
  if (/<[\w.-]*:?encryption-data\b/.test(manifest)) fail('locked-file', { file }, { what: 'The workbook' })
}

import { SaxesParser } from 'saxes'
import { fail, NibError } from '../messages.ts'
import type { Attributes } from './cell.ts'
import type { Limits } from './limits.ts'
import { unpack, type ZipEntry } from './zip.ts'

/** A package whose parts have been listed. */
export interface Package {
  bytes: Uint8Array
  file: string
  limits: Limits
}

type Plain = { position: false; xmlns: false }

/** Takes the elements of one XML part in their order. */
export interface Handler {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

/** Unpacks and parses one part of a package. @throws NibError where it is broken, or larger or deeper than allowed */
export function parsePart({ bytes, file, limits }: Package, entry: ZipEntry, handler: Handler): void {
  const parser = parserFor(file, limits, handler)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  unpack(bytes, entry, file, limits, (piece) => parser.write(decoder.decode(piece, { stream: true })))
  parser.write(decoder.decode()).close()
}

/** Hands the elements of a text on as they come. */
export function parserFor(file: string, limits: Limits, handler: Handler): SaxesParser<Plain> {
  const parser = new SaxesParser<Plain>({ position: false, xmlns: false })
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > limits.depth)
      fail('hostile-file', { file }, { why: `its elements are nested more than ${limits.depth} deep` })
    handler.open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    handler.close(name)
  })
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  // No spreadsheet needs one, and entities declared there are how a small document grows without end.
  parser.on('doctype', () => fail('hostile-file', { file }, { why: 'it declares a document type' }))
  return parser
}

/** What the unpacker, the decoder or a parser throws is about bytes that are not as they should be. */
export function asDamage(error: unknown, file: string): never {
  if (error instanceof NibError) throw error
  return fail('damaged-file', { file }, { why: error instanceof Error ? error.message : String(error) })
}

import { strToU8, zipSync } from 'fflate'
import { NibError } from '../../src/messages.ts'
import type { Sheet } from '../../src/read/sheet.ts'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
const PREFIXES: Record<string, string> = {
  office: `${ODF}office:1.0`,
  table: `${ODF}table:1.0`,
  text: `${ODF}text:1.0`,
  draw: `${ODF}drawing:1.0`,
  style: `${ODF}style:1.0`,
  dc: 'http://purl.org/dc/elements/1.1/',
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
}

/** A content.xml around the sheets, which are given as XML. */
export function content(sheets: string, before = ''): string {
  const xmlns = Object.entries(PREFIXES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${xmlns.join(' ')}><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
}

export const sheet = (rows: string, name = 'Data'): string => `<table:table table:name="${name}">${rows}</table:table>`
export const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`
export const text = (said: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${said}</text:p></table:table-cell>`
export const number = (value: number | string, attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${attributes}><text:p>shown</text:p></table:table-cell>`

/** The package; `parts` are added to it or, as null, left out. */
export function pack(xml: string, parts: Record<string, string | null> = {}): Uint8Array {
  const all = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': xml, ...parts }
  const kept = Object.entries(all).filter((part): part is [string, string] => part[1] !== null)
  return zipSync(Object.fromEntries(kept.map(([name, said]) => [name, strToU8(said)])))
}

/** An ODS with one sheet, Data. */
export const ods = (rows: string): Uint8Array => pack(content(sheet(rows)))

/** The codes of the problems that a call throws; anything but a NibError is a fault. */
export function codes(call: () => unknown): string[] {
  return thrown(call).problems.map(({ code }) => code)
}

export function thrown(call: () => unknown): NibError {
  try {
    call()
  } catch (error) {
    if (error instanceof NibError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** The problems with which a call is refused, and what they say. */
export async function refusal(call: Promise<unknown>): Promise<{ codes: string[]; text: string }> {
  const error: unknown = await call.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof NibError)) throw error
  return { codes: error.problems.map(({ code }) => code), text: error.message }
}

export const sheetOf = (rows: Sheet['rows']): Sheet => ({ file: 'table.csv', name: null, rows, notes: [], formats: [] })

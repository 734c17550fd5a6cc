import { fail } from '../messages.ts'
import { near } from '../near.ts'
import type { Limits } from './limits.ts'
import { isZip, looksLike } from './looks.ts'
import type { Package } from './part.ts'
import type { Sheet } from './sheet.ts'
import { type ZipEntry, zipEntries } from './zip.ts'

/** A sheet as a file lists it. */
export interface Listed {
  /** Null for a file whose one sheet has none (CSV). */
  name: string | null
  hidden: boolean
}

/** A workbook as it was read. */
export interface Book {
  /** The sheet that was asked for, else each that is not hidden, in the order of the file. */
  sheets: Sheet[]
  /** The names of all sheets, also of those that were passed over. */
  names: readonly string[]
}

/** Opens the package that a workbook is. @throws NibError where it is none, too large, or locked */
export function openPackage(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
): Package & { parts: ReadonlyMap<string, ZipEntry> } {
  if (bytes.length === 0) fail('empty-file', { file })
  if (bytes.length > limits.bytes) fail('too-large', { file }, { bytes: bytes.length, limit: limits.bytes })
  if (!isZip(bytes)) fail('damaged-file', { file }, { why: `it is ${looksLike(bytes) ?? 'not a zip package'}` })
  const parts = zipEntries(bytes, file)
  if ([...parts.values()].some((part) => part.locked)) fail('locked-file', { file }, { what: 'The workbook' })
  return { bytes, file, limits, parts }
}

/** Refuses a workbook that gave no sheet. `listed` are all that it has, `sheets` those that were read. */
export function checkSheets(
  file: string,
  want: string | undefined,
  listed: readonly { name: string }[],
  sheets: readonly Sheet[],
): void {
  const known = listed.map(({ name }) => name)
  if (known.length === 0) fail('damaged-file', { file }, { why: 'it holds no sheets' })
  if (sheets.length > 0) return
  if (want === undefined) fail('hidden-sheets', { file }, { known })
  fail('no-sheet', { file }, { sheet: want, known, near: near(want, known) })
}

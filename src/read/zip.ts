import * as zlib from 'node:zlib'
import { fail } from '../messages.ts'
import type { Limits } from './limits.ts'

export interface ZipEntry {
  name: string
  method: number
  locked: boolean
  packed: number
  unpacked: number
  crc: number
  /** Where its local header begins. */
  offset: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const ELSEWHERE = 0xffffffff
/** Handed on in pieces of this size, so that the text is never whole in memory beside its bytes. */
const PIECE = 1024 * 1024

// Node has it from 20.15 on; without it, a wrong byte is found only where it breaks the packing or the XML.
const checksum: typeof zlib.crc32 | undefined = zlib.crc32

const damaged = (file: string, why: string): never => fail('damaged-file', { file }, { why })

/**
 * The parts of a package by name, as its directory at the end lists them, with where each begins: the local headers, which
 * other readers go by, need not agree with it.
 */
export function zipEntries(bytes: Uint8Array, file: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 0xffff)
  while (end >= lowest && view.getUint32(end, true) !== END) end--
  if (end < lowest) return damaged(file, 'its end is missing, as if it was cut off')
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) return damaged(file, 'its list of parts is broken')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return damaged(file, 'its list of parts is broken')
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    if (entries.has(name)) return damaged(file, `it holds two parts named ${name}`)
    const [unpacked, packed, offset] = sizes(view, at, nameEnd)
    const locked = (view.getUint16(at + 8, true) & 1) !== 0
    const method = view.getUint16(at + 10, true)
    entries.set(name, { name, method, locked, packed, unpacked, crc: view.getUint32(at + 16, true), offset })
    at = next
  }
  return entries
}

/** Some writers keep every size in the 64-bit field, however small the file is. */
function sizes(view: DataView, at: number, extra: number): [number, number, number] {
  const found = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const stop = extra + view.getUint16(at + 30, true)
  for (let field = extra; field + 4 <= stop; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    for (const [i, size] of found.entries()) {
      if (size !== ELSEWHERE || value + 8 > stop) continue
      found[i] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
  return found as [number, number, number]
}

/** Unpacks one part and hands it on piece by piece; what goes past a limit is never unpacked. */
export function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  file: string,
  limits: Limits,
  onBytes: (piece: Uint8Array) => void,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { name, method, packed, offset } = entry
  if (method !== 0 && method !== 8) damaged(file, `${name} is packed in a way (${method}) that no workbook uses`)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) damaged(file, `${name} is not in its place`)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) damaged(file, `${name} is cut off`)
  const raw = bytes.subarray(start, start + packed)
  const most = Math.min(limits.unpacked, Math.max(limits.ratioFrom, packed * limits.ratio))
  const whole = method === 8 ? inflate(raw, entry, file, limits, most) : raw
  if (whole.length > limits.unpacked) fail('over-limit', { file }, { what: bytesUnpacked, limit: limits.unpacked })
  let crc = 0
  for (let at = 0; at < whole.length; at += PIECE) {
    const piece = whole.subarray(at, at + PIECE)
    if (checksum) crc = checksum(piece, crc)
    onBytes(piece)
  }
  const seen = whole.length
  if (seen !== entry.unpacked) damaged(file, `${name} has ${seen} bytes and should have ${entry.unpacked}`)
  if (checksum && crc !== entry.crc) damaged(file, `${name} does not match its checksum`)
}

const bytesUnpacked = 'bytes once unpacked'

function inflate(raw: Uint8Array, entry: ZipEntry, file: string, limits: Limits, most: number): Uint8Array {
  const { name, unpacked } = entry
  try {
    // In one piece of the size that it says it has: put together of many, it would be in memory twice.
    const chunkSize = Math.max(PIECE, Math.min(unpacked, most) + 1)
    return zlib.inflateRawSync(raw, { maxOutputLength: most, chunkSize })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_BUFFER_TOO_LARGE') return damaged(file, `${name} cannot be unpacked`)
    if (most === limits.unpacked) return fail('over-limit', { file }, { what: bytesUnpacked, limit: most })
    return fail('hostile-file', { file }, { why: `${name} unpacks to more than ${limits.ratio} times its size` })
  }
}

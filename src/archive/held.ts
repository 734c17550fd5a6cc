import { dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { sha256 } from './kept.ts'

/** A table that is kept: what it was called, its SHA-256, and where the copy is. */
export interface KeptFile {
  name: string
  hash: string
  path: string
}

/** A table that is in memory. */
export interface HeldFile extends KeptFile {
  bytes: Uint8Array
}

/** Reads tables that are kept. @throws NibError where a copy is missing, or is not what its hash says */
export function readKept(kept: Readonly<Record<string, KeptFile>>, effects: Effects): Record<string, HeldFile> {
  return Object.fromEntries(
    Object.entries(kept).map(([table, file]) => {
      const bytes = effects.exists(file.path) ? effects.readBytes(file.path) : new Uint8Array()
      if (sha256(bytes) !== file.hash)
        fail('damaged-archive', { file: file.path }, { why: `the table ${file.name} is missing or was changed` })
      return [table, { ...file, bytes }]
    }),
  )
}

/**
 * Tables in memory as files: table → a path that ends in the name the file came with, and effects that read it there. Copy, causes and
 * notes name a file by the end of its path, and must be the same whether it is read where it came from or where it is kept.
 */
export function heldFiles(
  held: Readonly<Record<string, HeldFile>>,
  effects: Effects,
): { files: Record<string, string>; effects: Effects } {
  const there = new Map<string, Uint8Array>()
  const files: Record<string, string> = {}
  for (const [table, { name, hash, path, bytes }] of Object.entries(held)) {
    files[table] = join(dirname(path), hash, name)
    there.set(files[table], bytes)
  }
  return { files, effects: { ...effects, readBytes: (path) => there.get(path) ?? effects.readBytes(path) } }
}

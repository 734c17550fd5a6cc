import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { fail } from './messages.ts'

/** Everything Nib asks of the world: files, the clock, the terminal. Tests bring their own. */
export interface Effects {
  exists(path: string): boolean
  folders(path: string): string[]
  files(path: string): string[]
  readText(path: string): string
  /** @throws NibError where there is no file, or it is larger than Nib reads: that is known before any of it is in memory */
  readBytes(path: string): Uint8Array
  /** Writes beside and renames, so that a reader finds the old file or the new one, never half. */
  write(path: string, text: string | Uint8Array): void
  now(): Date
  /** Copy and tables: standard output. */
  out(text: string): void
  /** Progress and notes: standard error. */
  note(text: string): void
}

const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOTDIR') return 'a part of the path is not a folder'
  if (code === 'EEXIST') return 'a file stands where a folder is needed'
  if (code === 'EROFS') return 'the disk is read-only'
  if (code === 'ENAMETOOLONG') return 'the name is too long'
  if (code === 'ENOSPC') return 'the disk is full'
  return code ?? String(error)
}

function read<T>(path: string, how: () => T): T {
  try {
    return how()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return fail('no-file', {}, code === 'ENOENT' ? { path } : { path, why: reason(error) })
  }
}

/** Takes away what a failed write left behind; where even that is not allowed, the first error is the one to tell. */
function clear(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Nothing was made there, or it may not be touched.
  }
}

/**
 * From a file of this many bytes on, memory is collected early, at the cost of time: the engine would else let it grow to twice
 * what is in use. Text takes about eight times its bytes; what is packed, or JSON, many times more.
 */
const large = (path: string): number => (/\.(csv|tsv|txt)$/i.test(path) ? 64 : 6) * 1024 * 1024

/** The largest file that is read. A JavaScript string ends near 2^29 characters, and a text file is decoded whole. */
export const largest = 192 * 1024 * 1024

/** The real world. */
export function realEffects(): Effects {
  const made = new Set<string>()
  return {
    exists: existsSync,
    folders: (path) =>
      existsSync(path)
        ? readdirSync(path, { withFileTypes: true })
            .filter((e) => e.isDirectory())
            .map((e) => e.name)
            .sort()
        : [],
    files: (path) => (existsSync(path) && statSync(path).isDirectory() ? readdirSync(path).sort() : []),
    readText: (path) => read(path, () => readFileSync(path, 'utf8')),
    readBytes(path) {
      const { size } = read(path, () => statSync(path))
      if (size > largest) fail('too-large', { file: basename(path) }, { bytes: size, limit: largest })
      const bytes = read(path, () => readFileSync(path))
      if (bytes.length > large(path)) setFlagsFromString('--optimize-for-size')
      return bytes
    },
    write(path, text) {
      const folder = dirname(path)
      const beside = join(folder, `.${basename(path)}.${process.pid}.part`)
      try {
        if (!made.has(folder)) mkdirSync(folder, { recursive: true })
        made.add(folder)
        writeFileSync(beside, text)
        renameSync(beside, path)
      } catch (error) {
        clear(beside)
        fail('cannot-write', {}, { path, why: reason(error) })
      }
    },
    now: () => new Date(),
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
  }
}

import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { alone, hold } from './lock.ts'
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
  /** The same while other work goes on; done when the promise is. */
  writeSoon(path: string, text: string): Promise<void>
  /** Adds a line to a file in one step, and waits until the disk has it. */
  append(path: string, line: string): void
  /** The size of a file, and when it was changed last (milliseconds); null where there is none, it is a folder, or it cannot be looked at. */
  stat(path: string): { size: number; changed: number } | null
  /** The last bytes of a file, or all where it has fewer; none where it cannot be read. */
  readEnd(path: string, bytes: number): Uint8Array
  /** What a file holds from a byte on, and how many bytes it has; empty where there is none. */
  readFrom(path: string, from: number): { text: string; size: number }
  /** Does something while no other process does the same under this path. @throws NibError after some seconds of waiting */
  alone<T>(path: string, work: () => T): T
  /** Holds a lock until it is let go, or the process ends; null where another process holds it. */
  hold(path: string): (() => void) | null
  now(): Date
  /** Done some milliseconds later. */
  wait(milliseconds: number): Promise<void>
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
 * From a file of so many bytes on, memory is collected early, at the cost of time: the engine would else let it grow to several times
 * what is in use. Of text it is collected once it has grown by half; what is packed, or JSON, takes many times its bytes.
 */
const early = (path: string): { from: number; flag: string } =>
  /\.(csv|tsv|txt)$/i.test(path)
    ? { from: 16 * 1024 * 1024, flag: '--heap-growing-percent=50' }
    : { from: 6 * 1024 * 1024, flag: '--optimize-for-size' }

/** The largest file that is read. A JavaScript string ends near 2^29 characters, and a text file is decoded whole. */
export const largest = 192 * 1024 * 1024

/** The real world. */
export function realEffects(): Effects {
  const made = new Set<string>()
  return {
    exists: existsSync,
    folders: (path) =>
      existsSync(path) && statSync(path).isDirectory()
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
      const { from, flag } = early(path)
      if (bytes.length > from) setFlagsFromString(flag)
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
    async writeSoon(path, text) {
      const folder = dirname(path)
      const beside = join(folder, `.${basename(path)}.${process.pid}.part`)
      try {
        if (!made.has(folder)) mkdirSync(folder, { recursive: true })
        made.add(folder)
        await writeFile(beside, text)
        await rename(beside, path)
      } catch (error) {
        clear(beside)
        fail('cannot-write', {}, { path, why: reason(error) })
      }
    },
    append(path, line) {
      try {
        mkdirSync(dirname(path), { recursive: true })
        const file = openSync(path, 'a')
        // To the last byte: one call may write less than it was given.
        writeFileSync(file, line)
        fsyncSync(file)
        closeSync(file)
      } catch (error) {
        fail('cannot-write', {}, { path, why: reason(error) })
      }
    },
    readFrom(path, from) {
      if (!existsSync(path)) return { text: '', size: 0 }
      const file = openSync(path, 'r')
      try {
        const { size } = fstatSync(file)
        const bytes = Buffer.alloc(Math.max(0, size - from))
        const got = readSync(file, bytes, 0, bytes.length, from)
        return { text: bytes.toString('utf8', 0, got), size: from + got }
      } finally {
        closeSync(file)
      }
    },
    stat(path) {
      try {
        const found = statSync(path)
        return found.isFile() ? { size: found.size, changed: found.mtimeMs } : null
      } catch {
        return null
      }
    },
    readEnd(path, bytes) {
      try {
        const file = openSync(path, 'r')
        try {
          const end = Buffer.alloc(Math.min(bytes, fstatSync(file).size))
          return end.subarray(0, readSync(file, end, 0, end.length, fstatSync(file).size - end.length))
        } finally {
          closeSync(file)
        }
      } catch {
        return new Uint8Array()
      }
    },
    alone: (path, work) => alone(path, work),
    hold: (path) => hold(path),
    now: () => new Date(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
  }
}

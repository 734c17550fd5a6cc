import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail } from './messages.ts'

/** How long a process waits for another, and how long a lock may be held before it is taken for forgotten; milliseconds. */
const patience = 10_000
const forgotten = 60_000

const asleep = new Int32Array(new SharedArrayBuffer(4))
const sleep = (milliseconds: number): void => void Atomics.wait(asleep, 0, 0, milliseconds)

/** Whether a process of this machine is there. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let count = 0

/** Holds the lock file, whole from its first moment on: it is written beside and linked. False where another holds it. */
function take(path: string): boolean {
  count++
  const beside = `${path}.${process.pid}.${count}`
  writeFileSync(beside, String(process.pid))
  try {
    linkSync(beside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Takes away the lock of a process that is no more. Renamed first, so that of two that try one does. */
function clearForgotten(path: string): void {
  try {
    const held = Number(readFileSync(path, 'utf8'))
    if (isAlive(held) && Date.now() - statSync(path).mtimeMs < forgotten) return
    count++
    const aside = `${path}.${process.pid}.${count}.old`
    renameSync(path, aside)
    // Another may have taken the lock between the look and the move: then it is given back.
    if (Number(readFileSync(aside, 'utf8')) === held) rmSync(aside, { force: true })
    else renameSync(aside, path)
  } catch {
    // It was let go meanwhile.
  }
}

/** How often a process that holds something for long says that it still does; milliseconds. */
const beat = 10_000

/**
 * Holds a lock for as long as this process lives, or until it is let go. A process that is no more holds nothing.
 * @returns what lets go; null where another process holds it
 */
export function hold(path: string): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true })
  if (!take(path)) {
    clearForgotten(path)
    if (!take(path)) return null
  }
  const beating = setInterval(() => {
    if (!isMine(path)) return clearInterval(beating)
    const now = new Date()
    utimesSync(path, now, now)
  }, beat)
  beating.unref()
  return () => {
    clearInterval(beating)
    if (isMine(path)) rmSync(path, { force: true })
  }
}

/** Whether this process still holds a lock: one that was stopped for long may have lost it to another. */
function isMine(path: string): boolean {
  try {
    return readFileSync(path, 'utf8') === String(process.pid)
  } catch {
    return false
  }
}

/**
 * Does something while no other process of this machine does the same under this path.
 * @throws NibError `busy` after ten seconds of waiting
 */
export function alone<T>(path: string, work: () => T): T {
  mkdirSync(dirname(path), { recursive: true })
  const until = Date.now() + patience
  while (!take(path)) {
    clearForgotten(path)
    if (Date.now() > until) fail('busy', {}, { path })
    sleep(5)
  }
  try {
    return work()
  } finally {
    rmSync(path, { force: true })
  }
}

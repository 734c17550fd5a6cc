import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bench, cli, temporary } from './places.mjs'

/**
 * Runs node to its end. Its standard output is thrown away.
 * @returns seconds from start to exit, and the peak memory in bytes if it was asked for
 * @throws with the process's own message where it fails
 */
export function run(args, { memory = false } = {}) {
  const wrapper = memory ? ['--import', new URL('peak-memory.mjs', import.meta.url).href] : []
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const child = spawn(process.execPath, [...wrapper, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      if (status !== 0) reject(new Error(`${args.join(' ')} ended with ${status}:\n${said}`))
      else resolve({ seconds, peak: Number(/peak-memory (\d+)/.exec(said)?.[1]) })
    })
  })
}

/** Seconds of one of the processes that are compared with Nib. */
export const job = (name, ...args) => run([join(bench, 'jobs', `${name}.mjs`), ...args]).then((r) => r.seconds)

/** Seconds of the whole job of Nib, into a folder that is new each time. Emptying it is not counted. */
export async function wholeJob(...args) {
  const out = join(temporary(), 'output')
  const { seconds } = await run([cli, 'brief', 'police-workforce', '--area', 'all', '--out', out, ...args])
  rmSync(out, { recursive: true, force: true })
  return seconds
}

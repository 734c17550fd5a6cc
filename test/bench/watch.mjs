import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { byTurns } from './median.mjs'
import { cli, findOds, temporary } from './places.mjs'
import { heading, judge, seconds, tell } from './print.mjs'
import { job } from './processes.mjs'

/** From the publisher's file landing in the inbox to every draft made, read back, kept and listed. */
export async function watch(named) {
  heading("Release day: from the ODS's arrival to 44 drafts made, read back and listed")
  const file = findOds(named)
  if (!file) return console.log('  skipped: no ODS found (name one as the argument, or in NIB_ODS)')
  const took = await byTurns({ nib: () => arrival(file), parse: () => job('only-ods', file) }, { warm: 1, rounds: 5 })
  tell('nib watch, from the rename to the last line of the list', seconds(took.nib))
  tell('a process that only unpacks it with fflate and parses it with saxes', seconds(took.parse))
  judge('arrival to listed, over unpacking and parsing alone', took.nib / took.parse, { atMost: 2 })
}

/** Seconds from a file's being renamed into the inbox of a watch that is armed, as it prints them. */
async function arrival(file) {
  const folder = temporary()
  const inbox = join(folder, 'inbox')
  mkdirSync(inbox)
  // On the disk of the inbox, so that it lands in one step.
  copyFileSync(file, join(folder, 'table.ods'))
  const child = spawn(process.execPath, [cli, 'watch', 'police-workforce', '--inbox', inbox, '--out', join(folder, 'output')]) // biome-ignore format: a line
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  child.stderr.pipe(process.stderr)
  const until = async (line) => {
    while (!line.test(said)) {
      if (child.exitCode !== null) throw new Error(`nib watch ended with ${child.exitCode}:\n${said}`)
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
    }
  }
  await until(/^Inbox: /m)
  // At no set time between two looks.
  await wait(300 + Math.random() * 200)
  const began = performance.now()
  renameSync(join(folder, 'table.ods'), join(inbox, 'table.ods'))
  await until(/^Next: /m)
  const took = (performance.now() - began) / 1000
  if (!/^44 drafts made and read back/m.test(said)) throw new Error(`not 44 drafts:\n${said}`)
  child.kill('SIGTERM')
  const status = await new Promise((done) => child.once('close', done))
  if (status !== 0) throw new Error(`nib watch ended with ${status}`)
  return took
}

import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Archive } from '../archive/archive.ts'
import { type HeldFile, heldFiles, readKept } from '../archive/held.ts'
import { deskApp } from '../desk/app.tsx'
import { isLoopback } from '../desk/guard.ts'
import { listen } from '../desk/serve.ts'
import { Session } from '../desk/session.ts'
import type { Effects } from '../effects.ts'
import { escaped, fail } from '../messages.ts'
import { libraryAt } from './library.ts'
import { onEnd } from './signals.ts'
import { userName } from './user.ts'

export interface DeskOptions {
  port: string
  host: string
  token?: string
  who?: string
  period?: string
  file: Record<string, string>
  shipped?: boolean
  out: string
  library?: string
}

/** `nib desk`: makes every draft, then serves the page where they are read, edited and approved, until the process is ended. */
export async function desk(name: string, options: DeskOptions, effects: Effects): Promise<number> {
  const port = portOf(options.port)
  const who = options.who ?? userName()
  const token = options.token ?? (isLoopback(options.host) ? null : randomBytes(18).toString('base64url'))
  if (token !== null && !/^[\w.~-]{12,}$/.test(token))
    fail('bad-usage', {}, { why: 'A token has 12 characters or more: letters, digits, and - . _ ~.' })
  const library = libraryAt(options.library, effects)
  const { period } = options
  const { files, effects: reading } = filesOf(name, options, effects)
  const session = new Session({ release: name, library, files, period }, options.out, reading)
  const told = await session.make(who)
  effects.note(
    `${told.fresh + told.changed + told.same} drafts: ${told.fresh} new, ${told.changed} changed, ${told.same} as they were.\n`,
  )
  for (const line of told.without) effects.note(`${line}\n`)
  const { host } = options
  const served = await listen(
    (bound) => deskApp(session, { host, port: bound, token }, who, effects),
    host,
    port,
  ).catch((error: NodeJS.ErrnoException) => fail('bad-usage', {}, { why: whyNot(error, host, port) }))
  // What is bound to every address is told by the name of the machine.
  const named = ['0.0.0.0', '::'].includes(host) ? hostname() : host
  const shown = named.includes(':') ? `[${named}]` : named
  effects.out(`http://${shown}:${served.port}/${token === null ? '' : `?token=${token}`}\n`)
  const end = ended()
  effects.note('The desk is open at this address. Ctrl C closes it; nothing is lost.\n')
  await end
  await served.close()
  return 0
}

/** The files named, or else those of the last run: opening the desk must not make the drafts again from other tables. */
function filesOf(name: string, options: DeskOptions, effects: Effects): ReturnType<typeof heldFiles> {
  const { file: files, shipped } = options
  if (Object.keys(files).length > 0 || shipped) return { files, effects }
  const last = new Archive(join(options.out, name, 'archive'), effects).lastRun()
  const held = readKept(last?.given ?? {}, effects)
  if (Object.keys(held).length > 0)
    effects.note(`With the files of the last run: ${namesOf(held)} (--file names others; --shipped leaves them)\n`)
  return heldFiles(held, effects)
}

const namesOf = (held: Readonly<Record<string, HeldFile>>): string =>
  [...new Set(Object.values(held).map(({ name }) => escaped(name)))].join(', ')

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  return fail(
    'bad-usage',
    {},
    { why: `A port is a number up to 65535, and 0 takes any that is free; “${text}” is none.` },
  )
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Another program listens at port ${port}. End it, or choose another with --port; 0 takes any that is free.`
  if (error.code === 'EACCES') return `Port ${port} may not be used. Choose one above 1023 with --port.`
  return `The desk cannot listen at ${host}, port ${port} (${error.code ?? error.message}). Choose another --host.`
}

const ended = (): Promise<void> =>
  new Promise((done) => {
    onEnd(done)
  })

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { build } from '../fixtures/built.ts'
import type { Nib } from '../fixtures/process.ts'
import { type Newsroom, newsroom } from './killed.ts'
import { type Got, keep, plainly, type Receiver, receiver, secretText } from './receiver.ts'

const program = build()
let ready: Newsroom
let desk: Newsroom
let server: Receiver
beforeAll(async () => {
  ready = newsroom(program.cli, join(program.room, 'ready'))
  await ready.make()
}, 60_000)
beforeEach(async () => {
  server = await receiver()
  desk = ready.copyTo(join(program.room, `run-${Math.random()}`))
  desk.deliverTo(server.url)
})
afterEach(async () => {
  desk.killAll()
  await server.close()
  rmSync(desk.path(), { recursive: true, force: true })
})

const keyIn = ({ headers }: Got) => String(headers['idempotency-key'])
const itemIn = ({ body }: Got) => JSON.parse(body.toString()) as { uri: string; version: string }
const hashOf = (body: Buffer) => createHash('sha256').update(body).digest('hex')

/** Whole numbers below a limit, by chance and the same each time (Numerical Recipes’ linear congruential generator). */
function chance(seed: number) {
  let state = seed
  return (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** Every request that came was genuine, whatever it was answered; under a key there came one body, in which one version of one item was. */
function checkCame(): void {
  const bodies = new Map<string, Buffer>()
  const keys = new Map<string, string>()
  for (const got of server.got) {
    const key = keyIn(got)
    expect(got.headers['webhook-id']).toBe(key)
    new Webhook(secretText).verify(got.body.toString(), got.headers as Record<string, string>)
    const first = bodies.get(key) ?? got.body
    bodies.set(key, first)
    if (!first.equals(got.body)) expect.fail(`another body came under ${key}`)
    const { uri, version } = itemIn(got)
    const item = `${uri} ${version}`
    expect(keys.get(item) ?? key).toBe(key)
    keys.set(item, key)
  }
  expect(keys.size).toBe(bodies.size)
  expect(server.altered).toEqual([])
  const promised = new Map(
    desk
      .released()
      .flatMap(({ issued, parcels }) =>
        parcels
          .filter(({ channel }) => channel === 'cms')
          .map(({ key, payloads }) => [key, { hash: payloads['ninjs']!, item: `${issued.uri} ${issued.version}` }]),
      ),
  )
  for (const [item, key] of keys) {
    expect(promised.get(key)?.item).toBe(item)
    expect(hashOf(bodies.get(key)!).startsWith(promised.get(key)!.hash)).toBe(true)
  }
}

/** All 44 are there, by the receiver, by the folder and by the journal, in so many versions; another start sends nothing. */
async function checkDone(versions: number): Promise<void> {
  checkCame()
  expect(desk.released()).toHaveLength(versions)
  expect(new Set(desk.released().map(({ issued }) => issued.uri)).size).toBe(44)
  expect([...server.items.keys()].sort()).toEqual(
    desk
      .delivered('cms')
      .map(({ key }) => key)
      .sort(),
  )
  const files = desk.look()
  expect(files.size).toBe(versions)
  expect(desk.delivered('wire')).toHaveLength(versions)
  const texts = desk
    .released()
    .map(({ parcels }) => parcels.find(({ channel }) => channel === 'wire')!.payloads['txt']!)
  const there = [...files.values()].map(({ text }) => hashOf(Buffer.from(text)).slice(0, 24))
  expect(there.sort()).toEqual(texts.sort())
  // Lines that were cut off are no entries: all others are read by any reader of JSON.
  const journal = readFileSync(desk.path('output/police-workforce/archive/journal.jsonl'), 'utf8')
  expect(journal.endsWith('\n')).toBe(true)
  const told = journal.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
  expect(told.map((line) => JSON.parse(line))).toEqual(desk.archive().entries())

  const before = server.got.length
  const last = desk.nib('release')
  expect(await last.closed).toEqual([0, null])
  expect(server.got).toHaveLength(before)
  expect(desk.look()).toEqual(files)
  expect(desk.released()).toHaveLength(versions)
}

test('killed at dozens of moments while the server fails one time in three: each arrives, none twice, none altered', async () => {
  const below = chance(7)
  /** Called as a request comes, once its item may have been kept, and once it was answered. */
  let moment = (_: 'came' | 'kept' | 'answered') => {}
  const answer = (got: Got, response: Parameters<ReturnType<typeof plainly>>[1]) => {
    moment('came')
    const how = below(9)
    if (how < 3) return plainly(503, {}, 'busy')(got, response)
    if (how === 3) return void got.socket.destroy()
    keep(server, got)
    moment('kept')
    // Taken, and the answer is lost.
    if (how === 4) return void got.socket.destroy()
    response.end('{}', () => moment('answered'))
  }
  server.next = Array.from({ length: 2000 }, () => answer)

  let kills = 0
  let seen = desk.look()
  const status = async (killing: Promise<number | null>) => {
    const ended = await killing
    if (ended === null) kills++
    // What was to be seen in the folder is there still, and the same file.
    const now = desk.look()
    for (const [name, file] of seen) expect(now.get(name)).toEqual(file)
    seen = now
    return ended
  }
  const payloads = () => desk.count('output/police-workforce/archive/payloads')
  const lock = () => desk.path('output/police-workforce/archive/delivering')

  // Before anything is told: from the first moment, over the lock, to the last payloads that are made. Each start makes its own.
  for (const made of [-1, 0, 1, 9, 20, 33, 42]) {
    const before = payloads()
    const isFar = () => made < 0 || (made === 0 ? existsSync(lock()) : payloads() - before >= made)
    await status(desk.killed(isFar, made < 0 ? 150 : 0))
  }
  // As it is told, and while files are put into the folder.
  for (const files of [0, 1, 9, 30]) await status(desk.killed(() => (files === 0 ? desk.released().length > 0 : desk.count('wire') >= files))) // biome-ignore format: a line
  // While it is sent: before, between and after what the server does.
  for (let i = 0; i < 20; i++) {
    const at = (['came', 'kept', 'answered'] as const)[i % 3]
    let left = 1 + below(5)
    moment = (now) => {
      if (now === at) left--
    }
    await status(desk.killed(() => left <= 0, below(8)))
  }
  moment = () => {}
  expect(kills).toBeGreaterThan(24)

  let ended: number | null = 1
  for (let i = 0; ended !== 0; i++) {
    expect(i).toBeLessThan(20)
    const last = desk.nib('release')
    ;[ended] = await last.closed
    expect([0, 1]).toContain(ended)
  }
  expect(server.items.size).toBe(44)
  expect(new Set(server.got.map((got) => itemIn(got).version))).toEqual(new Set(['1']))
  await checkDone(44)
}, 180_000)

test('of two that are started at the same moment one delivers, and the other says that it is busy', async () => {
  server.next = Array.from({ length: 44 }, () => async (got, response) => {
    await wait(5)
    keep(server, got)
    response.end('{}')
  })
  const both = [desk.nib('release'), desk.nib('release')]
  const statuses = (await Promise.all(both.map(({ closed }) => closed))).map(([status]) => status)
  expect(statuses.toSorted()).toEqual([0, 2])
  expect(both[statuses.indexOf(2)]!.said.err).toMatch(/Another process has been writing/)
  expect(server.got).toHaveLength(44)
  await checkDone(44)
})

test('one that was stopped so long that another took over releases no version that the other has released', async () => {
  const payloads = () => desk.count('output/police-workforce/archive/payloads')
  const slow = desk.nib('release')
  while (payloads() < 20 && !slow.isOver()) await wait(1)
  slow.child.kill('SIGSTOP')
  expect(desk.released()).toEqual([])
  // As if it had been stopped for an hour.
  const ago = new Date(Date.now() - 3_600_000)
  utimesSync(desk.path('output/police-workforce/archive/delivering'), ago, ago)
  const other = desk.nib('release')
  expect(await other.closed).toEqual([0, null])
  slow.child.kill('SIGCONT')
  expect((await slow.closed)[1]).toBe(null)
  expect(slow.said.err).not.toMatch(/ {4}at /)
  expect(server.got).toHaveLength(44)
  await checkDone(44)
})

test('one that was stopped while it sent, and was taken over meanwhile, sends nothing that the other has sent', async () => {
  let slow: Nib | null = null
  const waiting: (() => void)[] = []
  server.next = Array.from({ length: 300 }, (_, i) => (got, response) => {
    const answer = () => {
      keep(server, got)
      response.end('{}')
    }
    // Four answers to the first are held back until it is stopped.
    if (i < 12 || slow === null) return answer()
    waiting.push(answer)
    if (waiting.length < 4) return
    slow.child.kill('SIGSTOP')
    slow = null
  })
  const first = desk.nib('release')
  slow = first
  while (slow !== null && !first.isOver()) await wait(1)
  expect(waiting).toHaveLength(4)
  const ago = new Date(Date.now() - 3_600_000)
  utimesSync(desk.path('output/police-workforce/archive/delivering'), ago, ago)
  expect(await desk.nib('release').closed).toEqual([0, null])
  const came = server.got.length
  expect(server.items.size).toBe(44)
  first.child.kill('SIGCONT')
  for (const answer of waiting) answer()
  expect((await first.closed)[1]).toBe(null)
  expect(server.got).toHaveLength(came)
  expect(first.said.err).not.toMatch(/ {4}at /)
  checkCame()
})

test('once a second version is released the first is sent no more, nor comes after it', async () => {
  // Nothing arrives, and the folder has all.
  server.next = Array.from({ length: 44 }, () => plainly(503))
  expect(await desk.nib('release').closed).toEqual([1, null])
  expect([server.got.length, server.items.size, desk.count('wire')]).toEqual([44, 0, 44])
  // Some arrive.
  server.next = Array.from({ length: 44 }, (_, i) => (i % 3 === 0 ? 'keep' : plainly(503)))
  expect(await desk.nib('release').closed).toEqual([1, null])
  expect(server.items.size).toBe(15)

  const archive = desk.archive()
  const edited = [...archive.drafts().values()].slice(0, 20)
  for (const { draft, version, shown } of edited) {
    const text = `${shown.headline}, figures show`
    const next = archive.edit(draft, version, 0, text, 'Ann', () => ({ ...shown, headline: text }))
    archive.decide(draft, next.version, 'approved', 'Ann')
  }
  const stories = new Set(edited.map(({ draft }) => draft))
  const first = server.got.length
  // Killed in the middle, then refused for a while, then served.
  const below = chance(3)
  server.next = Array.from({ length: 500 }, () => (below(3) === 0 ? plainly(503) : 'keep'))
  for (const requests of [1, 9, 20]) {
    const before = server.got.length
    await desk.killed(() => server.got.length - before >= requests)
  }
  let ended: number | null = 1
  for (let i = 0; ended !== 0 && i < 20; i++) [ended] = await desk.nib('release').closed
  expect(ended).toBe(0)

  const highest = new Map<string, number>()
  for (const got of server.got) {
    const { uri, version } = itemIn(got)
    expect(Number(version)).toBeGreaterThanOrEqual(highest.get(uri) ?? 0)
    if (server.items.has(keyIn(got))) highest.set(uri, Number(version))
  }
  // What is out of date by then is not sent at all: it may be what the second corrects.
  for (const got of server.got.slice(first)) {
    const { uri, version } = itemIn(got)
    expect(Number(version), uri).toBe(stories.has(uri.split(':').at(-1)!.split('/').slice(1).join('/')) ? 2 : 1)
  }
  expect([...highest.values()].filter((version) => version === 2)).toHaveLength(20)
  expect(highest.size).toBe(44)
  await checkDone(64)
})

test('a feed that a killed process did not come to write is written by the next', async () => {
  expect(await desk.nib('release').closed).toEqual([0, null])
  const feeds = () => readdirSync(desk.path('wire/feeds')).sort()
  expect(feeds()).toHaveLength(44)
  const all = feeds()
  for (const name of all.slice(3)) rmSync(desk.path('wire/feeds', name))
  expect(await desk.nib('release').closed).toEqual([0, null])
  expect(feeds()).toEqual(all)
})

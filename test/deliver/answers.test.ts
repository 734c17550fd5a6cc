import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { push } from '../../src/deliver/push.ts'
import { secretOf } from '../../src/deliver/secret.ts'
import { problems } from '../fixtures/small.ts'
import { plainly, type Receiver, receiver, secret, secretText, testNet, to } from './receiver.ts'

let server: Receiver
beforeEach(async () => {
  server = await receiver()
})
afterEach(() => server.close())

const item = { key: 'nib_1', type: 'text/plain', body: new TextEncoder().encode('copy') }
const second = { ok: true, status: 200, tries: 2 }

/** A network whose time for a try is over as soon as the head of an answer is there. */
function impatient() {
  const net = testNet({
    fetch: async (...args) => {
      const response = await fetch(...args)
      if (server.got.length === 1) setImmediate(() => net.expire())
      return response
    },
  })
  return net
}

test('one that never answers is given up in time, and tried again', async () => {
  const net = testNet()
  server.next = [() => net.expire()]
  expect(await push(item, to(server.url), net)).toEqual(second)
  server.next = [() => net.expire()]
  expect(await push(item, to(server.url, 0), net)).toMatchObject({ permanent: false, why: /within 10 seconds/ })
})

test('one that stalls in the middle of an answer too', async () => {
  server.next = [(_, response) => void response.writeHead(200, { 'content-length': '10' }).write('half')]
  expect(await push(item, to(server.url), impatient())).toEqual(second)
})

test('a fetch that does not heed its signal is left', async () => {
  const net = testNet({ fetch: () => new Promise(() => setImmediate(() => net.expire())) })
  expect(await push(item, to(server.url, 1), net)).toMatchObject({ ok: false, tries: 2 })
})

test('a refusal is one, even if its text stalls or is cut off', async () => {
  server.next = [(_, response) => void response.writeHead(400, { 'content-length': '10' }).write('half')]
  expect(await push(item, to(server.url), impatient())).toMatchObject({ permanent: true, why: 'answered 400' })
  server.next = [({ socket }) => void socket.end('HTTP/1.1 401 No\r\nContent-Length: 10\r\n\r\nhalf')]
  expect(await push(item, to(server.url), testNet())).toMatchObject({ permanent: true, why: 'answered 401' })
})

test.each([
  ['an answer cut off', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
  ['a chunk cut off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf'],
  ['half a head', 'HTTP/1.1 200 OK\r\nContent-'],
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['nothing', ''],
])('%s: tried again', async (_, raw) => {
  server.next = [({ socket }) => void socket.end(raw)]
  expect(await push(item, to(server.url), testNet())).toEqual(second)
})

test('more than the stated length is not read', async () => {
  server.next = [
    ({ socket }) => void socket.end('HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusyHTTP/1.1 200 OK\r\n\r\n'),
  ]
  expect(await push(item, to(server.url, 0), testNet())).toMatchObject({ ok: false, why: 'answered 503: busy' })
})

const whole = (status: number) => `HTTP/1.1 ${status} X\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n`

test('of two answers to one request the first counts, and the second is not that to the next', async () => {
  server.next = [({ socket }) => void socket.write(whole(503) + whole(200)), plainly(400)]
  expect(await push(item, to(server.url), testNet())).toMatchObject({ ok: false, why: 'answered 400', tries: 2 })
})

test('nor if it comes when the next request is already on its way', async () => {
  server.next = [
    ({ socket }) => void socket.write(whole(503)),
    (_, response) => {
      const { socket } = server.got[0]!
      socket.on('error', () => undefined)
      if (!socket.destroyed) socket.write(whole(200))
      response.writeHead(400).end()
    },
  ]
  // Some turns, after which a connection that was kept would be free for the next.
  const net = testNet({ sleep: () => new Promise((done) => setTimeout(done, 50)) })
  expect(await push(item, to(server.url), net)).toMatchObject({ ok: false, why: 'answered 400', tries: 2 })
})

test.each([200, 400])('an endless answer of %i is read so far, and then the connection is closed', async (status) => {
  const closed = new Promise<void>((done) => {
    server.next = [
      ({ socket }, response) => {
        const more = () => {
          while (!socket.destroyed && response.write('x'.repeat(10_000)));
        }
        response.writeHead(status)
        response.on('drain', more)
        response.on('error', () => undefined)
        socket.on('close', () => done())
        more()
      },
    ]
  })
  const got = await push(item, to(server.url), testNet())
  expect(got).toMatchObject({ ok: status === 200, tries: 1 })
  expect('why' in got ? got.why.length : 0).toBeLessThanOrEqual('answered 400: '.length + 200)
  await closed
})

test('Ctrl-C ends it at once: in a try, in the wait, and before all', async () => {
  const first = new AbortController()
  server.next = [() => first.abort()]
  expect(await push(item, to(server.url), testNet(), first.signal)).toMatchObject({
    ok: false,
    permanent: false,
    tries: 1,
  })
  const other = new AbortController()
  server.next = [plainly(503)]
  const net = testNet({
    sleep: async (_, signal) => {
      other.abort()
      signal?.throwIfAborted()
    },
  })
  expect(await push(item, to(server.url), net, other.signal)).toMatchObject({ why: 'answered 503', tries: 1 })
  expect(await push(item, to(server.url), testNet(), other.signal)).toMatchObject({ ok: false, tries: 0 })
  expect(server.got).toHaveLength(2)
})

test('a try leaves nothing behind that would keep the process, or hear Ctrl-C', async () => {
  const net = testNet()
  const { signal } = new AbortController()
  server.next = [plainly(503), ({ socket }) => void socket.destroy(), () => net.expire(), plainly(400)]
  expect(await push(item, to(server.url), net, signal)).toMatchObject({ why: 'answered 400', tries: 4 })
  expect([net.running(), getEventListeners(signal, 'abort').length]).toEqual([0, 0])
})

test('what has arrived has arrived, though Ctrl-C came with the answer', async () => {
  const stop = new AbortController()
  const net = testNet({
    after: () => () => stop.abort(),
  })
  expect(await push(item, to(server.url), net, stop.signal)).toEqual({ ok: true, status: 200, tries: 1 })
})

test('the secret is in nothing that is said, though the other side says it', async () => {
  const bare = secretText.replace('whsec_', '')
  for (const told of [secretText, bare, bare.replace('=', ''), Buffer.from(bare, 'base64').toString('hex')]) {
    server.next = [plainly(401, {}, `${'x'.repeat(180)} wanted ${told}`)]
    const got = JSON.stringify(await push(item, to(server.url), testNet()))
    expect(got).toContain('x wanted')
    for (let n = 0; n + 8 <= bare.length; n++) expect(got).not.toContain(told.slice(n, n + 8) || 'none')
  }
  for (const shown of [JSON.stringify(secret), inspect(secret, { showHidden: true, depth: 9 }), String(secret)])
    expect(shown).not.toMatch(/[A-Za-z0-9+/]{24}|61 20 73/)
})

const channel = { key: 'cms', secret: 'CMS_SECRET', at: { file: 'delivery.yaml', line: 3 } }

test.each([
  [undefined, /not set/],
  ['', /not set/],
  ['  ', /not set/],
  ['whsec_%%no%base64%%', /not base64/],
  ['whsec_c2hvcnQ=', /has 5 bytes/],
  [Buffer.alloc(65).toString('base64'), /has 65 bytes/],
])('a secret that is none is refused by the name of its variable: %j', (held, why) => {
  const [problem] = problems(() => secretOf(channel, held === undefined ? {} : { CMS_SECRET: held }))
  expect(problem).toMatchObject({ code: 'no-secret', place: channel.at })
  expect(problem?.text).toMatch(why)
  expect(problem?.text).toContain('CMS_SECRET')
  if (held?.trim()) expect(problem?.text).not.toContain(held.slice(6, 14))
})

test('with or without its beginning it is the same secret', () => {
  const body = new Uint8Array([1])
  const signed = [secretText, secretText.slice(6), ` ${secretText}\n`].map((held) =>
    secretOf(channel, { CMS_SECRET: held }).sign('a', 1, body),
  )
  expect(new Set(signed)).toEqual(new Set([secret.sign('a', 1, body)]))
})

import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realNet } from '../../src/deliver/net.ts'
import { keyOf, push } from '../../src/deliver/push.ts'
import { keep, plainly, type Receiver, receiver, secretText, testNet, to } from './receiver.ts'

let server: Receiver
beforeEach(async () => {
  server = await receiver()
})
afterEach(() => server.close())

const item = (key = 'nib_1', text = '{"headline":"Café – “a”"}') => ({
  key,
  type: 'application/ninjs+json',
  body: new TextEncoder().encode(text),
})
const bodies = () => new Set(server.got.map(({ body }) => body.toString()))
const refused = { ok: false, permanent: true, tries: 1 }

test('an item arrives byte for byte, with its key, its type and a signature that another library verifies', async () => {
  const sent = item()
  expect(await push(sent, to(server.url), realNet())).toEqual({ ok: true, status: 200, tries: 1 })
  const [{ headers, body } = expect.fail()] = server.got
  expect(body.equals(Buffer.from(sent.body))).toBe(true)
  expect(headers).toMatchObject({
    'content-type': 'application/ninjs+json',
    'idempotency-key': 'nib_1',
    'webhook-id': 'nib_1',
    'content-length': String(sent.body.length),
  })
  const verified = new Webhook(secretText).verify(body.toString(), headers as Record<string, string>)
  expect(verified).toEqual({ headline: 'Café – “a”' })
  const other = { ...(headers as Record<string, string>), 'webhook-id': 'nib_2' }
  expect(() => new Webhook(secretText).verify(body.toString(), other)).toThrow()
  expect(() => new Webhook(secretText).verify(`${body} `, headers as Record<string, string>)).toThrow()
})

test.each([408, 409, 425, 429, 500, 502, 503, 504])('%i is tried again, the same with the same key', async (status) => {
  server.next = [plainly(status), plainly(status)]
  expect(await push(item(), to(server.url), testNet())).toEqual({ ok: true, status: 200, tries: 3 })
  expect(bodies().size).toBe(1)
  expect(new Set(server.got.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['nib_1']))
  // Each try is signed anew, so that a receiver which refuses old signatures takes the last one too.
  expect(new Set(server.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3)
  for (const { headers, body } of server.got)
    new Webhook(secretText).verify(body.toString(), headers as Record<string, string>)
})

test.each([400, 401, 403, 404, 410, 413, 422])('%i is not', async (status) => {
  server.next = [plainly(status, {}, 'No, because\n\u001b[31m of \u202e it.')]
  const why = `answered ${status}: No, because [31m of it.`
  expect(await push(item(), to(server.url), testNet())).toEqual({ ...refused, why })
  expect(server.got).toHaveLength(1)
})

test.each([301, 302, 303, 307, 308])('%i is not followed: not even to this very server', async (status) => {
  server.next = [plainly(status, { location: '/elsewhere' })]
  expect(await push(item(), to(server.url), testNet())).toMatchObject({ ...refused, why: /^answered 30/ })
  expect(server.got.map(({ path }) => path)).toEqual(['/items'])
})

test('after the last try it is said what the last one was answered', async () => {
  server.next = Array.from({ length: 9 }, (_, i) => plainly(503, {}, `busy ${i}`))
  const net = testNet()
  expect(await push(item(), to(server.url, 3), net)).toEqual({
    ok: false,
    permanent: false,
    why: 'answered 503: busy 3',
    tries: 4,
  })
  expect(net.waited).toEqual([750, 1500, 3000])
  expect(await push(item(), to(server.url, 0), net)).toMatchObject({ ok: false, tries: 1 })
})

test('Retry-After is heeded, in seconds and as a date, and at most a minute', async () => {
  const net = testNet({ now: () => new Date('2024-01-31T09:30:00Z') })
  server.next = [
    plainly(429, { 'retry-after': '7' }),
    plainly(503, { 'retry-after': 'Wed, 31 Jan 2024 09:30:40 GMT' }),
    plainly(429, { 'retry-after': '86400' }),
    plainly(429, { 'retry-after': 'soon' }),
  ]
  expect(await push(item(), to(server.url), net)).toMatchObject({ ok: true, tries: 5 })
  expect(net.waited).toEqual([7000, 40_000, 60_000, 6000])
})

test('who fails one time in three gets each item once', async () => {
  const keys = Array.from({ length: 44 }, (_, i) => keyOf({ uri: `tag:${i}`, version: 1, rehearsal: false }, 'cms'))
  server.next = Array.from({ length: 66 }, (_, i) => (i % 3 === 0 ? plainly(503) : 'keep'))
  const results = await Promise.all(keys.map((key) => push(item(key, `"${key}"`), to(server.url), testNet())))
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect([...server.items.keys()].sort()).toEqual(keys.toSorted())
  for (const [key, body] of server.items) expect(body.toString()).toBe(`"${key}"`)
  expect(server.got).toHaveLength(66)
})

test('a connection that breaks before the answer; one that breaks after the item was taken: the same comes again', async () => {
  server.next = [
    ({ socket }) => void socket.destroy(),
    (got) => {
      keep(server, got)
      got.socket.destroy()
    },
  ]
  expect(await push(item(), to(server.url), testNet())).toEqual({ ok: true, status: 200, tries: 3 })
  expect([server.items.size, server.altered]).toEqual([1, []])
})

test('what the caller does with the bytes meanwhile changes nothing', async () => {
  server.next = [plainly(503)]
  const sent = item()
  const text = Buffer.from(sent.body).toString()
  const net = testNet({ sleep: async () => void sent.body.fill(0) })
  expect(await push(sent, to(server.url), net)).toMatchObject({ ok: true, tries: 2 })
  expect([...bodies()]).toEqual([text])
})

test('where nobody answers it says so, and how often it tried', async () => {
  await server.close()
  const got = await push(item(), to(server.url, 2), testNet())
  expect(got).toEqual({ ok: false, permanent: false, why: expect.stringContaining('ECONNREFUSED'), tries: 3 })
})

test('a certificate that cannot be trusted is no matter of patience', async () => {
  const net = testNet({
    fetch: async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }) })
    },
  })
  expect(await push(item(), to('https://cms.example.org'), net)).toMatchObject({ ...refused, why: /CERT_HAS_EXPIRED/ })
})

test('a key holds nothing that could change what is signed or sent', async () => {
  for (const key of ['', 'a.b', 'a\r\nX: y', 'ä'])
    await expect(push(item(key), to(server.url), testNet())).rejects.toThrow(/key/)
  expect(server.got).toEqual([])
})

test('the key is the same for a version and a channel, and another for all else', () => {
  const one = { uri: 'tag:example.org,2024-01-01:a', version: 1, rehearsal: false }
  const keys = [
    keyOf(one, 'cms'),
    keyOf(one, 'other'),
    keyOf({ ...one, version: 2 }, 'cms'),
    keyOf({ ...one, rehearsal: true }, 'cms'),
    keyOf({ ...one, uri: `${one.uri}b` }, 'cms'),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(keyOf({ ...one }, 'cms')).toBe(keys[0])
  for (const key of keys) expect(key).toMatch(/^nib_[0-9a-f]{40}$/)
})

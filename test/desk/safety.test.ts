import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostsOf, isLoopback } from '../../src/desk/guard.ts'
import { type Asked, hostile, SmallDesk } from '../fixtures/desk-app.ts'
import { pageOf } from '../fixtures/page-of.ts'

const names = { north: hostile, south: 'South', east: 'East' }
const desk = new SmallDesk(names).table({ [hostile]: [100, 110, 120], South: [200, 210, 190], East: [300, 310, 320] })
let app: Asked
const draft = '/d/2012/north/local'

beforeAll(async () => {
  await desk.session.make('nib')
  app = desk.app()
})
afterAll(() => desk.remove())

const version = () => desk.session.draft('2012/north/local')!.state.version
const checked = () => ({ version: version(), who: 'Ann', what: 'checked' })
const status = async (reply: Promise<Response>) => (await reply).status

test('a hostile name is text on every page, whoever wrote it', async () => {
  const who = hostile.slice(0, 60)
  await app.post(`${draft}/edit`, { version: version(), who, par: '0', text: `${hostile} has 120 officers` })
  await app.post(`${draft}/decide`, { version: version(), who, what: 'held', note: hostile })
  const pages = [
    '/',
    '/?q=img',
    draft,
    `${draft}?edit=0`,
    `${draft}?show=changes`,
    `${draft}?mark=1-0`,
    `${draft}/mark/1-0`,
  ]
  for (const path of [...pages, '/rows', `/d/2012/${encodeURIComponent(hostile)}/local`]) {
    const html = await app.text(path)
    // In a text a quotation mark is one; in a tag it would end an attribute.
    expect(html, path).not.toMatch(/<img|<[^<>]*\sonerror="|<b>|'Ann'<\/script/)
    const page = pageOf(html)
    expect(page.querySelectorAll('img, b')).toHaveLength(0)
    // Scripts and styles are this server's, and none stands in the page.
    for (const script of page.querySelectorAll('script')) {
      expect(script.getAttribute('src')).toMatch(/^\/assets\//)
      expect(script.textContent).toBe('')
    }
    expect(page.querySelectorAll('img, b, style, [style], [onclick], [onerror]')).toHaveLength(0)
  }
  expect(pageOf(await app.text(draft)).querySelector('h1')!.textContent).toContain(hostile)
})

test('every page forbids what it does not need', async () => {
  for (const path of ['/', draft, '/assets/desk.js', '/nothing', `${draft}.html`]) {
    const { headers } = await app.get(path)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

test('the desk answers by its own names alone', async () => {
  for (const host of ['127.0.0.1:4747', 'localhost:4747', 'LOCALHOST:4747', '[::1]:4747'])
    expect(await status(app.get('/', { host })), host).toBe(200)
  for (const host of ['evil.example', '127.0.0.1:80', 'localhost', '127.0.0.1.evil.example:4747', ''])
    expect(await status(app.get('/', { host })), host).toBe(403)
})

test('a change comes from a page of the desk', async () => {
  const send = (headers: Record<string, string>) =>
    status(
      Promise.resolve(
        app.app.request(`http://127.0.0.1:4747${draft}/decide`, {
          method: 'POST',
          body: new URLSearchParams(checked()),
          headers,
        }),
      ),
    )
  const before = desk.session.history('2012/north/local').length
  expect(await send({})).toBe(403)
  expect(await send({ origin: 'http://evil.example' })).toBe(403)
  expect(await send({ origin: 'null' })).toBe(403)
  expect(await send({ origin: 'https://127.0.0.1:4747' })).toBe(403)
  expect(await send({ origin: 'http://127.0.0.1:4748' })).toBe(403)
  expect(await send({ origin: 'http://127.0.0.1:4747', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await send({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await send({ 'sec-fetch-site': 'none' })).toBe(403)
  expect(desk.session.history('2012/north/local')).toHaveLength(before)
  expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(303)
  expect(await send({ origin: 'http://127.0.0.1:4747' })).toBe(303)
  expect(desk.session.history('2012/north/local')).toHaveLength(before + 2)
})

test('nothing is changed by anything but a POST', async () => {
  const before = desk.session.history('2012/north/local').length
  const query = new URLSearchParams(checked()).toString()
  expect(await status(app.get(`${draft}/decide?${query}`))).toBe(404)
  expect(await status(app.get('/make?who=Ann'))).toBe(404)
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect(
      await status(Promise.resolve(app.app.request(`http://127.0.0.1:4747${draft}/decide`, { method }))),
      method,
    ).toBe(405)
  expect(desk.session.history('2012/north/local')).toHaveLength(before)
})

test('where others can reach the desk, a token is wanted, and is kept out of sight', async () => {
  const token = 'a-token-of-some-length'
  const guarded = desk.app({ token })
  expect(await status(guarded.get('/'))).toBe(401)
  expect(await status(guarded.get('/assets/desk.js'))).toBe(401)
  expect(await status(guarded.get('/?token=another-token-of-len'))).toBe(401)
  expect(await status(guarded.get('/', { cookie: 'nib-token=wrong' }))).toBe(401)
  expect(await status(guarded.post(`${draft}/decide`, checked()))).toBe(401)
  const reply = await guarded.get(`/?q=south&token=${token}`)
  expect(reply.status).toBe(303)
  expect(reply.headers.get('location')).toBe('/?q=south')
  const cookie = reply.headers.get('set-cookie')!
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect(await status(guarded.get('/', { cookie: cookie.split(';')[0]! }))).toBe(200)
  // It stands in no page.
  expect(await (await guarded.get('/', { cookie: cookie.split(';')[0]! })).text()).not.toContain(token)
})

test('which hosts are this machine alone, and by what names a desk is known', () => {
  for (const host of ['127.0.0.1', '127.8.0.1', 'localhost', '::1']) expect(isLoopback(host), host).toBe(true)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.evil.example'])
    expect(isLoopback(host), host).toBe(false)
  const bound = { port: 80, token: null }
  expect([...hostsOf({ ...bound, host: '10.0.0.1' })]).toEqual(['10.0.0.1', '10.0.0.1:80'])
  expect(hostsOf({ ...bound, host: 'fe80::1' })).toContain('[fe80::1]')
  expect(hostsOf({ ...bound, host: '0.0.0.0' })).toContain('127.0.0.1')
  expect(hostsOf({ ...bound, host: '0.0.0.0' })).not.toContain('evil.example')
})

test('no more is taken than is wanted', async () => {
  const edit = (form: Record<string, string>) =>
    status(app.post(`${draft}/edit`, { version: version(), who: 'Ann', par: '1', text: 'Words.', ...form }))
  const before = desk.session.history('2012/north/local').length
  expect(await edit({ text: 'x'.repeat(5001) })).toBe(400)
  expect(await edit({ text: ' \u200b ' })).toBe(400)
  expect(await edit({ who: 'x'.repeat(61) })).toBe(400)
  expect(await edit({ who: '  ' })).toBe(400)
  expect(await edit({ version: '../../../etc/passwd' })).toBe(400)
  expect(await edit({ par: '-1' })).toBe(400)
  expect(await edit({ par: '1e3' })).toBe(404)
  expect(await edit({ what: 'anything' })).toBe(400)
  expect(await edit({ text: 'x'.repeat(200_000) })).toBe(413)
  expect(await status(app.json(`${draft}/check`, { par: 1, text: 'x'.repeat(5001) }))).toBe(400)
  expect(await status(app.json(`${draft}/check`, null))).toBe(400)
  expect(desk.session.history('2012/north/local')).toHaveLength(before)
  expect(await edit({ text: 'x'.repeat(5000) })).toBe(303)
})

test('what is not in the archive is nowhere, whatever its path looks like', async () => {
  for (const path of [
    '/d/2012/nowhere/local',
    '/d/2012/north/local.exe',
    '/d/2012/__proto__/local',
    '/d/..%2f..%2f..%2fetc/passwd/local',
    '/d/2012/%2e%2e%2f%2e%2e/local.html',
    '/d/2012/north/local/mark/99-0',
    '/d/2012/north/local/mark/0-99',
    '/d/2012/north/local/mark/__proto__',
    '/assets/..%2fpackage.json',
    '/assets/package.json',
    '/archive/journal.jsonl',
    '/d/2012/north',
    '/%00',
  ])
    expect(await status(app.get(path)), path).toBe(404)
  // What an address asks for beside a draft is left out where it means nothing.
  for (const query of [
    'edit=99',
    'edit=x',
    'mark=x',
    'show=x',
    'against=..%2f..&show=changes',
    'sort=x&status=x&period=x',
  ])
    expect(await status(app.get(`${draft}?${query}`)), query).toBe(200)
})

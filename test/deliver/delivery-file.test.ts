import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { isFor, unknownAreas } from '../../src/deliver/channel.ts'
import { loadDelivery } from '../../src/deliver/delivery-file.ts'
import { deliverySchema } from '../../src/deliver/delivery-schema.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'
import { problems } from '../fixtures/small.ts'

const file = '/desk/delivery.yaml'
const read = (text: string) => loadDelivery(file, memoryEffects({ [file]: text }))
const provider = 'provider: { name: Example Wire, domain: example.org, since: 2024-01-01 }\n'
const channel = (settings: string, key = 'a') =>
  `${provider}channels:\n  ${key}:\n    ${settings.replaceAll('; ', '\n    ')}\n`
const pushed = 'push: https://cms.example.org/items; format: ninjs; secret: CMS_SECRET'
const schema = z.fromJSONSchema(z.toJSONSchema(deliverySchema(), { io: 'input', unrepresentable: 'any' }) as never)

test('what is said is read, and what is not has its usual value', () => {
  const text = `${provider}channels:
  wire: { folder: outbox/wire, formats: [txt, ninjs] }
  kent-messenger: { folder: ../kent, areas: [kent], formats: [html], feeds: true }
  cms: { ${pushed.replaceAll(';', ',')} }
  slow: { push: "http://localhost:8080/in?x=1", format: txt, secret: S2, retries: 0, timeout: 0.5, areas: whole }
`
  const at = (line: number) => ({ file, line, column: 3 })
  const folder = { to: 'folder', feeds: false, areas: 'all' }
  expect(read(text)).toEqual({
    provider: { name: 'Example Wire', domain: 'example.org', since: '2024-01-01' },
    channels: [
      { ...folder, key: 'wire', at: at(3), folder: resolve('/desk/outbox/wire'), formats: ['txt', 'ninjs'] },
      {
        ...folder,
        key: 'kent-messenger',
        at: at(4),
        folder: resolve('/kent'),
        formats: ['html'],
        feeds: true,
        areas: ['kent'],
      },
      {
        ...{ to: 'push', key: 'cms', at: at(5), areas: 'all', url: 'https://cms.example.org/items' },
        ...{ format: 'ninjs', secret: 'CMS_SECRET', retries: 5, timeout: 10 },
      },
      {
        ...{ to: 'push', key: 'slow', at: at(6), areas: 'whole', url: 'http://localhost:8080/in?x=1' },
        ...{ format: 'txt', secret: 'S2', retries: 0, timeout: 0.5 },
      },
    ],
  })
  expect(schema.safeParse(parse(text)).success).toBe(true)
})

test('without a file it says so', () => {
  expect(problems(() => loadDelivery(file, memoryEffects({})))[0]?.code).toBe('no-file')
})

const formats = 'formats: [txt]'
test.each([
  ['channels: {}', 1, /provider.*missing/],
  [provider, 1, /channels.*missing/],
  [`${provider}channels: {}`, 2, /at least one channel/],
  [`${provider}chanels: {}\nchannels: { a: { folder: x, ${formats} } }`, 2, /Did you mean “channels”/],
  ['provider: { name: "", domain: example.org, since: 2024-01-01 }\nchannels: {}', 1, /name/],
  ['provider: { name: A, domain: Example.org, since: 2024-01-01 }\nchannels: {}', 1, /domain in lower case/],
  ['provider: { name: A, domain: "example.org/x", since: 2024-01-01 }\nchannels: {}', 1, /domain/],
  ['provider: { name: A, domain: localhost, since: 2024-01-01 }\nchannels: {}', 1, /domain/],
  ['provider: { name: A, domain: example.org, since: 2023-02-29 }\nchannels: {}', 1, /a day was meant/],
  [
    'provider: { name: A, domain: example.org, since: 2024-02-02 }\nchannels: { a: { folder: x, formats: [txt] } }',
    1,
    /a day that has been/,
  ],
  [channel(`folder: x; ${formats}`, 'Wire'), 3, /lower-case words joined by hyphens/],
  [channel(`folder: x; ${formats}`, '"a b"'), 3, /lower-case words/],
  [channel(`folder: x; ${formats}`, '../a'), 3, /lower-case words/],
  [channel(formats), 3, /“folder” or “push” is missing/],
  [channel(`folder: x; ${formats}; push: https://example.org`), 3, /not both/],
  [channel('folder: x'), 3, /“formats” is missing: a folder needs it/],
  [channel('folder: x; formats: []'), 5, /at least one format/],
  [channel('folder: x; formats: [txt, txt]'), 5, /each format once/],
  [channel('folder: x; formats: [ninj]'), 5, /one of md, html, txt, json, ninjs was meant.*Did you mean “ninjs”/],
  [channel(`folder: ""; ${formats}`), 4, /text/],
  [channel(`folder: "a\\u0007"; ${formats}`), 4, /control characters/],
  [channel(`folder: x; ${formats}; feeds: some`), 6, /feeds/],
  [channel(`folder: x; ${formats}; feds: true`), 6, /Did you mean “feeds”/],
  [channel(`folder: x; ${formats}; secret: CMS`), 6, /no such setting of a folder/],
  [channel(`folder: x; ${formats}; retries: 1`), 6, /no such setting of a folder/],
  [channel(`folder: x; ${formats}; timeout: 1`), 6, /no such setting of a folder/],
  [channel(`folder: x; ${formats}; format: txt`), 6, /no such setting of a folder/],
  [channel(`folder: x; ${formats}; areas: whloe`), 6, /areas.*Did you mean “whole”/],
  [channel(`folder: x; ${formats}; areas: []`), 6, /at least one area/],
  [`${channel(`folder: x/y; ${formats}`)}  b: { folder: ./x/z/../y/, ${formats} }`, 6, /a folder of its own/],
  [channel('push: https://example.org; secret: CMS'), 3, /“format” is missing: a push needs it/],
  [channel('push: https://example.org; format: txt'), 3, /“secret” is missing: a push needs it/],
  [channel(`${pushed}; ${formats}`), 7, /no such setting of a push/],
  [channel(`${pushed}; feeds: true`), 7, /no such setting of a push/],
  [channel(`${pushed}; retries: -1`), 7, /retries/],
  [channel(`${pushed}; retries: 1.5`), 7, /retries/],
  [channel(`${pushed}; retries: 21`), 7, /retries/],
  [channel(`${pushed}; timeout: 0`), 7, /timeout/],
  [channel(`${pushed}; timeout: 301`), 7, /timeout/],
  [channel(pushed.replace('https:', 'http:')), 4, /https was meant.*http:\/\/cms\.example\.org/],
  [channel(pushed.replace('https:', 'ftp:')), 4, /https was meant/],
  [channel(pushed.replace('https:', 'file:')), 4, /https was meant/],
  [channel(pushed.replace('https://cms', 'http://127.0.0.1.cms')), 4, /https was meant/],
  [channel(pushed.replace('https://cms', 'http://localhost.cms')), 4, /https was meant/],
  [channel(pushed.replace('https://cms.example.org', 'cms.example.org')), 4, /the address of an endpoint/],
])('%j is refused at its line', (text, line, what) => {
  const found = problems(() => read(text))
  expect(found.map(({ code, place }) => [code, place.file, place.line])).toEqual([['bad-definition', file, line]])
  expect(found[0]?.text).toMatch(what)
})

test.each(['http://127.0.0.1:9/x', 'http://[::1]/x', 'http://localhost/x', 'https://cms.example.org'])(
  '%s may be pushed to',
  (url) => {
    const [it] = read(channel(`push: "${url}"; format: txt; secret: S`)).channels
    expect(it).toMatchObject({ to: 'push', url })
  },
)

test.each([
  ['secret', 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0', 'c2Vj'],
  ['secret', '918273645', '918273645'],
  ['secret', '[918273645]', '918273645'],
  ['secret', '"hunter2 hunter2"', 'hunter2'],
  ['push', 'https://desk:hunter2@example.org/x', 'hunter2'],
  ['push', 'https://hunter2@example.org/x', 'hunter2'],
  ['push', '"http://example.org/x?token=hunter2"', 'hunter2'],
  ['push', '"https://desk:hunter2@exa mple.org"', 'hunter2'],
])('a secret that stands in the file is refused, and not shown: %s: %s', (setting, written, told) => {
  const text = channel(pushed.replace(new RegExp(`${setting}: [^;]+`), `${setting}: ${written}`))
  const found = problems(() => read(text))
  expect(found.map(({ place }) => place.line)).toEqual([setting === 'push' ? 4 : 6])
  expect(JSON.stringify(found)).not.toContain(told)
})

test('every problem is told at once', () => {
  const text = `${channel('push: ftp://example.org; secret: no')}  B: { folder: x }\n`
  expect(problems(() => read(text)).map(({ place }) => place.line)).toEqual([3, 4, 5, 6, 6])
})

test.each([
  channel(`folder: x; ${formats}; push: https://example.org`),
  channel('folder: x'),
  channel(`folder: x; ${formats}; secret: A`),
  channel(`push: https://example.org; ${formats}`),
  channel(pushed.replace('CMS_SECRET', 'whsec_abc')),
  channel(`folder: x; ${formats}`, 'Wire'),
])('an editor with the JSON Schema tells the same: %j', (text) => {
  expect(problems(() => read(text)).length).toBeGreaterThan(0)
  expect(schema.safeParse(parse(text)).success).toBe(false)
})

const kent = { key: 'kent', isWhole: false, names: ['Kent', 'Kent Police'] }
const nation = { key: 'england-and-wales', isWhole: true, names: ['England and Wales'] }

test('a channel gets the areas it names, by key, name or alias', () => {
  const got = (areas: 'all' | 'whole' | string[]) => [kent, nation].map((area) => isFor({ areas }, area))
  expect(got('all')).toEqual([true, true])
  expect(got('whole')).toEqual([false, true])
  for (const name of ['kent', 'Kent', 'KENT  police', ' Kent ']) expect(got(['essex', name])).toEqual([true, false])
  expect(got(['england-and-wales'])).toEqual([false, true])
  expect(got(['ken', 'kent-and-more', 'all'])).toEqual([false, false])
})

test('an area that no release has is told with the one that may be meant', () => {
  const [it] = read(channel(`folder: x; ${formats}; areas: [Kent, knet, england-and-wales]`)).channels
  const found = unknownAreas(it!, [kent, nation])
  expect(found.map(({ place }) => place.line)).toEqual([3])
  expect(found[0]?.text).toMatch(/channels\.a\.areas.*“knet”.*Did you mean “kent”/)
  expect(unknownAreas({ ...it!, areas: 'whole' }, [])).toEqual([])
})

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { formats } from '../../src/archive/store.ts'
import { loadDelivery } from '../../src/deliver/delivery-file.ts'
import { deliverySchema } from '../../src/deliver/delivery-schema.ts'
import { realNet } from '../../src/deliver/net.ts'
import { push } from '../../src/deliver/push.ts'
import { secretOf } from '../../src/deliver/secret.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'
import { receiver } from './receiver.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/delivery.md'), 'utf8')
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)![1]!

test('the example is a delivery file, and its first line names the schema that is shipped', () => {
  const text = block('yaml')
  const { channels } = loadDelivery('/desk/delivery.yaml', memoryEffects({ '/desk/delivery.yaml': text }))
  expect(channels.map(({ key, to }) => [key, to])).toEqual([
    ['wire', 'folder'],
    ['kent-messenger', 'folder'],
    ['cms', 'push'],
  ])
  const schema = z.fromJSONSchema(z.toJSONSchema(deliverySchema(), { io: 'input', unrepresentable: 'any' }) as never)
  expect(schema.safeParse(parse(text)).success).toBe(true)
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./node_modules/newsnib/dist/schema/delivery.json')
})

test('every setting and format is explained', () => {
  const [, named] = Object.entries(deliverySchema().shape)
  const settings = Object.keys((named![1] as z.ZodRecord<z.ZodString, z.ZodObject>).valueType.shape)
  expect(settings.length).toBeGreaterThan(8)
  for (const name of settings) expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'))
  for (const name of Object.keys(formats)) expect(page).toContain(`\`${name}\``)
})

type IsGenuine = (headers: object, body: Buffer, secret: string, now?: number) => boolean

test('the secret and the check that a receiver is shown work on what is sent', async () => {
  const { isGenuine } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(block('js'))}`
  )) as { isGenuine: IsGenuine }
  const recipe = /node -p "(.*)"/.exec(block('sh'))![1]!
  const made = execFileSync(process.execPath, ['-p', recipe], { encoding: 'utf8' })
  const secret = secretOf({ key: 'cms', secret: 'CMS_SECRET', at: {} }, { CMS_SECRET: made })
  const server = await receiver()
  try {
    const item = { key: 'nib_1', type: 'text/plain', body: new TextEncoder().encode('Café') }
    await push(item, { url: server.url, secret, retries: 0, timeout: 10 }, realNet())
    const { headers, body } = server.got[0]!
    expect(isGenuine(headers, body, made)).toBe(true)
    expect(isGenuine(headers, Buffer.from('Cafe'), made)).toBe(false)
    expect(isGenuine({ ...headers, 'webhook-id': 'nib_2' }, body, made)).toBe(false)
    expect(isGenuine(headers, body, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false)
    expect(isGenuine(headers, body, made, Date.now() + 600_000)).toBe(false)
    expect(isGenuine({ ...headers, 'webhook-timestamp': 'now' }, body, made)).toBe(false)
    expect(isGenuine({}, body, made)).toBe(false)
    const rotated = `v1,AAAA ${headers['webhook-signature']}`
    expect(isGenuine({ ...headers, 'webhook-signature': rotated }, body, made)).toBe(true)
  } finally {
    await server.close()
  }
})

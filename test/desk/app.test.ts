import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskApp } from '../../src/desk/app.tsx'
import { Session } from '../../src/desk/session.ts'
import { realEffects } from '../../src/effects.ts'
import { library } from '../fixtures/desk.ts'

let app: Hono
const out = mkdtempSync(join(tmpdir(), 'nib-desk-'))
afterAll(() => rmSync(out, { recursive: true }))

beforeAll(async () => {
  const session = new Session({ release: 'police-workforce', library, files: {} }, out, realEffects())
  await session.make('Ann')
  app = deskApp(session, { host: '127.0.0.1', port: 4747, token: null }, 'Ann', realEffects())
})

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1:4747${path}`, { headers })

test('the list', async () => {
  const reply = await get('/')
  expect(reply.status).toBe(200)
  expect(await reply.text()).toContain('44 drafts')
})

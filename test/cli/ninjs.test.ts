import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { diff } from '../../src/commands/diff.ts'
import { realEffects } from '../../src/effects.ts'
import { ninjsSchema } from '../../src/schema/ninjs.ts'

const folder = mkdtempSync(join(tmpdir(), 'nib-'))
afterAll(() => rmSync(folder, { recursive: true }))
const effects = { ...realEffects(), out: () => undefined, note: () => undefined }
const write = (more: object) => brief('police-workforce', { area: 'kent', file: {}, out: folder, ...more }, effects)
const draft = join(folder, 'police-workforce/2023-07-26/2023/kent/local')

test('ninjs is written where it is asked for, with its charts, and beside the brief', async () => {
  await write({})
  expect(existsSync(`${draft}.ninjs.json`)).toBe(false)
  await write({ format: 'ninjs', charts: true })
  const item = ninjsSchema.parse(JSON.parse(readFileSync(`${draft}.ninjs.json`, 'utf8')))
  expect(item).toMatchObject({ pubStatus: 'withheld', slugline: 'POLICE Workforce Kent' })
  expect(item.associations).toHaveLength(3)
})

test('nib diff takes a ninjs item for no brief', async () => {
  await write({ format: 'json,ninjs' })
  const drafts = join(folder, 'police-workforce')
  expect(await diff(drafts, drafts, { fileOld: {}, fileNew: {} }, effects)).toBe(0)
})

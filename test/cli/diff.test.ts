import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { type DiffOptions, diff } from '../../src/commands/diff.ts'
import { realEffects } from '../../src/effects.ts'
import { NibError } from '../../src/messages.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const table = `${root}data/police-workforce/workforce.csv`
const csv = readFileSync(table, 'utf8')
const revised = csv.replace(
  /^(2023,E23000032,Kent,Police Officer,Constable,)([\d.]+),(\d+)$/m,
  (_, a, f, h) => `${a}${Number(f) - 150},${Number(h) - 150}`,
)

/** The real release, and a disk in memory for what is written. */
function world() {
  const [real, memory] = [realEffects(), memoryEffects({ '/new.csv': revised }, '2026-01-01T09:00:00Z')]
  const has = (path: string) => path.startsWith('/out') || path === '/new.csv' || path.startsWith('/edited')
  const pick =
    <K extends 'exists' | 'folders' | 'files' | 'readText' | 'readBytes'>(key: K) =>
    (path: string) =>
      (has(path) ? memory[key] : real[key])(path) as ReturnType<(typeof memory)[K]>
  const picked = {
    exists: pick('exists'),
    folders: pick('folders'),
    files: pick('files'),
    readText: pick('readText'),
    readBytes: pick('readBytes'),
  }
  return { ...memory, ...picked }
}

const effects = world()
const made = { format: 'json,md', stdout: false, area: 'kent' }
await brief('police-workforce', { ...made, file: {}, out: '/out/old' }, effects)
await brief('police-workforce', { ...made, file: { workforce: '/new.csv' }, out: '/out/new' }, effects)
const kent = 'police-workforce/2023-07-26/2023/kent/local'
/** No time of publication is stated for other figures than the shipped ones. */
const revisedKent = 'police-workforce/unpublished/2023/kent/local'

const said = async (was: string, now: string, more: Partial<DiffOptions> = {}) => {
  effects.said.out = ''
  effects.said.note = ''
  const status = await diff(was, now, { fileOld: {}, fileNew: {}, ...more }, effects)
  return { status, out: effects.said.out, note: effects.said.note }
}

test('two briefs: words, and causes by their own figures', async () => {
  const { status, out } = await said(`/out/old/${kent}.json`, `/out/new/${revisedKent}.json`)
  expect(status).toBe(1)
  expect(out).toContain('[-4,203-]{+4,053+}')
  expect(out).toMatch(/– data: officers, Kent, 2023: 4,203\.1164 → 4,053\.11\d+ \(revised\)/)
})

test('two folders, with the tables: causes name cells, and what is as before is counted', async () => {
  const { status, out } = await said('/out/old', '/out/new', {
    release: 'police-workforce',
    fileNew: { workforce: '/new.csv' },
  })
  expect(status).toBe(1)
  const row = csv.split('\n').findIndex((line) => line.startsWith('2023,E23000032,Kent,Police Officer,Constable,')) + 1
  expect(out).toContain(`(revised; new.csv, column Total (FTE), row ${row})`)
  expect(await said('/out/old', '/out/old')).toMatchObject({ status: 0, out: '', note: 'Nothing differs.\n' })
})

test('as JSON: each change with its kind, places and causes', async () => {
  const { out } = await said(`/out/old/${kent}.json`, `/out/new/${revisedKent}.json`, { json: true })
  const told = JSON.parse(out) as {
    schema: string
    drafts: { draft: string; changes: { kind: string; causes: { kind: string }[] }[] }[]
  }
  expect(told).toMatchObject({ schema: 'diff/1', drafts: [{ draft: '2023/kent/local' }] })
  expect(told.drafts[0]!.changes.every(({ causes }) => causes.length > 0)).toBe(true)
})

test('an edited draft: what a person changed, and what the data say of it', async () => {
  const text = effects.readText(`/out/old/${kent}.md`)
  effects.disk.set('/edited.md', text.replace('4,203', '4,303'))
  const { status, out } = await said(`/out/old/${kent}.json`, '/edited.md')
  expect(status).toBe(1)
  expect(out).toContain('[-4,203-]{+4,303+}')
  expect(out).toContain('– desk: edited by the desk')
  expect(out).toMatch(/– desk: “4,303”: .*4,203/)
  effects.disk.set('/edited-same.md', text)
  expect((await said(`/out/old/${kent}.json`, '/edited-same.md')).status).toBe(0)
})

test.each([
  ['a file that is not there', '/out/old/none.json', `/out/new/${revisedKent}.json`, {}, 'no-file'],
  ['a folder beside a file', '/out/old', `/out/new/${revisedKent}.json`, {}, 'bad-usage'],
  ['an empty folder', '/out/old', '/out/new/none', {}, 'bad-usage'],
  [
    'tables without a release',
    `/out/old/${kent}.json`,
    `/out/new/${revisedKent}.json`,
    { fileNew: { workforce: '/new.csv' } },
    'bad-usage',
  ],
  ['damaged JSON', '/edited-broken.json', `/out/new/${revisedKent}.json`, {}, 'bad-brief'],
])('%s is told', async (_, was, now, more, code) => {
  effects.disk.set('/edited-broken.json', '{"schema": "brief/1", ')
  await expect(said(was, now, more)).rejects.toSatisfy(
    (error) => error instanceof NibError && error.problems[0]!.code === code,
  )
})

test('a brief of another release is no version of this one', async () => {
  const other = JSON.parse(effects.readText(`/out/new/${revisedKent}.json`)) as { release: { id: string } }
  other.release.id = 'police-leavers'
  effects.disk.set('/edited-other.json', JSON.stringify(other))
  await expect(said(`/out/old/${kent}.json`, '/edited-other.json')).rejects.toThrow(/of police-leavers/)
})

test('whatever an area is called, a draft beside itself does not differ', async () => {
  const brief = JSON.parse(effects.readText(`/out/old/${kent}.json`)) as { area: { name: string } }
  brief.area.name = 'Kent: new, with no draft before'
  effects.disk.set('/edited-name.json', JSON.stringify(brief))
  expect(await said('/edited-name.json', '/edited-name.json')).toEqual({
    status: 0,
    out: '',
    note: 'Nothing differs.\n',
  })
})

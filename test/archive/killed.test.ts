import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import { hashOf } from '../../src/archive/kept.ts'
import { realEffects } from '../../src/effects.ts'

/** Writes drafts, edits and decisions for as long as it is let, and says each time what is saved. */
const writer = `
import { Archive } from ${JSON.stringify(new URL('../../dist/archive/archive.js', import.meta.url).href)}
import { realEffects } from ${JSON.stringify(new URL('../../dist/effects.js', import.meta.url).href)}
const [folder, from] = process.argv.slice(1)
const archive = new Archive(folder, realEffects())
const shown = (one) => ({ area: 'Kent', headline: one.headline.text, score: 1, because: '', usable: true, wrong: 0, unchecked: 0 })
const text = 'x'.repeat(20000)
process.stdout.write('ready\\n')
for (let i = Number(from); ; i++) {
  const draft = '2023/area-' + (i % 7) + '/local'
  const brief = { id: 'small/2024/' + draft, headline: { text: 'Headline ' + i, spans: [] }, pars: [{ text, rule: 'r', facts: [], spans: [] }] }
  archive.record(archive.begin({}, 'nib'), 'nib', [{ draft, brief, shown }])
  process.stdout.write('made ' + draft + ' ' + archive.drafts().get(draft).version + '\\n')
  archive.edit(draft, archive.drafts().get(draft).version, 1, 'Edit ' + i, 'Ann', shown)
  process.stdout.write('edited ' + draft + ' ' + archive.drafts().get(draft).version + '\\n')
  archive.decide(draft, archive.drafts().get(draft).version, 'approved', 'Ann')
  process.stdout.write('approved ' + draft + ' ' + archive.drafts().get(draft).version + '\\n')
}
`

/** Runs the writer and kills it some milliseconds after it began. Returns what it had said. */
function killed(folder: string, from: number, after: number): Promise<string[]> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder, String(from)])
    let said = ''
    let wrong = ''
    child.stdout.on('data', (more: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
      said += more.toString()
    })
    child.stderr.on('data', (more: Buffer) => {
      wrong += more.toString()
    })
    child.on('close', () => (wrong === '' ? done(said.split('\n').slice(1, -1)) : failed(new Error(wrong))))
  })
}

const moments = 100

test('killed at a hundred moments: every file whole, the journal readable, nothing lost that was told as saved', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'nib-archive-')), 'archive')
  const told: string[] = []
  for (let i = 0; i < moments; i++) {
    // From the first moment on, in steps that the length of a write does not divide.
    const said = await killed(folder, i * 1000, (i * 7.3) % 41)
    told.push(...said)
    const archive = new Archive(folder, realEffects())
    const happened = new Set<string>()
    for (const draft of archive.drafts().keys())
      for (const { what, version } of archive.history(draft)) happened.add(`${what} ${draft} ${version}`)
    // What was told as saved is there, in the journal and as a file.
    expect(said.filter((line) => !happened.has(line))).toEqual([])
    for (const state of archive.drafts().values()) {
      expect(archive.version(state.version).id).toContain(state.draft)
      archive.version(state.made)
    }
  }
  const folders = readdirSync(join(folder, 'versions'))
  const files = folders.flatMap((f) =>
    readdirSync(join(folder, 'versions', f)).map((name) => join(folder, 'versions', f, name)),
  )
  // A file that was being written stands beside, and is no version.
  const whole = files.filter((path) => path.endsWith('.json'))
  for (const path of whole) expect(path).toContain(hashOf(readFileSync(path, 'utf8')))
  expect(told.length).toBeGreaterThan(moments)
  rmSync(join(folder, '..'), { recursive: true, force: true })
}, 120_000)

test('two processes that write at once overwrite nothing', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'nib-archive-')), 'archive')
  const said = await Promise.all([
    killed(folder, 1, 700).catch(() => []),
    killed(folder, 1_000_000, 700).catch(() => []),
  ])
  const archive = new Archive(folder, realEffects())
  const happened = new Set(
    [...archive.drafts().keys()].flatMap((draft) =>
      archive.history(draft).map(({ what, version }) => `${what} ${draft} ${version}`),
    ),
  )
  expect(said.flat().length).toBeGreaterThan(2)
  expect(said.flat().filter((line) => !happened.has(line))).toEqual([])
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

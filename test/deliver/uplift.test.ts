import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import { corrections } from '../../src/commands/corrections.ts'
import { journal } from '../../src/commands/journal.ts'
import { release } from '../../src/commands/release.ts'
import { Session } from '../../src/desk/session.ts'
import { type Effects, realEffects } from '../../src/effects.ts'
import { library } from '../fixtures/desk.ts'
import { memoryEffects } from '../fixtures/memory-effects.ts'

/**
 * Two editions of the recruitment figures, from the release to its corrections, through the commands. The figures are samples: they go out
 * as a rehearsal, and are marked as one.
 */
const wire = `provider: { name: Example Wire, domain: example.org, since: 2024-01-01 }
channels:
  wire: { folder: wire, formats: [txt] }
`
const definition = join(library.data, 'police-leavers/release.yaml')
const text = readFileSync(definition, 'utf8')
/** The definition as it stood while the first edition was the newest. */
const before = text.replace('file: sample-uplift-2023-07-26.csv', 'file: sample-uplift-2023-04-26.csv')

const memory = memoryEffects({ '/delivery.yaml': wire }, '2024-08-01T09:00:00Z')
let stands = before
const real = realEffects()
const isKept = (path: string) => /^\/(out|wire|delivery)/.test(path)
const effects: Effects = {
  ...memory,
  exists: (path) => (isKept(path) ? memory : real).exists(path),
  folders: (path) => (isKept(path) ? memory : real).folders(path),
  files: (path) => (isKept(path) ? memory : real).files(path),
  readBytes: (path) => (isKept(path) ? memory : real).readBytes(path),
  readText: (path) => (path === definition ? stands : (isKept(path) ? memory : real).readText(path)),
}
const archive = () => new Archive('/out/police-leavers/archive', effects)
function approve(): string[] {
  const mine = archive()
  const open = [...mine.drafts().values()].filter(({ status }) => status !== 'approved')
  for (const { draft, version } of open) mine.decide(draft, version, 'approved', 'Ann')
  return open.map(({ draft }) => draft.split('/')[1]!).sort()
}
const releaseAll = () =>
  release(
    'police-leavers',
    { to: '/delivery.yaml', out: '/out', who: 'Ann', rehearsal: true, secrets: {} },
    effects,
    new AbortController().signal,
  )
const corrected = (more = {}) => {
  memory.said.out = ''
  return corrections('police-leavers', { file: {}, rehearsal: true, out: '/out', who: 'Ann', ...more }, effects)
}
const files = () => [...memory.disk.keys()].filter((path) => path.startsWith('/wire/')).sort()

test('the correction goes to the nation and the three forces whose figures changed, and to no other', async () => {
  expect(before).not.toBe(text)
  await new Session({ release: 'police-leavers', library, files: {}, period: '2022/23' }, '/out', effects).make('nib')
  expect(approve()).toHaveLength(44)
  expect(await releaseAll()).toBe(0)
  expect(files()).toHaveLength(44)
  // With the tables it went out by, nothing is false.
  expect(await corrected()).toBe(0)
  expect(memory.said.out).toContain('Nothing that was published is false now.')

  stands = text
  expect(await corrected({ json: true, dryRun: true })).toBe(1)
  const told = JSON.parse(memory.said.out) as {
    counts: object
    notes: Record<string, string[]>
    consequences: { draft: string }[]
  }
  expect(told.counts).toEqual({ 'claim-gone': 0, direction: 0, number: 4, wording: 0 })
  // Figures as they stand in the two files.
  const notes = Object.entries(told.notes).map(([draft, lines]) => [
    draft.split('/')[1],
    lines.map((line) => line.replace(/^Paragraph \d+: /, '')),
  ])
  expect(Object.fromEntries(notes)).toEqual({
    dorset: ['reads “226”, should read “227”.'],
    gwent: ['reads “236”, should read “234”.'],
    kent: ['reads “650”, should read “647”.'],
    'england-and-wales': ['reads “20,951”, should read “20,947”.'],
  })
  expect(await corrected()).toBe(1)
  // No other draft is asked of anybody.
  expect(approve()).toEqual(['dorset', 'england-and-wales', 'gwent', 'kent'])
  expect(await releaseAll()).toBe(0)
  expect(files().filter((path) => !path.includes('-v1-'))).toEqual(
    ['dorset-local', 'england-and-wales-national', 'gwent-local', 'kent-local'].map(
      (name) => `/wire/police-leavers-2022-23-${name}-v2-correction-rehearsal.txt`,
    ),
  )
  const kent = String(memory.disk.get('/wire/police-leavers-2022-23-kent-local-v2-correction-rehearsal.txt'))
  expect(kent).toMatch(/CORRECTION\nParagraph \d+: reads “650”, should read “647”\./)
  expect(kent.split('ENDS')[0]!.split('CORRECTION')[1]).toContain('647')
  expect(await corrected()).toBe(0)
})

test('the journal says of the sentence who let it out, from which file, by which rule', () => {
  memory.said.out = ''
  expect(journal('police-leavers', '647', { area: 'kent', out: '/out' }, effects)).toBe(0)
  expect(memory.said.out).toMatch(/version 2 \(correction\), rehearsal, paragraph \d+: .*647/)
  for (const part of [
    /approved .*by Ann/,
    /wire: delivered/,
    /from +sample-uplift-2023-07-26\.csv \(uplift\), SHA-256 [0-9a-f]{64}/,
    /rule +\S+\/\S+, [0-9a-f]{8,}/,
    /column Extra officers, rows 20/,
  ])
    expect(memory.said.out).toMatch(part)
  expect(journal('police-leavers', 'no such words', { out: '/out' }, effects)).toBe(1)
})

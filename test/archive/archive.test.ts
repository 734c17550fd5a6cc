import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Archive, Conflict } from '../../src/archive/archive.ts'
import type { Shown } from '../../src/archive/journal.ts'
import type { Brief } from '../../src/prose/brief.ts'
import type { Issued } from '../../src/render/issued.ts'
import { type MemoryEffects, memoryEffects } from '../fixtures/memory-effects.ts'

const key = '2023/kent/local'

/** A small draft: a headline, and paragraphs by rule. */
function brief(headline: string, pars: readonly [rule: string, text: string, ...facts: string[]][]): Brief {
  return {
    schema: 'brief/1',
    id: `small/2024-01-01/${key}`,
    headline: { text: headline, spans: [] },
    pars: pars.map(([rule, text, ...facts]) => ({
      slot: 'key',
      rule,
      text,
      facts,
      spans: [{ start: 0, end: 1, kind: 'figure', ref: 'f' }],
    })),
    figures: {},
    facts: {},
    caveats: [],
  } as unknown as Brief
}

const shown = (one: Brief): Shown => ({
  area: 'Kent',
  headline: one.headline.text,
  score: 1,
  because: '',
  usable: true,
  wrong: 0,
  unchecked: 0,
})

const first = brief('Officers up', [
  ['key/change', 'There were 100 officers.', 'change/officers/kent/2023'],
  ['standing/rank', 'That was the second biggest rise.', 'rank/officers/kent/2023/percent-large'],
])
const revised = brief('Officers up', [
  ['key/change', 'There were 101 officers.', 'change/officers/kent/2023'],
  ['standing/rank', 'That was the second biggest rise.', 'rank/officers/kent/2023/percent-large'],
])

function desk(effects: MemoryEffects = memoryEffects()) {
  const archive = new Archive('/out/small/archive', effects)
  const make = (one: Brief) => archive.record(archive.begin({}, 'nib'), 'nib', [{ draft: key, brief: one, shown }])
  return {
    effects,
    archive,
    make,
    now: () => archive.drafts().get(key)!,
    text: () => archive.version(archive.drafts().get(key)!.version),
  }
}

test('a draft is new, then as it was, then changed', () => {
  const { make, now } = desk()
  expect(make(first)).toEqual({ fresh: 1, changed: 0, same: 0, held: 0 })
  expect(now()).toMatchObject({ status: 'new', before: null })
  const { version } = now()
  expect(make(first)).toEqual({ fresh: 0, changed: 0, same: 1, held: 0 })
  expect(now()).toMatchObject({ status: 'new', version })
  expect(make(revised)).toEqual({ fresh: 0, changed: 1, same: 0, held: 0 })
  expect(now()).toMatchObject({ status: 'changed', before: version })
})

test('what was approved is told, and what changed after it is not approved', () => {
  const { archive, make, now } = desk()
  make(first)
  const { version } = now()
  archive.decide(key, version, 'approved', 'Ann', 'fine')
  expect(now()).toMatchObject({ status: 'approved', by: 'Ann', note: 'fine', approved: version })
  make(revised)
  expect(now()).toMatchObject({ status: 'changed', approved: version })
  expect(archive.history(key).map(({ what, who }) => `${what} ${who}`)).toEqual([
    'made nib',
    'approved Ann',
    'made nib',
  ])
})

test('an edit survives when the draft is made again and nothing under it changed', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 2, 'Only Surrey rose faster.', 'Ann', shown)
  expect(now().status).toBe('edited')
  expect(text().pars[1]).toMatchObject({ text: 'Only Surrey rose faster.', spans: [] })
  // Another paragraph changed.
  make(revised)
  expect(now()).toMatchObject({ status: 'changed', heldEdits: 0 })
  expect(text().pars.map((p) => p.text)).toEqual(['There were 101 officers.', 'Only Surrey rose faster.'])
  expect(text().edits).toMatchObject([{ par: 2, by: 'Ann', was: 'That was the second biggest rise.' }])
})

test('an edit that moved with its paragraph is found by its rule and facts', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 2, 'Only Surrey rose faster.', 'Ann', shown)
  make(brief('Officers up', [['long-run/streak', 'It rose again.', 'x'], ...rows(first)]))
  expect(text().pars.map((p) => p.text)).toEqual([
    'It rose again.',
    'There were 100 officers.',
    'Only Surrey rose faster.',
  ])
})

const rows = (one: Brief) => one.pars.map((p): [string, string, ...string[]] => [p.rule, p.text, ...p.facts])

test('an edit on what changed is held and shown: neither kept nor dropped', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 1, 'Kent had 100 officers.', 'Ann', shown)
  make(revised)
  expect(now()).toMatchObject({ status: 'held', heldEdits: 1 })
  expect(text().pars[0]!.text).toBe('There were 101 officers.')
  expect(text().edits).toMatchObject([
    { text: 'Kent had 100 officers.', was: 'There were 100 officers.', held: { now: 'There were 101 officers.' } },
  ])
  // And again, when the draft is made once more.
  make(brief('Officers up a bit', rows(revised)))
  expect(text().edits).toMatchObject([{ held: { now: 'There were 101 officers.' } }])
  archive.settle(key, now().version, 0, 'Kent had 101 officers.', 'Ann', shown)
  expect(now()).toMatchObject({ status: 'edited', heldEdits: 0 })
  expect(text().pars[0]!.text).toBe('Kent had 101 officers.')
  expect(text().edits).toMatchObject([{ was: 'There were 101 officers.' }])
})

test('of two held edits the second still waits when the first is settled', () => {
  const { archive, make, now } = desk()
  make(first)
  archive.edit(key, now().version, 1, 'One.', 'Ann', shown)
  archive.edit(key, now().version, 2, 'Two.', 'Ann', shown)
  make(brief('Officers up', []))
  expect(now()).toMatchObject({ status: 'held', heldEdits: 2 })
  archive.settle(key, now().version, 0, null, 'Ann', shown)
  expect(now()).toMatchObject({ status: 'held', heldEdits: 1 })
  archive.settle(key, now().version, 0, null, 'Ann', shown)
  expect(now()).toMatchObject({ status: 'edited', heldEdits: 0 })
})

test('a held edit is dropped when a person says so, and one whose paragraph is gone is held', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 2, 'Only Surrey rose faster.', 'Ann', shown)
  make(brief('Officers up', rows(first).slice(0, 1)))
  expect(text().edits).toMatchObject([{ held: { now: null } }])
  archive.settle(key, now().version, 0, null, 'Ann', shown)
  expect(text().edits).toBe(undefined)
  expect(text().pars).toHaveLength(1)
})

test('an edit back to the engine’s words is none, and its figures are marked again', () => {
  const { archive, make, now, text } = desk()
  make(first)
  const { version } = now()
  archive.edit(key, version, 1, 'Other.', 'Ann', shown)
  archive.edit(key, now().version, 1, 'There were 100 officers.', 'Ann', shown)
  expect(text().edits).toBe(undefined)
  expect(now().version).toBe(version)
  expect(text().pars[0]!.spans).toHaveLength(1)
})

test('the headline can be edited', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 0, 'More officers in Kent', 'Ann', shown)
  make(revised)
  expect(text().headline.text).toBe('More officers in Kent')
  expect(now().shown.headline).toBe('More officers in Kent')
})

test('of two desks the second is told, and overwrites nothing', () => {
  const effects = memoryEffects()
  const [one, two] = [desk(effects), desk(effects)]
  one.make(first)
  const seen = two.now().version
  one.archive.edit(key, seen, 1, 'By Ann.', 'Ann', shown)
  expect(() => two.archive.edit(key, seen, 1, 'By Ben.', 'Ben', shown)).toThrow(Conflict)
  expect(() => two.archive.decide(key, seen, 'approved', 'Ben')).toThrow(/edited by Ann/)
  expect(two.text().pars[0]!.text).toBe('By Ann.')
  two.archive.edit(key, two.now().version, 1, 'By Ben.', 'Ben', shown)
  expect(one.text().pars[0]!.text).toBe('By Ben.')
})

test('a line that was cut off is not read, and the next begins behind it', () => {
  const { effects, make, now } = desk()
  make(first)
  const path = '/out/small/archive/journal.jsonl'
  effects.disk.set(path, `${effects.disk.get(path)}{"at":"2024-01-01T00:00:00Z","who":"nib","wha`)
  const again = desk(effects)
  expect(again.now()).toMatchObject({ status: 'new' })
  again.make(revised)
  expect(again.now()).toMatchObject({ status: 'changed' })
  expect(now()).toMatchObject({ status: 'changed' })
  expect(desk(effects).now()).toMatchObject({ status: 'changed' })
})

test('a version that was changed by hand, or is gone, is told', () => {
  const { effects, archive, make, now } = desk()
  make(first)
  const path = [...effects.disk.keys()].find((p) => p.includes('/versions/'))!
  effects.disk.set(path, `${effects.disk.get(path)} `)
  expect(() => archive.version(now().version)).toThrow(/missing or was changed/)
  effects.disk.delete(path)
  expect(() => archive.version(now().version)).toThrow(/missing or was changed/)
})

test('the tables that drafts were made from are kept once, under their hash', () => {
  const { effects, archive } = desk()
  const bytes = new TextEncoder().encode('a,b\n1,2\n')
  const run = archive.begin({ main: { name: 'table.csv', bytes } }, 'nib')
  archive.begin({ main: { name: 'renamed.csv', bytes } }, 'nib')
  expect(archive.filesOf(run)).toEqual({
    main: {
      name: 'table.csv',
      hash: createHash('sha256').update(bytes).digest('hex'),
      path: `/out/small/archive/files/${createHash('sha256').update(bytes).digest('hex')}.csv`,
    },
  })
  expect([...effects.disk.keys()].filter((p) => p.includes('/files/'))).toHaveLength(1)
})

/** The same words, from another edition: another id, and so another version. */
const republished = (one: Brief): Brief => ({ ...one, id: `small/2024-06-01/${key}` })
const issued = { uri: 'tag:example.org,2024:small/x', version: 1, kind: 'first', rehearsal: false } as unknown as Issued

function releasedAs(archive: Archive, version: string, rehearsal = false): void {
  const at = '2024-02-01T12:00:00Z'
  archive.tell(() => [
    { at, who: 'Ann', what: 'released', draft: key, version, issued: { ...issued, rehearsal }, parcels: [] },
  ])
}

test('a draft that says the same from another edition stands as it stood, approved and out', () => {
  const { archive, make, now } = desk()
  make(first)
  archive.decide(key, now().version, 'approved', 'Ann', 'looked at')
  releasedAs(archive, now().version)
  const was = now()
  expect(make(republished(first))).toMatchObject({ same: 1, changed: 0 })
  expect(now().version).not.toBe(was.version)
  expect(now()).toMatchObject({ status: 'approved', by: 'Ann', note: 'looked at', approved: now().version })
  expect(now().released).toMatchObject({ version: now().version, issued: { version: 1 } })
  expect(archive.version(now().version).id).toBe(`small/2024-06-01/${key}`)
})

test('one that says anything else is changed, and what is out is not what stands', () => {
  const { archive, make, now } = desk()
  make(first)
  archive.decide(key, now().version, 'approved', 'Ann')
  releasedAs(archive, now().version)
  const was = now().version
  expect(make(republished(revised))).toMatchObject({ same: 0, changed: 1 })
  expect(now()).toMatchObject({ status: 'changed', approved: was, released: { version: was } })
})

test('another note to editors, or another reason to withhold it, is another draft', () => {
  for (const change of [{ caveats: ['Provisional.'] }, { withheld: ['sample'] }] as Partial<Brief>[]) {
    const { make } = desk()
    make(first)
    expect(make({ ...first, ...change })).toMatchObject({ same: 0, changed: 1 })
  }
})

test('a person’s words are carried into the same story of another edition, and it is still theirs', () => {
  const { archive, make, now, text } = desk()
  make(first)
  archive.edit(key, now().version, 1, 'There were a hundred officers.', 'Ann', shown)
  archive.decide(key, now().version, 'approved', 'Ann')
  expect(make(republished(first))).toMatchObject({ same: 1, held: 0 })
  expect(now()).toMatchObject({ status: 'approved', heldEdits: 0 })
  expect(text().pars[0]!.text).toBe('There were a hundred officers.')
})

test('a rehearsal is no release', () => {
  const { archive, make, now } = desk()
  make(first)
  releasedAs(archive, now().version, true)
  expect(now().released).toBeNull()
})

test('the last run tells what came from elsewhere, and whether it is done', () => {
  const { archive } = desk()
  const bytes = new TextEncoder().encode('a\n1\n')
  const run = archive.begin({ main: { name: 'new.csv', bytes }, other: { name: 'old.csv', bytes } }, 'nib', ['main'])
  expect(archive.lastRun()).toMatchObject({ run, isDone: false, given: { main: { name: 'new.csv' } } })
  expect(Object.keys(archive.lastRun()!.given)).toEqual(['main'])
  archive.end(run, 'nib', { fresh: 0, changed: 0, same: 0, held: 0, without: 0 })
  expect(archive.lastRun()?.isDone).toBe(true)
})

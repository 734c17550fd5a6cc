import { expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import type { MemoryEffects } from '../fixtures/memory-effects.ts'
import { events, next, put, waiting, watched } from './watched.ts'

const journal = '/out/small/archive/journal.jsonl'
const entries = (effects: MemoryEffects) => new Archive('/out/small/archive', effects).entries()
const made = (effects: MemoryEffects) => entries(effects).filter((e) => e.what === 'made')

/** The journal as it is where the process was killed after so many lines. */
function cut(effects: MemoryEffects, lines: number): void {
  const all = String(effects.disk.get(journal)).split('\n').slice(0, lines)
  effects.disk.set(journal, `${all.join('\n')}\n`)
}

test('started again, it knows what was taken, keeps on the tables of the last run, and makes nothing twice', async () => {
  const { effects } = await watched({ 100: put('new.csv', next) })
  const { lines } = await watched({ 3000: put('other name.csv', next) }, effects)
  expect(lines).toContain('With the files of the last run: new.csv')
  expect(events(lines)).toEqual(['new.csv: taken before', 'other name.csv: taken before, as new.csv'])
  expect(made(effects)).toHaveLength(4)
})

test.each([1, 2, 3, 4, 5])(
  'killed after %i lines of the journal: made again from the files that are kept',
  async (kept) => {
    const { effects } = await watched({ 100: put('new.csv', next) })
    const before = new Map(made(effects).map((e) => [e.draft, e.version]))
    cut(effects, kept)
    // The inbox may have been emptied meanwhile.
    effects.disk.delete('/in/new.csv')
    const { lines } = await watched({}, effects)
    expect(lines).toContain('The last run was not finished: its drafts are made again from new.csv')
    // Those that were saved are the same to the byte: nothing in them comes from where the file is kept.
    expect(lines.find((line) => line.startsWith('4 drafts'))).toContain(
      `: ${5 - kept} new, 0 changed, ${kept - 1} as they were`,
    )
    expect(new Map(made(effects).map((e) => [e.draft, e.version]))).toEqual(before)
    const [version] = before.values()
    const brief = new Archive('/out/small/archive', effects).version(version!)
    expect(JSON.stringify(brief.figures)).toContain('"file":"new.csv"')
    const { lines: third } = await watched({}, effects)
    expect(third).toContain('With the files of the last run: new.csv')
  },
)

test('a copy that is no longer what it was is told of, and the file may come again', async () => {
  const { effects } = await watched({ 100: put('new.csv', next) })
  const copy = [...effects.disk.keys()].find((path) => path.includes('/archive/files/') && effects.disk.get(path) !== undefined && new TextDecoder().decode(effects.disk.get(path) as Uint8Array) === next)! // biome-ignore format: one
  effects.disk.set(copy, 'x')
  const { lines } = await watched({}, effects)
  expect(lines).toContainEqual(expect.stringMatching(/^The files of the last run \(new\.csv\) cannot be taken up: /))
  expect(events(lines)).toContain('new.csv: taken as main: the gate is open')
})

test('a file of which no draft was made is not taken for one that was', async () => {
  const shut = next.replace(/^2015/gm, '2016')
  const { effects } = await watched({ 100: put('new.csv', shut) })
  const { lines } = await watched({}, effects)
  expect(events(lines)).toEqual([expect.stringMatching(/^new\.csv: SHUT/)])
})

test('a second edition of the table changes the drafts that its figures are in', async () => {
  const effects = waiting()
  await watched({ 100: put('new.csv', next) }, effects)
  const { lines } = await watched(
    { 100: put('corrected.csv', next.replace('2015,North,345', '2015,North,346')) },
    effects,
  )
  expect(lines).toContain('corrected.csv: taken as main: the gate is open')
  expect(lines.find((line) => line.startsWith('4 drafts'))).toMatch(/: 0 new, [1-4] changed/)
})

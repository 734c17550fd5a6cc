import { expect, test } from 'vitest'
import { Archive } from '../../src/archive/archive.ts'
import { realEffects } from '../../src/effects.ts'
import { loadRelease } from '../../src/release/load.ts'
import { tablesOf } from '../../src/watch/tables-of.ts'
import { root } from '../cli/desk.ts'
import { library } from '../fixtures/desk.ts'
import { csvOf, edited } from '../fixtures/leavers-given.ts'
import { type MemoryEffects, memoryEffects } from '../fixtures/memory-effects.ts'
import { events, put, watched } from './watched.ts'

const release = loadRelease('police-leavers', library, realEffects())
const file = (text: string) => ({ name: 'x.csv', hash: 'x', path: '/in/x.csv', bytes: new TextEncoder().encode(text) })

test.each([
  ['leavers', 'leavers'],
  ['leavers-by-service', 'leavers-by-service'],
  ['in-post-by-service', 'in-post-by-service'],
  ['joiners', 'joiners'],
  ['workforce', 'workforce'],
  ['uplift', 'uplift'],
])('of several tables, %s is known for what it is, whatever its name', async (table, is) => {
  expect(await tablesOf(release, file(csvOf(table)), {}, realEffects(), true)).toEqual({ tables: [is] })
})

test('what is none of several tables has the problem of the one it is nearest to', async () => {
  const wrong = edited('joiners', (cells) => cells.map((cell) => (cell === 'Kent' ? 'Kentish Town' : cell)))
  const fit = await tablesOf(release, file(wrong), {}, realEffects(), true)
  expect(fit).toMatchObject({ problem: { code: expect.stringMatching(/unknown-area|area-mismatch|unknown-code/) } })
  const other = await tablesOf(release, file('a,b\n1,2\n'), {}, realEffects(), true)
  expect(other).toMatchObject({ problem: { place: { file: 'x.csv' } } })
})

/** The shipped library as it is, and an inbox and an output in memory. */
function overShipped(): MemoryEffects {
  const real = realEffects()
  const memory = memoryEffects({ '/in/.keep': '' })
  const isReal = (path: string) => path.startsWith(root) && !memory.disk.has(path)
  return {
    ...memory,
    exists: (path) => (isReal(path) ? real.exists(path) : memory.exists(path)),
    folders: (path) => (isReal(path) ? real.folders(path) : memory.folders(path)),
    files: (path) => (isReal(path) ? real.files(path) : memory.files(path)),
    readText: (path) => (isReal(path) ? real.readText(path) : memory.readText(path)),
    readBytes: (path) => (isReal(path) ? real.readBytes(path) : memory.readBytes(path)),
    stat: (path) => (isReal(path) ? real.stat(path) : memory.stat(path)),
  }
}

test('tables that come one after the other are taken together, also after a restart; shipped figures stand in no way', async () => {
  const effects = overShipped()
  const one = (table: string) => edited(table, (cells) => (cells.includes('2010/11') && cells.includes('Kent') ? cells.map((c, i) => (i >= cells.length - 2 && /^\d/.test(c) ? String(Number(c) + 1) : c)) : cells)) // biome-ignore format: one
  const options = { name: 'police-leavers', library: root, until: 6000 }
  const { lines } = await watched(
    { 100: put('a.csv', one('leavers')), 3000: put('same.csv', csvOf('uplift')) },
    effects,
    options,
  )
  expect(lines).toContainEqual(expect.stringMatching(/^a\.csv: taken as leavers: LOOK/))
  expect(lines).toContainEqual(expect.stringMatching(/^\d+ drafts made .*; none usable: sample data$/))
  expect(lines).toContain('SAMPLE DATA, NOT FOR PUBLICATION')
  expect(lines).toContain('same.csv: left out: no other figures than the shipped tables')
  const { lines: later } = await watched({ 100: put('b.csv', one('joiners')) }, effects, options)
  expect(later).toContain('With the files of the last run: a.csv')
  expect(events(later)).toContainEqual(expect.stringMatching(/^b\.csv: taken as joiners/))
  const archive = new Archive('/out/police-leavers/archive', effects)
  const given = Object.entries(archive.lastRun()!.given).map(([table, { name }]) => `${table} ${name}`)
  expect(given.sort()).toEqual(['joiners b.csv', 'leavers a.csv'])
})

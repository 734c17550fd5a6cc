import { expect, test } from 'vitest'
import { formats } from '../../src/archive/store.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { prepare } from '../../src/pipeline.ts'
import { extract } from '../../src/table/extract.ts'
import { after, library } from '../fixtures/desk.ts'
import { sheetsOf } from '../fixtures/joined.ts'
import { csvOf, edited, openWith } from '../fixtures/leavers-given.ts'

/** Every sample table with other numbers, as the publisher's own would have: the last column, and FTE beside a headcount. */
const samples = ['leavers', 'leavers-by-service', 'in-post-by-service', 'joiners', 'uplift', 'uplift-first']
const raised = (table: string) => edited(table, (cells) => cells.map((cell, i) => (i > 3 && /^\d/.test(cell) && cell.length < 12 && i >= cells.length - 2 ? String(Number(cell) + 3) : cell))) // biome-ignore format: a table
const real = Object.fromEntries(samples.map((table) => [table, raised(table)]))
const status = async (more: Record<string, string> = {}, names: Record<string, string> = {}) =>
  (await openWith({ ...real, ...more }, names)).status

test('the shipped sample is a sample, though its definition says official, and stamps every format', async () => {
  const desk = await openWith({})
  expect(desk.release.definition.status).toBe('official')
  expect(desk.status).toBe('sample')
  const brief = draft(desk, prepare(desk, library, realEffects(), { edition: 'local' }), 0, after)
  expect(brief).toMatchObject({ usable: false, release: { status: 'sample' } })
  for (const text of [formats.md(brief), formats.html(brief), formats.txt(brief)])
    expect(text).toContain('SAMPLE DATA, NOT FOR PUBLICATION')
})

test('with a table of other numbers for each of them it is what the definition says', async () => {
  expect(await status()).toBe('official')
})

test('one table that is left as shipped makes the whole release a sample', async () => {
  for (const table of samples) {
    const { [table]: _, ...others } = real
    expect((await openWith(others)).status, table).toBe('sample')
  }
})

test('a file that calls itself a sample is one, whatever stands in it', async () => {
  expect(await status({}, { joiners: 'sample-joiners-2024.csv' })).toBe('sample')
  expect(await status({}, { joiners: 'Sample joiners.csv' })).toBe('sample')
  expect(await status({}, { joiners: 'joiners-resampled.csv' })).toBe('official')
})

test('a copy of the sample under another name is still a sample', async () => {
  for (const table of samples) expect(await status({ [table]: csvOf(table) }), table).toBe('sample')
})

test('so is one with some numbers changed, or with only what the release needs taken out of it', async () => {
  let n = 0
  const some = edited('joiners', (cells) => (n++ % 3 === 0 ? cells.with(5, '7') : cells))
  expect(await status({ joiners: some })).toBe('sample')
  const desk = await openWith({})
  const taken = extract(desk.release, desk.table, 'joiners', sheetsOf({ joiners: csvOf('joiners') })['joiners']!)
  expect(taken.split('\n')[0]).not.toContain('Region')
  expect(await status({ joiners: taken })).toBe('sample')
})

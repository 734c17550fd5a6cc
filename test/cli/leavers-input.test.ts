import { expect, test } from 'vitest'
import { caveatsOf } from '../../src/caveats.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { findFacts, standingsOf } from '../../src/facts/facts.ts'
import { NibError } from '../../src/messages.ts'
import { type Desk, findPeriod, prepare } from '../../src/pipeline.ts'
import { after, library } from '../fixtures/desk.ts'
import { edited, openWith } from '../fixtures/leavers-given.ts'

const [year, code, force] = [0, 1, 2]
const last = '2023/24'
/** Claims and refusals of an area of a desk, as `kind measure …`, and what editors are told. */
function told(desk: Desk, area: string, period = last) {
  const { release, table } = desk
  const [where, now] = [table.areas.findIndex(({ key }) => key === area), findPeriod(desk, period)]
  const { claims, refusals } = findFacts(release, table, where, now, standingsOf(release, table, now))
  const claim = (kind: string, measure: string) => claims.find((c) => c.kind === kind && c.measure === measure)
  return {
    claim,
    refused: refusals.map(({ kind, measure, guard, seen }) => `${kind} ${measure} ${guard} ${seen}`),
    caveats: caveatsOf(desk, now, where).join('\n'),
  }
}
/** A draft can be made of the area and of the whole. */
function draftsOf(desk: Desk, area: string): void {
  const index = desk.table.areas.findIndex(({ key }) => key === area)
  for (const [edition, where] of [
    ['local', index],
    ['national', desk.table.areas.length - 1],
  ] as const) {
    const made = draft(desk, prepare(desk, library, realEffects(), { edition, period: last }), where, after)
    expect(made.pars.length).toBeGreaterThan(2)
  }
}
async function problems(tables: Record<string, string>) {
  try {
    await openWith(tables)
  } catch (error) {
    if (error instanceof NibError) return error.problems.map(({ code, place, text }) => ({ code, ...place, text }))
    throw error
  }
  return []
}
const of = (name: string, change: (cells: string[]) => string[] | null) => (cells: string[]) =>
  cells[force] === name ? change(cells) : cells

test('a name beside the code of another force is refused with file, cell and both', async () => {
  const joiners = edited('joiners', (cells) =>
    cells[year] === last && cells[force] === 'Kent' ? cells.with(code, 'E23000035') : cells,
  )
  const [found, ...more] = await problems({ joiners })
  const row = joiners.split('\n').findIndex((line) => line.startsWith(`${last},E23000035,Kent`)) + 1
  expect(more).toEqual([])
  expect(found).toMatchObject({ code: 'area-mismatch', file: 'joiners.csv', at: `C${row}` })
  for (const words of ['Kent', 'E23000035', 'Devon and Cornwall', 'correct']) expect(found?.text).toContain(words)
})

test('a force, a category, a number or a year that cannot be is refused with its cell and what to do', async () => {
  const slip = (column: number, text: string) => {
    let once = true
    return edited('leavers-by-service', (cells) => {
      if (!once) return cells
      once = false
      return cells.with(column, text)
    })
  }
  for (const [column, text, expected, help] of [
    [2, 'Avon', 'unknown-area C2', 'Add it to the list'],
    [4, 'Under 1 year', 'unknown-category E2', "Add it under the column's values"],
    [5, '2B', 'bad-number F2', 'add it under marks'],
    [0, '2023', 'bad-period A2', 'check that this is the right table'],
  ] as const) {
    const [found, ...more] = await problems({ 'leavers-by-service': slip(column, text) })
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: expected.split(' ')[0], at: expected.split(' ')[1], file: 'leavers-by-service.csv' }) // biome-ignore format: a place
    expect(found?.text).toContain(text)
    expect(found?.text).toContain(help)
  }
})

test('where two tables give a force other totals, editors are told and its shares are refused', async () => {
  const first = (cells: string[]) => (cells[4] === 'Less than 1 year' ? cells.with(5, String(Number(cells[5]) + 9)) : cells) // biome-ignore format: a row
  const desk = await openWith({ 'leavers-by-service': edited('leavers-by-service', of('Kent', first)) })
  const kent = told(desk, 'kent')
  expect(kent.caveats).toContain('The parts of service do not add up to leavers on 2023/24 in 2 places (Kent, England')
  expect(kent.refused).toContainEqual(expect.stringMatching(/^share under-five-share parts-unequal/))
  expect(kent.refused).toContainEqual(expect.stringMatching(/^share under-one-share parts-unequal/))
  expect(kent.refused).toContain('leading-category leavers parts-unequal kent')
  expect(kent.claim('share-compare', 'under-five-share')).toBeUndefined()
  expect(kent.claim('share', 'resignation-share')).toEqual(expect.anything())
  expect(told(desk, 'england-and-wales').claim('share', 'under-five-share')).toBeUndefined()
  expect(told(desk, 'essex').claim('share', 'under-five-share')).toEqual(expect.anything())
  draftsOf(desk, 'kent')
})

test('a share of more than all of it is refused for its force', async () => {
  const all = (cells: string[]) => cells.with(5, cells[4] === 'Less than 1 year' ? '99999' : '0')
  const desk = await openWith({ 'leavers-by-service': edited('leavers-by-service', of('Kent', all)) })
  expect(told(desk, 'kent').refused).toContain('share under-one-share parts-unequal 99999')
  draftsOf(desk, 'kent')
})

test('a breakdown of officers in post that does not add up takes its comparison with it', async () => {
  const first = (cells: string[]) => (cells[4] === '30 years or over' ? cells.with(5, String(Number(cells[5]) + 40)) : cells) // biome-ignore format: a row
  const desk = await openWith({ 'in-post-by-service': edited('in-post-by-service', of('Kent', first)) })
  const kent = told(desk, 'kent')
  expect(kent.caveats).toContain('do not add up to officers-headcount on 31 March 2023 in 2 places (Kent, England')
  expect(kent.refused).toContain('share-compare under-five-share no-value in-post-under-five-share')
  expect(kent.claim('share', 'under-five-share')).toEqual(expect.anything())
})

test('a table of another year is told, what rests on it is refused, and drafts are made all the same', async () => {
  const desk = await openWith({ joiners: edited('joiners', (cells) => (cells[year] === '2010/11' ? cells : null)) })
  const kent = told(desk, 'kent')
  expect(kent.caveats).toContain('The table joiners (joiners.csv) has no figures for 2023/24: nothing is said from it.')
  expect(kent.refused).toContain('balance leavers-fte no-value joiners-fte')
  expect(kent.refused).toContain('rate joining-rate-fte no-value 2023/24')
  draftsOf(desk, 'kent')
  expect(told(desk, 'kent', '2010/11').claim('balance', 'leavers-fte')).toEqual(expect.anything())
})

test('a force that one table lacks is named, refused what needs it, and left out of ranks that say of how many', async () => {
  const desk = await openWith({ workforce: edited('workforce', of('Kent', (cells) => (cells[0] === '2023' ? null : cells))) }) // biome-ignore format: a table
  const [kent, essex, whole] = ['kent', 'essex', 'england-and-wales'].map((area) => told(desk, area))
  expect(essex?.caveats).toContain('(workforce.csv) has no figures for Kent, 31 March 2023')
  expect(kent?.refused).toContain('rate leaving-rate-fte no-value 2023/24')
  expect(kent?.refused).toContain('rank leaving-rate-fte no-value 2023/24')
  expect(kent?.refused).toContain('balance leavers-fte no-value joining-rate-fte')
  expect(kent?.claim('share', 'resignation-share')).toEqual(expect.anything())
  expect(essex?.claim('rank', 'leaving-rate-fte')?.params).toMatchObject({ ofAll: false, behindOnly: false })
  expect(essex?.claim('rank', 'resignation-share')?.params).toMatchObject({ ofAll: true })
  expect(whole?.refused).toContain('extremes leaving-rate-fte areas-missing 42')
  expect(whole?.claim('rate', 'leaving-rate-fte')).toBeUndefined()
  draftsOf(desk, 'kent')
})

test('where the table of targets lacks a force nobody is the only one to miss', async () => {
  const all = told(await openWith({}), 'metropolitan-police', '2022/23')
  expect(all.claim('target', 'extra-officers')?.params).toMatchObject({ met: false, only: true })
  const desk = await openWith({
    uplift: edited(
      'uplift',
      of('Kent', () => null),
    ),
  })
  const met = told(desk, 'metropolitan-police', '2022/23')
  expect(met.claim('target', 'extra-officers')?.params).toMatchObject({ met: false, only: false })
  expect(met.refused).toContain('target extra-officers areas-missing kent')
  const whole = told(desk, 'england-and-wales', '2022/23')
  expect(whole.refused).toContain('target extra-officers areas-missing kent')
  expect(whole.claim('target', 'extra-officers')).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { AreaCells } from '../fixtures/joined.ts'
import { flows, stocks, tell } from './road.ts'

/** North alone of two areas, so that no rank and no nation is the better story. */
const north = async (...cells: number[]) => tell(await stocks({ north: cells }, { expect: 2 }), 'north')
const percent = /%|per cent|doubled|halved/

test.each([
  [12, 18, 'small-base'],
  [49, 99, 'small-base'],
  [0, 60, 'zero-base'],
] as const)('a base of %i gives counts and no percentage', async (was, now, guard) => {
  const told = await north(was, now)
  expect(told.claim('change')).toMatchObject({ percentToo: false })
  expect(told.guards('change')).toEqual([guard])
  expect(told.text).not.toMatch(percent)
  for (const { pars } of told.drafts) {
    expect(pars.map(({ text }) => text).join('\n')).toMatch(new RegExp(`\\b${now}\\b.*\\bfrom ${was}\\b|\\b${now}\\b.*compared with ${was}\\b`)) // biome-ignore format: a pattern
  }
})

test.each([
  // From 50 to 98 is 96%; from 99 to 150 is 51.5%.
  [50, 98, /96(%| per cent)/],
  [99, 150, /52(%| per cent)/],
] as const)('a base of %i gives a percentage with the counts beside it', async (was, now, size) => {
  const told = await north(was, now)
  expect(told.text).toMatch(size)
  const pars = told.drafts.flatMap((d) => d.pars).filter(({ text }) => percent.test(text))
  expect(pars.length).toBeGreaterThan(0)
  for (const { text } of pars) expect(text).toMatch(new RegExp(`\\b${was}\\b`))
})

test('no percentage is told of a low that was under 50, however long ago', async () => {
  // 118 is 141% more than 49, and 136% more than 50; from 120 it is down by 1.7%.
  const small = await north(49, 100, 120, 118)
  expect(small.guards('peak')).toEqual(['small-base'])
  expect(small.text).not.toMatch(/141/)
  expect((await north(50, 100, 120, 118)).text).toMatch(/136 per cent/)
})

test('no area is ranked by percentage where one of them had under 50', async () => {
  const of = async (small: number) =>
    tell(
      await stocks({ north: [1000, 1300], south: [1000, 1010], east: [1000, 1020], west: [small, small + 1] }),
      'north',
    )
  const told = await of(49)
  expect(told.claim('rank', 'percent-large')).toBeUndefined()
  expect(told.guards('rank')).toContain('small-base')
  expect(told.text).not.toMatch(/biggest|any place|No place/)
  expect((await of(50)).text).toMatch(/biggest percentage rise/)
})

/** In the second year so many resigned, out of so many who left. */
const one = (resigned: number, base: number): AreaCells => ({
  resigned: [100, resigned],
  retired: [300, base - resigned],
})

test('a share of 49 leavers is not told, and one of 50 is, with how many they were', async () => {
  const share = async (base: number) => tell(await flows({ north: one(20, base), south: one(90, 400) }), 'north')
  const small = await share(49)
  expect(small.claims('share', 'resignation-share')).toEqual({})
  expect(small.guards('share', 'resignation-share')).toEqual(['small-base'])
  expect(small.kinds('resignation-share')).not.toContain('share')
  expect(small.text).not.toMatch(/\b41(%| per cent)/)
  const enough = await share(50)
  expect(enough.text).toMatch(/50 officers who left.*40(%| per cent)|40(%| per cent) of (all |the )?50/)
})

test('an area whose share rests on 49 has no rank, nor has one behind it, and one before it has', async () => {
  const told = async (base: number, area: string) => {
    const areas = { top: one(280, 400), small: one(30, base), mid: one(100, 400), low: one(80, 400) }
    return tell(await flows(areas), area)
  }
  for (const area of ['small', 'mid']) {
    const { guards, text } = await told(49, area)
    expect(guards('rank', 'resignation-share')).toContain('small-base')
    expect(text).not.toMatch(/highest|likely to have resigned/)
  }
  expect((await told(49, 'top')).text).toMatch(/highest share/)
  expect((await told(50, 'mid')).text).toMatch(/third highest|second lowest/)
})

import { expect, test } from 'vitest'
import type { AreaCells } from '../fixtures/joined.ts'
import { flows, tell } from './road.ts'

/** In 2011/12 400 left, 120 of them by resigning, of 2,000 in post at its start and 2,500 at its end. */
const cells: AreaCells = { resigned: [100, 120], retired: [300, 280], officers: [1900, 2000, 2500] }
const other: AreaCells = { resigned: [100, 80], retired: [300, 320], officers: [4000, 4000, 4000] }
const north = async (more: AreaCells = {}) =>
  tell(await flows({ north: { ...cells, ...more }, south: other, east: other }), 'north', '2011/12')

test('a share of leavers is told as a share of leavers, with how many and what is left out', async () => {
  const { drafts, text } = await north()
  const id = 'resignation-share@north@2011/12'
  const pars = drafts.flatMap((d) => d.pars.filter((p) => p.spans.some((s) => s.ref === id)))
  expect(pars).toHaveLength(2)
  for (const par of pars) {
    expect(par.text).toMatch(/30(%| per cent)/)
    expect(par.text).toMatch(/400 (full-time equivalent )?officers who left|400 who left/)
    expect(par.text).toMatch(/transfers/i)
  }
  // 120 of 2,000 officers are 6%: the share is no rate, whatever stands in the next table.
  expect(text).not.toMatch(/\b6(\.0+)?(%| per cent)|resignation rate|30(%| per cent) of (the |its )?officers in post/)
})

test('a rate stands over the start of the year, and says so', async () => {
  const told = await north()
  expect(told.claim('rate', '', 'leaving-rate-fte')).toMatchObject({ of: 'officers@north@2011' })
  const [par, ...rest] = told.text.split('\n').filter((line) => line.includes('20.00 per cent'))
  expect(rest).toEqual([])
  expect(par).toMatch(/in post at the start of the year/)
  // Some of those who left may have joined in the year: 20% of those in post did not leave.
  expect(par).not.toMatch(/20\.00 per cent of [^,.]*(left|resigned|quit)/)
  // Over the 2,500 at its end it would be 16%.
  expect(told.text).not.toMatch(/16(\.00)? per cent/)
})

test('without the start of the year there is no rate, though its end is there', async () => {
  const told = await north({ officers: [1900, '[c]', 2500] })
  expect(told.claims('rate', 'leaving-rate-fte')).toEqual({})
  expect(told.guards('rate', 'leaving-rate-fte')).toEqual(['no-value'])
  expect(told.text).not.toMatch(/in post|\brate\b|16(\.00)? per cent/)
  expect(told.kinds('leaving-rate-fte')).toEqual(new Set())
})

test('a share whose base is suppressed is not told over what is left of it', async () => {
  const told = await north({ retired: [300, '[c]'] })
  expect(told.claims('share', 'resignation-share')).toEqual({})
  expect(told.guards('share', 'resignation-share')).toEqual(['no-value'])
  expect(told.kinds('resignation-share')).toEqual(new Set())
  expect(told.text).not.toMatch(/\bshares?\b|100(%| per cent)/)
  expect((await north()).kinds('resignation-share')).toContain('share')
})

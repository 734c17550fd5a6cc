import { expect, test } from 'vitest'
import type { Series } from '../fixtures/found.ts'
import { stocks, tell } from './road.ts'

/** North alone of two areas, so that no rank and no nation is the better story. */
const north = async (cells: Series[string]) => tell(await stocks({ north: cells }, { expect: 2 }), 'north')
const highestSince = /(highest|most officers|more officers)[^.\n]*\bsince\b/i

test('with fewer than three periods between, nothing is the highest since', async () => {
  const two = await north([900, 500, 600, 800])
  expect(two.claims('since')).toEqual({})
  expect(two.guards('since')).toEqual(['too-recent'])
  expect(two.text).not.toMatch(highestSince)
  const three = await north([900, 500, 600, 550, 800])
  expect(three.claim('since', 'highest')).toMatchObject({ thenPeriod: '2010' })
  expect(three.text).toMatch(highestSince)
})

test('a period between with the same value takes it away', async () => {
  const level = await north([900, 800, 500, 550, 800])
  expect(level.claims('since')).toEqual({})
  expect(level.guards('since')).toEqual(['joint-since'])
  expect(level.text).not.toMatch(highestSince)
  expect((await north([900, 799, 500, 550, 800])).text).toMatch(highestSince)
})

test('it is since the latest earlier period that is more extreme, and not since the most extreme one', async () => {
  const told = await north([1200, 900, 500, 520, 510, 800])
  expect(told.claim('since', 'highest')).toMatchObject({ thenPeriod: '2011' })
  expect(told.figure(told.claim('since', 'highest'), 'then')).toBe(900)
  expect(told.text).not.toMatch(/(?:highest|most|more officers)[^.\n]*since 2010/i)
  const past = await north([1200, 799, 500, 520, 510, 800])
  expect(past.claim('since', 'highest')).toMatchObject({ thenPeriod: '2010' })
})

test('the figure of the period it is since is given, and is that of no other', async () => {
  const told = await north([1200, 900, 500, 520, 510, 800])
  expect(told.figure(told.claim('since', 'highest'), 'then')).toBe(900)
  const lower = await north([1200, 799, 500, 520, 510, 800])
  expect(lower.figure(lower.claim('since', 'highest'), 'then')).toBe(1200)
})

test('strictly more extreme: a period of the same value is not what it is since', async () => {
  const level = await north([800, 500, 520, 510, 800])
  expect(level.claims('since')).toEqual({})
  expect(level.text).not.toMatch(/since 2010/)
  expect(level.text).toContain('joint highest')
  expect((await north([801, 500, 520, 510, 800])).text).toMatch(/since 2010/)
})

test('the lowest since is held to the same', async () => {
  const lowestSince = /(lowest|fewest officers|fewer officers)[^.\n]*\bsince\b/i
  const two = await north([500, 900, 800, 600])
  expect(two.guards('since')).toEqual(['too-recent'])
  expect(two.text).not.toMatch(lowestSince)
  expect((await north([500, 900, 850, 800, 600])).text).toMatch(lowestSince)
})

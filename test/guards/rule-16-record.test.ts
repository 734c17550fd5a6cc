import { expect, test } from 'vitest'
import type { Series } from '../fixtures/found.ts'
import { flows, stocks, tell } from './road.ts'

/** North alone of two areas, so that no rank and no nation is the better story. */
const north = async (cells: Series[string], comparable = {}) =>
  tell(await stocks({ north: cells }, { expect: 2, changes: { measures: { officers: { comparable } } } }), 'north')
const record = /record|highest|lowest|largest|at the same point in any year|since at least|going back/i

test('a gap in the series sets no record, and the plain comparison is told instead', async () => {
  for (const gap of ['', '[c]', '[x]']) {
    const told = await north([500, gap, 700, 650, 900])
    expect(told.claims('record')).toEqual({})
    expect(told.guards('record')).toEqual(['gap-in-series'])
    expect(told.text).not.toMatch(record)
    // From 650 to 900 is 38.46%.
    expect(told.text).toMatch(/38 per cent.*650|650.*38 per cent/)
  }
  const whole = await north([500, 600, 700, 650, 900])
  expect(whole.claim('record', 'highest')).toMatchObject({ joint: false })
  expect(whole.headlines).toMatch(/record number of officers/i)
})

test('a break inside the series sets no record, be it marked in a cell or stated', async () => {
  const stated = { breaks: [2012] }
  for (const told of [await north([500, 600, '700 [b]', 650, 900]), await north([500, 600, 700, 650, 900], stated)]) {
    expect(told.claims('record')).toEqual({})
    expect(told.guards('record')).toEqual(['break-in-series'])
    expect(told.text).not.toMatch(record)
    expect(told.text).toContain('900')
  }
  const first = await north(['500 [b]', 600, 700, 650, 900])
  expect(first.headlines).toMatch(/record number of officers/i)
})

test('the first two periods of a series set no record, and the third does', async () => {
  const two = await north([500, 900])
  expect(two.claims('record')).toEqual({})
  expect(two.guards('record')).toEqual(['series-too-short'])
  expect(two.text).not.toMatch(record)
  expect((await north([500, 600, 900])).headlines).toMatch(/record number of officers/i)
})

test('a tie at the top is joint, and never a record by itself', async () => {
  const tie = await north([500, 900, 700, 900])
  expect(tie.claim('record', 'highest')).toMatchObject({ joint: true })
  expect(tie.text).toContain('joint highest')
  expect(tie.text.replaceAll('joint highest', '')).not.toMatch(/record|highest|largest|more officers than at/i)
  const over = await north([500, 900, 700, 901])
  expect(over.text).toMatch(/record number/i)
  expect(over.text).not.toContain('joint')
})

test('a table that starts later than the records says since when, and no record in the headline', async () => {
  const later = await north([500, 600, 700, 650, 900], { recordsBegin: false })
  expect(later.claim('record', 'highest')).toMatchObject({ recordsBegin: false })
  expect(later.text).not.toMatch(/record/i)
  expect(later.text).toMatch(/since at least 2010|figures (going|that go) back to 2010/)
  const begin = await north([500, 600, 700, 650, 900], { recordsBegin: true })
  expect(begin.text).toMatch(/since comparable records began/)
})

test('a series stated comparable from a later year is compared from there, whatever stood higher before', async () => {
  const told = await north([9999, 500, 600, 900], { from: 2011, recordsBegin: false })
  expect(told.text).toMatch(/2011/)
  expect(told.text).not.toMatch(/2010|9,999/)
  const all = await north([9999, 500, 600, 900], { recordsBegin: false })
  expect(all.claims('record')).toEqual({})
})

test('a year that one area lacks sets no record for the whole', async () => {
  const of = async (cell: number | string) => tell(await stocks({ north: [50, 60, 70, 90], south: [50, cell, 70, 90] }))
  const gap = await of('[c]')
  expect(gap.claims('record')).toEqual({})
  expect(gap.guards('record')).toEqual(['gap-in-series'])
  // How many areas stand at their highest needs every year of every area as well.
  expect(gap.guards('spread')).toEqual(['gap-in-series'])
  expect(gap.text).not.toMatch(record)
  const clean = await of(60)
  expect(clean.text).toMatch(/since comparable records began/)
})

test('the length of a series is now less first: from 2010/11 to 2014/15 is four years, though there are five', async () => {
  const cells = { resigned: [100, 110, 120, 130, 150], retired: [300, 300, 300, 300, 300] }
  const told = tell(await flows({ north: cells }))
  expect(told.text).toContain('since comparable records began four years ago')
  expect(told.text).not.toMatch(/five years|comparable records began in/)
  const longer = { resigned: [100, 110, 120, 130, 140, 150], retired: [300, 300, 300, 300, 300, 300] }
  expect(tell(await flows({ north: longer })).text).toContain('since comparable records began five years ago')
})

import { expect, test } from 'vitest'
import { type Changes, definition, words } from '../fixtures/small.ts'
import { flows, stocks, tableOf, tell } from './road.ts'

const officers = (definition['measures'] as Changes)['officers'] as Changes
const both: Changes = {
  measures: {
    officers: { ...officers, value: 'FTE', unit: 'fte', twin: 'heads' },
    heads: { ...officers, value: 'Heads', role: 'supplement', words: words('heads') },
  },
}
const areas = ['north', 'south', 'east', 'west']
/** Four areas whose full-time equivalents are 95 of 100 heads, but for what is given. */
const faulty = (change: Record<string, number>) => {
  const rows = areas.flatMap((area, a) =>
    [1000, 1010, 1020, 1030, 1040].map((heads, y) => {
      const own = heads + a * 10 + (area === 'north' ? y * 5 : 0)
      return `${2010 + y},${area[0]!.toUpperCase()}${area.slice(1)},${change[`${area} ${2010 + y}`] ?? own * 0.95},${own}`
    }),
  )
  return tableOf(`Year,Area,FTE,Heads\n${rows.join('\n')}\n`, areas, { changes: both })
}

test('a full-time equivalent far off its headcount sets no record, and no change rests on it', async () => {
  // 780 of 1,060 heads: 74 of 100, where every other is 95.
  const told = tell(await faulty({ 'north 2014': 780 }), 'north')
  expect(told.claims('record')).toEqual({})
  expect(told.claims('change')).toEqual({})
  expect([...told.guards('record'), ...told.guards('change')]).toContain('suspect-value')
  expect(told.text).not.toMatch(/lowest|fewest|per cent|%|biggest/)
  const clean = tell(await faulty({}), 'north')
  expect(clean.claim('record', 'highest')).toMatchObject({ joint: false })
  expect(clean.text).toMatch(/biggest percentage rise/)
})

test('nor is a fault of the year before the base of a rise', async () => {
  const told = tell(await faulty({ 'north 2013': 780 }), 'north')
  expect(told.claims('change')).toEqual({})
  expect(told.text).not.toMatch(/780|per cent|%/)
  expect(tell(await faulty({}), 'north').text).toMatch(/per cent/)
})

test('the draft flags it for editors', async () => {
  const told = tell(await faulty({ 'north 2014': 780 }), 'north')
  for (const { caveats } of told.drafts) expect(caveats.join('\n')).toMatch(/fault|headcount/)
})

test('no change, rank, run or nation is told from a spike of the year before', async () => {
  const rest = { south: [1000, 1010, 1020, 1030], east: [1000, 1005, 1010, 1015], west: [1000, 1001, 1002, 1003] }
  for (const fault of [3000, 300]) {
    const desk = await stocks({ north: [1000, 1010, fault, 1020], ...rest })
    const told = tell(desk, 'north')
    for (const kind of ['change', 'turn', 'local-national'] as const) expect(told.claims(kind)).toEqual({})
    // How many there are now may be ranked; how far they moved may not.
    expect(Object.keys(told.claims('rank')).filter((key) => !key.startsWith('level'))).toEqual([])
    expect(told.guards('change')).toContain('spike-in-series')
    expect(told.text).not.toMatch(/\b3,?000?\b|66|240/)
    // Nor do the others stand beside it, or the whole that it makes.
    expect(tell(desk, 'south').text).not.toMatch(/North|22(?:%| per cent)/)
    expect(tell(desk).text).not.toMatch(/22%|33%/)
  }
  // From 1,015 to 1,020 is 0.5%.
  expect(tell(await stocks({ north: [1000, 1010, 1015, 1020], ...rest }), 'north').text).toMatch(/0\.5 per cent/)
  const run = tell(await stocks({ north: [1000, 1010, 300, 1020, 1030, 1040] }, { expect: 2 }), 'north')
  expect(run.claims('streak')).toEqual({})
  expect(run.text).not.toMatch(/from 300/)
})

test('a record does not name a spike as the record before it', async () => {
  const cells = (spike: number) => ({
    resigned: [100, spike, 100, 110, 105, 220],
    retired: [300, 300, 300, 300, 300, 300],
  })
  // In a story of the whole the spike is of the one area that makes it.
  for (const told of [
    tell(await flows({ north: cells(200) }, { expect: 2 }), 'north'),
    tell(await flows({ north: cells(200) })),
  ]) {
    expect(told.text).not.toMatch(/\b200\b/)
    expect(told.text).toMatch(/\b220\b/)
  }
  expect(tell(await flows({ north: cells(112) }, { expect: 2 }), 'north').text).toMatch(/\b112\b/)
})

import { expect, test } from 'vitest'
import { type Changes, definition, words } from '../fixtures/small.ts'
import { tableOf, tell } from './road.ts'

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

import { expect, test } from 'vitest'
import { NibError } from '../../src/messages.ts'
import { type Changes, definition, words } from '../fixtures/small.ts'
import { stocks, tableOf, tell } from './road.ts'

const officers = (definition['measures'] as Changes)['officers'] as Changes
/** Officers as full-time equivalents lead; beside them, in the next column, their heads. */
const both: Changes = {
  measures: {
    officers: { ...officers, value: 'FTE', unit: 'fte', twin: 'heads' },
    heads: { ...officers, value: 'Heads', role: 'supplement', words: words('heads') },
  },
}
const fte = async (...cells: (number | string)[]) => {
  const rows = [950, 960, 1000].map((heads, i) => `${2010 + i},North,${cells[i]},${heads}`)
  return tell(
    await tableOf(`Year,Area,FTE,Heads\n${rows.join('\n')}\n`, ['north'], { expect: 2, changes: both }),
    'north',
  )
}

test('where the full-time equivalent of the year before is missing, the headcount beside it does not stand in', async () => {
  const gap = await fte(900, '', 970)
  expect(gap.claims('change')).toEqual({})
  expect(gap.guards('change')).toEqual(['no-value-before'])
  expect(gap.text).toContain('970')
  expect(gap.text).not.toMatch(/960|1,000|per cent|%|\b(up|down|rise|fall|risen|fallen)\b/)
  // From 930 to 970 is 4.3%; from the 960 heads it would be 1.0%.
  expect((await fte(900, 930, 970)).text).toMatch(/4\.3 per cent.*930|930.*4\.3 per cent/)
})

test('a full-time equivalent is never called full-time', async () => {
  const { text } = await fte(900, 930, 970)
  expect(text).toContain('full-time equivalent officers')
  expect(text).not.toMatch(/full-time(?! equivalent)/)
  const heads = await stocks({ north: [900, 930, 970] }, { expect: 2 })
  expect(tell(heads, 'north').text).not.toContain('full-time')
})

test('where the coverage changed, neither a change nor a rank nor a nation is told across it', async () => {
  const series = { north: [600, 700], south: [500, 510], east: [400, 404], west: [300, 303] }
  const breaks = (...years: number[]) => ({ changes: { measures: { officers: { comparable: { breaks: years } } } } })
  const across = tell(await stocks(series, breaks(2011)), 'north')
  for (const kind of ['change', 'local-national'] as const) {
    expect(across.claims(kind)).toEqual({})
    expect(across.guards(kind)).toEqual(['break-in-series'])
  }
  expect(across.text).toContain('700')
  expect(across.text).not.toMatch(/600|per cent|%|biggest|Across Everywhere/)
  const clean = tell(await stocks(series), 'north')
  expect(clean.text).toMatch(/17 per cent/)
  expect(clean.text).toMatch(/biggest percentage rise/)
})

test('nor is a year set beside one before the series is comparable', async () => {
  const from = async (year: number) => {
    const changes = { measures: { officers: { comparable: { from: year } } } }
    return tell(await stocks({ north: [600, 700] }, { expect: 2, changes }), 'north')
  }
  const early = await from(2011)
  expect(early.guards('change')).toEqual(['not-comparable'])
  expect(early.text).not.toMatch(/600|per cent|%/)
  expect((await from(2010)).text).toMatch(/17 per cent/)
})

test('March is not set beside September: a table that holds both days is not read', async () => {
  const changes = { tables: { main: { period: { column: 'Year', kind: 'day', day: undefined } } } }
  const csv = (...days: string[]) =>
    `Year,Area,Officers\n${days.map((d, i) => `${d},North,${600 + 60 * i}`).join('\n')}\n`
  const opened = async (...days: string[]) =>
    tableOf(csv(...days), ['north'], { expect: 2, changes }).catch((error: NibError) => error)
  const mixed = await opened('31 March 2010', '31 March 2011', '30 September 2011')
  expect((mixed as NibError).problems.map(({ code, place }) => `${code} ${place.at}`)).toEqual(['bad-period A4'])
  const yearly = await opened('31 March 2010', '31 March 2011')
  expect(yearly).not.toBeInstanceOf(NibError)
  if (!(yearly instanceof NibError)) expect(tell(yearly, 'north').text).toMatch(/10 per cent/)
})

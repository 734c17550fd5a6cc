import { expect, test } from 'vitest'
import { stocks, tell } from './road.ts'

/** North alone of two areas, from a base to one more than half as many again. */
const from = async (base: number) => {
  const now = Math.round(base * 1.5) + 1
  return { now, told: tell(await stocks({ north: [base + 3, base - 1 || 1, base, now] }, { expect: 2 }), 'north') }
}
const percent = /\d(?:%| per cent)/

test.each([12, 49])('on a base of %i there is no percentage, and the counts are told', async (base) => {
  const { now, told } = await from(base)
  expect(told.claim('change')).toMatchObject({ percentToo: false, countsOnly: true })
  expect(told.guards('change')).toContain('small-base')
  expect(told.text).not.toMatch(percent)
  expect(told.text).toContain(String(now))
})

test.each([50, 99])('on a base of %i the counts stand beside the percentage', async (base) => {
  const { now, told } = await from(base)
  expect(told.claim('change')).toMatchObject({ percentToo: true, countsBeside: true })
  for (const line of told.text.split('\n').filter((one) => /(?:up|rise of|increase of) \d+(?:%| per cent)/.test(one)))
    expect(line).toMatch(new RegExp(`${base}|${now}|${now - base}`))
})

test('on a base of nought there is neither a percentage nor anything divided by it', async () => {
  const told = tell(await stocks({ north: [3, 2, 0, 40] }, { expect: 2 }), 'north')
  expect(told.guards('change')).toContain('zero-base')
  expect(told.text).not.toMatch(/%|per cent|Infinity|NaN/)
  expect(told.text).toContain('40')
})

test('where any area has under 50, none is ranked by percentage', async () => {
  const series = { north: [100, 150], south: [100, 110], east: [100, 105], west: [12, 18] }
  const told = tell(await stocks(series), 'north')
  // By number they may be: a number rests on no base.
  const byPercent = (one: typeof told) => Object.keys(one.claims('rank')).filter((key) => key.startsWith('percent'))
  expect(byPercent(told)).toEqual([])
  expect(told.guards('rank')).toContain('small-base')
  expect(told.text).not.toMatch(/(?:biggest|smallest) percentage/)
  const clean = tell(await stocks({ ...series, west: [120, 126] }), 'north')
  expect(byPercent(clean)).not.toEqual([])
  expect(clean.text).toMatch(/biggest percentage rise/)
})

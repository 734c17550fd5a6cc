import { expect, test } from 'vitest'
import { refused, stocks, tell } from './road.ts'

const series = { north: [600, 700], south: [500, 510], east: [400, 404] }

test('no total is made over an area that is missing or suppressed', async () => {
  for (const mark of ['', '[c]', '[x]']) {
    const desk = await stocks({ ...series, east: [400, mark] })
    expect(refused(desk)).toEqual(['no-copy'])
    // What the two that are there add up to stands in nobody's draft either.
    const { text, guards } = tell(desk, 'north')
    expect(text).not.toMatch(/1,210|1,610|Across Everywhere/)
    expect(guards('local-national')).toContain('areas-missing')
  }
  const whole = tell(await stocks(series))
  // 700 + 510 + 404.
  expect(whole.text).toContain('1,614')
})

test('nor where the table has fewer areas than there are', async () => {
  expect(refused(await stocks(series, { expect: 4 }))).toEqual(['no-copy'])
  expect(refused(await stocks(series, { expect: 3 }))).toEqual([])
})

import { expect, test } from 'vitest'
import { refused, stocks, tell } from './road.ts'

const many = (moves: readonly number[]) => Object.fromEntries(moves.map((by, i) => [`p${i}`, [1000, 1000 + by]]))
const five = [90, 70, 50, 30, 10]

test('a tie is joint, and the one behind two firsts is third', async () => {
  const desk = await stocks(many([90, 90, 50, 30, 10]))
  expect(tell(desk, 'p0').text).toMatch(/joint biggest/)
  expect(tell(desk, 'p0').text.replaceAll('joint biggest', '')).not.toMatch(/biggest/)
  expect(tell(desk, 'p2').text).toMatch(/third biggest/)
  expect(tell(desk, 'p2').text).not.toMatch(/second biggest/)
  const clean = await stocks(many(five))
  expect(tell(clean, 'p0').text).not.toContain('joint')
})

test('“only” before those ahead names as many as the rank less one, and those', async () => {
  const { text } = tell(await stocks(many(five)), 'p2')
  const named = /(?:behind only|Only) ([^.\n]+?)(?:\.| had| grew|\n)/.exec(text)?.[1]
  expect(named).toMatch(/P0.* and P1/)
  expect(named).not.toMatch(/P2|P3|P4/)
})

test('with one of five missing there is no rank, no “only”, no “all” and no “of the five”', async () => {
  const tempting = { ...many(five), p4: [1000, '[x]'] }
  const told = tell(await stocks(tempting), 'p0')
  expect(told.claims('rank')).toEqual({})
  expect(told.guards('rank')).toContain('areas-missing')
  expect(told.text).not.toMatch(/biggest|\bonly\b|\ball (?:the )?(?:five|5)\b|of (?:the )?(?:five|5) places|No place/i)
  expect(told.text).toMatch(/9\.0(?:%| per cent)/)
  expect(tell(await stocks(many(five)), 'p0').text).toMatch(/biggest/)
})

test('the only one to fall is the only one where every other is there', async () => {
  const falls = { ...many([90, 70, 50, 30]), p4: [1000, 900] }
  expect(tell(await stocks(falls)).text).toMatch(/only/i)
  const missing = await stocks({ ...falls, p3: [1000, '[c]'] })
  expect(tell(missing, 'p4').text).not.toMatch(/\bonly\b|alone/i)
  expect(refused(missing)).toEqual(['no-copy'])
})

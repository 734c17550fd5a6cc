import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

/** One area beside a much larger one, so that the whole moves as that does. */
const beside = (now: number | string, rest: number | string, was: number | string = 1000) =>
  factsOf({ north: [was, now], rest: [1_000_000 - (typeof was === 'number' ? was : 0), rest] } as Series, {
    area: 'north',
  })
const relation = (now: number, rest: number) => beside(now, rest).claim('local-national')?.['relation']

test('an area moves more, less, alike or against the whole', () => {
  expect(relation(1080, 1_050_000)).toBe('more')
  expect(relation(1020, 1_050_000)).toBe('less')
  expect(relation(980, 1_050_000)).toBe('against')
  expect(relation(1000, 1_050_000)).toBe('against')
  expect(relation(920, 950_000)).toBe('more')
})

test('what prints alike is alike', () => {
  expect(relation(1122, 1_120_000)).toBe('same')
  expect(relation(1122, 1_112_000)).toBe('more')
  expect(relation(1053, 1_050_000)).toBe('more')
})

test('without a value or a base there is nothing to set beside', () => {
  expect(beside(1080, '[c]').guards('local-national')).toEqual(['areas-missing'])
  expect(beside('', 1_050_000).guards('local-national')).toEqual(['areas-missing'])
  expect(beside(60, 1_050_000, 49.9).guards('local-national')).toEqual(['small-base'])
  expect(beside(60, 1_050_000, 0).guards('local-national')).toEqual(['zero-base'])
  expect(beside(60, 1_050_000, 50).guards('local-national')).toEqual([])
})

test('a break here or anywhere in the whole refuses it', () => {
  expect(beside('1080 [b]', 1_050_000).guards('local-national')).toEqual(['break-in-series'])
  expect(beside(1080, '1050000 [b]').guards('local-national')).toEqual(['break-in-series'])
})

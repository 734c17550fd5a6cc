import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (cells: Series[string], more = {}) => factsOf({ north: cells }, { area: 'north', ...more })
const comparable = (setting: object) => ({ changes: { measures: { officers: { comparable: setting } } } })

test('the highest and the lowest of a series are told with the one before and the years', () => {
  const found = of([5, 9, 7, 12])
  expect(found.claims('record')).toMatchObject({
    highest: { joint: false, previousPeriod: '2011', from: '2010', passed: true },
  })
  expect(found.figure(found.claim('record', 'highest'), 'previous')).toBe(9)
  expect(found.figure(found.claim('record', 'highest'), 'years')).toBe(3)
  expect(Object.keys(of([5, 9, 7, 2]).claims('record'))).toEqual(['lowest'])
  expect(of([5, 9, 7, 8]).claims('record')).toEqual({})
})

test('the first two periods of a series set no record, and the third may', () => {
  expect(of([5]).guards('record')).toEqual(['series-too-short'])
  expect(of([5, 9]).guards('record')).toEqual(['series-too-short'])
  expect(of([5, 7, 9]).claim('record', 'highest')).not.toBe(undefined)
})

test('level with the record is joint, and a series that never moved has none', () => {
  expect(of([5, 9, 7, 9]).claim('record', 'highest')).toMatchObject({ joint: true, previousPeriod: '2011' })
  expect(of([9, 9, 9]).claims('record')).toEqual({})
})

test('a gap refuses the record, wherever it lies', () => {
  expect(of([5, '', 7, 12]).guards('record')).toEqual(['gap-in-series'])
  expect(of([5, '[c]', 7, 12]).guards('record')).toEqual(['gap-in-series'])
  expect(of(['', 6, 7, 12]).guards('record')).toEqual(['gap-in-series'])
})

test('a break refuses it, marked in a cell or stated, but not at the first period', () => {
  expect(of([5, 6, '7 [b]', 12]).guards('record')).toEqual(['break-in-series'])
  expect(of(['5 [b]', 6, 7, 12]).guards('record')).toEqual([])
  expect(of([5, 6, 7, 12], comparable({ breaks: [2012] })).guards('record')).toEqual(['break-in-series'])
  expect(of([5, 6, 7, 12], comparable({ breaks: [2010] })).guards('record')).toEqual([])
})

test('only what is comparable is compared', () => {
  expect(of([50, 6, 7, 12], comparable({ from: 2011 })).claim('record', 'highest')).toMatchObject({ from: '2011' })
  expect(of([50, 6, 7, 12], comparable({ from: 2001 })).guards('record')).toEqual(['not-comparable'])
  expect(of([50, 6, 7, 12], comparable({ from: 2019 })).guards('record')).toEqual(['not-comparable'])
})

test('beyond the record by less than print shows is not told', () => {
  expect(of([5, 99.6, 7, 100.4]).guards('record')).toEqual(['within-rounding'])
  expect(of([5, 99.4, 7, 100.4]).claim('record', 'highest')).toMatchObject({ joint: false })
})

test('none left is told as none and not as a record', () => {
  expect(of([5, 9, 7, 0]).guards('record')).toEqual(['nothing-left'])
  expect(of([5, 9, 7, 0]).claims('record')).toEqual({})
  expect(of([5, 9, 7, 1]).claim('record', 'lowest')).not.toBe(undefined)
})

test('the one before is not named as passed where it is a spike or the year before', () => {
  expect(of([100, 200, 100, 110, 220]).claim('record', 'highest')).toMatchObject({
    passed: false,
    previousPeriod: '2011',
  })
  expect(of([100, 150, 200, 110, 220]).claim('record', 'highest')).toMatchObject({ passed: true })
  expect(of([100, 110, 120]).claim('record', 'highest')).toMatchObject({ passed: false })
})

test('the whole has no record over a year that an area lacks', () => {
  const whole = (cells: Series[string]) => factsOf({ north: [5, 6, 7, 12], south: cells })
  expect(whole([5, 6, 7, 12]).claim('record', 'highest')).not.toBe(undefined)
  expect(whole([5, '', 7, 12]).guards('record')).toEqual(['gap-in-series'])
  expect(whole([5, '6 [b]', 7, 12]).guards('record')).toEqual(['break-in-series'])
})

test('a record is what a full search finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 12 }), (cells) => {
      const found = of(cells).claims('record')
      const [now, before] = [cells.at(-1)!, cells.slice(0, -1)]
      const moved = new Set(cells).size > 1
      expect('highest' in found).toBe(moved && before.every((v) => v <= now))
      expect('lowest' in found).toBe(moved && before.every((v) => v >= now))
      for (const params of Object.values(found)) expect(params['joint']).toBe(before.includes(now))
    }),
    { numRuns: 100 },
  )
})

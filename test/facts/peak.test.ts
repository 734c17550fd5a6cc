import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (cells: Series[string]) => factsOf({ north: cells }, { area: 'north' })

test('the distance from the highest and from the lowest is told', () => {
  const found = of([100, 130, 80, 104])
  expect(found.claim('peak', 'peak')).toMatchObject({ thenPeriod: '2011', lately: false, shared: false, back: 2 })
  expect(found.figure(found.claim('peak', 'peak'), 'percent')).toBeCloseTo(-20)
  expect(found.claim('peak', 'trough')).toMatchObject({ thenPeriod: '2012', lately: true })
  expect(found.figure(found.claim('peak', 'trough'), 'percent')).toBeCloseTo(30)
})

test('at or beyond it the news is the record', () => {
  expect(Object.keys(of([100, 130, 90, 130]).claims('peak'))).toEqual(['trough'])
  expect(Object.keys(of([100, 130, 80, 79]).claims('peak'))).toEqual(['peak'])
})

test('no percentage stands on a base under 50', () => {
  expect(of([49, 60, 70, 55]).claim('peak', 'trough')).toMatchObject({ percentToo: false })
  expect(of([50, 60, 70, 55]).claim('peak', 'trough')).toMatchObject({ percentToo: true })
  expect(of([49, 60, 70, 55]).guards('peak')).toEqual(['small-base'])
  expect(of([0, 60, 70, 55]).guards('peak')).toEqual(['zero-base'])
})

test('a spike is no peak and no trough, and too small a one is no spike', () => {
  expect(of([100, 200, 100, 90, 95]).guards('peak')).toEqual(['spike-in-series'])
  expect(of([100, 60, 100, 90, 95]).guards('peak')).toEqual(['spike-in-series'])
  expect(of([100, 150, 100, 90, 95]).claim('peak', 'peak')).not.toBe(undefined)
  expect(of([100, 200, 120, 90, 95]).claim('peak', 'peak')).not.toBe(undefined)
  expect(of([20, 49, 20, 20, 25]).claim('peak', 'peak')).not.toBe(undefined)
  expect(of([20, 50, 20, 20, 25]).guards('peak')).toContain('spike-in-series')
})

test('nothing is told that vanishes in print', () => {
  expect(of([100.4, 90, 95, 99.6]).guards('peak')).toEqual(['within-rounding'])
  expect(of([100.6, 90, 95, 99.6]).claim('peak', 'peak')).not.toBe(undefined)
})

test('an extreme that two periods share is told as shared, as far as print shows', () => {
  expect(of([130, 130, 80, 104]).claim('peak', 'peak')).toMatchObject({ shared: true })
  expect(of([130.2, 129.8, 80, 104]).claim('peak', 'peak')).toMatchObject({ shared: true })
  expect(of([130.2, 129.2, 80, 104]).claim('peak', 'peak')).toMatchObject({ shared: false })
})

test('a gap or a break refuses it', () => {
  expect(of([130, '', 80, 104]).guards('peak')).toEqual(['gap-in-series'])
  expect(of([130, 80, '90 [b]', 104]).guards('peak')).toEqual(['break-in-series'])
})

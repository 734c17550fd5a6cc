import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (cells: Series[string], setting: object = {}) =>
  factsOf({ north: cells }, { area: 'north', changes: { measures: { officers: { comparable: setting } } } })

test('the first figure of the series is told with now and the years between', () => {
  const found = of([500, 600, 550, 800])
  const claim = found.claim('first')
  expect(claim).toMatchObject({ direction: 'up', from: '2010', recordsBegin: true, doubled: false })
  expect(['now', 'then', 'years'].map((role) => found.figure(claim, role))).toEqual([800, 500, 3])
})

test('the direction is that of the printed figures', () => {
  expect(of([500, 600, 400]).claim('first')).toMatchObject({ direction: 'down' })
  expect(of([500, 600, 500.4]).claim('first')).toMatchObject({ direction: 'flat' })
})

test('doubled is more than twice as many, of a base that is large enough', () => {
  expect(of([500, 600, 1000]).claim('first')).toMatchObject({ doubled: false })
  expect(of([500, 600, 1001]).claim('first')).toMatchObject({ doubled: true })
  expect(of([0, 600, 1001]).claim('first')).toMatchObject({ doubled: false })
  expect(of([49, 600, 1001]).claim('first')).toMatchObject({ doubled: false })
})

test('where the table starts later than the records, it says so', () => {
  expect(of([500, 600, 700], { recordsBegin: false }).claim('first')).toMatchObject({ recordsBegin: false })
  expect(of([500, 600, 700, 800], { from: 2011 }).claim('first')).toMatchObject({ from: '2011' })
})

test('a gap, a break or too short a series refuses it', () => {
  expect(of([500, '', 700, 800]).guards('first')).toEqual(['gap-in-series'])
  expect(of(['', 600, 700, 800]).guards('first')).toEqual(['gap-in-series'])
  expect(of([500, 600, 700, '[c]']).guards('first')).toEqual(['gap-in-series'])
  expect(of([500, '600 [b]', 700]).guards('first')).toEqual(['break-in-series'])
  expect(of([500, 600]).guards('first')).toEqual(['series-too-short'])
  expect(of([500, 600, 700], { from: 2001 }).guards('first')).toEqual(['not-comparable'])
})

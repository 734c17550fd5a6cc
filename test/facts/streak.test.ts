import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (cells: Series[string]) => factsOf({ north: cells }, { area: 'north' })

test('three moves in one direction are a run, and two are none', () => {
  const found = of([9, 5, 6, 7, 8])
  expect(found.claim('streak')).toMatchObject({ direction: 'up', length: 3, thenPeriod: '2011', wholeSeries: false })
  expect(['count', 'then'].map((role) => found.figure(found.claim('streak'), role))).toEqual([3, 5])
  expect(of([9, 5, 6, 7]).claim('streak')).toBeUndefined()
  expect(of([5, 6, 7, 8]).claim('streak')).toMatchObject({ length: 3, wholeSeries: true })
})

test('a year without change in print ends a run', () => {
  expect(of([5, 6, 7, 7, 8, 9]).claim('streak')).toBeUndefined()
  expect(of([5, 6, 7.2, 7.4, 8, 9]).claim('streak')).toBeUndefined()
  expect(of([5, 6, 7, 7, 8, 9, 10]).claim('streak')).toMatchObject({ length: 3, thenPeriod: '2013' })
})

test('the run that it ended is told from three moves on', () => {
  expect(of([9, 8, 7, 6, 7, 8, 9]).claim('streak')).toMatchObject({ beforeLength: 3, length: 3 })
  expect(of([8, 7, 6, 7, 8, 9]).claim('streak')).toMatchObject({ beforeLength: 0, length: 3 })
})

test('a gap, a break or too short a series refuses runs and firsts', () => {
  for (const [cells, guard] of [
    [[5, 6, '', 7, 8, 9], 'gap-in-series'],
    [[5, 6, 7, '8 [b]', 9], 'break-in-series'],
    [[5, 6], 'series-too-short'],
  ] as const) {
    expect(of(cells).guards('streak')).toEqual([guard])
    expect(of(cells).guards('turn')).toEqual([guard])
  }
})

test('the first move in a direction is told where two others lie between', () => {
  expect(of([5, 6, 5, 4, 7]).claim('turn')).toMatchObject({
    direction: 'up',
    inSeries: false,
    thenPeriod: '2011',
    back: 3,
  })
  expect(of([5, 6, 5, 7]).claim('turn')).toBeUndefined()
  expect(of([5, 4, 3, 2, 7]).claim('turn')).toMatchObject({ inSeries: true, thenPeriod: '2010' })
  expect(of([5, 6, 5, 4, 4]).claim('turn')).toBeUndefined()
})

test('a move between that is too small for print is a move all the same', () => {
  expect(of([5, 6, 5, 4.1, 4.3, 3, 7]).guards('turn')).toEqual(['within-rounding'])
  expect(of([5, 6, 5, 4.3, 4.1, 3, 7]).claim('turn')).toMatchObject({ thenPeriod: '2011' })
})

test('runs and firsts are what a full search finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 14 }), (cells) => {
      const found = of(cells)
      const moves = cells.slice(1).map((v, i) => Math.sign(v - cells[i]!))
      const way = moves.at(-1)!
      let run = 0
      while (way !== 0 && moves.at(-1 - run) === way) run++
      expect(found.claim('streak')?.['length']).toBe(run >= 3 ? run : undefined)
      const earlier = moves.slice(0, -1).lastIndexOf(way)
      const first = way !== 0 && moves.length - 1 - earlier >= 3
      expect(found.claim('turn')?.['inSeries']).toBe(first ? earlier < 0 : undefined)
    }),
    { numRuns: 150 },
  )
})

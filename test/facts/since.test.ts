import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (cells: Series[string]) => factsOf({ north: cells }, { area: 'north' })

test('the highest since is the latest earlier period that is strictly higher, with its figure', () => {
  const found = of([30, 20, 1, 2, 3, 10])
  expect(found.claim('since', 'highest')).toMatchObject({ thenPeriod: '2011', back: 4 })
  expect(found.figure(found.claim('since', 'highest'), 'then')).toBe(20)
  expect(found.figure(found.claim('since', 'highest'), 'years')).toBe(4)
  expect(of([1, 2, 30, 29, 28, 10]).claim('since', 'lowest')).toMatchObject({ thenPeriod: '2011' })
})

test('at least three periods lie between', () => {
  expect(of([20, 1, 2, 10]).guards('since')).toEqual(['too-recent'])
  expect(of([20, 1, 2, 3, 10]).claim('since', 'highest')).toMatchObject({ back: 4 })
})

test('a period between with the same value refuses it, as one within the rounding does', () => {
  expect(of([20, 1, 10, 3, 10]).guards('since')).toContain('joint-since')
  expect(of([20, 1, 9.6, 3, 10.4]).guards('since')).toContain('within-rounding')
  expect(of([20, 1, 9.4, 3, 10.4]).claim('since', 'highest')).not.toBe(undefined)
})

test('one that is higher by less than print shows refuses it', () => {
  expect(of([10.4, 1, 2, 3, 10.3]).guards('since')).toEqual(['within-rounding'])
  expect(of([10.6, 1, 2, 3, 10.3]).claim('since', 'highest')).not.toBe(undefined)
})

test('a spike is never what it is set against', () => {
  expect(of([100, 200, 100, 101, 102, 110]).guards('since')).toEqual(['spike-in-series'])
  expect(of([100, 140, 100, 101, 102, 110]).claim('since', 'highest')).not.toBe(undefined)
  expect(of([40, 48, 10, 10, 11, 12]).guards('since')).toEqual([])
})

test('a gap or a break refuses it', () => {
  expect(of([20, 1, '', 3, 10]).guards('since')).toEqual(['gap-in-series'])
  expect(of([20, 1, '2 [b]', 3, 10]).guards('since')).toEqual(['break-in-series'])
})

test('a since is what a full search finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 14 }), (cells) => {
      const found = of(cells).claims('since')
      const now = cells.at(-1)!
      for (const [extreme, beats] of [
        ['highest', (v: number) => v > now],
        ['lowest', (v: number) => v < now],
      ] as const) {
        const then = cells.slice(0, -1).findLastIndex(beats)
        const between = cells.slice(then + 1, -1)
        const worth = then >= 0 && between.length >= 3 && !between.includes(now)
        expect(found[extreme]?.['thenPeriod']).toBe(worth ? String(2010 + then) : undefined)
      }
    }),
    { numRuns: 150 },
  )
})

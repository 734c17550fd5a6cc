import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, type Series } from '../fixtures/found.ts'

const of = (...cells: Series[string]) => factsOf({ north: cells }, { area: 'north' })
const mark = (...cells: Series[string]) => of(...cells).claim('milestone')?.['mark']

test('past a round number for the first time is told with the number', () => {
  const found = of(4000, 4500, 4900, 5100)
  const claim = found.found.claims.find(({ kind }) => kind === 'milestone')
  expect(claim?.params).toMatchObject({ from: '2010' })
  const values = claim?.figures.map((id) => found.found.figures.get(id)?.value)
  expect(values).toEqual([5100, 5000])
})

test('a round number has one leading digit, and is 1,000 at least', () => {
  expect(of(900, 950, 999, 1001).claims('milestone')).not.toEqual({})
  expect(of(800, 850, 890, 910).claims('milestone')).toEqual({})
  expect(of(10_100, 10_200, 10_900, 11_100).claims('milestone')).toEqual({})
  expect(of(90_000, 95_000, 99_000, 100_001).claims('milestone')).not.toEqual({})
})

test('past it before, however long ago, is no milestone', () => {
  expect(of(5001, 4500, 4900, 5100).claims('milestone')).toEqual({})
  expect(of(5001, 4500, 4900, 5100).guards('milestone')).toEqual([])
  expect(of(4900, 4800, 4700, 4600).claims('milestone')).toEqual({})
})

test('one that only print reaches, now or before, is not told', () => {
  expect(of(4000, 4500, 4900, 4999.6).claims('milestone')).toEqual({})
  expect(of(4000, 4500, 4900, 5000.4).guards('milestone')).toEqual(['within-rounding'])
  expect(of(4000, 4500, 4900, 5000.6).claims('milestone')).not.toEqual({})
  expect(of(4000, 4999.6, 4900, 5100).guards('milestone')).toEqual(['within-rounding'])
  expect(of(4000, 4999.4, 4900, 5100).claims('milestone')).not.toEqual({})
  // Reached before is not passed for the first time to a reader.
  expect(of(4000, 5000, 4900, 5100).claims('milestone')).toEqual({})
  expect(of(4000, 4500, 4900, 5000).claims('milestone')).toEqual({})
})

test('a gap or a break in the series refuses it', () => {
  expect(of(4000, '', 4900, 5100).guards('milestone')).toEqual(['gap-in-series'])
  expect(of(4000, '4500 [b]', 4900, 5100).guards('milestone')).toEqual(['break-in-series'])
  expect(of(4900, 5100).guards('milestone')).toEqual(['series-too-short'])
})

test('a milestone is what a full search finds', () => {
  const cells = fc.array(fc.integer({ min: 800, max: 9_500 }), { minLength: 3, maxLength: 8 })
  fc.assert(
    fc.property(cells, (list) => {
      const [now, before] = [list.at(-1)!, list.slice(0, -1)]
      const passed = Array.from({ length: 9 }, (_, i) => (i + 1) * 1000).filter(
        (n) => now > n && before.every((v) => v < n),
      )
      expect(mark(...list)).toBe(passed.length === 0 ? undefined : `officers#past-${passed.at(-1)}`)
    }),
    { numRuns: 100 },
  )
})

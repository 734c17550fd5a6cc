import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf } from '../fixtures/found.ts'

const change = (was: number | string, now: number | string, more = {}) => {
  const found = factsOf({ north: [was, now] }, { area: 'north', ...more })
  return { params: found.claim('change'), guards: found.guards('change'), found }
}

test('a change has a direction, a size and a base', () => {
  const { params, found } = change(200, 326)
  expect(params).toMatchObject({ direction: 'up', exact: false, percentToo: true, countsBeside: false, adds: true })
  expect(['now', 'was', 'by', 'percent'].map((role) => found.figure(params, role))).toEqual([326, 200, 126, 63])
})

test('no percentage is told on a base under 50, and one of exactly 50 is', () => {
  expect(change(49.9, 60)).toMatchObject({ params: { percentToo: false, countsOnly: true }, guards: ['small-base'] })
  expect(change(50, 60)).toMatchObject({ params: { percentToo: true, countsOnly: false }, guards: [] })
})

test('from 50 to 99 the counts stand beside the percentage', () => {
  expect(change(99, 120).params).toMatchObject({ countsBeside: true })
  expect(change(100, 120).params).toMatchObject({ countsBeside: false })
  expect(change(50, 120).params).toMatchObject({ countsBeside: true })
})

test('a base of zero gives none', () => {
  expect(change(0, 60)).toMatchObject({ params: { direction: 'up', percentToo: false }, guards: ['zero-base'] })
  expect(change(60, 0).params).toMatchObject({ direction: 'down', none: true })
})

test('a change that vanishes in print is none', () => {
  expect(change(100.4, 99.6).params).toMatchObject({ direction: 'flat', exact: false })
  expect(change(100, 100).params).toMatchObject({ direction: 'flat', exact: true })
  expect(change(100.4, 101).params).toMatchObject({ direction: 'up' })
})

test('where the printed figures differ and the difference prints as nought, there is no change', () => {
  expect(change(100.4, 100.6).params).toMatchObject({ direction: 'flat' })
  expect(change(100.4, 100.9).params).toMatchObject({ direction: 'up' })
})

test('whether the printed figures add up is told', () => {
  expect(change(100.4, 110.6).params).toMatchObject({ adds: false })
  expect(change(100.4, 110.4).params).toMatchObject({ adds: true })
})

test('without a value now or before there is no change', () => {
  expect(change(100, '[c]').guards).toEqual(['no-value'])
  expect(change('[c]', 100).guards).toEqual(['no-value-before'])
  expect(factsOf({ north: [100] }, { area: 'north' }).guards('change')).toEqual(['no-value-before'])
  expect(factsOf({ north: [100, '', 120] }, { area: 'north' }).guards('change')).toEqual(['no-value-before'])
})

test('a change over a break is not told, be it marked in the cell or stated', () => {
  expect(change(100, '120 [b]')).toMatchObject({ params: undefined, guards: ['break-in-series'] })
  expect(change('100 [b]', 120).guards).toEqual([])
  const stated = (year: number) => ({ changes: { measures: { officers: { comparable: { breaks: [year] } } } } })
  expect(change(100, 120, stated(2011)).guards).toEqual(['break-in-series'])
  expect(change(100, 120, stated(2010)).guards).toEqual([])
})

test('a change from before the series is comparable is not told', () => {
  const from = (year: number) => ({ changes: { measures: { officers: { comparable: { from: year } } } } })
  expect(change(100, 120, from(2011)).guards).toEqual(['not-comparable'])
  expect(change(100, 120, from(2010)).guards).toEqual([])
  expect(change(100, 120, from(2001)).guards).toEqual([])
})

test('what the publisher says of a figure goes with the claim', () => {
  const { found } = change('100 [r]', '120 [p]')
  const caveats = found.found.claims.find(({ kind }) => kind === 'change')?.caveats
  expect(caveats).toHaveLength(2)
  expect(caveats?.join()).toMatch(/2011, is provisional.*2010, is revised/)
  expect(change(100, 120).found.found.claims.flatMap((c) => c.caveats)).toEqual([])
})

test('the percentage has the sign of the change', () => {
  const count = fc.integer({ min: 50, max: 1e6 })
  fc.assert(
    fc.property(count, count, (was, now) => {
      const { params, found } = change(was, now)
      expect(Math.sign(found.figure(params, 'percent')!)).toBe(Math.sign(now - was))
      expect(params?.['direction']).toBe(now === was ? 'flat' : now > was ? 'up' : 'down')
    }),
    { numRuns: 40 },
  )
})

test('a difference is a decimal, and not what binary subtraction makes of it', () => {
  expect(Math.round(64.1 - 20.6)).toBe(43)
  const found = factsOf({ north: [20.6, 64.1] }, { area: 'north' })
  expect(found.figure(found.claim('change'), 'by')).toBe(43.5)
})

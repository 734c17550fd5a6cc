import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDecimals, roundHalfAway } from '../../src/prose/round.ts'

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const decimals = fc.integer({ min: 0, max: 4 })

test('a rounded value is at most half a unit away', () => {
  fc.assert(
    fc.property(value, decimals, (x, d) => {
      const slack = Math.abs(x) * 1e-13 + 1e-15
      expect(Math.abs(roundHalfAway(x, d) - x)).toBeLessThanOrEqual(0.5 / 10 ** d + slack)
    }),
  )
})

test('rounding treats both signs alike', () => {
  fc.assert(fc.property(value, decimals, (x, d) => roundHalfAway(-x, d) + roundHalfAway(x, d) === 0))
})

test('rounding never gives -0', () => {
  const small = fc.double({ min: -0.5, max: 0.5, noNaN: true })
  fc.assert(fc.property(fc.oneof(small, value), decimals, (x, d) => !Object.is(roundHalfAway(x, d), -0)))
  expect(Object.is(roundHalfAway(-0, 1), -0)).toBe(false)
})

test('rounding twice is rounding once', () => {
  fc.assert(fc.property(value, decimals, (x, d) => roundHalfAway(roundHalfAway(x, d), d) === roundHalfAway(x, d)))
})

test('a decimal half goes away from zero, however its double lies', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e7 }), decimals, (n, d) => {
      const half = Number(`${n}.5e-${d}`)
      expect(roundHalfAway(half, d)).toBe(Number(`${n + 1}e-${d}`))
    }),
  )
})

test('a percentage of two counts rounds as exact integer arithmetic does', () => {
  const count = fc.integer({ min: 1, max: 2_000_000 })
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 2 }), (now, then, d) => {
      const unit = 10n ** BigInt(d)
      const top = 100n * unit * BigInt(Math.abs(now - then))
      const exact = (2n * top + BigInt(then)) / (2n * BigInt(then))
      const size = Number(exact) / 10 ** d
      expect(roundHalfAway(((now - then) / then) * 100, d)).toBe(now < then && size !== 0 ? -size : size)
    }),
  )
})

test('a whole number stays', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), decimals, (n, d) => roundHalfAway(n, d) === n))
})

test('a change with one decimal never reads 10.0', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (change) => {
      const shown = Math.abs(roundHalfAway(change, changeDecimals(change)))
      expect(changeDecimals(change) === 0 ? shown >= 10 : shown < 10).toBe(true)
    }),
  )
})

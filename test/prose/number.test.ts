import fc from 'fast-check'
import { expect, test } from 'vitest'
import { list } from '../../src/prose/list.ts'
import { cardinal, grouped, money, people } from '../../src/prose/number.ts'
import { ordinal } from '../../src/prose/ordinal.ts'
import { percentChange, points } from '../../src/prose/percent.ts'
import { styles } from './styles.ts'

test('a grouped number reads back as itself', () => {
  const whole = fc.maxSafeInteger()
  const decimal = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((x) => x === 0 || Math.abs(x) >= 1e-6)
  fc.assert(fc.property(fc.oneof(whole, decimal), (n) => Number(grouped(n).replaceAll(',', '')) === (n === 0 ? 0 : n)))
})

test('commas part the whole number in threes, and nothing else', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (n) => /^-?\d{1,3}(,\d{3})*$/.test(grouped(n))))
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (n) =>
      /^-?\d{1,3}(,\d{3})*\.\d{2}$/.test(grouped(n, 2)),
    ),
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e21, 1e-7])(
  '%s never reaches copy',
  (value) => {
    for (const print of [grouped, (n: number) => cardinal(n, styles.pa, { figures: true })]) {
      if (value === 1e-7 && print !== grouped) continue
      expect(() => print(value)).toThrow(RangeError)
    }
  },
)

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is no change, share of money or people', (value) => {
  expect(() => percentChange(value, styles.pa)).toThrow(RangeError)
  expect(() => points(value)).toThrow(RangeError)
  expect(() => money(value)).toThrow(RangeError)
  expect(() => people(value, styles.pa)).toThrow(RangeError)
})

test('a cardinal is in words up to the threshold, whatever it is', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.nat({ max: 20 }), (n, wordsUpTo) => {
      expect(/^[a-z]+$/.test(cardinal(n, { ...styles.pa, wordsUpTo }))).toBe(n <= wordsUpTo)
    }),
  )
})

test('people of a million and more read back within half of the last digit shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 999_949_999 }), (n) => {
      const [figure, word] = people(n, styles.pa).split(' ')
      expect(word).toBe('million')
      expect(Math.abs(Number(figure) * 1e6 - n)).toBeLessThanOrEqual(50_000 + 1e-6)
      expect(people(n, styles.pa, { headline: true })).toBe(`${figure}m`)
      expect(money(n)).toBe(`£${figure}m`)
    }),
  )
})

test('an ordinal ends as its last digits say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 1_000_000 }), (n) => {
      const teen = Math.floor((n % 100) / 10) === 1
      const ending = teen ? 'th' : ['th', 'st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'th', 'th'][n % 10]
      expect(ordinal(n, styles.pa)).toBe(grouped(n) + ending)
    }),
  )
})

test.each([0, -1, 1.5, Number.NaN])('%s has no ordinal', (n) => {
  expect(() => ordinal(n, styles.pa)).toThrow(RangeError)
})

test('a change is printed unsigned, or not at all', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (change) => {
      const text = percentChange(change, styles.pa)
      expect(text).toBe(percentChange(-change, styles.pa))
      expect(text === null ? Math.abs(change) <= 0.05 : /^[1-9\d][\d,]*(\.\d)?%$/.test(text)).toBe(true)
    }),
  )
})

test('a list holds every item, in order, and one and', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Kent', 'Surrey', 'Essex', 'the Met'), { maxLength: 12 }), (items) => {
      const text = list(items)
      expect(items.length === 0 ? text : text.split(/, | and /)).toEqual(items.length === 0 ? '' : items)
      expect(text.split(' and ').length - 1).toBe(items.length > 1 ? 1 : 0)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberOfWords } from '../../src/verify/number-word.ts'
import { type Hedge, type Quantity, quantity, quantityPattern, roundTo, standing } from '../../src/verify/quantity.ts'

const read = (text: string): Quantity | null => {
  const found = new RegExp(`^${quantityPattern('people')}$`).exec(text)
  return found ? quantity(found.groups ?? {}) : null
}
const value = (text: string): number | undefined => read(text)?.value

describe('a number as copy writes it', () => {
  test.each([
    ['4,203', 4203],
    ['five', 5],
    ['Nine', 9],
    ['twelve', 12],
    ['twenty-five', 25],
    ['Forty two', 42],
    ['thirteen hundred', 1300],
    ['a hundred', 100],
    ['two thousand and ten', 2010],
    ['four thousand two hundred and three', 4203],
    ['three million', 3_000_000],
    ['1.2 million', 1_200_000],
    ['4.5m', 4_500_000],
    ['2.3bn', 2_300_000_000],
    ['one in twenty', 1 / 20],
    ['three quarters', 3 / 4],
    ['13th', 13],
    ['sixth', 6],
  ])('%s is %d', (text, is) => expect(value(text)).toBe(is))

  test.each(['4,23O', '4,2300', 'J4,230', '42,30', '5th0', '1.2.3', '12,34'])(
    '%s is none that can be known',
    (text) => {
      expect(value(text)).toBeUndefined()
    },
  )

  test('in words as in figures, up to a million', () => {
    const units = 'one two three four five six seven eight nine'.split(' ')
    const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
    const two = (n: number) =>
      n % 10 === 0 ? tens[n / 10 - 2]! : `${tens[Math.floor(n / 10) - 2]}-${units[(n % 10) - 1]}`
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 20, max: 99 }),
        (a, b, c) => {
          expect(numberOfWords(`${two(a)} thousand ${units[b - 1]} hundred and ${two(c)}`)).toBe(a * 1000 + b * 100 + c)
        },
      ),
    )
  })
})

const count = (n: number, hedge: Hedge | null = null): Quantity => ({
  form: 'count',
  value: n,
  place: 1,
  hedge,
  joint: false,
  spelt: false,
})

describe('how a number stands to its value', () => {
  test('the value rounded is right, and no other whole number is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: -5, max: 5 }), (is, by) => {
        const rounded = roundTo(is, 1)
        expect(standing(count(rounded + by), is, true) === 'right').toBe(by === 0)
      }),
    )
  })
  test('half is rounded away from nought, whatever binary fractions leave over', () => {
    expect([0.5, 1.5, 2.5, -2.5].map((n) => roundTo(n, 1))).toEqual([1, 2, 3, -3])
    expect([0.15, 0.25, 1.005 * 100].map((n) => Math.round(roundTo(n, 0.1) * 10))).toEqual([2, 3, 1005])
  })
  test('a hedge is on one side of its number (STYLE rule 7)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e6 }),
        fc.double({ min: 0.9, max: 1.1, noNaN: true }),
        (target, ratio) => {
          const right = (hedge: Hedge) => standing(count(target, hedge), target * ratio, true) === 'right'
          if (ratio > 1.0001) expect(right('below') || right('close-below')).toBe(false)
          if (ratio < 0.9999) expect(right('above') || right('close-above')).toBe(false)
          if (ratio < 0.939 || ratio > 1.051)
            expect((['below', 'above', 'near', 'close-below', 'close-above'] as const).some(right)).toBe(false)
        },
      ),
    )
  })
  test('an exact value takes no hedge, and a fraction that is not exact takes one in Nib’s own copy', () => {
    for (const hedge of ['below', 'above', 'close-below', 'close-above'] as const)
      expect(standing(count(100, hedge), 100, true)).toBe('close')
    const quarter: Quantity = { ...count(0.25), form: 'part' }
    expect(standing(quarter, 0.25, true)).toBe('right')
    expect(standing(quarter, 0.2505, true)).toBe('close')
    expect(standing(quarter, 0.2505, false)).toBe('right')
    expect(standing(quarter, 0.26, false)).toBe('close')
  })
})

describe('an amount in a unit', () => {
  test.each([
    ['£1.2 million', 1_200_000, 100_000, { in: 'money', sign: '£' }],
    ['£1,234', 1234, 1, { in: 'money', sign: '£' }],
    ['£12.3bn', 12_300_000_000, 100_000_000, { in: 'money', sign: '£' }],
    ['£2tn', 2e12, 1e12, { in: 'money', sign: '£' }],
    ['€512.30', 512.3, 0.01, { in: 'money', sign: '€' }],
    ['nearly $5m', 5_000_000, 1_000_000, { in: 'money', sign: '$' }],
    ['12.5 days', 12.5, 0.1, { in: 'days' }],
    ['one day', 1, 1, { in: 'days' }],
    ['seven days', 7, 1, { in: 'days' }],
    ['10.4 per 1,000', 10.4, 0.1, { in: 'per', per: 1000, of: null }],
    ['10.4 for every 1,000 people', 10.4, 0.1, { in: 'per', per: 1000, of: 'people' }],
    ['312 per 100,000 people', 312, 1, { in: 'per', per: 100_000, of: 'people' }],
  ])('%s', (text, is, place, amount) => {
    expect(read(text)).toMatchObject({ form: 'amount', value: is, amount })
    expect(read(text)?.place).toBeCloseTo(place, 9)
  })

  test('a count, a percentage and a day of the month are none', () => {
    for (const text of ['1,234', '1.2 million', '63%', '63 per cent', '2.3 percentage points'])
      expect(read(text)?.amount).toBeUndefined()
  })
})

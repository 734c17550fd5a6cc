import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hedged, hedge, hedgedFraction, hedgedOneIn, hedgedRound, type Target } from '../../src/prose/hedge.ts'

const PREFERENCE = ['just under', 'nearly', 'almost', 'close to', 'just over', 'more than', 'over', 'about']
const EDGE = 1e-6

/** Rule 7 written again, word by word. `lenient` widens each band by a hair, so that binary edges do not count. */
const holds = (word: string, value: number, target: number, lenient: number): boolean => {
  const percent = (value / target) * 100
  const isUnder = value < target
  switch (word) {
    case 'nearly':
    case 'almost':
    case 'close to':
      return isUnder && percent >= 94 - lenient
    case 'just under':
      return isUnder && percent >= 98 - lenient
    case 'just over':
      return !isUnder && percent <= 102 + lenient
    case 'more than':
    case 'over':
      return !isUnder && percent <= 105 + lenient
    case 'about':
      return percent >= 98 - lenient && percent <= 102 + lenient
    default:
      return false
  }
}

const isExact = (value: number, target: number): boolean => Math.abs(value - target) <= target * 1e-9

/** True words only, all of them, in the fixed order; none for an exact value. */
const check = (value: number, found: Hedged): void => {
  const target = found.target.value
  if (isExact(value, target)) {
    expect(found.words).toEqual([])
    return
  }
  expect(found.words.length).toBeGreaterThan(0)
  for (const word of found.words) expect(holds(word, value, target, EDGE), `${value} is ${word} ${target}`).toBe(true)
  const missing = PREFERENCE.filter(
    (word) => holds(word, value, target, -EDGE) && !(found.words as string[]).includes(word),
  )
  expect(missing).toEqual([])
  expect(found.words).toEqual(PREFERENCE.filter((word) => (found.words as string[]).includes(word)))
}

/** No target well inside its bands is nearer than the one chosen, and nothing is chosen only where there is none. */
const checkChoice = (value: number, found: Hedged | null, targets: readonly number[]): void => {
  const near = targets.filter((target) => value / target >= 0.94 + EDGE && value / target <= 1.05 - EDGE)
  if (found === null) {
    expect(near).toEqual([])
    return
  }
  check(value, found)
  expect(targets.some((target) => isExact(target, found.target.value))).toBe(true)
  const distance = Math.abs(value - found.target.value)
  for (const target of near) expect(distance).toBeLessThanOrEqual(Math.abs(value - target) + target * 1e-8)
}

const share = fc.double({ min: 0.001, max: 1, noNaN: true })

test('a share is hedged against the nearest fraction, truly or not at all', () => {
  const fractions = [1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5]
  fc.assert(
    fc.property(share, (value) => checkChoice(value, hedgedFraction(value), fractions)),
    { numRuns: 1000 },
  )
})

test('a share is hedged against the nearest one in N, truly or not at all', () => {
  const ones = Array.from({ length: 19 }, (_, i) => 1 / (i + 2))
  fc.assert(
    fc.property(share, (value) => checkChoice(value, hedgedOneIn(value), ones)),
    { numRuns: 1000 },
  )
})

test('a number is hedged against the nearest round number, truly or not at all', () => {
  const rounds: number[] = []
  for (let unit = 1; unit <= 1e9; unit *= 10) {
    for (let digits = 1; digits < 100; digits++) {
      const round = digits * unit
      if (digits < 10 || round < 1_000_000) rounds.push(round)
    }
  }
  const number = fc.oneof(
    fc.integer({ min: 1, max: 2_000 }),
    fc.integer({ min: 1, max: 5_000_000 }),
    fc.double({ min: 0.1, max: 200_000, noNaN: true }),
  )
  fc.assert(
    fc.property(number, (value) => checkChoice(value, hedgedRound(value), rounds)),
    { numRuns: 2000 },
  )
})

test('an exact value takes no hedge', () => {
  const digits = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 4 }), (n, power) => {
      const value = n * 10 ** power
      expect(hedgedRound(value)).toMatchObject({ words: [], target: { value } })
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), (n) => {
      expect(hedgedOneIn(1 / n)).toMatchObject({ words: [], target: { kind: 'one-in', n } })
    }),
  )
})

const target = (value: number, rank = 1): Target => ({ kind: 'round', value, rank })

test('each band begins and ends where rule 7 says', () => {
  const words = (value: number) => hedge(value, [target(1000)])?.words ?? null
  expect(words(939.9)).toBeNull()
  expect(words(940)).toEqual(['nearly', 'almost', 'close to'])
  expect(words(979.9)).toEqual(['nearly', 'almost', 'close to'])
  expect(words(980)).toEqual(['just under', 'nearly', 'almost', 'close to', 'about'])
  expect(words(999.9)).toEqual(['just under', 'nearly', 'almost', 'close to', 'about'])
  expect(words(1000)).toEqual([])
  expect(words(1000.1)).toEqual(['just over', 'more than', 'over', 'about'])
  expect(words(1020)).toEqual(['just over', 'more than', 'over', 'about'])
  expect(words(1020.1)).toEqual(['more than', 'over'])
  expect(words(1050)).toEqual(['more than', 'over'])
  expect(words(1050.1)).toBeNull()
})

test('of two targets at the same distance the simpler is taken, then the lower, in any order', () => {
  expect(hedge(1050, [target(1100, 2), target(1000, 1)])?.target.value).toBe(1000)
  expect(hedge(1050, [target(1000, 2), target(1100, 1)])?.target.value).toBe(1100)
  expect(hedge(1450, [target(1500), target(1400)])?.target.value).toBe(1400)
  expect(hedge(1450, [target(1400), target(1500)])?.target.value).toBe(1400)
})

test('only the words asked for are given, against the nearest target they are true of', () => {
  expect(hedgedFraction(0.49, ['nearly', 'more than'])?.words).toEqual(['nearly'])
  expect(hedgedFraction(0.49, ['more than'])).toBeNull()
  expect(hedgedFraction(0.5, ['more than'])?.words).toEqual([])
  expect(hedge(1090, [target(1100), target(1050)], ['more than'])).toMatchObject({
    words: ['more than'],
    target: { value: 1050 },
  })
})

test('what is no positive number has no hedge', () => {
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const find of [hedgedFraction, hedgedOneIn, hedgedRound]) expect(find(value)).toBeNull()
  }
})

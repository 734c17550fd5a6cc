import { FRACTIONS, fractionName, oneIn } from './fraction.ts'
import { people } from './number.ts'
import type { Style } from './style.ts'

export type HedgeWord = 'just under' | 'nearly' | 'almost' | 'close to' | 'just over' | 'more than' | 'over' | 'about'

/** What a value is measured against. Lower `rank` is simpler. */
export type Target =
  | { kind: 'fraction'; value: number; rank: number; part: number; of: number }
  | { kind: 'one-in'; value: number; rank: number; n: number }
  | { kind: 'round'; value: number; rank: number }

/** `words`: every hedge that is true, the one that says most first. Empty: the value is the target, and takes none. */
export interface Hedged {
  words: readonly HedgeWord[]
  target: Target
}

/** Rule 7 in numbers: the value lies from `from` to `to` times the target, both included, and is never the target. */
const BANDS: readonly { word: HedgeWord; from: number; to: number }[] = [
  { word: 'just under', from: 0.98, to: 1 },
  { word: 'nearly', from: 0.94, to: 1 },
  { word: 'almost', from: 0.94, to: 1 },
  { word: 'close to', from: 0.94, to: 1 },
  { word: 'just over', from: 1, to: 1.02 },
  { word: 'more than', from: 1, to: 1.05 },
  { word: 'over', from: 1, to: 1.05 },
  { word: 'about', from: 0.98, to: 1.02 },
]

/** Two values this close, relative to the target, are one value in binary arithmetic. */
const SAME = 1e-9

/** Rule 7: one in 2 to one in 20. */
const ONE_IN = { from: 2, to: 20 }

/** Rule 7: round numbers of two leading digits lie below this; from here on one digit only. */
const TWO_DIGITS_BELOW = 1_000_000

const FRACTION_TARGETS: readonly Target[] = FRACTIONS.map(({ part, of }, rank) => ({
  kind: 'fraction',
  value: part / of,
  rank,
  part,
  of,
}))

const ONE_IN_TARGETS: readonly Target[] = Array.from({ length: ONE_IN.to - ONE_IN.from + 1 }, (_, i) => {
  const n = ONE_IN.from + i
  return { kind: 'one-in', value: 1 / n, rank: n, n }
})

const isTrue = (ratio: number, from: number, to: number): boolean => ratio >= from - SAME && ratio <= to + SAME

const wordsFor = (ratio: number, allowed: readonly HedgeWord[] | undefined): HedgeWord[] => {
  const words: HedgeWord[] = []
  const isUnder = ratio < 1
  for (const { word, from, to } of BANDS) {
    if ((isUnder ? from < 1 : to > 1) && isTrue(ratio, from, to) && (allowed?.includes(word) ?? true)) words.push(word)
  }
  return words
}

/**
 * Rule 7: the nearest target that a true hedge, out of those allowed, can be said of; at equal distance the simpler,
 * then the lower. Null when no target is near enough. Values and targets are positive.
 */
export const hedge = (value: number, targets: readonly Target[], allowed?: readonly HedgeWord[]): Hedged | null => {
  if (!(value > 0)) return null
  let best: Hedged | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const target of targets) {
    const ratio = value / target.value
    if (Math.abs(ratio - 1) <= SAME) return { words: [], target }
    const distance = Math.abs(value - target.value)
    const gap = distance - bestDistance
    const isTie = best !== null && Math.abs(gap) <= SAME * target.value
    if (isTie ? !isSimpler(target, best!.target) : gap > 0) continue
    const words = wordsFor(ratio, allowed)
    if (words.length === 0) continue
    best = { words, target }
    bestDistance = distance
  }
  return best
}

const isSimpler = (a: Target, b: Target): boolean => a.rank < b.rank || (a.rank === b.rank && a.value < b.value)

/** A share from 0 to 1 against a half, a third, two thirds, a quarter, three quarters and a fifth. */
export const hedgedFraction = (share: number, allowed?: readonly HedgeWord[]): Hedged | null =>
  hedge(share, FRACTION_TARGETS, allowed)

/** A share from 0 to 1 against one in 2 to one in 20. */
export const hedgedOneIn = (share: number, allowed?: readonly HedgeWord[]): Hedged | null =>
  hedge(share, ONE_IN_TARGETS, allowed)

/** A number against the round numbers beside it. They are whole, so under 100 every whole number is its own target. */
export const hedgedRound = (value: number, allowed?: readonly HedgeWord[]): Hedged | null => {
  if (!(value > 0 && value < Number.MAX_SAFE_INTEGER)) return null
  let step = 1
  while (step * 10 <= value) step *= 10
  const targets: Target[] = []
  const low = Math.floor(value / step) * step
  for (const one of [low, low + step]) if (one > 0) targets.push({ kind: 'round', value: one, rank: 1 })
  const finer = step / 10
  if (finer >= 1 && value < TWO_DIGITS_BELOW) {
    const below = Math.floor(value / finer) * finer
    for (const two of [below, below + finer]) {
      if (two % step !== 0) targets.push({ kind: 'round', value: two, rank: 2 })
    }
  }
  return hedge(value, targets, allowed)
}

/** As `hedgedRound`, with one leading digit: `about 1,000`, where 950 would be nearer to 947. */
export const hedgedRoughly = (value: number, allowed?: readonly HedgeWord[]): Hedged | null => {
  if (!(value > 0 && value < Number.MAX_SAFE_INTEGER)) return null
  let step = 1
  while (step * 10 <= value) step *= 10
  const low = Math.floor(value / step) * step
  return hedge(
    value,
    [low, low + step].map((one) => ({ kind: 'round', value: one, rank: 1 })),
    allowed,
  )
}

/** The target in words: `two thirds`, `one in 12`, `5,000`, `2 million`. */
export const targetName = (target: Target, style: Style): string => {
  if (target.kind === 'fraction') return fractionName(target.part, target.of) ?? `${target.part}/${target.of}`
  if (target.kind === 'one-in') return oneIn(target.n, style)
  return people(target.value, style)
}

import { numberOfWords, numberWords } from './number-word.ts'

/** What a number that is not counted is in: a currency by its sign, days, or so many per 1,000 (of people). */
type Amount = { in: 'money'; sign: string } | { in: 'days' } | { in: 'per'; per: number; of: string | null }

/**
 * A number as copy writes it. `percent`: 63% or 63 per cent; `points`: percentage points; `part`: a fraction or one in N;
 * `amount`: £1.2m, 12.5 days, 10.4 per 1,000 people.
 */
export interface Quantity {
  form: 'count' | 'percent' | 'points' | 'part' | 'ordinal' | 'amount'
  amount?: Amount
  value: number
  /** Units of the last printed place: 1, 0.1; 100,000 for 1.2 million. */
  place: number
  hedge: Hedge | null
  /** `joint sixth`. */
  joint: boolean
  /** Spelt out, as `one` is where it may be a pronoun. */
  spelt: boolean
}

const hedges = {
  nearly: 'below',
  almost: 'below',
  'close to': 'below',
  'just under': 'close-below',
  'just over': 'close-above',
  'more than': 'above',
  over: 'above',
  about: 'near',
  around: 'near',
  roughly: 'near',
  some: null,
  'a total of': null,
} as const
export type Hedge = NonNullable<(typeof hedges)[keyof typeof hedges]>

/** STYLE rule 7: of the target, how much the value must be at least and at most. */
const windows: Record<Hedge, (ratio: number) => boolean> = {
  below: (r) => r >= 0.94 && r < 1,
  'close-below': (r) => r >= 0.98 && r < 1,
  'close-above': (r) => r > 1 && r <= 1.02,
  above: (r) => r > 1 && r <= 1.05,
  near: (r) => r >= 0.98 && r <= 1.02,
}

const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth 10th 11th 12th'.split(' ')
const parts: Record<string, number> = {
  'three quarters': 3 / 4,
  'two thirds': 2 / 3,
  'a quarter': 1 / 4,
  'a third': 1 / 3,
  'a fifth': 1 / 5,
  'a half': 1 / 2,
  half: 1 / 2,
}

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const hedge = Object.keys(hedges)
  .map((word) => word.replace(/^[a-z]/, (c) => `[${c}${c.toUpperCase()}]`))
  .join('|')
const part = 'three[ -]quarters|two[ -]thirds|a (?:quarter|third|fifth|half)(?!-year)|half(?! as|-year)'
const nth = `\\d+(?:st|nd|rd|th)|${ordinals.slice(1, 10).join('|')}`

/**
 * A number in running text, with its hedge. The groups are read by `quantity`.
 * @param nouns what a rate may be so many in 1,000 of, as the source of a pattern
 */
export const quantityPattern = (nouns: string): string =>
  [
    `(?<![\\w.,-])(?:(?<hedge>${hedge}) )?(?:`,
    `(?<part>[Oo]ne in (?:${numberWords}|\\d+)|${part})\\b`,
    `|(?<joint>[Jj]oint )?(?<nth>${nth})\\b(?! years' service)`,
    // Digits that go on as something else, or into letters, are no number that can be known.
    `|(?<money>[£€$])?(?<digits>${digits})(?<scale> ?(?:million|billion|trillion|m|bn|tn)\\b)?(?![A-Za-z\\d]|[.,]\\d)(?<per>%| per cent\\b)?(?<points> percentage points?| points?\\b)?(?<days> days?\\b)?(?<each> (?:per|(?:for|in) every) (?<many>\\d[\\d,]*\\d)(?: (?<of>${nouns})\\b)?)?`,
    `|(?<spelt>${numberWords})\\b(?<sper> per cent\\b)?(?<spoints> percentage points?)?(?<sdays> days?\\b)?`,
    ')',
  ].join('')

export type Groups = Record<string, string | undefined>

/** What the groups of `quantityPattern` hold. */
export function quantity(g: Groups): Quantity | null {
  const base = {
    hedge: (hedges as Record<string, Hedge | null>)[(g['hedge'] ?? '').toLowerCase()] ?? null,
    joint: g['joint'] !== undefined,
    spelt: false,
    place: 1,
  }
  if (g['part'] !== undefined) {
    const text = g['part'].toLowerCase().replace('-', ' ')
    const inN = /^one in (.+)$/.exec(text)
    return { ...base, form: 'part', value: inN ? 1 / numberOf(inN[1]!) : parts[text]! }
  }
  if (g['nth'] !== undefined) {
    const text = g['nth'].toLowerCase()
    const word = ordinals.indexOf(text)
    return { ...base, form: 'ordinal', value: word > 0 ? word : Number.parseInt(text, 10) }
  }
  const text = g['digits'] ?? g['spelt']
  if (text === undefined) return null
  const scale = scaleOf(g['scale'])
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0
  const amount = amountOf(g)
  const form = amount
    ? 'amount'
    : (g['points'] ?? g['spoints'])
      ? 'points'
      : (g['per'] ?? g['sper'])
        ? 'percent'
        : 'count'
  return {
    ...base,
    form,
    ...(amount ? { amount } : {}),
    value: numberOf(text) * scale,
    place: scale / 10 ** decimals,
    spelt: g['spelt'] !== undefined,
  }
}

const scaleOf = (word: string | undefined): number => {
  if (word === undefined) return 1
  return /million|^ ?m$/.test(word) ? 1e6 : /billion|^ ?bn$/.test(word) ? 1e9 : 1e12
}

function amountOf(g: Groups): Amount | null {
  const inDays = g['days'] ?? g['sdays']
  if (g['each'] !== undefined) {
    // So many pounds, or days, in 1,000 is nothing that is known here.
    if (g['money'] !== undefined || inDays !== undefined || g['per'] !== undefined)
      return { in: 'per', per: 0, of: null }
    return { in: 'per', per: numberOf(g['many']!), of: g['of'] ?? null }
  }
  if (g['money'] !== undefined) return { in: 'money', sign: g['money'] }
  return inDays === undefined ? null : { in: 'days' }
}

const numberOf = (text: string): number => (/\d/.test(text) ? Number(text.replaceAll(',', '')) : numberOfWords(text))

/** Half away from zero, at a place; what binary division left over does not decide. */
export function roundTo(value: number, place: number): number {
  const scaled = Math.abs(value) / place
  return Math.sign(value) * Math.floor(scaled + 0.5 + 1e-9) * place || 0
}

/**
 * How a printed number stands to what it is of.
 * @param value in the number's own form: 63 for 63%
 * @param exact a fraction without a hedge is exact, as STYLE rule 7 has it; in copy by other hands it may be the nearest half of a
 *   hundredth off
 */
export function standing(said: Quantity, value: number, exact: boolean): 'right' | 'close' | 'off' {
  const size = Math.abs(value)
  if (Number.isNaN(size)) return 'off'
  if (said.hedge !== null) {
    const ratio = size / said.value
    if (windows[said.hedge](ratio)) return 'right'
    // A hedge on the wrong side of a number that is near.
    return ratio > 0.94 && ratio < 1.06 ? 'close' : 'off'
  }
  if (said.form === 'part') {
    const ratio = size / said.value
    return Math.abs(ratio - 1) < (exact ? 1e-9 : 0.005) ? 'right' : ratio > 0.94 && ratio < 1.06 ? 'close' : 'off'
  }
  if (Math.abs(roundTo(size, said.place) - said.value) < said.place / 1e6) return 'right'
  // Cut off in place of rounded, or rounded at a round number without saying so.
  if (Math.abs(size - said.value) < said.place) return 'close'
  const zeros = 10 ** (/0*$/.exec(String(said.value))?.[0].length ?? 0)
  const isRound = said.form === 'count' && zeros > 1 && Math.abs(roundTo(size, zeros) - said.value) < 1e-6
  return isRound ? 'close' : 'off'
}

import { type Kind, type Place, replaced, spansOf } from './mutant.ts'

/** Rounded, or the round number that was passed: another may be true as well. */
const loose = /(?:nearly|almost|about|over|just (?:under|over)|more than|close to) $/i

/** Figures in digits: their number, and what stands behind it in the span. */
export function typed(place: Place): { start: number; end: number; number: string; unit: string; ref: string }[] {
  return spansOf(place, 'figure').flatMap(({ start, end, said, ref }) => {
    const found = /^([\d,]+(?:\.\d+)?)(%| per cent| percentage points?|)$/.exec(said)
    if (!found || ref.includes('#past-') || loose.test(place.text.slice(0, start))) return []
    return [{ start, end, number: found[1]!, unit: found[2]!, ref }]
  })
}

const commas = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
const print = (number: string): string => {
  const [whole, part] = number.split('.')
  return commas(whole!) + (part === undefined ? '' : `.${part}`)
}

/** Each figure with its number typed otherwise; null where that cannot be. */
const retyped =
  (type: (digits: string, at: number) => string | null): Kind['mutate'] =>
  (place) =>
    typed(place).flatMap(({ start, end, number, unit }) => {
      const other = type(number.replaceAll(',', ''), start)
      return other === null ? [] : [replaced(place.text, start, end, print(other) + unit)]
    })

export const typing: Kind[] = [
  {
    name: 'digit changed',
    group: 'numbers',
    why: 'a figure is printed to its last digit, and has one value; hedged ones are left alone',
    mutate: retyped((number, at) => {
      const places = [...number].flatMap((c, i) => (c === '.' ? [] : [i]))
      const i = places[at % places.length]!
      const digit = (Number(number[i]) + 1 + (at % 8)) % 10
      const other = digit === 0 && i === 0 ? 9 : digit
      return String(other) === number[i] ? null : number.slice(0, i) + other + number.slice(i + 1)
    }),
  },
  {
    name: 'digit lost',
    group: 'numbers',
    why: 'a tenth of a figure is another figure',
    mutate: retyped((number) => (/^\d{3,}$/.test(number) ? number.slice(0, -1) : null)),
  },
  {
    name: 'digit doubled',
    group: 'numbers',
    why: 'a figure with a digit more is ten times as large',
    mutate: retyped((number) => (/^\d{2,}$/.test(number) ? number + number.at(-1) : null)),
  },
  {
    name: 'decimal point moved',
    group: 'numbers',
    why: 'ten times a percentage is another percentage',
    mutate: retyped((number) => {
      const found = /^(\d+)\.(\d)(\d*)$/.exec(number)
      if (!found || Number(number) === 0) return null
      const whole = String(Number(found[1]! + found[2]!))
      return found[3] === '' ? whole : `${whole}.${found[3]}`
    }),
  },
  {
    name: 'points off',
    group: 'numbers',
    why: 'points are printed rounded, and round one way',
    mutate: (place) =>
      typed(place).flatMap(({ start, end, number, unit }) => {
        if (!unit.includes('points')) return []
        const places = number.split('.')[1]?.length ?? 0
        return [1, -1, 3].flatMap((by) => {
          const other = Number(number) + by / 10 ** places
          const value = other.toFixed(places)
          return other <= 0 || value === '1' ? [] : [replaced(place.text, start, end, `${value} percentage points`)]
        })
      }),
  },
  {
    name: 'some per cent off',
    group: 'numbers',
    why: 'from 100 on, three, five or ten per cent of a count are more than its rounding',
    mutate: (place) =>
      typed(place).flatMap(({ start, end, number, unit }) => {
        const n = Number(number.replaceAll(',', ''))
        if (unit !== '' || n < 100 || !Number.isInteger(n)) return []
        const by = [0.03, -0.05, 0.1][start % 3]!
        return [replaced(place.text, start, end, commas(String(Math.round(n * (1 + by)))))]
      }),
  },
]

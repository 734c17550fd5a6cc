import type { Brief } from '../prose/brief.ts'
import type { Place } from './change.ts'

export interface Pair {
  was: Place | null
  now: Place | null
  /** It stands elsewhere among those that are in both. */
  moved: boolean
}

export function placesOf({ headline, pars }: Brief): Place[] {
  const { text, rule = 'headline', facts = [] } = headline
  return [
    { index: 0, slot: 'headline', text, rule, facts },
    ...pars.map((par, i) => ({ index: i + 1, slot: par.slot, text: par.text, rule: par.rule, facts: par.facts })),
  ]
}

/** `change/officers/kent/2023` is, of another year, the same thing to tell: the period is left out. */
export const factKey = (id: string): string => {
  const [kind, measure, area, , ...more] = id.split('/')
  return [kind, measure, area, ...more].join('/')
}

/** How two places may be the same one, the surest first. */
const ways: readonly ((was: Place, now: Place) => boolean)[] = [
  (was, now) => was.slot === 'headline' && now.slot === 'headline',
  (was, now) => was.rule === now.rule && keys(was) === keys(now) && (was.facts.length > 0 || was.text === now.text),
  (was, now) => was.text === now.text,
  (was, now) => was.facts.length > 0 && now.facts.length > 0 && factKey(was.facts[0]!) === factKey(now.facts[0]!),
  (was, now) => was.facts.some((id) => now.facts.some((other) => factKey(id) === factKey(other))),
  // What every story has: another intro is a changed one.
  (was, now) => was.slot === now.slot && ['intro', 'key', 'nib'].includes(was.slot),
  // A line of a list, or a crosshead, that tells no fact.
  (was, now) => was.slot === now.slot && was.rule === now.rule && was.facts.length + now.facts.length === 0,
]
const keys = ({ facts }: Place): string => facts.map(factKey).join()

/** The places of two versions side by side, in the order of the new one; what is gone stands where it stood. */
export function align(was: Brief, now: Brief): Pair[] {
  const [old, young] = [placesOf(was), placesOf(now)]
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const isSame of ways)
    for (const one of young) {
      if (partner.has(one.index)) continue
      const found = old.find((other) => !taken.has(other.index) && isSame(other, one))
      if (found === undefined) continue
      partner.set(one.index, found.index)
      taken.add(found.index)
    }
  const still = new Set(inOrder(young.flatMap(({ index }) => partner.get(index) ?? [])))
  const pairs = young.map((one): Pair => {
    const other = partner.get(one.index)
    return other === undefined
      ? { was: null, now: one, moved: false }
      : { was: old[other]!, now: one, moved: !still.has(other) }
  })
  for (const gone of old.filter(({ index }) => !taken.has(index))) {
    const behind = pairs.findLastIndex((pair) => pair.was !== null && pair.was.index < gone.index)
    pairs.splice(behind + 1, 0, { was: gone, now: null, moved: false })
  }
  return pairs
}

/** The most of some numbers that stand in rising order: the others have moved. */
function inOrder(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const [i, n] of numbers.entries()) {
    const before = best.slice(0, i).filter((run) => run.at(-1)! < n)
    best.push([...(before.sort((a, b) => b.length - a.length)[0] ?? []), n])
  }
  return best.sort((a, b) => b.length - a.length)[0] ?? []
}

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

const keysOf = ({ facts }: Place): string => facts.map(factKey).join()

/** How two places may be the same one, the surest first: those that have a key in common. */
const ways: readonly ((place: Place) => readonly string[])[] = [
  ({ slot }) => (slot === 'headline' ? [slot] : []),
  (place) => (place.facts.length > 0 ? [`${place.rule} ${keysOf(place)}`] : []),
  ({ slot, text }) => (slot === 'headline' ? [] : [text]),
  ({ slot, facts }) => (slot === 'headline' ? [] : facts.slice(0, 1).map(factKey)),
  ({ slot, facts }) => (slot === 'headline' ? [] : facts.map(factKey)),
  // What every story has: another intro is a changed one.
  ({ slot }) => (['intro', 'key', 'nib'].includes(slot) ? [slot] : []),
  // A line of a list, or a crosshead, that tells no fact.
  ({ slot, rule, facts }) => (facts.length === 0 ? [`${slot} ${rule}`] : []),
]

/** The places of two versions side by side, in the order of the new one; what is gone stands where it stood. */
export function align(was: Brief, now: Brief): Pair[] {
  const [old, young] = [placesOf(was), placesOf(now)]
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const keys of ways) {
    const free = new Map<string, number[]>()
    for (const place of old.filter(({ index }) => !taken.has(index)))
      for (const key of new Set(keys(place))) {
        const there = free.get(key)
        if (there) there.push(place.index)
        else free.set(key, [place.index])
      }
    for (const place of young.filter(({ index }) => !partner.has(index))) {
      const found = keys(place).flatMap((key) => free.get(key)?.find((index) => !taken.has(index)) ?? [])[0]
      if (found === undefined) continue
      partner.set(place.index, found)
      taken.add(found)
    }
  }
  const still = inOrder(young.flatMap(({ index }) => partner.get(index) ?? []))
  const gone = old.filter(({ index }) => !taken.has(index))
  const pairs: Pair[] = []
  let reached = -1
  for (const place of young) {
    const other = partner.get(place.index)
    if (other !== undefined && still.has(other)) {
      reached = other
      while (gone.length > 0 && gone[0]!.index < reached) pairs.push({ was: gone.shift()!, now: null, moved: false })
    }
    pairs.push({
      was: other === undefined ? null : old[other]!,
      now: place,
      moved: other !== undefined && !still.has(other),
    })
  }
  return [...pairs, ...gone.map((place): Pair => ({ was: place, now: null, moved: false }))]
}

/** The longest run of rising numbers among these: the others have moved. */
function inOrder(numbers: readonly number[]): ReadonlySet<number> {
  // The least number that a run of each length can end with, and what stands before each number in its run.
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  let last: number | undefined
  for (const n of numbers) {
    const at = ends.findLastIndex((end) => end < n) + 1
    // Of two runs as long, the one that was complete first.
    if (at === ends.length) last = n
    before.set(n, ends[at - 1])
    ends[at] = n
  }
  const run = new Set<number>()
  for (let n = last; n !== undefined; n = before.get(n)) run.add(n)
  return run
}

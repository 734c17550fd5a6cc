import type { Mention } from '../mention.ts'
import type { Scene } from '../scene.ts'
import { wayOf } from './rank.ts'

/** Areas that moved a way; 0: those that print shows unchanged. Null where an area has no figure (STYLE rule 21). */
export function went(s: Scene, topic: number, way: -1 | 0 | 1): number[] | null {
  return s.evidence.memo(`went ${s.keys(topic)} ${s.now} ${way}`, () => {
    const [key] = s.keys(topic)
    if (key === undefined) return null
    const ways = Array.from({ length: s.last }, (_, a) => {
      const [then, now] = [s.value(key, a, s.now - s.evidence.lag), s.value(key, a, s.now)]
      return Number.isNaN(then) || Number.isNaN(now) ? Number.NaN : wayOf(then, now)
    })
    // Areas of other times are not missing.
    if (ways.some((w, a) => Number.isNaN(w) && s.evidence.isThere(a, s.now))) return null
    return ways.flatMap((w, a) => (w === way ? [a] : []))
  })
}

/** Areas whose figure is now the one highest, or lowest, of their series. */
export function atExtreme(s: Scene, topic: number, up: boolean): { areas: number[]; begin: number } | null {
  return s.evidence.memo(`extreme ${s.keys(topic)} ${s.now} ${up}`, () => {
    const [key] = s.keys(topic)
    if (key === undefined) return null
    let begin = Math.max(s.evidence.begins(key).period, 0)
    while (begin < s.now && Number.isNaN(s.value(key, 0, begin))) begin++
    const areas = Array.from({ length: s.last }, (_, a) => a).filter((a) => {
      const now = s.value(key, a, s.now)
      for (let p = begin; p < s.now; p++) {
        const then = s.value(key, a, p)
        if (!(up ? then < now : then > now)) return false
      }
      return !Number.isNaN(now)
    })
    return { areas, begin }
  })
}

/** Says which areas are named, and no others. */
export function exactly(
  s: Scene,
  mentions: readonly (Mention | undefined)[],
  said: readonly number[],
  are: readonly number[] | null,
  says: string,
): void {
  if (are === null)
    return s.say(mentions, 'wrong', says, 'an area has no figure: nothing can be said of all of them (STYLE rule 21)')
  const same = said.length === are.length && said.every((a) => are.includes(a))
  s.claim(mentions, same, says, `they are ${are.map((a) => s.name(a)).join(', ') || 'none'}`, undefined, '', 'standing')
}

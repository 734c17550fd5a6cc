import type { Scene } from '../scene.ts'
import { wayOf } from './rank.ts'

/** The series that the topic may be, as functions of the period. */
export const seriesNow = (s: Scene): ((period: number) => number)[] =>
  s.keys().map((key) => (period: number) => s.value(key, s.area, period))

/** How many moves one way end at a period. */
export function before(at: (period: number) => number, end: number, up: boolean): number {
  let n = 0
  for (let p = end; p > 0 && wayOf(at(p - 1), at(p)) === (up ? 1 : -1); p--) n++
  return n
}

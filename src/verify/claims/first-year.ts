import type { Scene } from '../scene.ts'
import type { Match } from '../shape.ts'

/** “…the first year of the figures”: no other. */
export function firstYear(s: Scene, m: Match): void {
  for (const one of m.mentions)
    if (one.kind === 'O') s.claim([one], one.said?.value === 1, 'the first year of the figures', 'it is the first')
}

/** “…the first time in the figures”: no later one. */
export function firstTime(s: Scene, m: Match): void {
  for (const one of m.mentions)
    if (one.kind === 'O') s.claim([one], one.said?.value === 1, 'the first time', 'it is the first')
}

import { diffArrays } from 'diff'
import type { Brief } from '../prose/brief.ts'
import type { Block } from '../verify/finding.ts'
import { placesOf } from './align.ts'
import type { Change, Place } from './change.ts'
import { wordsOf } from './words.ts'

/** What a person changed in a draft: each difference is the desk's. `index` of what came is its place in the edited copy. */
export function compareEdited(source: Brief, blocks: readonly Block[]): Change[] {
  const was = placesOf(source)
  const now = blocks.map(({ kind, text }, index): Place => {
    const same = was.find((place) => place.text === text)
    return { index, slot: same?.slot ?? kind, text, rule: same?.rule ?? 'desk', facts: same?.facts ?? [] }
  })
  const changes: Change[] = []
  let [i, j] = [0, 0]
  const tell = (old: Place | null, young: Place | null): void => {
    const kind = old === null ? 'came' : young === null ? 'gone' : 'changed'
    const text =
      kind === 'came' ? 'written by the desk' : kind === 'gone' ? 'taken out by the desk' : 'edited by the desk'
    const words = wordsOf(old?.text ?? '', young?.text ?? '')
    changes.push({ kind, was: old, now: young, words, causes: [{ kind: 'desk', text }] })
  }
  const runs = diffArrays(
    was.map(({ text }) => text),
    now.map(({ text }) => text),
  )
  for (const [r, { count = 0, added, removed }] of runs.entries()) {
    if (removed) {
      // What was taken out and what was put in its place are told as one.
      const next = runs[r + 1]
      const put = next?.added ? (next.count ?? 0) : 0
      for (let k = 0; k < count; k++) tell(was[i + k]!, k < put ? now[j + k]! : null)
      i += count
      for (let k = count; k < put; k++) tell(null, now[j + k]!)
      j += put
    } else if (added) {
      if (runs[r - 1]?.removed) continue
      for (let k = 0; k < count; k++) tell(null, now[j + k]!)
      j += count
    } else {
      i += count
      j += count
    }
  }
  return changes
}

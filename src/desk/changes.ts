import type { Brief } from '../prose/brief.ts'

export type CauseKind = 'data' | 'rule' | 'wording' | 'selection' | 'desk'
export interface Cause {
  kind: CauseKind
  text: string
}
export interface Place {
  index: number
  text: string
}
export interface Change {
  kind: 'changed' | 'came' | 'gone' | 'moved'
  was: Place | null
  now: Place | null
  words: { text: string; kind: 'same' | 'added' | 'removed' }[]
  causes: Cause[]
}

/** Place by place, until meaning is compared. */
export function compare(was: Brief, now: Brief): Change[] {
  const places = (b: Brief) => [b.headline.text, ...b.pars.map((p) => p.text)]
  const [old, young] = [places(was), places(now)]
  const gone = old.flatMap((text, index): Change[] =>
    young.includes(text)
      ? []
      : [{ kind: 'gone', was: { index, text }, now: null, words: [{ text, kind: 'removed' }], causes: [] }],
  )
  const came = young.flatMap((text, index): Change[] =>
    old.includes(text)
      ? []
      : [{ kind: 'came', was: null, now: { index, text }, words: [{ text, kind: 'added' }], causes: [] }],
  )
  return [...gone, ...came]
}

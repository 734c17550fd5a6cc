import type { Brief } from '../prose/brief.ts'
import { align } from './align.ts'
import { causesOf, type Known } from './causes.ts'
import type { Change } from './change.ts'
import { wordsOf } from './words.ts'

/**
 * Compares two versions of one draft, by facts and rules first and by words after, in the order of the new one. A place whose text
 * is as it was, where it was, is no change.
 * @param known what differs between the tables they were made from; without it causes are told by the briefs' own figures
 */
export function compare(was: Brief, now: Brief, known: Partial<Known> = {}): Change[] {
  const all: Known = {
    data: known.data ?? [],
    bases: known.bases ?? ((measure) => [measure]),
    whole: known.whole ?? null,
    name: known.name ?? ((area) => (area === now.area.key ? now.area.name : area)),
  }
  return align(was, now).flatMap((pair): Change[] => {
    const isSame = pair.was?.text === pair.now?.text
    if (isSame && !pair.moved) return []
    const kind = pair.was === null ? 'came' : pair.now === null ? 'gone' : isSame ? 'moved' : 'changed'
    const words = wordsOf(pair.was?.text ?? '', pair.now?.text ?? '')
    return [{ kind, was: pair.was, now: pair.now, words, causes: causesOf(was, now, pair, all) }]
  })
}

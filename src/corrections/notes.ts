import { type Consequence, placeName } from '../diff/consequence.ts'
import { type Quote, quotesOf } from './quote.ts'

type Noted = Pick<Consequence, 'place' | 'counted' | 'published' | 'sentence' | 'shouldRead' | 'now'>

/**
 * What a corrected version says of each consequence, as a desk words it: `Paragraph two: reads “4,668”, should read “4,688”.` A
 * sentence that is no longer told is withdrawn, with what the data now say.
 * @returns a line for each place in the words, in the order of the copy; the same line once
 */
export function correctionNotes(consequences: readonly Noted[]): string[] {
  const inOrder = [...consequences].sort((a, b) => a.place - b.place)
  return [...new Set(inOrder.flatMap(notesOf))]
}

function notesOf({ counted, published, sentence, shouldRead, now }: Noted): string[] {
  if (shouldRead === null) {
    const [why = 'the data no longer bear it out'] = now
    return [`${placeName(counted)}: “${sentence}” is withdrawn: ${why}.`]
  }
  return quotesOf(published, sentence, shouldRead).map((quote) => {
    const { reads, shouldRead: should } = withoutStop(quote)
    return `${placeName(counted)}: reads “${reads}”, should read “${should}”.`
  })
}

/** Both end as the sentence does: the stop is the line's own. */
function withoutStop({ reads, shouldRead }: Quote): Quote {
  if (!reads.endsWith('.') || !shouldRead.endsWith('.')) return { reads, shouldRead }
  return { reads: reads.slice(0, -1), shouldRead: shouldRead.slice(0, -1) }
}

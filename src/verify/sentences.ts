/** A sentence and where it begins in its block; UTF-16. */
export interface SentenceAt {
  text: string
  start: number
}

/** Splits a block where a full stop is followed by a capital or a quotation; initials, `U.K.` and `St. Helens` do not end one. */
export function sentencesOf(text: string): SentenceAt[] {
  const found: SentenceAt[] = []
  let start = 0
  for (const stop of text.matchAll(/(?<!\b(?:[A-Z]|St|Dr|Mr|Mrs|Ms))[.!?]["”’]?(\s+)(?=[A-Z"“£–-])/g)) {
    const end = stop.index + stop[0].length - stop[1]!.length
    found.push({ text: text.slice(start, end), start })
    start = stop.index + stop[0].length
  }
  if (start < text.length) found.push({ text: text.slice(start), start })
  return found
}

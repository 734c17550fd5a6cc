import type { Sentence, Span } from '../prose/brief.ts'
import type { Finding } from '../verify/finding.ts'

/** A stretch of a text over which the same things hold. */
export interface Piece {
  text: string
  /** The spans over it, the outermost first: indices into the sentence's. */
  spans: number[]
  /** The innermost span, where this is the first piece that is its own. */
  begins: number | null
  findings: Finding[]
}

interface Stretch {
  start: number
  end: number
}

const covers = (one: Stretch, { start, end }: Stretch): boolean => one.start <= start && end <= one.end

/** A sentence cut at every edge of its spans and of what the read-back found in it. Nothing of the text is lost. */
export function piecesOf({ text, spans }: Sentence, findings: readonly Finding[]): Piece[] {
  const edges = [0, text.length, ...[...spans, ...findings].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges.filter((at) => at >= 0 && at <= text.length))].sort((a, b) => a - b)
  const begun = new Set<number>()
  return cuts.slice(1).map((end, i) => {
    const piece = { start: cuts[i]!, end }
    const over = spans.flatMap((span, index) => (covers(span, piece) ? [index] : []))
    over.sort((a, b) => length(spans[b]!) - length(spans[a]!) || a - b)
    const inner = over.at(-1)
    const begins = inner === undefined || begun.has(inner) ? null : inner
    if (inner !== undefined) begun.add(inner)
    return {
      text: text.slice(piece.start, end),
      spans: over,
      begins,
      findings: findings.filter((f) => covers(f, piece)),
    }
  })
}

const length = ({ start, end }: Stretch): number => end - start

/** A span and those that lie around it, the innermost first. */
export function around(spans: readonly Span[], index: number): Span[] {
  const one = spans[index]
  if (one === undefined) return []
  const outer = spans.filter((s, i) => i !== index && covers(s, one) && (length(s) > length(one) || i < index))
  return [one, ...outer.sort((a, b) => length(a) - length(b))]
}

import type { Sentence, Span } from './brief.ts'

/**
 * Helpers mark where a span begins and ends as they write, with two private-use characters that no name may hold
 * (the definition takes them out), and say in order what each span is. One pass then turns marks into offsets.
 */
const open = '\uE000'
const close = '\uE001'
const openCode = 0xe000
const closeCode = 0xe001
const marks = /[\uE000\uE001]/g

export type Tag = Pick<Span, 'kind' | 'ref'>

/** Text written as a span. */
export function tagged(tags: Tag[], kind: Span['kind'], ref: string, text: string): string {
  tags.push({ kind, ref })
  return open + text + close
}

/** A span around text that is written while the span is open. */
export function around(tags: Tag[], kind: Span['kind'], ref: string, write: () => string): string {
  tags.push({ kind, ref })
  return open + write() + close
}

/** Marked text and its tags, in the order they were opened → text and spans, in that order too. */
export function settle(marked: string, tags: readonly Tag[]): Sentence {
  const spans: Span[] = []
  const openSpans: Span[] = []
  let seen = 0
  for (let i = 0; i < marked.length; i++) {
    const mark = marked.charCodeAt(i)
    if (mark !== openCode && mark !== closeCode) continue
    const at = i - seen++
    if (mark === openCode) {
      const { kind, ref } = tags[spans.length]!
      const span: Span = { start: at, end: -1, kind, ref }
      spans.push(span)
      openSpans.push(span)
    } else {
      openSpans.pop()!.end = at
    }
  }
  return { text: seen === 0 ? marked : marked.replace(marks, ''), spans }
}

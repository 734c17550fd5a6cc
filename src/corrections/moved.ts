import { factKey, type Pair } from '../diff/align.ts'
import type { Grade } from '../diff/consequence.ts'
import type { Brief, BriefFigure, Span } from '../prose/brief.ts'
import type { Finding } from '../verify/finding.ts'
import type { SentenceAt } from '../verify/sentences.ts'

/** Sums of the same cells differ by what binary addition left. */
const isSame = (x: number | undefined, y: number | undefined): boolean =>
  x === y || (x !== undefined && y !== undefined && Math.abs(x - y) <= 1e-6 + 1e-9 * Math.abs(x))

const spansAt = ({ headline, pars }: Brief, place: number): readonly Span[] =>
  (place === 0 ? headline : pars[place - 1])?.spans ?? []

/** A figure as printed, without the words that say how near it is. */
const bare = (text: string): string => /[\d£€$].*/.exec(text)?.[0] ?? text

/** A figure that two versions print differently in a place that both have. Offsets are in the old text. */
interface Printed {
  ref: string
  start: number
  end: number
}

/**
 * Figures of one meaning, which name their period, that the new version prints otherwise in its place; or that it does not print
 * there, and that would no longer be printed so.
 */
export function printedChanges(was: Brief, now: Brief, { was: old, now: young }: Pair): Printed[] {
  if (old === null || young === null) return []
  const printed = spansAt(now, young.index).filter(({ kind }) => kind === 'figure')
  return spansAt(was, old.index).flatMap(({ kind, ref, start, end }) => {
    const [from, to] = [was.figures[ref], now.figures[ref]]
    if (kind !== 'figure' || to === undefined || isSame(from?.value, to.value)) return []
    const there = printed.filter((span) => span.ref === ref).map((span) => young.text.slice(span.start, span.end))
    const before = old.text.slice(start, end)
    const isOther = there.length === 0 ? isOff(before, to) : there.every((text) => bare(text) !== bare(before))
    return isOther ? [{ ref, start, end }] : []
  })
}

/** Whether a figure in plain digits, such as 4,668 or 6.7%, is not what a value is at the place it is rounded to. */
function isOff(text: string, { value, unit }: BriefFigure): boolean {
  const digits = /^([\d,]+(?:\.(\d+))?)(?:%| per cent)?$/.exec(text)
  if (digits === null) return false
  const size = Math.abs(value) * (unit === 'share' || unit === 'rate' ? 100 : 1)
  return Math.abs(size - Number(digits[1]!.replaceAll(',', ''))) > 0.5 * 10 ** -(digits[2]?.length ?? 0) + 1e-6
}

/** Figures and facts of a place that are not what they were. */
function movedIn(was: Brief, now: Brief, { was: old, now: young }: Pair): Set<string> {
  const facts = new Map(young!.facts.map((id) => [factKey(id), now.facts[id]]))
  return new Set(
    old!.facts.flatMap((id) => {
      const [one, other] = [was.facts[id], facts.get(factKey(id))]
      if (one === undefined || other === undefined) return []
      const figures = one.figures.filter((f) => !isSame(was.figures[f]?.value, now.figures[f]?.value))
      const differs = figures.length > 0 || JSON.stringify(one.params) !== JSON.stringify(other.params)
      return differs ? [id, ...figures] : []
    }),
  )
}

/** Whether both versions tell the same facts there, of the same period. */
export const tellsSame = ({ was: old, now: young }: Pair): boolean =>
  old !== null &&
  young !== null &&
  old.facts.length > 0 &&
  [...old.facts].sort().join() === [...young.facts].sort().join()

/**
 * The grade of a sentence in which no claim fell, by the engine's own facts: a figure that nothing could check is printed
 * otherwise; or the facts below it moved, and it is told in other words. Null: it stands.
 */
export function movedGrade(
  was: Brief,
  now: Brief,
  pair: Pair,
  sentence: SentenceAt,
  read: readonly Finding[],
): Grade | null {
  const isIn = ({ start, end }: { start: number; end: number }): boolean =>
    start >= sentence.start && end <= sentence.start + sentence.text.length
  const holds = (p: Printed): boolean =>
    read.some((f) => f.start < p.end && p.start < f.end && f.verdict === 'holds' && f.sort !== 'standing')
  const changed = printedChanges(was, now, pair).filter((p) => isIn(p) && !holds(p))
  if (changed.length > 0) return changed.some(({ ref }) => was.figures[ref]?.unit === 'rank') ? 'claim-gone' : 'number'
  if (!tellsSame(pair) || pair.now!.text.includes(sentence.text)) return null
  const moved = movedIn(was, now, pair)
  const isWhole = sentence.text === pair.was!.text
  const touches = spansAt(was, pair.was!.index).some((span) => isIn(span) && moved.has(span.ref))
  return moved.size > 0 && (isWhole || touches) ? 'wording' : null
}

import type { Brief } from '../prose/brief.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Finding } from '../verify/finding.ts'
import type { SentenceAt } from '../verify/sentences.ts'
import { findingsOf } from './fallen.ts'

const digits = /\d[\d,]*(?:\.\d+)?/g
const upToNine = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/**
 * A published sentence with the right figure in place of each that fell, all else as it was; null where more than figures fell,
 * where a figure cannot be put in as it stands, or where the read-back does not bear out what comes of it.
 */
export function withRightFigures(
  brief: Brief,
  place: number,
  sentence: SentenceAt,
  fallen: readonly Finding[],
  evidence: Evidence,
): string | null {
  let text = sentence.text
  for (const f of [...fallen].sort((a, b) => b.start - a.start)) {
    const put = f.sort === 'number' && f.right ? inItsForm(f.text, f.right.shown) : null
    const [start, end] = [f.start - sentence.start, f.end - sentence.start]
    if (put === null || text.slice(start, end) !== f.text) return null
    text = text.slice(0, start) + put + text.slice(end)
  }
  return holds(brief, place, sentence, text, evidence) ? text : null
}

/** `6.7 per cent` and `6.9%` → `6.9 per cent`. A hedge, or a number that changes the words about it, is not put in so. */
function inItsForm(was: string, right: string): string | null {
  const [from, to] = [was.match(digits) ?? [], right.match(digits) ?? []]
  if (to.length !== 1) return null
  const value = Number(to[0]!.replaceAll(',', ''))
  const isPlain = value === 0 || value === 1 || /^(?:zero|one|[01])\b(?![.,]\d)/.test(was)
  if (isPlain) return null
  const isCount = /^[\d,]+$/.test(right)
  const shown = isCount && value <= 9 ? upToNine[value]! : to[0]!
  if (from.length === 0) return isCount && upToNine.includes(was) ? shown : null
  // Nothing but a currency stands before it.
  if (from.length !== 1 || !/^[£€$]?$/.test(was.slice(0, was.indexOf(from[0]!)))) return null
  return was.replace(from[0]!, was === from[0] ? shown : to[0]!)
}

/** Whether the draft with these words in the sentence's place says nothing there that the data deny, or that cannot be checked anew. */
function holds(
  brief: Brief,
  place: number,
  { start, text: was }: SentenceAt,
  text: string,
  evidence: Evidence,
): boolean {
  const put = <T extends { text: string }>(one: T): T => ({
    ...one,
    text: one.text.slice(0, start) + text + one.text.slice(start + was.length),
  })
  const again: Brief =
    place === 0
      ? { ...brief, headline: put(brief.headline) }
      : { ...brief, pars: brief.pars.map((par, i) => (i === place - 1 ? put(par) : par)) }
  const there = (copy: Brief, length: number) =>
    findingsOf(copy, evidence).filter((f) => f.block === place && f.start < start + length && f.end > start)
  const unchecked = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict === 'unchecked').length
  const [before, after] = [there(brief, was.length), there(again, text.length)]
  const isClean = after.every(({ verdict }) => verdict === 'holds' || verdict === 'unchecked')
  return after.length > 0 && isClean && unchecked(after) <= unchecked(before)
}

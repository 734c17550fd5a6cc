import { wordsOf } from '../diff/words.ts'

/** A run of words to be found in what was published, and what should stand there. */
export interface Quote {
  reads: string
  shouldRead: string
}

/** Where two texts differ: from and to in the old one, from and to in the new one. */
interface Hunk {
  a: number
  b: number
  c: number
  d: number
}

/** More places than this, or more of the words than this part, and the whole is plainer. */
const mostPlaces = 3
const mostChanged = 0.6
/** With no more words than this between them, two places are told as one. */
const near = 2

/**
 * The words of a sentence that differ, each run with as many around it as make it unmistakable; the whole of both where it is another
 * sentence.
 * @param published all that stands in the place: a run that occurs twice in it is widened
 */
export function quotesOf(published: string, was: string, now: string): Quote[] {
  const whole = [{ reads: was, shouldRead: now }]
  let hunks = joined(
    was,
    hunksOf(was, now).map((h) => toWords(was, now, h)),
  )
  for (let again = true; again; ) {
    const wide = joined(
      was,
      hunks.map((h) => (isClear(published, was, now, h) ? h : widened(was, now, h))),
    )
    again = JSON.stringify(wide) !== JSON.stringify(hunks)
    hunks = wide
  }
  const changed = hunks.reduce((sum, { a, b }) => sum + b - a, 0)
  if (hunks.length === 0 || hunks.length > mostPlaces || changed > mostChanged * was.length) return whole
  for (const h of hunks) if (isOpen(was.slice(h.a, h.b)) && was[h.b] === ')' && now[h.d] === ')') on(h)
  return hunks.map((h) => ({ reads: was.slice(h.a, h.b), shouldRead: now.slice(h.c, h.d) }))
}

function hunksOf(was: string, now: string): Hunk[] {
  const hunks: Hunk[] = []
  let [at, to, inHunk] = [0, 0, false]
  for (const { text, kind } of wordsOf(was, now)) {
    if (kind === 'same') {
      at += text.length
      to += text.length
      inHunk = false
      continue
    }
    if (!inHunk) hunks.push({ a: at, b: at, c: to, d: to })
    inHunk = true
    if (kind === 'removed') at += text.length
    else to += text.length
    Object.assign(hunks.at(-1)!, { b: at, d: to })
  }
  return hunks
}

const isSpace = (text: string, at: number): boolean => at < 0 || at >= text.length || /\s/.test(text[at]!)

/** Out to whole words, a number with what it is in, and without the stops and brackets that stand alike about both. */
function toWords(was: string, now: string, { a, b, c, d }: Hunk): Hunk {
  const h = { a, b, c, d }
  while (!isSpace(was, h.a - 1) && was[h.a - 1] === now[h.c - 1]) back(h)
  while (!isSpace(was, h.b) && was[h.b] === now[h.d]) on(h)
  on(h, common(/^ (?:per cent|percentage points?|million|billion|days)\b/, was.slice(h.b), now.slice(h.d)))
  // A hedge is quoted with its number.
  if (!/\d/.test(was.slice(h.a, h.b))) on(h, common(/^ [£€$]?\d\S*/, was.slice(h.b), now.slice(h.d)))
  while (h.b > b && /[.,;:)”’]/.test(was[h.b - 1]!)) on(h, -1)
  while (h.a < a && /[(“‘]/.test(was[h.a]!)) back(h, -1)
  return h
}

/** Whether a bracket is opened that is not closed. */
const isOpen = (run: string): boolean => run.lastIndexOf('(') > run.lastIndexOf(')')

/** How much of both begins alike with some pattern. */
function common(pattern: RegExp, was: string, now: string): number {
  const start = pattern.exec(was)?.[0] ?? ''
  return now.startsWith(start) ? start.length : 0
}

function back(h: Hunk, by = 1): void {
  h.a -= by
  h.c -= by
}

function on(h: Hunk, by = 1): void {
  h.b += by
  h.d += by
}

/** A run that occurs once in what was published, and is more than a little word; and what should stand there is some word too. */
function isClear(published: string, was: string, now: string, { a, b, c, d }: Hunk): boolean {
  const run = was.slice(a, b)
  if (now.slice(c, d).trim() === '') return false
  return published.split(run).length === 2 && (/\d/.test(run) || run.length > 4)
}

/** One word more on either side, as far as the sentence goes. */
function widened(was: string, now: string, hunk: Hunk): Hunk {
  const h = { ...hunk }
  const before = /\S+\s*$/.exec(was.slice(0, h.a))?.[0] ?? ''
  if (before !== '' && now.slice(0, h.c).endsWith(before)) back(h, before.length)
  const after = /^\s*\S+/.exec(was.slice(h.b))?.[0] ?? ''
  if (after !== '' && now.slice(h.d).startsWith(after)) on(h, after.length)
  while (h.b > hunk.b && /[.,;:]/.test(was[h.b - 1]!)) on(h, -1)
  return h
}

/** Runs that meet, or nearly, as one. */
function joined(was: string, hunks: readonly Hunk[]): Hunk[] {
  const all: Hunk[] = []
  for (const h of hunks) {
    const last = all.at(-1)
    const between = last === undefined ? '' : was.slice(last.b, h.a)
    if (last && (last.b >= h.a || (between.match(/\S+/g) ?? []).length <= near))
      Object.assign(last, { b: Math.max(last.b, h.b), d: Math.max(last.d, h.d) })
    else all.push({ ...h })
  }
  return all
}

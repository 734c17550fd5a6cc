import type { Brief } from '../../../src/index.ts'
import { numberIn, ordinalIn } from '../printed.ts'
import { type Extreme, type Reckon, whole } from '../reckon.ts'
import { nation, type Workforce } from '../workforce.ts'

/** A sentence and where it stands: all that a reader may go by besides the table. */
export interface Context {
  reckon: Reckon
  data: Workforce
  /** The area of the draft, or the whole. */
  area: string
  period: string
  sentence: string
}

type Groups = Record<string, string | undefined>
/** Reads one shape of sentence from its words alone: what it claims is reckoned from the table. */
export interface Reader {
  pattern: RegExp
  /** What is false in it; nothing where it is true. */
  check: (groups: Groups, c: Context, at: number) => (string | false | null | undefined)[]
}

/** What was found in one sentence. */
export interface Reading {
  wrong: string[]
  /** Words that make a claim and that no reader has read. */
  unread: string[]
  readers: number
}

const claims =
  /\b(?:highest|lowest|biggest|smallest|largest|most|fewest|only|record|first|bigger|smaller|faster|alone|every|all|among|previous|row|running|consecutive|halved?|doubled|twice|again|still|any|no|each|overtaken|exceeds|both|left|in line)\b/gi

const made = new Map<RegExp, RegExp>()
/** The pattern as one that finds every match; each is made once. */
function everywhere(pattern: RegExp): RegExp {
  const known = made.get(pattern) ?? new RegExp(pattern.source, 'g')
  made.set(pattern, known)
  return known
}

export function read(c: Context, readers: readonly Reader[]): Reading {
  const wrong: string[] = []
  const taken: [number, number][] = []
  let count = 0
  for (const { pattern, check } of readers) {
    for (const match of c.sentence.matchAll(everywhere(pattern))) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.some(([a, b]) => from < b && to > a)) continue
      taken.push([from, to])
      count++
      wrong.push(...check(match.groups ?? {}, c, from).filter((why): why is string => typeof why === 'string'))
    }
  }
  const unread = [...c.sentence.matchAll(claims)]
    .filter((m) => !taken.some(([a, b]) => m.index >= a && m.index < b))
    .map((m) => m[0])
  return { wrong, unread, readers: count }
}

/** Every sentence of a draft, list lines among them. */
export function sentencesOf(brief: Brief): string[] {
  return [brief.headline, ...brief.pars].flatMap(({ text }) => text.split(/(?<=\.)\s+(?=[A-Z])/))
}

/** A part of a pattern: a number as copy prints it. */
export const num = '(?:[\\d,]*\\d|one|two|three|four|five|six|seven|eight|nine|ten)'
export const nth = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\\d+(?:st|nd|rd|th))'
/** Where a series is said to begin. */
export const seriesFrom =
  '(?:since at least|in (?:the |those )?figures (?:going back to|that go back to|that begin in)|in the figures since)'

export const isNumber = (said: string | undefined, is: number, what: string): string | null =>
  said === undefined || numberIn(said) === is || ordinalIn(said) === is
    ? null
    : `says ${said} ${what}, the table has ${is}`

const nouns: [RegExp, string][] = [
  [/special constables?|specials/i, 'specials'],
  [/police community support officers?|PCSOs?/i, 'pcsos'],
  [/designated officers?|police staff/i, 'staff'],
  [/chief superintendents?/i, 'chief-superintendents'],
  [/superintendents?/i, 'superintendents'],
  [/chief inspectors?/i, 'chief-inspectors'],
  [/inspectors?/i, 'inspectors'],
  [/chief officers?/i, 'chief-officers'],
  [/sergeants?/i, 'sergeants'],
  [/constables?/i, 'constables'],
  [/(?:police )?officers?/i, 'officers'],
]
const anyNoun = new RegExp(nouns.map(([noun]) => noun.source).join('|'), 'gi')

/** The measures that a text names, in order. */
export const nounsIn = (text: string): string[] =>
  [...text.matchAll(anyNoun)].map((m) => nouns.find(([noun]) => new RegExp(`^(?:${noun.source})$`, 'i').test(m[0]))![1])

/** The measures named before a place in the sentence, in order, each once. */
export const named = (c: Context, at: number): string[] =>
  [...new Set(nounsIn(c.sentence.slice(0, at)).reverse())].reverse()

/** The measure that a place in the sentence speaks of: the last one named, else officers. */
export const measureAt = (c: Context, at: number): string => named(c, at).at(-1) ?? 'officers'

/** `the Met, Avon and Somerset and Kent` as keys; null where a name is unknown. */
export function areasIn(text: string, c: Context): string[] | null {
  const forms = c.data.areas
    .flatMap((a) =>
      [a.full, a.name, a.list, ...(/^the /.test(a.full) ? [a.full.slice(4)] : [])].map(
        (form) => [form, a.key] as const,
      ),
    )
    .sort((a, b) => b[0].length - a[0].length)
  const keys: string[] = []
  for (let rest = text.trim(); rest !== ''; ) {
    const next = forms.find(([form]) => rest.toLowerCase().startsWith(form.toLowerCase()))
    if (!next) return null
    keys.push(next[1])
    rest = rest
      .slice(next[0].length)
      .replace(/^(?:, and |, | and )/, '')
      .trim()
  }
  return keys
}

/** Whether a name is that of the draft's own area. */
export const isOwn = (name: string, c: Context): boolean =>
  /^(?:the|this) (?:force|Met|one)$/i.test(name) || name === 'this one' || sameSet(areasIn(name, c), [c.area])

export const sameSet = (a: readonly string[] | null, b: readonly string[]): boolean =>
  a !== null && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

/** The measure the sentences are about. */
export const lead = 'officers'
/** A pattern in which NUM, NTH and FROM stand for a number, an ordinal and the beginning of the series. */
export const re = (text: string): RegExp =>
  new RegExp(text.replaceAll('NUM', num).replaceAll('FROM', seriesFrom).replaceAll('NTH', nth))

export const wayIn = (word: string | undefined): 'up' | 'down' =>
  /^(?:up|ris|rose|more|gain|grow|grew|increas|higher|highest|largest|most)/i.test(word ?? '') ? 'up' : 'down'
export const extremeIn = (word: string | undefined): Extreme =>
  /^(?:highest|largest|most|more|high)$/i.test(word ?? '') ? 'highest' : 'lowest'

/** Whether a value is beyond every one of the periods named: null if it is. */
export function notBeyond(
  c: Context,
  measure: string,
  area: string,
  period: string,
  others: readonly string[],
  extreme: Extreme,
  joint = false,
): string | null {
  const is = c.reckon.isExtreme(measure, area, period, others, extreme)
  if (is === (joint ? 'joint' : 'alone')) return null
  const all = others.map((p) => `${p}: ${c.data.h(measure, area, p) / 1e6}`).join(', ')
  return `${measure} of ${area} in ${period}, ${c.data.h(measure, area, period) / 1e6}, is not the ${extreme} (${all})`
}

/** The periods from one to the one before now. */
export const from = (c: Context, first: string | undefined): string[] =>
  c.data
    .upTo(c.period)
    .slice(0, -1)
    .filter((p) => p >= (first ?? ''))

/** Whether a number that is printed is a measure's at a period. */
export const isAt = (
  c: Context,
  said: string | undefined,
  measure: string,
  period: string | undefined,
  area = c.area,
): string | null => isNumber(said, whole(c.data.h(measure, area, period ?? '')), `${measure} of ${area} in ${period}`)

export const beginsSeries = (c: Context, year: string | undefined): string | null =>
  year === c.data.periods[0] ? null : `the figures do not begin in ${year}`
export const isLocal = (c: Context): boolean => c.area !== nation

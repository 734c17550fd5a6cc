import { AreaNames } from './area-names.ts'
import type { Evidence } from './evidence.ts'
import { lexicon } from './lexicon.ts'
import { type Groups, quantityPattern } from './quantity.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const rises =
  'up|rose|risen|rises?|rising|rise|increas(?:es?|ed|ing)|grew|grown|grows?|growing|gain(?:s|ed|ing)?|climb(?:s|ed)?|jump(?:s|ed)?|soar(?:s|ed)?|surg(?:es?|ed)'
const falls =
  'down|fell|fallen|falls?|falling|decreas(?:es?|ed|ing)|drop(?:s|ped)?|shr(?:ank|unk|ink|inks)|loss|los(?:t|es?|ing)|reduced|declin(?:es?|ed)|slump(?:s|ed)?|plung(?:es?|ed)|plummet(?:s|ed)?|dip(?:s|ped)?'
const more = 'more|higher|bigger|larger|above|exceed(?:s|ed)?'
const less = 'fewer|less|lower|smaller|below'
const most = 'highest|most(?! of the)|biggest|largest|peak(?:ed)?|high'
const least = 'lowest|fewest|(?<!at )least|smallest|low'
const base = 'a|the|one'
/** What a population is called, whatever the definition calls it. */
export const populations = ['people', 'population', 'residents', 'inhabitants']
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const either = (words: string): string =>
  words
    .split('|')
    .map((w) => w.replace(/^[a-z]/, (c) => `[${c}${c.toUpperCase()}]`))
    .join('|')

/** The words that a release's copy may be made of. */
export interface Reader {
  /** What a text speaks of, in its order: a named area, or the groups of the pattern. */
  tokens: (text: string) => Generator<Token>
  periodBy: (text: string) => number
}

interface Token {
  start: number
  end: number
  groups: Groups
  /** Index of an area that is named. */
  area?: number
}

export function reader(evidence: Evidence): Reader {
  const { areas, release, periods } = evidence
  const words = lexicon(evidence)
  const whole = areas.length - 1
  const [one, many] = release.areas.noun
  const noun = release.areas.adjective === '' ? '' : `${escaped(release.areas.adjective)} `
  // What any area may be called after its first mention.
  const generic = areas.flatMap(({ short }) => (/[A-Z]/.test(short) ? [] : [short.replace(/^the /, '')]))
  const shorts = [...new Set([one, ...generic])].map((short) => `[Tt]he ${escaped(short)}`)
  const plain = words.plain === '' ? words.plain : `|(?<plain>${words.plain})`
  const nouns = [...new Set(Object.values(evidence.measures).map((m) => m.words.noun[1]))].map(escaped).join('|')
  const by = escaped(release.definition.publisher)
  const excluded = /^excluding (\w+)/.exec(words.asides.split('|').find((a) => a.startsWith('excluding')) ?? '')?.[1]
  const left = excluded
    ? `|(?:both )?(?:excluding|not counting|other than by) ${excluded}?(?: (?:between|to) (?:other )?\\w+)?|[${excluded[0]}${excluded[0]!.toUpperCase()}]${excluded.slice(1)}(?: between \\w+)?,? aside`
    : ''
  // Another source than the publisher, what the definition leaves out said to be in, and a nation that is not the whole.
  const stranger = `(?!(?:${by}|In|Official|New|The|According|Those|These) )[A-Z][A-Za-z]+(?: (?:of|for|and|[A-Z][A-Za-z]+))* (?:figures|data)\\b`
  const strange = [
    `(?:[Aa]ccording to (?:the )?${stranger}|${stranger} (?:show(?:ed|s)?|suggest|reveal)\\b)`,
    ...(excluded
      ? [
          `including (?:by )?${excluded}?\\b`,
          `[${excluded[0]}${excluded[0]!.toUpperCase()}]${excluded.slice(1)}(?: between \\w+)? included`,
        ]
      : []),
    '\\b(?:England|Wales|Scotland|Northern Ireland|(?:[Tt]he )?UK|(?:Great )?Britain)\\b',
  ]
  // Of a month's figures a year is told only as what lies between: it must not pass for the month.
  const isYearly = evidence.lag === 1
  const overAYear = isYearly
    ? '(?:over|in|on) (?:the|a) (?:past |last )?year\\b(?! (?:to|end))|(?:in|over) the (?:latest|same) year\\b|[Oo]ver the (?:same )?year\\b|'
    : ''
  const source = [
    `(?<skip>,? ?(?:(?:${by} |[Oo]fficial |[Nn]ew )?(?:figures|data) (?:show(?:ed|s)?|suggest|reveal)(?: that)?|[Aa]ccording to (?:the )?(?:${by} |official )?(?:figures|data)(?: [–-])?|analysis of official figures shows${words.asides ? `|${words.asides}` : ''}${left}|[Bb]y contrast\\b|[Hh]owever\\b|\\bthough\\b(?! not)|\\balso\\b|\\bnow\\b|\\bas a whole\\b|\\bin percentage terms\\b|${overAYear}in the latest\\b)(?:,(?= ))?)`,
    `(?<whole>${escaped(areas[whole]!.name)}|[Nn]ationally|Overall(?= the)|[Aa]cross the country|the country)`,
    `(?<strange>(?:${strange.slice(0, -1).join('|')}))`,
    `(?<nation>${strange.at(-1)})`,
    `(?<own>(?:${shorts.join('|')})(?:['’]s)?\\b|this ${one}\\b)`,
    `(?<gone>(?:${base}) year (?:earlier|before|ago)|(?:in |than )?(?:the )?(?:previous|preceding) (?:year|12 months)|the one before\\b${isYearly ? '' : '|[Oo]ver the year\\b'})`,
    '(?<before>(?:in )?(?:(?:the |a )(?:month|quarter|half-year) (?:before|earlier|ago)|(?:the )?(?:previous|preceding) (?:month|quarter|half-year))\\b)',
    ...(isYearly
      ? []
      : [
          `(?<twelve>(?:[Ii]n |[Oo]ver )?(?:the )?(?:12 months|year) (?:(?:to|ending|ended) (?:(?:the end of )?(?:${months}) \\d{4})|before that\\b)|(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the |a )(?:(?:past|last|latest|same) )?(?:year|12 months)\\b)`,
        ]),
    `(?<period>(?:(?:[Ii]n|[Aa]t|[Oo]n|[Bb]y|[Oo]f) )?(?:between (?:${months})(?: \\d{4})? and (?:${months}) \\d{4}|(?:${months})(?: \\d{4})? to (?:${months}) \\d{4}|(?:the (?:financial )?(?:year|12 months) (?:to|ending|ended)(?: the end of)?|the end of|as (?:of|at)) (?:\\d{1,2} (?:${months})|(?:${months})(?: \\d{1,2})?) \\d{4}|\\d{1,2} (?:${months}) \\d{4}|(?:${months}) \\d{1,2},? \\d{4}|(?:${months}) \\d{4}|(?:19|20)\\d{2}[/-]\\d{2}(?!\\d)|(?:19|20)\\d{2}\\b(?![,.]?\\d)))`,
    `(?<start>(?:the )?(?:number of )?(?:${nouns}|those|headcount)(?: in post)? at the start of the (?:financial )?year)`,
    `(?<unit>[Ff]ull-time[- ]equivalents?(?: \\(FTEs?\\))?|\\(?FTEs?\\b\\)?(?: terms)?|(?:counted )?by (?:headcount|heads)|(?<![\\w-])headcount\\b)`,
    `(?<measure>(?:${words.wordings})(?!\\w))${noun === '' ? '' : `|${noun}(?<measured>(?:${words.wordings})(?!\\w))`}${plain}`,
    quantityPattern(`${nouns}|${populations.join('|')}`),
    `(?<forces>(?:${noun})?(?:${either(`${many}|${one}`)})\\b)`,
    `(?<move>\\b(?<!ma[dk]e )(?:${either(rises)})\\b)|(?<fell>\\b(?:${either(falls)})\\b)`,
    `(?<more>\\b(?:${either(more)})\\b)|(?<less>\\b(?:${either(less)})\\b)`,
    `(?<tie>[Jj]oint )?(?:(?<most>\\b(?:${either(most)})\\b)|(?<least>\\b(?:${either(least)})\\b))`,
    '(?<record>\\b[Rr]ecords?\\b)',
    // Any digit that nothing above could read.
    '(?<loose>(?<![A-Za-z])[A-Za-z]*\\d[\\w,.]*)',
  ]
  const seen = new Map<string, number>()
  const periodBy = (text: string): number => {
    let index = seen.get(text)
    if (index === undefined) {
      index = find(text)
      seen.set(text, index)
    }
    return index
  }
  const find = (text: string): number => {
    const id = /(\d{4})[/-](\d{2})$/.exec(text)
    if (id) return periods.findIndex((p) => p.id === `${id[1]}/${id[2]}`)
    const year = /(\d{4})$/.exec(text)![1]!
    const month = [...text.matchAll(new RegExp(months, 'g'))].at(-1)?.[0]
    return periods.findIndex((p) => {
      // “Between April 2020 and March 2021” names the beginning too.
      const from = /^(?:.*?between )?(?:[Ii]n |[Oo]f )?([A-Z][a-z]+)(?: (\d{4}))? (?:and|to) /.exec(text)
      if (from && (p.start.slice(0, 4) !== (from[2] ?? year) || monthOf(p.start) !== from[1])) return false
      if (month !== undefined) return p.end.slice(0, 4) === year && monthOf(p.end) === month && isOn(text, p.end)
      return p.id === year || (p.kind === 'financial-year' && p.end.startsWith(year))
    })
  }
  const pattern = new RegExp(source.map((s) => `(?:${s})`).join('|'), 'g')
  const named = new AreaNames(evidence)
  return { tokens: (text) => tokens(text, pattern, named), periodBy }
}

/** The areas that are named, and all else by the pattern; at one place an area comes before all but an aside or the whole. */
function* tokens(text: string, pattern: RegExp, named: AreaNames): Generator<Token> {
  let last = 0
  const next = (): Token | null => {
    pattern.lastIndex = last
    const found = pattern.exec(text)
    return found && { start: found.index, end: found.index + found[0].length, groups: found.groups as Groups }
  }
  let other = next()
  for (const { start, end, area } of named.in(text)) {
    while (other && (other.start < start || (other.start === start && isBefore(other.groups)))) {
      yield other
      last = other.end
      other = next()
    }
    if (start < last) continue
    yield { start, end, groups: {}, area }
    last = end
    if (other && other.start < last) other = next()
  }
  for (; other; other = next()) {
    yield other
    last = other.end
  }
}

const isBefore = (g: Groups): boolean => (g['skip'] ?? g['whole'] ?? g['strange']) !== undefined

const monthOf = (day: string): string => months.split('|')[Number(day.slice(5, 7)) - 1]!
/** A day that is named must be that day. */
function isOn(text: string, end: string): boolean {
  const day = /\b(\d{1,2}) [A-Z]|[a-z] (\d{1,2}),? \d{4}/.exec(text)
  return day === null || Number(day[1] ?? day[2]) === Number(end.slice(8, 10))
}

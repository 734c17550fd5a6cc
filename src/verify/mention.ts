import type { Evidence } from './evidence.ts'
import { lexicon } from './lexicon.ts'
import { type Groups, type Quantity, quantity, quantityPattern } from './quantity.ts'

/**
 * Something a sentence speaks of. The letter says what:
 * A area, W the whole, F the copy's own area, L several areas, P period, R the period before, M measure, U unit, B base at the
 * start of the period, N count, C per cent, Q points, H part, O ordinal, D move, K comparative, E extreme, G the areas' noun,
 * V record.
 */
export interface Mention {
  kind: string
  start: number
  end: number
  text: string
  /** Of areas: indices. */
  areas?: number[]
  /** Of a period: its index; -1 where the tables have none such. */
  period?: number
  topic?: number
  unit?: 'fte' | 'headcount'
  said?: Quantity
  /** Of a move, a comparative or an extreme. */
  up?: boolean
  joint?: boolean
}

/** A sentence with each mention as its letter and a mark that leads back to it, and all else in small letters. */
export interface Marked {
  norm: string
  mentions: Mention[]
}

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
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const either = (words: string): string =>
  words
    .split('|')
    .map((w) => w.replace(/^[a-z]/, (c) => `[${c}${c.toUpperCase()}]`))
    .join('|')

interface Reader {
  pattern: RegExp
  areaOf: ReadonlyMap<string, number>
  periodBy: (text: string) => number
}

/** The words that a release's copy may be made of, as one pattern. */
function reader(evidence: Evidence): Reader {
  const { areas, release, periods } = evidence
  const words = lexicon(evidence)
  const whole = areas.length - 1
  const areaOf = new Map<string, number>()
  for (const [i, a] of areas.entries()) {
    for (const form of [a.full, a.name, a.list, ...a.names, a.short]) {
      if (/^[a-z]/.test(form) && !/[A-Z]/.test(form)) continue
      const bare = form.replace(/^the /, '')
      if (!areaOf.has(bare)) areaOf.set(bare, i)
    }
  }
  const names = [...areaOf.keys()].filter((n) => areaOf.get(n) !== whole).sort((a, b) => b.length - a.length)
  const [one, many] = release.areas.noun
  const noun = release.areas.adjective
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
  const source = [
    `(?<skip>,? ?(?:(?:${by} |[Oo]fficial |[Nn]ew )?(?:figures|data) (?:show(?:ed|s)?|suggest|reveal)(?: that)?|[Aa]ccording to (?:the )?(?:${by} |official )?(?:figures|data)(?: [–-])?|analysis of official figures shows${words.asides ? `|${words.asides}` : ''}${left}|[Bb]y contrast\\b|[Hh]owever\\b|\\bthough\\b(?! not)|\\balso\\b|\\bnow\\b|\\bas a whole\\b|\\bin percentage terms\\b|(?:over|in|on) (?:the|a) (?:past |last )?year\\b(?! (?:to|end))|(?:in|over) the (?:latest|same) year\\b|in the latest\\b|[Oo]ver the (?:same )?year\\b)(?:,(?= ))?)`,
    `(?<whole>${escaped(areas[whole]!.name)}|[Nn]ationally|Overall(?= the)|[Aa]cross the country|the country)`,
    `(?<strange>(?:${strange.slice(0, -1).join('|')}))`,
    `(?<area>(?:[Tt]he )?(?:${names.map(escaped).join('|')})(?:['’]s?)?(?![\\w-]))`,
    `(?<nation>${strange.at(-1)})`,
    `(?<own>(?:${shorts.join('|')})(?:['’]s)?\\b|this ${one}\\b)`,
    `(?<gone>(?:${base}) year (?:earlier|before|ago)|(?:in |than )?(?:the )?(?:previous|preceding) (?:year|12 months)|the one before\\b)`,
    `(?<period>(?:(?:[Ii]n|[Aa]t|[Oo]n|[Bb]y|[Oo]f) )?(?:between (?:${months}) \\d{4} and (?:${months}) \\d{4}|(?:the (?:financial )?(?:year|12 months) (?:to|ending|ended)(?: the end of)?|the end of|as (?:of|at)) (?:\\d{1,2} (?:${months})|(?:${months})(?: \\d{1,2})?) \\d{4}|\\d{1,2} (?:${months}) \\d{4}|(?:${months}) \\d{1,2},? \\d{4}|(?:${months}) \\d{4}|(?:19|20)\\d{2}[/-]\\d{2}(?!\\d)|(?:19|20)\\d{2}\\b(?![,.]?\\d)))`,
    `(?<start>(?:the )?(?:number of )?(?:${nouns}|those|headcount)(?: in post)? at the start of the (?:financial )?year)`,
    `(?<unit>[Ff]ull-time[- ]equivalents?(?: \\(FTEs?\\))?|\\(?FTEs?\\b\\)?(?: terms)?|(?:counted )?by (?:headcount|heads)|(?<![\\w-])headcount\\b)`,
    `(?<measure>(?:${words.wordings})(?!\\w))|${noun} (?<measured>(?:${words.wordings})(?!\\w))${plain}`,
    quantityPattern,
    `(?<forces>(?:${noun} )?(?:${either(`${many}|${one}`)})\\b)`,
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
      const from = /^.*?between (\w+) (\d{4})/.exec(text)
      if (from && (p.start.slice(0, 4) !== from[2] || monthOf(p.start) !== from[1])) return false
      if (month !== undefined) return p.end.slice(0, 4) === year && monthOf(p.end) === month && isOn(text, p.end)
      return p.id === year || (p.kind === 'financial-year' && p.end.startsWith(year))
    })
  }
  return { pattern: new RegExp(source.map((s) => `(?:${s})`).join('|'), 'g'), areaOf, periodBy }
}

const monthOf = (day: string): string => months.split('|')[Number(day.slice(5, 7)) - 1]!
/** A day that is named must be that day. */
function isOn(text: string, end: string): boolean {
  const day = /\b(\d{1,2}) [A-Z]|[a-z] (\d{1,2}),? \d{4}/.exec(text)
  return day === null || Number(day[1] ?? day[2]) === Number(end.slice(8, 10))
}

const letters: Record<Quantity['form'], string> = { count: 'N', percent: 'C', points: 'Q', part: 'H', ordinal: 'O' }
export const firstMark = 0xe000

/** Finds what a sentence speaks of. */
export function mark(evidence: Evidence, given: string, offset: number): Marked {
  // Copy from elsewhere may hold the marks that stand for mentions.
  const text = given.replace(/[\ue000-\uf8ff]/g, ' ')
  const { pattern, areaOf, periodBy } = evidence.memo('reader', () => reader(evidence))
  const words = lexicon(evidence)
  const mentions: Mention[] = []
  let norm = ''
  let last = 0
  for (const found of text.matchAll(pattern)) {
    const g = found.groups as Groups
    const all = found[0]
    const begins = found.index
    norm += text.slice(last, begins).toLowerCase()
    last = begins + all.length
    if (g['skip'] !== undefined || g['plain'] !== undefined) {
      norm += ' '
      continue
    }
    const base = { start: offset + begins, end: offset + last, text: all }
    const one = mentionOf(g, all, base)
    if (one === null) norm += all.toLowerCase()
    else {
      mentions.push(one)
      // A unit colours the whole sentence, and is no part of its shape.
      if (one.kind !== 'U') norm += one.kind + String.fromCharCode(firstMark + mentions.length - 1)
    }
  }
  norm += text.slice(last).toLowerCase()
  return { norm: tidy(norm, mentions), mentions }

  function mentionOf(g: Groups, all: string, base: Pick<Mention, 'start' | 'end' | 'text'>): Mention | null {
    if (g['whole'] !== undefined) return { ...base, kind: 'W', areas: [evidence.areas.length - 1] }
    if (g['area'] !== undefined) {
      const name = all.replace(/^[Tt]he /, '').replace(/['’]s?$/, '')
      return { ...base, kind: 'A', areas: [areaOf.get(name)!] }
    }
    if (g['strange'] ?? g['nation'] ?? g['loose']) return { ...base, kind: 'S' }
    if (g['own'] !== undefined) return { ...base, kind: 'F' }
    if (g['gone'] !== undefined) return { ...base, kind: 'R' }
    if (g['period'] !== undefined) return { ...base, kind: 'P', period: periodBy(all) }
    if (g['start'] !== undefined)
      return { ...base, kind: 'B', ...(/headcount/.test(all) ? { unit: 'headcount' as const } : {}) }
    if (g['unit'] !== undefined) return { ...base, kind: 'U', unit: /FTE|equivalent/.test(all) ? 'fte' : 'headcount' }
    const measure = g['measure'] ?? g['measured']
    if (measure !== undefined) {
      const topic = words.topicOf.get(measure.toLowerCase().replaceAll('’', "'"))
      return topic === undefined ? null : { ...base, kind: 'M', topic }
    }
    const said = quantity(g)
    if (said !== null) return { ...base, kind: letters[said.form], said }
    if (g['forces'] !== undefined) return { ...base, kind: 'G' }
    if (g['move'] ?? g['fell']) return { ...base, kind: 'D', up: g['move'] !== undefined }
    if (g['more'] ?? g['less']) return { ...base, kind: 'K', up: g['more'] !== undefined }
    if (g['most'] ?? g['least'])
      return { ...base, kind: 'E', up: g['most'] !== undefined, joint: g['tie'] !== undefined }
    return { ...base, kind: 'V' }
  }
}

/** Takes out what is left over of asides, and makes lists of areas one mention. */
function tidy(norm: string, mentions: Mention[]): string {
  const text = norm
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:)])/g, '$1')
    .replace(/([,(])(?:\s*,)+/g, '$1')
    .replace(/,(?=[.;:])/g, '')
    .replace(/^[\s,:–-]+/, '')
    .trim()
  // Officer numbers are how many officers there are.
  const numbers = text.replace(/(M[\ue000-\uf8ff]) numbers\b/g, '$1')
  // “Officers in England and Wales who resigned” speaks of those who resigned.
  const plain = numbers.replace(/M[\ue000-\uf8ff] (in [AW][\ue000-\uf8ff]) (M[\ue000-\uf8ff])/g, '$2 $1')
  return plain.replace(/A[\ue000-\uf8ff](?:, A[\ue000-\uf8ff])*,? and A[\ue000-\uf8ff]/g, (list) => {
    const members = [...list.matchAll(/A([\ue000-\uf8ff])/g)].map((m) => mentions[m[1]!.charCodeAt(0) - firstMark]!)
    const [first, last] = [members[0]!, members.at(-1)!]
    mentions.push({
      kind: 'L',
      start: first.start,
      end: last.end,
      text: members.map((m) => m.text).join(', '),
      areas: members.flatMap((m) => m.areas ?? []),
    })
    return `L${String.fromCharCode(firstMark + mentions.length - 1)}`
  })
}

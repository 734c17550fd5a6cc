import type { Evidence } from './evidence.ts'
import { lexicon } from './lexicon.ts'
import { type Groups, type Quantity, quantity } from './quantity.ts'
import { reader } from './reader.ts'

/**
 * Something a sentence speaks of. The letter says what:
 * A area, W the whole, F the copy's own area, L several areas, P period, R the period before, M measure, U unit, B base at the
 * start of the period, T twelve months, N count, C per cent, Q points, H part, O ordinal, D move, K comparative, E extreme, G the
 * areas' noun, V record, Y an amount: money, days, so many per 1,000.
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
  /** How many periods before the one the copy is about, where it is said so. */
  back?: number
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

const letters: Record<Quantity['form'], string> = {
  count: 'N',
  percent: 'C',
  points: 'Q',
  part: 'H',
  ordinal: 'O',
  amount: 'Y',
}
export const firstMark = 0xe000

/** Finds what a sentence speaks of. */
export function mark(evidence: Evidence, given: string, offset: number): Marked {
  // Copy from elsewhere may hold the marks that stand for mentions.
  const text = given.replace(/[\ue000-\uf8ff]/g, ' ')
  const { tokens, periodBy } = evidence.memo('reader', () => reader(evidence))
  const words = lexicon(evidence)
  const mentions: Mention[] = []
  let norm = ''
  let last = 0
  for (const { start, end, groups: g, area } of tokens(text)) {
    const all = text.slice(start, end)
    norm += text.slice(last, start).toLowerCase()
    last = end
    if (g['skip'] !== undefined || g['plain'] !== undefined) {
      norm += ' '
      continue
    }
    const base = { start: offset + start, end: offset + end, text: all }
    const one: Mention | null = area === undefined ? mentionOf(g, all, base) : { ...base, kind: 'A', areas: [area] }
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
    if (g['strange'] ?? g['nation'] ?? g['loose']) return { ...base, kind: 'S' }
    if (g['own'] !== undefined) return { ...base, kind: 'F' }
    if (g['gone'] !== undefined) return { ...base, kind: 'R' }
    if (g['before'] !== undefined) return { ...base, kind: 'P', period: -1, back: 1 }
    if (g['twelve'] !== undefined)
      return /before that/.test(all)
        ? { ...base, kind: 'T', period: -1, back: evidence.lag }
        : { ...base, kind: 'T', period: /\d{4}$/.test(all) ? periodBy(all) : -1 }
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
  const placed = plain.replace(/(K[\ue000-\uf8ff]) (in [AW][\ue000-\uf8ff]) (M[\ue000-\uf8ff])/g, '$1 $3 $2')
  return placed.replace(/A[\ue000-\uf8ff](?:, A[\ue000-\uf8ff])*,? and A[\ue000-\uf8ff]/g, (list) => {
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

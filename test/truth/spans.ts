import type { Brief, Sentence, Span } from '../../src/index.ts'
import { meant } from './figures.ts'
import { countFault, hedgeFault, numberIn, ordinalIn, percentIn, percentText, plain } from './printed.ts'
import type { Reckon } from './reckon.ts'
import { nation, shares } from './workforce.ts'

/** Every span of a brief against what its text says. Gives what is false. */
export function falseSpans(brief: Brief, reckon: Reckon): string[] {
  return [brief.headline, ...brief.pars].flatMap((sentence) =>
    [...sentence.spans.flatMap((span) => faultOf(span, sentence, brief, reckon)), ...bare(sentence)].map(
      (why) => `${brief.id}: “${sentence.text}”: ${why}`,
    ),
  )
}

function faultOf(span: Span, sentence: Sentence, brief: Brief, reckon: Reckon): string[] {
  const text = sentence.text.slice(span.start, span.end)
  const say = (why: string | null | undefined) => (why ? [`“${text}” (${span.ref}) ${why}`] : [])
  if (span.kind === 'area') return say(areaFault(text, span.ref, reckon))
  if (span.kind === 'period') return say(periodFault(text, span.ref))
  if (span.kind !== 'figure') return []
  return [...say(figureFault(text, span.ref, brief, reckon)), ...say(wayFault(span, sentence, reckon))]
}

function areaFault(text: string, key: string, reckon: Reckon): string | null {
  const area = reckon.data.areas.find((a) => a.key === key)
  const forms = key === nation ? ['England and Wales'] : area ? [area.full, area.name, area.short, area.list] : []
  const said = text.replace(/[’']s?$/, '')
  return forms.some((f) => f === said || f[0]!.toUpperCase() + f.slice(1) === said) ? null : 'is no form of its name'
}

const months = /^(?:(?:at|by) the end of |as of |on |in )?(?:(?:in )?the year to )?(?:31 )?March (?:31 )?(\d{4})$/

function periodFault(text: string, period: string): string | null {
  const year = /^\d{4}$/.test(text) ? text : months.exec(text)?.[1]
  return year === period ? null : 'is not its period'
}

function figureFault(text: string, id: string, brief: Brief, reckon: Reckon): string | null | undefined {
  const { data } = reckon
  const figure = brief.figures[id]
  const is = meant(id, reckon)
  if (!figure || !is) return 'has no figure that is known'
  if (is.unit === 'rank') return rankFault(text, id, is.value, brief)
  if (is.unit === 'percent' || is.unit === 'share') {
    const [measure, area, periods] = id.replace(/#.*/, '').split('@') as [string, string, string]
    const [from, to] = periods.split('..')
    const share = shares[measure]
    const base = share ? data.h(share.base, area, from!) : data.h(measure, area, from!)
    const part = share ? data.h(share.part, area, from!) : data.h(measure, area, to!) - base
    const hedged = hedgeFault(text, Math.abs(part) / base)
    if (hedged !== undefined) return hedged
    const want = percentText(part, base, share ? 'share' : 'change')
    const printed = percentIn(text)
    if (printed !== want) return `should read ${want} per cent`
    const style = brief.style === 'pa' ? /%$/ : / per cent$/
    return style.test(text) ? null : 'is not written in its style'
  }
  // The fifth annual rise is a count of five.
  if (ordinalIn(text) === is.value && is.unit === 'count') return null
  const amount = id.includes('#by') ? reckon.by(...spanOf(id)) : isCell(id) ? data.h(...cellOf(id)) : plain(is.value)
  return countFault(text, amount)
}

const isCell = (id: string): boolean => /^[a-z-]+@[a-z-]+@\d{4}$/.test(id)
const cellOf = (id: string): [string, string, string] => id.split('@') as [string, string, string]
function spanOf(id: string): [string, string, string, string] {
  const [measure, area, periods] = id.replace(/#.*/, '').split('@') as [string, string, string]
  const [from, to] = periods.split('..') as [string, string]
  return [measure, area, to, from]
}

function rankFault(text: string, id: string, rank: number, brief: Brief): string | null {
  const found = /^(joint )?(?:(\S+) )?(biggest|largest|highest|smallest|lowest|most|fewest)$/.exec(text)
  const ordinal = found ? (found[2] === undefined ? 1 : ordinalIn(found[2])) : ordinalIn(text)
  if (ordinal !== rank) return `should be number ${rank}`
  const how = brief.figures[id]!.how as { joint?: unknown }
  if (found && (found[1] !== undefined) !== how.joint) return 'should be joint, or should not'
  const small = /smallest|lowest|fewest/.test(text)
  return found && small !== id.endsWith('-small') ? 'counts from the other end' : null
}

const up =
  /\b(?:up|rose|risen|rises?|rising|grown?|grew|grows|gained|gains?|gone up|went up|more|higher|above|increased?|increase)\b/gi
const down =
  /\b(?:down|fell|fallen|falls?|falling|shrank|lost|loses?|gone down|went down|dropped|drop|fewer|lower|below|reduced|decrease|shrunk)\b/gi

/** The direction that the words nearest to a change give it: those right behind it, else the last before it. */
function wayFault(span: Span, { text }: Sentence, reckon: Reckon): string | null {
  if (!/#(?:by|percent)$/.test(span.ref)) return null
  const value = meant(span.ref, reckon)?.value ?? Number.NaN
  const behind = /^\s*(\S+)/.exec(text.slice(span.end))?.[1]?.replace(/\W/g, '') ?? ''
  const before = text.slice(0, span.start)
  const last = (words: RegExp, where: string) => Math.max(-1, ...[...where.matchAll(words)].map((m) => m.index))
  const [rising, falling] =
    last(up, behind) === 0 || last(down, behind) === 0
      ? [last(up, behind), last(down, behind)]
      : [last(up, before), last(down, before)]
  if (rising < 0 && falling < 0) return 'is a change without a direction'
  return rising > falling === value > 0 ? null : 'goes the other way'
}

/** Figures that lie in no span: no number may be printed that stands for nothing. */
function bare({ text, spans }: Sentence): string[] {
  return /\d/.test(masked({ text, spans })) ? ['a number lies in no span'] : []
}

/** The text with all spans of figures, periods and quotes taken out. */
function masked({ text, spans }: Sentence): string {
  const letters = [...text.split('')]
  for (const { kind, start, end } of spans) {
    if (kind === 'figure' || kind === 'period' || kind === 'quote') letters.fill('·', start, end)
  }
  return letters.join('')
}

/** Numbers written as words that lie in no span, each with the word after it. */
export function bareWords(sentence: Sentence): string[] {
  const words =
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|fifth|second|twice|double|both)\b[^·.]{0,12}/gi
  return [...masked(sentence).matchAll(words)]
    .map((m) => m[0].trim())
    .filter((w) => Number.isNaN(numberIn(w)) || w !== '')
}

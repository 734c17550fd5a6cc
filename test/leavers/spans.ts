import type { Brief, Sentence, Span } from '../../src/index.ts'
import { ordinalIn } from '../truth/printed.ts'
import { nation, one } from '../truth/workforce.ts'
import { meant, periodsIn } from './meaning.ts'
import { about, ratios } from './measures.ts'
import { flowId, yearIn } from './periods.ts'
import { amountFault, changeFault, pointsFault, rankFault, rateFault, shareFault } from './printed.ts'
import type { Reckon } from './reckon.ts'

/** Every span of a brief against what its text says. Gives what is false. */
export function falseSpans(brief: Brief, reckon: Reckon): string[] {
  return [brief.headline, ...brief.pars].flatMap((sentence) =>
    [...sentence.spans.flatMap((span) => faultOf(span, sentence, brief, reckon)), ...bare(sentence)].map(
      (why) => `${brief.id}: “${sentence.text}”: ${why}`,
    ),
  )
}

function faultOf(span: Span, { text: all }: Sentence, brief: Brief, reckon: Reckon): string[] {
  const text = all.slice(span.start, span.end)
  const say = (why: string | null) => (why ? [`“${text}” (${span.ref}) ${why}`] : [])
  if (!(span.start >= 0 && span.end > span.start && span.end <= all.length)) return say('is no stretch of its sentence')
  if (span.kind === 'area') return say(areaFault(text, span.ref, reckon))
  if (span.kind === 'period') return say(periodFault(text, span.ref, brief))
  if (span.kind === 'claim') return say(span.ref in brief.facts ? null : 'is a claim that is not there')
  if (span.kind === 'quote') return []
  return [...say(figureFault(text, span.ref, brief, reckon)), ...say(wayFault(span, all, reckon))]
}

function areaFault(text: string, key: string, reckon: Reckon): string | null {
  const area = reckon.rows.areas.find((a) => a.key === key)
  const forms = key === nation ? ['England and Wales'] : area ? [area.full, area.name, area.short, area.list] : []
  const said = text.replace(/[’']s?$/, '')
  return forms.some((f) => f === said || f[0]!.toUpperCase() + f.slice(1) === said) ? null : 'is no form of its name'
}

/** The ways a period may be said: by its month, by its year or years, or from its first month to its last. */
function periodFault(text: string, id: string, { style }: Brief): string | null {
  const year = yearIn(id)
  const month = `March ${year}`
  const day = style === 'pa' ? `March 31 ${year}` : `31 March ${year}`
  const stock = [String(year), month, `at the end of ${month}`, `as of ${day}`, day]
  const flow = [
    flowId(year).replace('/', style === 'pa' ? '/' : '-'),
    ...['', 'the year to ', 'in the year to '].map((before) => before + month),
    `between April ${year - 1} and ${month}`,
  ]
  return (id.includes('/') ? flow : stock).includes(text) ? null : 'is not its period'
}

function figureFault(text: string, id: string, brief: Brief, reckon: Reckon): string | null {
  const figure = brief.figures[id]
  // What the desk supplies is passed on as it is, and marked so.
  if (figure?.how.op === 'desk') return amountFault(text, figure.value * one, one)
  const is = meant(id, reckon)
  if (!figure || !is) return 'has no figure that is known'
  const [name, area, periods] = id.replace(/#.*/, '').split('@') as [string, string, string]
  const [from, to] = periodsIn(periods ?? '').map(yearIn) as [number, number]
  const { style } = brief
  if (is.unit === 'rank')
    return rankFault(text, is.value, (figure.how as { joint?: boolean }).joint === true, id.endsWith('-small'))
  if (is.unit === 'percent')
    return changeFault(text, reckon.by(name, area, to, from), reckon.h(name, area, from), style)
  if (is.unit === 'points') return pointsFault(text, is.value)
  if (is.unit === 'share' || is.unit === 'rate') {
    const [part, whole] = name.split('-of-') as [string, string]
    const ratio = ratios[name]
    const sides = ratio
      ? reckon.sides(ratio, area, from)
      : { part: reckon.h(part, area, from), base: reckon.h(whole, area, from) }
    if (is.unit === 'share') return shareFault(text, sides.part, sides.base, style)
    return rateFault(text, sides.part, sides.base, ratio!.decimals, style)
  }
  // The fifth annual rise is a count of five.
  if (is.unit === 'count' && ordinalIn(text) === is.value) return null
  return amountFault(text, exactly(id, is.value, reckon), one)
}

/** In millionths, without what binary fractions leave over. */
function exactly(id: string, value: number, reckon: Reckon): number {
  const [name, area, period] = id.split('@') as [string, string, string]
  return about(name) && period && !/[#.]/.test(period) ? reckon.h(name, area, yearIn(period)) : Math.round(value * one)
}

const up =
  /\b(?:up|rose|risen|rises?|rising|grown?|grew|more|higher|above|increased?|increase|exceed\w*|outnumbered)\b/gi
const down = /\b(?:down|fell|fallen|falls?|falling|dropped|drop|fewer|lower|below|decrease|short)\b/gi

/** The direction that the words nearest to a change give it: those right behind it, else the last before it. */
function wayFault(span: Span, text: string, reckon: Reckon): string | null {
  if (!/\.\.[\d/]+#(?:by|percent|points)$/.test(span.ref)) return null
  const value = meant(span.ref, reckon)?.value ?? Number.NaN
  const behind = /^\)?\s*(\S+)/.exec(text.slice(span.end).replace(/^ \([\d,]+\)/, ''))?.[1]?.replace(/\W/g, '') ?? ''
  const before = text.slice(0, span.start)
  const last = (words: RegExp, where: string) => Math.max(-1, ...[...where.matchAll(words)].map((m) => m.index))
  const where = last(up, behind) === 0 || last(down, behind) === 0 ? behind : before
  const [rising, falling] = [last(up, where), last(down, where)]
  if (rising < 0 && falling < 0) return 'is a change without a direction'
  return rising > falling === value > 0 ? null : 'goes the other way'
}

/** Figures that lie in no span: no number may be printed that stands for nothing. The months of a year are always 12. */
function bare({ text, spans }: Sentence): string[] {
  const letters = text.split('')
  for (const { kind, start, end } of spans) {
    if (kind === 'figure' || kind === 'period' || kind === 'quote') letters.fill('·', start, end)
  }
  const left = letters.join('').replace(/\bthe previous 12 months\b/, '')
  return /\d/.test(left) ? ['a number lies in no span'] : []
}

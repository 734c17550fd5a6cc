import type { Fact } from '../facts/fact.ts'
import type { DeskFile } from '../release/desk-file.ts'
import type { BriefFigure, Par, Span } from './brief.ts'
import { grouped } from './number.ts'

/** What the desk adds to one draft. */
export interface DeskCopy {
  pars: Par[]
  facts: Record<string, Fact>
  figures: Record<string, BriefFigure>
  notes: string[]
}

interface About {
  area: string
  isWhole: boolean
  period: string
}

/** Puts the desk's quotes, background and figures where it wants them, each as it was given, and marked as the desk's. */
export function addDeskCopy(pars: readonly Par[], desk: DeskFile, about: About): DeskCopy {
  const added: DeskCopy = { pars: [...pars], facts: {}, figures: {}, notes: [] }
  for (const [i, item] of desk.figures.entries()) {
    if (isFor(item, about)) place(added.pars, item.after, [figurePar(item, i, about, added)])
  }
  for (const [i, item] of desk.background.entries()) {
    if (isFor(item, about)) place(added.pars, item.after, [quoted(item.text, `desk/background/${i}`, 0, 'background')])
  }
  for (const [i, item] of desk.quotes.entries()) {
    if (isFor(item, about)) place(added.pars, item.after, quotePars(item, `desk/quotes/${i}`))
  }
  if (desk.analyst !== undefined) added.notes.push(`Analysis: ${desk.analyst}.`)
  for (const item of desk.notes) if (isFor(item, about)) added.notes.push(item.text)
  if (added.pars.length > pars.length)
    added.notes.push(
      'Quotes, background and figures that the desk supplied are passed on as given and are not checked.',
    )
  return added
}

function isFor(item: { for: DeskFile['quotes'][number]['for']; period?: string | undefined }, about: About): boolean {
  if (item.period !== undefined && item.period !== about.period) return false
  if (Array.isArray(item.for)) return item.for.includes(about.area)
  return item.for === 'all' || (item.for === 'whole') === about.isWhole
}

/** Behind the last par of a slot, and behind what the desk has put there already. */
function place(pars: Par[], after: string | undefined, added: readonly Par[]): void {
  const last = after === undefined ? -1 : pars.findLastIndex((par) => par.slot === after)
  let at = last < 0 ? pars.length : last + 1
  while (at < pars.length && pars[at]!.rule.startsWith('desk/')) at++
  pars.splice(at, 0, ...added)
}

/** A text with all of it, from an offset on, marked as the desk's. */
function quoted(text: string, ref: string, from: number, slot: string, to = text.length): Par {
  const span: Span = { start: from, end: to, kind: 'quote', ref }
  return { text, spans: [span], slot, rule: `desk/${slot}`, facts: [] }
}

/** `Speaker, office, said: "…"`. A quote of several pars opens each with a mark and closes the last. */
function quotePars({ words, speaker, office }: DeskFile['quotes'][number], ref: string): Par[] {
  const parts = [words].flat()
  const head = `${speaker}${office === undefined ? '' : `, ${office},`} said: `
  return parts.map((part, i) => {
    const text = `${i === 0 ? head : ''}"${part}${i === parts.length - 1 ? '"' : ''}`
    return quoted(text, ref, 0, 'quote')
  })
}

/** A figure from another source, which the sentence names; its fact says that no table bears it. */
function figurePar(item: DeskFile['figures'][number], i: number, about: About, copy: DeskCopy): Par {
  const { key, value, says, on, source } = item
  const id = `desk/${key}@${about.area}@${on}`
  const fact = `level/desk-${key}/${about.area}/${about.period}`
  copy.figures[id] = { value, unit: 'count', how: { op: 'desk', source, on, says } }
  copy.facts[fact] = {
    id: fact,
    kind: 'level',
    measure: `desk-${key}`,
    area: about.area,
    period: about.period,
    figures: [id],
    params: { now: id, source, on },
    newsworthiness: { score: 0, because: ['supplied by the desk'] },
    caveats: [`Supplied by the desk from ${source}, and not checked: ${says} (${grouped(value)}).`],
  }
  const number = grouped(value)
  const head = 'A total of '
  const text = `${head}${number} ${says} ${on}, according to ${source}.`
  const whole = quoted(text, `desk/figures/${i}`, 0, 'figure')
  const span: Span = { start: head.length, end: head.length + number.length, kind: 'figure', ref: id }
  return { ...whole, spans: [...whole.spans, span], facts: [fact] }
}

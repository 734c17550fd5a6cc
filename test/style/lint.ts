import type { Brief, Sentence } from '../../src/prose/brief.ts'
import { blocksOf } from '../../src/verify/copy-brief.ts'
import { lint as lintBlocks, speaksOfRate } from '../../src/verify/lint.ts'

/** Where a draft breaks a rule of house style that a program can see. The numbers are those of docs/style.md. */
export function lint(brief: Brief): string[] {
  const found: string[] = []
  const say = (rule: number, what: string, text: string) => found.push(`${brief.id}: rule ${rule}: ${what}: ${text}`)
  const blocks = blocksOf(brief)
  const style = brief.style === 'pa' ? 'pa' : 'local'
  for (const { block, start, end, rule, what } of lintBlocks(blocks, style, brief.release.publisher)) {
    const { text } = blocks[block]!
    say(rule, `${what}: ${text.slice(start, end)}`, text)
  }
  const prose = brief.pars.filter((p) => p.slot !== 'line' && !p.rule.startsWith('desk/') && p.slot !== 'crosshead')
  // What the desk gave is passed on to the letter, and a crosshead is a label.
  const ours = brief.pars.filter((p) => !p.rule.startsWith('desk/') && p.slot !== 'crosshead')
  const all: Sentence[] = [brief.headline, ...ours]

  // What the words alone cannot tell: whether a number is a figure, a year or a rate.
  for (const { text, spans } of all) {
    const at = (index: number, kind: string) => spans.find((s) => s.kind === kind && s.start <= index && index < s.end)
    const unitAt = (index: number) => brief.figures[at(index, 'figure')?.ref ?? '']?.unit
    for (const { 0: digit, 1: points, index } of text.matchAll(
      /(?<![\d.,£])[1-9](?![\d.,]*\d)(?!%| per cent)( (?:percentage )?points?\b)?/g,
    )) {
      if (!at(index, 'figure') || (points !== undefined && unitAt(index) !== 'points'))
        say(1, `${digit} is no figure`, text)
    }
    for (const { 0: year, index } of text.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d,])/g)) {
      if (!at(index, 'period')) say(3, `${year} is no year`, text)
    }
    for (const { 0: share, 1: whole, 2: decimals, index } of text.matchAll(/(\d+)\.(\d+)(?:%| per cent)/g)) {
      const isLong = Number(whole) >= 10 || decimals!.length !== 1
      if (isLong && speaksOfRate.test(text) && unitAt(index) !== 'rate') say(5, `${share} is no rate`, text)
    }
    if (!/[\p{L}\p{N}%).]$/u.test(text)) say(9, 'no full stop', text)
  }
  const headline = brief.headline.text
  const begins = brief.headline.spans.some((s) => s.kind === 'claim' && brief.facts[s.ref]?.params['recordsBegin'])
  if (/record/i.test(headline) && !begins)
    say(16, 'record in the headline of a series that starts later than records', headline)
  const intro = prose.findIndex((p) => p.slot === 'intro')
  if (intro > 0) say(9, 'the intro is not first', prose[intro]!.text)
  // The desk's own words name the publisher where they have to; none that is shipped does.
  for (const { text, rule } of brief.pars)
    if (rule.startsWith('desk/') && text.includes(brief.release.publisher)) say(10, 'publisher named by the desk', text)
  // 12: named in full once before it is called by the short form.
  const short = brief.pars.findIndex((p) => /\bthe force\b/i.test(p.text))
  const full = brief.pars.findIndex((p) => p.spans.some((s) => s.kind === 'area' && s.ref === brief.area.key))
  if (short >= 0 && (full < 0 || full > short)) say(12, 'short form before the full one', '')
  // Part 7 of the design: a paragraph must add something; no fact is told twice.
  const told = brief.pars.flatMap((p) => p.facts)
  if (new Set(told).size !== told.length) say(15, 'a fact is told twice', told.join(' '))
  return found
}

import type { Brief, Sentence } from '../../src/prose/brief.ts'
import { blocksOf } from '../../src/verify/copy-brief.ts'
import { lint as lintBlocks } from '../../src/verify/lint.ts'

/** Where a draft breaks a rule of house style that a program can see. The numbers are those of docs/style.md. */
export function lint(brief: Brief): string[] {
  const found: string[] = []
  const say = (rule: number, what: string, text: string) => found.push(`${brief.id}: rule ${rule}: ${what}: ${text}`)
  const blocks = blocksOf(brief)
  const style = brief.style === 'pa' ? 'pa' : 'local'
  for (const { block, start, end, rule, what } of lintBlocks(blocks, style, brief.release.publisher)) {
    const { text } = blocks[block]!
    // A rate has the decimals that the publisher gives it.
    const span = [brief.headline, ...brief.pars][block]!.spans.find(
      (s) => s.kind === 'figure' && s.start <= start && start < s.end,
    )
    if (rule === 5 && span && brief.figures[span.ref]?.unit === 'rate') continue
    say(rule, `${what}: ${text.slice(start, end)}`, text)
  }
  const prose = brief.pars.filter((p) => p.slot !== 'line' && !p.rule.startsWith('desk/') && p.slot !== 'crosshead')
  // What the desk gave is passed on to the letter, and a crosshead is a label.
  const ours = brief.pars.filter((p) => !p.rule.startsWith('desk/') && p.slot !== 'crosshead')
  const all: Sentence[] = [brief.headline, ...ours]

  for (const { text, spans } of all) {
    const isLine = text.startsWith('– ')
    // 1: one to nine in words, but for per cents, decimals, ages, years and pairs in one comparison.
    for (const match of text.matchAll(/(?<![\d.,£])([1-9])(?![\d.,]*\d)(?!%| per cent)/g)) {
      const span = spans.find((s) => s.kind === 'figure' && s.start <= match.index && match.index < s.end)
      const pair =
        /from (\d+|[a-z]+) to (\d+|[a-z]+)|\d[^.]*, (up|down) from \d+|compared with \d+| at \d+.* (at|was) \d+/.test(
          text,
        )
      // Units go in figures: four percentage points are 4.
      if (span && brief.figures[span.ref]?.unit === 'points') continue
      if (!span || (!pair && !isLine)) say(1, `${match[1]} in figures`, text)
    }
    // 3: thousands have their comma; years have none.
    for (const match of text.matchAll(/(?<![\d.,])\d{4,}(?![\d,])/g)) {
      const isYear = spans.some((s) => s.kind === 'period' && s.start <= match.index && match.index < s.end)
      if (!isYear) say(3, `${match[0]} without a comma`, text)
    }
    // 5: a change of ten per cent or more is whole; never -0.
    for (const match of text.matchAll(/(\d+)\.(\d+)(%| per cent)/g)) {
      const span = spans.find((s) => s.kind === 'figure' && s.start <= match.index && match.index < s.end)
      // A rate has the decimals that the publisher gives it.
      if (span && brief.figures[span.ref]?.unit === 'rate') continue
      if (Number(match[1]) >= 10 || match[2]!.length !== 1) say(5, 'decimals', text)
    }
  }
  const headline = brief.headline.text
  const begins = brief.headline.spans.some((s) => s.kind === 'claim' && brief.facts[s.ref]?.params['recordsBegin'])
  if (/record/i.test(headline) && !begins)
    say(16, 'record in the headline of a series that starts later than records', headline)
  const intro = prose.find((p) => p.slot === 'intro')
  if (intro && (split(intro.text).length > 1 || words(intro.text) > 25)) say(9, 'intro too long', intro.text)
  // 12: named in full once before it is called by the short form.
  const short = brief.pars.findIndex((p) => /\bthe force\b/i.test(p.text))
  const full = brief.pars.findIndex((p) => p.spans.some((s) => s.kind === 'area' && s.ref === brief.area.key))
  if (short >= 0 && (full < 0 || full > short)) say(12, 'short form before the full one', '')
  // Part 7 of the design: a paragraph must add something; no fact is told twice.
  const told = brief.pars.flatMap((p) => p.facts)
  if (new Set(told).size !== told.length) say(15, 'a fact is told twice', told.join(' '))
  // 16: contrast words once, so that they keep their meaning.
  const contrasts = prose.filter((p) => /\b(by contrast|however)\b/i.test(p.text)).length
  if (contrasts > 2) say(14, `${contrasts} contrasts`, '')
  return found
}

const words = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length
const split = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=[A-Z"“])/)

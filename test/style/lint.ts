import type { Brief, Sentence } from '../../src/prose/brief.ts'

/** Where a draft breaks a rule of house style that a program can see. The numbers are those of docs/style.md. */
export function lint(brief: Brief): string[] {
  const found: string[] = []
  const say = (rule: number, what: string, text: string) => found.push(`${brief.id}: rule ${rule}: ${what}: ${text}`)
  const pa = brief.style === 'pa'
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
    // Table of styles: one style of per cent, and no other.
    if (pa ? /per cent/.test(text.replace(/percentage/g, '')) : text.includes('%'))
      say(0, 'the other style of per cent', text)
    if (pa ? / - /.test(text) : / – /.test(text)) say(0, 'the other style of dash', text)
    // 5: a change of ten per cent or more is whole; never -0.
    for (const match of text.matchAll(/(\d+)\.(\d+)(%| per cent)/g)) {
      const span = spans.find((s) => s.kind === 'figure' && s.start <= match.index && match.index < s.end)
      // A rate has the decimals that the publisher gives it.
      if (span && brief.figures[span.ref]?.unit === 'rate') continue
      if (Number(match[1]) >= 10 || match[2]!.length !== 1) say(5, 'decimals', text)
    }
    if (/(?<![\w-])-0|−|NaN|undefined|null|Infinity|\{|\}|\[|\]/.test(text)) say(5, 'what no reader should see', text)
    // 13: articles by sound; spelling; lists.
    if (/\ba (8|11|18|80|8\d|eight|eleven|eighteen)\b/i.test(text) || /\ban (?!8|11|18|[aeiou]|annual)\w/i.test(text))
      say(13, 'article', text)
    if (/\b(organiz|recogniz|program |center|labor )/i.test(text)) say(13, 'spelling', text)
    if (/\bless \w+s\b/.test(text)) say(13, 'fewer', text)
    // 14: no judgement and no cause.
    if (
      /\b(shocking|worrying|soar|plummet|slump|surge|crisis|alarming|sadly|unfortunately|impressive|dramatic)/i.test(
        text,
      )
    )
      say(14, 'judgement', text)
    if (/\b(because|due to|thanks to|caused|driven by|as a result|led to|owing to)\b/i.test(text))
      say(14, 'cause', text)
    if (/ {2}|\s[,.;:]|[,;]\.|\.\.|,,/.test(text)) say(9, 'punctuation', text)
    if (/\blast year\b/i.test(text)) say(8, 'last year', text)
  }
  for (const { text } of prose) {
    // 2: no sentence starts with a figure.
    for (const part of split(text)) {
      if (/^\W*\d/.test(part)) say(2, 'starts with a figure', part)
      if (!/^[A-Z]/.test(part)) say(9, 'starts small', part)
    }
    if (!text.endsWith('.')) say(9, 'no full stop', text)
    if (split(text).length > 2) say(9, 'more than two sentences', text)
    if (words(text) > 35) say(9, `${words(text)} words`, text)
  }
  const headline = brief.headline.text
  if (/^\W*\d/.test(headline)) say(2, 'headline starts with a figure', headline)
  if (headline.length > 75) say(9, `headline of ${headline.length} characters`, headline)
  if (headline.endsWith('.')) say(9, 'headline with a full stop', headline)
  if (/\b(was|were|had|rose|fell)\b/.test(headline)) say(9, 'headline in the past tense', headline)
  const begins = brief.headline.spans.some((s) => s.kind === 'claim' && brief.facts[s.ref]?.params['recordsBegin'])
  if (/record/i.test(headline) && !begins)
    say(16, 'record in the headline of a series that starts later than records', headline)
  const intro = prose.find((p) => p.slot === 'intro')
  if (intro && (split(intro.text).length > 1 || words(intro.text) > 25)) say(9, 'intro too long', intro.text)
  // 10: the publisher by the third paragraph, once.
  const named = brief.pars.flatMap((p, i) =>
    [...p.text.matchAll(new RegExp(brief.release.publisher, 'g'))].map(() => i),
  )
  if (named.length !== 1 || named[0]! > 2) say(10, `publisher named in paragraphs ${named.join(', ') || 'none'}`, '')
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

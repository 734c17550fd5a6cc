import type { Block } from './finding.ts'
import { storyFaults } from './lint-story.ts'
import { sentencesOf } from './sentences.ts'

/** A place where copy breaks house style, and the rule of docs/style.md. Style is told apart from truth. */
export interface StyleFinding {
  block: number
  start: number
  end: number
  rule: number
  what: string
}

/** One thing a program can see in the words of a block. */
interface Check {
  rule: number
  what: string
  pattern: RegExp
  /** Of which blocks; all prose where it is not said. */
  of?: readonly Block['kind'][]
  style?: 'pa' | 'local'
  /** Not where the sentence, or what it is in, says this. */
  unless?: RegExp
}

const all: readonly Block['kind'][] = ['headline', 'par', 'line']
const prose: readonly Block['kind'][] = ['par']
const headline: readonly Block['kind'][] = ['headline']
/** Two numbers in one comparison are both in figures. */
const pair =
  /from (?:\d+|[a-z]+) to (?:\d+|[a-z]+)|\d[^.]*, (?:up|down) from \d+|compared with \d+| at \d+.* (?:at|was) \d+/
/** A rate has the decimals that the publisher gives it. */
export const speaksOfRate = /\brates?\b|\bequal to\b|\bequivalent to\b/
/** Dates and ages stay in figures, as units do. */
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

const checks: readonly Check[] = [
  {
    rule: 1,
    what: 'one to nine are in words',
    pattern: new RegExp(
      `(?<![\\d.,£])(?<!(?:${months}|aged) )[1-9](?![\\d.,]*\\d|%| per cent| (?:percentage )?points?\\b| days?\\b| per \\d| (?:${months})\\b|-year-old|(?:\\.\\d+)?[ap]m\\b)`,
      'g',
    ),
    of: ['headline', 'par'],
    unless: pair,
  },
  { rule: 0, what: 'the other style of per cent', pattern: /\bper cent\b/g, style: 'pa' },
  { rule: 0, what: 'the other style of per cent', pattern: /%/g, style: 'local' },
  { rule: 0, what: 'the other style of per cent', pattern: /\bpercent\b/gi },
  { rule: 0, what: 'the other style of dash', pattern: / - /g, style: 'pa' },
  { rule: 0, what: 'the other style of dash', pattern: / – /g, style: 'local' },
  {
    rule: 2,
    what: 'starts with a figure',
    pattern: /(?:^|(?<=(?<!\b(?:No|pp?|[A-Z]))[.!?]["”’]?\s))[^\p{L}\p{N}\s]*\d[\d,.]*/gu,
    of: ['par', 'headline', 'crosshead'],
  },
  { rule: 3, what: 'a thousand without its comma', pattern: /(?<![\d.,£/-])(?!(?:19|20)\d\d\b)\d{4,}(?![\d,])/g },
  {
    rule: 5,
    what: 'decimals of a whole number',
    pattern: /\b(?:[1-9]\d+\.\d+|\d\.\d{2,})(?=%| per cent)/g,
    unless: speaksOfRate,
  },
  { rule: 5, what: 'decimals of a rate', pattern: /\b\d+\.\d{3,}(?=%| per cent)/g },
  { rule: 6, what: 'no change reads as no change', pattern: /(?<![\d.,])0(?:\.0+)?(?:%| per cent)/g },
  {
    rule: 5,
    what: 'what no reader should see',
    pattern: /(?<![\w-])-0\b|−|\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|[{}[\]]/g,
  },
  { rule: 8, what: 'last year', pattern: /\blast year\b/gi },
  { rule: 9, what: 'punctuation', pattern: / {2}|\s[,.;:]|[,;]\.|\.\.|,,/g },
  {
    rule: 9,
    what: 'starts small',
    pattern: /(?:^|(?<=(?<!\b(?:No|pp?|[A-Z]))[.!?]\s))["“‘(]*\p{Ll}[\p{L}\p{N}]*/gu,
    of: prose,
  },
  { rule: 9, what: 'no full stop', pattern: /[^.!?:”"’]$/g, of: prose },
  { rule: 9, what: 'headline with a full stop', pattern: /\.$/g, of: headline },
  { rule: 9, what: 'headline in the past tense', pattern: /\b(?:was|were|had|rose|fell)\b/g, of: headline },
  { rule: 9, what: 'headline of more than 75 characters', pattern: /(?<=^.{75}).+$/g, of: headline },
  {
    rule: 13,
    what: 'article',
    pattern:
      /\ba (?:8|11|18|80|8\d|eight|eleven|eighteen)\b|\ban (?!8|11|18|[aeiou]|hour|honest|annual|MP|FTE|NHS|HMP)\w+/gi,
  },
  { rule: 13, what: 'spelling', pattern: /\b(?:organiz\w*|recogniz\w*|programs? |center\w*|labor )/gi },
  { rule: 13, what: 'fewer', pattern: /\bless (?!than)\w+s\b/g },
  {
    rule: 14,
    what: 'a word that judges',
    pattern:
      /\b(?:shocking|worrying|soar\w*|plummet\w*|slump\w*|surg\w*|crisis|alarming|sadly|unfortunately|impressive|dramatic\w*)\b/gi,
  },
  {
    rule: 14,
    what: 'a cause',
    pattern: /\b(?:because|due to|thanks to|caused|driven by|as a result|led to|owing to|was the reason)\b/gi,
  },
]

/**
 * What of house style (docs/style.md, part 1) a program can see in finished copy.
 * @param style which of the two styles; null where it is not known, and then only that they are not mixed is looked at
 */
export function lint(blocks: readonly Block[], style: 'pa' | 'local' | null, publisher?: string): StyleFinding[] {
  const found: StyleFinding[] = []
  for (const [block, { kind, text }] of blocks.entries()) {
    if (kind === 'desk') continue
    for (const { rule, what, pattern, of, style: only, unless } of checks) {
      if (!(of ?? all).includes(kind) || (only !== undefined && only !== style)) continue
      // A line begins with its dash.
      const own = kind === 'line' ? text.replace(/^– /, '· ') : text
      for (const one of own.matchAll(pattern)) {
        if (one[0] === '' || unless?.test(sentenceAt(own, one.index))) continue
        found.push({ block, start: one.index, end: one.index + one[0].length, rule, what })
      }
    }
  }
  const order = (a: StyleFinding, b: StyleFinding) => a.block - b.block || a.start - b.start
  return [...found, ...storyFaults(blocks, style, publisher)].sort(order)
}

const sentenceAt = (text: string, at: number): string =>
  sentencesOf(text).findLast(({ start }) => start <= at)?.text ?? text

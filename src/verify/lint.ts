import type { Block } from './finding.ts'

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
}

const all: readonly Block['kind'][] = ['headline', 'par', 'line']
const prose: readonly Block['kind'][] = ['par']
const headline: readonly Block['kind'][] = ['headline']

const checks: readonly Check[] = [
  { rule: 0, what: 'the other style of per cent', pattern: /\d per cent\b/g, style: 'pa' },
  { rule: 0, what: 'the other style of per cent', pattern: /\d%/g, style: 'local' },
  { rule: 0, what: 'the other style of dash', pattern: / - /g, style: 'pa' },
  { rule: 0, what: 'the other style of dash', pattern: / – /g, style: 'local' },
  { rule: 2, what: 'starts with a figure', pattern: /(?:^|(?<=[.!?]\s))\d[\d,.]*/g, of: ['par', 'headline'] },
  { rule: 3, what: 'a thousand without its comma', pattern: /(?<![\d.,£/-])(?!(?:19|20)\d\d\b)\d{4,}(?![\d,])/g },
  { rule: 5, what: 'decimals of a whole number', pattern: /\b[1-9]\d+\.\d+(?=%| per cent)/g },
  {
    rule: 5,
    what: 'what no reader should see',
    pattern: /(?<![\w-])-0\b|−|\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|[{}[\]]/g,
  },
  { rule: 8, what: 'last year', pattern: /\blast year\b/gi },
  { rule: 9, what: 'punctuation', pattern: / {2}|\s[,.;:]|[,;]\.|(?<!\.)\.\.(?!\.)|,,/g },
  { rule: 9, what: 'starts small', pattern: /(?:^|(?<=[.!?]\s))[a-z]\w*/g, of: prose },
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

const words = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length
const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=[A-Z"“])/)
const limits = { par: 35, sentences: 2 }

/**
 * What of house style (docs/style.md, part 1) a program can see in finished copy.
 * @param style which of the two styles; null where it is not known, and what tells them apart is not looked at
 */
export function lint(blocks: readonly Block[], style: 'pa' | 'local' | null, publisher?: string): StyleFinding[] {
  const found: StyleFinding[] = []
  for (const [block, { kind, text }] of blocks.entries()) {
    if (kind === 'desk' || kind === 'crosshead') continue
    for (const { rule, what, pattern, of, style: only } of checks) {
      if (!(of ?? all).includes(kind) || (only !== undefined && only !== style)) continue
      // A line begins with its dash.
      const own = kind === 'line' ? text.replace(/^– /, '· ') : text
      for (const one of own.matchAll(pattern)) {
        if (one[0] === '') continue
        found.push({ block, start: one.index, end: one.index + one[0].length, rule, what })
      }
    }
    if (kind !== 'par') continue
    const whole = { block, start: 0, end: text.length, rule: 9 }
    if (sentences(text).length > limits.sentences) found.push({ ...whole, what: 'more than two sentences' })
    if (words(text) > limits.par) found.push({ ...whole, what: `${words(text)} words, 35 at most` })
  }
  return [...found, ...attribution(blocks, publisher)].sort((a, b) => a.block - b.block || a.start - b.start)
}

/** The publisher is named by the third paragraph, and once (STYLE rule 10). */
function attribution(blocks: readonly Block[], publisher: string | undefined): StyleFinding[] {
  if (publisher === undefined) return []
  const pars = blocks.flatMap((b, block) => (b.kind === 'par' || b.kind === 'line' ? [{ ...b, block }] : []))
  const named = pars.flatMap(({ text, block }, nth) =>
    [...text.matchAll(new RegExp(publisher.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(({ index }) => ({
      block,
      nth,
      start: index,
      end: index + publisher.length,
    })),
  )
  const [first, ...again] = named
  if (first === undefined) {
    const block = pars[0]?.block
    return block === undefined ? [] : [{ block, start: 0, end: 0, rule: 10, what: `${publisher} is not named` }]
  }
  const late = first.nth > 2 ? [{ ...first, what: 'named after the third paragraph' }] : []
  return [...late, ...again.map((one) => ({ ...one, what: 'named again' }))].map(({ nth: _, ...one }) => ({
    ...one,
    rule: 10,
  }))
}

import type { Effects } from '../effects.ts'
import { asOf } from '../embargo.ts'
import { fail } from '../messages.ts'
import type { Brief, BriefFigure, Sentence } from '../prose/brief.ts'
import { stampOf } from '../render/stamp.ts'
import { shown } from './facts.ts'
import { readBrief } from './read-brief.ts'

/** `nib explain`: every figure of a brief, or of one paragraph: formula, cells, rounding. */
export function explain(path: string, par: string | undefined, effects: Effects): number {
  const brief = readBrief(path, effects)
  const sentences: [string, Sentence][] = [
    ['Headline', brief.headline],
    ...brief.pars.map((p, i): [string, Sentence] => [`Paragraph ${i + 1}`, p]),
  ]
  const number = par === undefined ? undefined : /^\d+$/.test(par) ? Number(par) : -1
  if (number !== undefined && !sentences[number]) {
    const why = `There is no paragraph ${par}: this brief has 1 to ${brief.pars.length}, and 0 is the headline.`
    fail('bad-usage', {}, { why })
  }
  for (const line of stampOf(asOf(brief, effects.now()))) effects.out(`${line}\n\n`)
  for (const [i, [name, sentence]] of sentences.entries()) {
    if (number !== undefined && i !== number) continue
    effects.out(`${name}: ${sentence.text}\n`)
    for (const span of sentence.spans) {
      if (span.kind !== 'figure') continue
      effects.out(`  “${sentence.text.slice(span.start, span.end)}”\n`)
      effects.out(tree(brief, span.ref, []))
    }
    effects.out('\n')
  }
  return 0
}

/** A figure and what it was made of, down to the cells. `above` are the figures it is part of: none is part of itself. */
function tree(brief: Brief, id: string, above: readonly string[]): string {
  const figure = Object.hasOwn(brief.figures, id) ? brief.figures[id] : undefined
  const pad = ' '.repeat(4 + 2 * above.length)
  if (!figure) return `${pad}${id}: not in this brief\n`
  if (above.includes(id)) return `${pad}${id}: made of itself\n`
  const { how } = figure
  const line = `${pad}${shown(figure)}  ${made(figure)}  [${id}]\n`
  const of = how.op === 'cells' ? [] : (how.of ?? [])
  return line + of.map((other) => tree(brief, other, [...above, id])).join('')
}

const formulas: Record<string, string> = {
  add: 'the sum of',
  subtract: 'the first less the second',
  divide: 'the first over the second',
  'percent-change': 'the first less the second, over the second, times 100',
  'point-change': 'the first less the second, in percentage points',
}

/** How a figure was made, in words: the formula, or the cells. */
export function made({ how }: BriefFigure): string {
  if (how.op === 'cells') {
    const where = [
      how.file,
      how.sheet === undefined ? undefined : `sheet ${how.sheet}`,
      `column ${how.column}`,
      `rows ${how.rows}`,
      how.where && `those of ${Object.values(how.where).join(', ')}`,
    ]
    return `= ${how.agg === 'sum' ? 'sum of ' : ''}${where.filter((w) => w !== undefined).join(', ')}`
  }
  if (how.op === 'divide' && how.times !== undefined)
    return `= ${formulas[how.op]}, times ${how.times.toLocaleString('en-GB')}:`
  const formula = formulas[how.op]
  if (formula !== undefined) return `= ${formula}:`
  const { op, of: _, ...params } = how
  return `= ${op}: ${Object.entries(params)
    .map(([k, v]) => `${k} ${Array.isArray(v) ? v.join(', ') : v}`)
    .join('; ')}`
}

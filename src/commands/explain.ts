import type { Effects } from '../effects.ts'
import { asOf } from '../embargo.ts'
import { fail } from '../messages.ts'
import type { Sentence } from '../prose/brief.ts'
import { figureTree } from '../render/figure-text.ts'
import { stampOf } from '../render/stamp.ts'
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
      effects.out(figureTree(brief, span.ref))
    }
    effects.out('\n')
  }
  return 0
}

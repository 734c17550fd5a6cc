import type { Brief } from '../../../src/index.ts'
import type { Reckon } from '../reckon.ts'
import { nation } from '../workforce.ts'
import { forces } from './forces.ts'
import { longRun } from './long-run.ts'
import { parts } from './parts.ts'
import { type Context, isOwn, type Reading, read, sentencesOf } from './reader.ts'
import { spread } from './spread.ts'

/** What is told of one sentence of a draft. */
export interface Read extends Reading {
  sentence: string
}

/** Every sentence of a draft, read from its words alone. Specific shapes come before general ones. */
export function readAll(brief: Brief, reckon: Reckon): Read[] {
  const readers = [...forces, ...spread, ...longRun, ...parts]
  return sentencesOf(brief).map((sentence) => {
    const context = { reckon, data: reckon.data, area: brief.area.key, period: brief.period.id, sentence }
    const found = read(context, readers)
    return { sentence: `${brief.id}: “${sentence}”`, ...found, wrong: [...found.wrong, ...whose(context)] }
  })
}

/** “The number of officers at Kent Police” stands in Kent's draft alone. */
function whose(c: Context): string[] {
  const names = [
    ...c.sentence.matchAll(
      /number of (?:police )?officers (?:at|in) (?!police forces|figures)(.+?)(?= (?:has|have|had|is|stood|rose|fell|since|in figures)\b|[.,]|$)/g,
    ),
  ]
  return names
    .map((m) => m[1]!)
    .filter((name) => (name === 'England and Wales' ? c.area !== nation : !isOwn(name, c)))
    .map((name) => `speaks of ${name}`)
}

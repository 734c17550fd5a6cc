import type { Brief } from '../../../src/index.ts'
import type { Reckon } from '../reckon.ts'
import { forces } from './forces.ts'
import { longRun } from './long-run.ts'
import { parts } from './parts.ts'
import { type Reading, read, sentencesOf } from './reader.ts'
import { spread } from './spread.ts'

/** What is told of one sentence of a draft. */
export interface Read extends Reading {
  sentence: string
}

/** Every sentence of a draft, read from its words alone. Specific shapes come before general ones. */
export function readAll(brief: Brief, reckon: Reckon): Read[] {
  const readers = [...forces, ...spread, ...longRun, ...parts]
  return sentencesOf(brief).map((sentence) => ({
    sentence: `${brief.id}: “${sentence}”`,
    ...read({ reckon, data: reckon.data, area: brief.area.key, period: brief.period.id, sentence }, readers),
  }))
}

export const falseSentences = (brief: Brief, reckon: Reckon): string[] =>
  readAll(brief, reckon).flatMap(({ sentence, wrong }) => wrong.map((why) => `${sentence}: ${why}`))

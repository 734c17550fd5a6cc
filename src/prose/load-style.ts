import type * as z from 'zod'
import type { Effects } from '../effects.ts'
import { loadNamed } from '../plan/edition.ts'
import { schemaOf } from '../zod.ts'
import type { Style } from './style.ts'

const styleSchema = schemaOf((z): z.ZodType<Style> => {
  const limits = z.int().positive()
  return z.strictObject({
    style: z.string(),
    percent: z.string(),
    yearJoin: z.string(),
    onTheYear: z.string(),
    dash: z.string(),
    bullet: z.string(),
    wordsUpTo: z.int().min(0).max(20),
    dates: z.enum(['month-first', 'day-first']),
    limits: z.strictObject({ headlineCharacters: limits, introWords: limits, parWords: limits, parSentences: limits }),
  })
})

/** @throws NibError with the styles there are */
export function loadStyle(folder: string, name: string, effects: Effects): Style {
  return loadNamed([folder], 'style', name, styleSchema, effects)
}

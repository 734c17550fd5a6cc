import * as z from 'zod'
import { decisions } from '../archive/journal.ts'
import { cleaned } from '../verify/cleaned.ts'

/** What a browser may send, and how much of it. */
export const most = { body: 100 * 1024, text: 5000, name: 60, note: 1000 } as const

const line = (max: number) =>
  z
    .string()
    .max(max, `at most ${max.toLocaleString('en-GB')} characters`)
    .transform(cleaned)

const who = line(most.name).refine((name) => name !== '', 'say who you are')
const text = line(most.text).refine((words) => words !== '', 'a paragraph has words')
const version = z.string().regex(/^[0-9a-f]{24}$/, 'not a version')
const index = z.coerce.number().int().min(0).max(10_000)

export const posted = {
  make: z.object({ who }),
  check: z.object({ par: index, text: z.string().max(most.text, `at most ${most.text} characters`) }),
  edit: z.object({ par: index, version, who, text, what: z.enum(['save', 'check', 'engine']).default('save') }),
  settle: z.object({ index, version, who, text, what: z.enum(['keep', 'drop']) }),
  decide: z.object({
    version,
    who,
    what: z.enum(decisions),
    note: line(most.note).default(''),
    sure: z.literal('yes').optional(),
  }),
} as const

export type Posted<K extends keyof typeof posted> = z.output<(typeof posted)[K]>

/** What is wrong with what was sent, in one line. */
export const faultOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')

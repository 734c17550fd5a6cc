import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import type { Brief } from '../prose/brief.ts'
import { briefSchema } from '../schema/brief.ts'

/** Reads a draft that Nib wrote as JSON. @throws NibError `bad-brief` where it is none, with the place in it */
export function readBrief(path: string, effects: Effects): Brief {
  let value: unknown
  try {
    value = JSON.parse(effects.readText(path))
  } catch (error) {
    if (error instanceof SyntaxError) return fail('bad-brief', { file: path }, { why: 'it is not JSON' })
    throw error
  }
  const { data, error } = briefSchema.safeParse(value)
  if (data) return data
  const [issue] = error.issues
  return fail('bad-brief', { file: path }, { why: `${issue!.path.join('.') || 'at its top'}: ${issue!.message}` })
}

import type * as z from 'zod'

/** Words that reach copy carry no control, direction or private-use marks; those would be invisible in a paper. */
export function wordsSchema(z: typeof import('zod')): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(1))
}

import { join } from 'node:path'
import type * as z from 'zod'
import type { Effects } from '../effects.ts'
import { NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { schemaOf } from '../zod.ts'
import type { Release } from './load.ts'
import { readSettings } from './settings.ts'

/**
 * What the desk adds to drafts: quotes, background, figures from other sources, notes, and who is credited with analysis.
 * It is passed on to the letter and never counted as checked (STYLE rule 27).
 */
const deskSchema = schemaOf((z) => {
  // To the letter: only what no paper can print is refused.
  const text = z
    .string()
    .min(1)
    .refine((t) => !/[\p{Cc}\p{Co}\p{Cs}]/u.test(t), 'text without control characters')
  const place = {
    /** `all`, `areas`, `whole`, or the keys of areas. */
    for: z.union([z.enum(['all', 'areas', 'whole']), z.array(z.string()).min(1)]).default('all'),
    /** Of which drafts; none named: all. */
    period: z.string().optional(),
    /** The slot it follows; none named, or none in the draft: the end. */
    after: z.string().optional(),
  }
  return z.strictObject({
    analyst: text.optional(),
    quotes: z
      .array(
        z.strictObject({
          words: z.union([text, z.array(text).min(1)]),
          speaker: text,
          office: text.optional(),
          ...place,
        }),
      )
      .default([]),
    background: z.array(z.strictObject({ text, ...place })).default([]),
    figures: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key: lower-case words joined by hyphens'),
          value: z.number().nonnegative(),
          says: text,
          on: text,
          source: text,
          ...place,
        }),
      )
      .default([]),
    notes: z.array(z.strictObject({ text, for: place.for, period: place.period })).default([]),
  })
})
export type DeskFile = z.infer<ReturnType<typeof deskSchema>>
export const deskFileSchema = () => deskSchema()

/** A quote for an area that is none would never be used, and nobody would hear of it. */
function checkAreas(desk: DeskFile, release: Release, where: (path: PropertyKey[]) => Place): Problem[] {
  const known = [...release.areas.listed, release.areas.whole].map(({ key }) => key)
  return (['quotes', 'background', 'figures', 'notes'] as const).flatMap((list) =>
    desk[list].flatMap((item, i) =>
      [item.for].flat().flatMap((name, n) => {
        if (!Array.isArray(item.for) || known.includes(name)) return []
        const path = [list, i, 'for', n]
        const meant = 'the key of an area was meant'
        return [
          problem('bad-definition', where(path), { path: path.join('.'), seen: name, meant, near: near(name, known) }),
        ]
      }),
    ),
  )
}

/** Reads the desk file of a release, or another one; without one there is nothing to add. @throws NibError with line and column */
export function loadDeskFile(release: Release, effects: Effects, path?: string): DeskFile {
  const file = path ?? join(release.folder, 'desk.yaml')
  if (path === undefined && !effects.exists(file)) return { quotes: [], background: [], figures: [], notes: [] }
  const { value, where } = readSettings('desk', effects.readText(file), file, deskFileSchema)
  const problems = checkAreas(value, release, where)
  if (problems.length > 0) throw new NibError(problems)
  return value
}

import { join } from 'node:path'
import type * as z from 'zod'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { near } from '../near.ts'
import { readSettings } from '../release/settings.ts'
import { schemaOf } from '../zod.ts'

const editionSchema = schemaOf((z) => {
  const slot = z.strictObject({
    slot: z.string(),
    required: z.boolean().default(false),
    /** Taken from the rules this many times at the most. */
    most: z.int().positive().default(1),
    /** What stands over the first par from here, in a story long enough. */
    crosshead: z.string().optional(),
    /** Once for each listed area, in the order of the alphabet. */
    each: z.enum(['area']).optional(),
  })

  return z.strictObject({
    edition: z.string(),
    for: z.array(z.enum(['area', 'whole'])).min(1),
    style: z.string(),
    slots: z.array(slot).min(1),
    /** Whether the desk's quotes and background stand in it. */
    desk: z.boolean().default(false),
    /** Crossheads stand in stories of at least this many pars. */
    crossheadsFrom: z.int().positive().default(8),
    /** The story stops where what is left falls below this share of its lead. */
    stopBelow: z.number().min(0).max(1),
  })
})
export type Edition = z.infer<ReturnType<typeof editionSchema>>

/** A named YAML file of some folders, the last that has it, checked. @throws NibError with the names there are */
export function loadNamed<T>(
  folders: readonly string[],
  what: string,
  name: string,
  schema: () => z.ZodType<T>,
  effects: Effects,
): T {
  const known = [...new Set(folders.flatMap((folder) => namesIn(folder, effects)))]
  const folder = folders.findLast((one) => namesIn(one, effects).includes(name))
  if (folder === undefined) return fail('unknown-choice', {}, { what, name, near: near(name, known), known })
  const file = join(folder, `${name}.yaml`)
  return readSettings(what, effects.readText(file), file, schema).value
}

const namesIn = (folder: string, effects: Effects): string[] =>
  effects.files(folder).flatMap((f) => (f.endsWith('.yaml') ? [f.slice(0, -'.yaml'.length)] : []))

/** @throws NibError with the editions there are */
export function loadEdition(folders: readonly string[], name: string, effects: Effects): Edition {
  return loadNamed(folders, 'edition', name, editionSchema, effects)
}

/** The edition that is written where none is named. */
export const editionFor = { area: 'local', whole: 'national' } as const

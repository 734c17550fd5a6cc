import type * as z from 'zod'
import { readyYaml, recording } from '../ready.ts'
import { type Checked, readYaml } from './yaml.ts'

/** Reads a settings file of some kind: as the build has read it, where the text is the same, else anew. */
export function readSettings<S extends z.ZodType>(
  kind: string,
  text: string,
  file: string,
  schema: () => S,
): Checked<z.output<S>> {
  const made = readyYaml(kind, text)
  if (made === undefined) {
    const checked = readYaml(text, file, schema())
    recording()?.yaml(kind, text, checked.value)
    return checked
  }
  return {
    value: structuredClone(made) as z.output<S>,
    // Only errors ask for places, and those are rare: the file is then read anew.
    where: (path) => readYaml(text, file, schema()).where(path),
  }
}

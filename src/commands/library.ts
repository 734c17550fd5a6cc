import { fileURLToPath } from 'node:url'
import type { Effects } from '../effects.ts'
import type { Library } from '../pipeline.ts'

/** The folder that Nib itself stands in. */
export const ownFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The releases and templates that come with Nib, or those of another folder laid out alike; one without templates borrows Nib's. */
export function libraryAt(folder: string | undefined, effects: Effects): Library {
  const root = folder ?? ownFolder
  const own = effects.exists(`${root}/templates`)
  return { data: `${root}/data`, templates: `${own ? root : ownFolder}/templates` }
}

import { fileURLToPath } from 'node:url'
import type { Effects } from '../effects.ts'
import type { Library } from '../pipeline.ts'
import { quoted } from '../watch/say.ts'

/** The folder that Nib itself stands in. */
export const ownFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The releases and templates that come with Nib, or those of another folder laid out alike; one without templates borrows Nib's. */
export function libraryAt(folder: string | undefined, effects: Effects): Library {
  const root = folder ?? ownFolder
  const own = effects.exists(`${root}/templates`)
  return { data: `${root}/data`, templates: `${own ? root : ownFolder}/templates` }
}

/** The options by which another command finds what this one did: ` --library replay`, or nothing. */
export function sameOptions({ out, library }: { out: string; library?: string }): string {
  const given = [
    ...(out === 'output' ? [] : [`--out ${quoted(out)}`]),
    ...(library === undefined ? [] : [`--library ${quoted(library)}`]),
  ]
  return given.map((option) => ` ${option}`).join('')
}

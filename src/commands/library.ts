import { fileURLToPath } from 'node:url'
import type { Library } from '../pipeline.ts'

/** The releases and templates that come with Nib, or those of another folder laid out alike. */
export function libraryAt(folder: string | undefined): Library {
  const root = folder ?? fileURLToPath(new URL('../..', import.meta.url))
  return { data: `${root}/data`, templates: `${root}/templates` }
}

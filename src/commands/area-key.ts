import type { Archive } from '../archive/archive.ts'
import type { Effects } from '../effects.ts'
import type { Library } from '../pipeline.ts'
import { findArea, knowsArea } from '../release/areas.ts'
import { loadRelease } from '../release/load.ts'

/**
 * The key of the area that a person typed, of whichever level of a release; null for all of them.
 * @throws NibError with a near miss
 */
export function areaKey(release: string, typed: string | undefined, library: Library, effects: Effects): string | null {
  if (typed === undefined || typed === 'all') return null
  const first = loadRelease(release, library, effects)
  const levels = [first, ...first.definition.areas.also.map(({ list }) => loadRelease(release, library, effects, list))]
  const level = levels.find(({ areas }) => knowsArea(areas, typed)) ?? first
  return findArea(level.areas, typed).key
}

/** The area of a draft, by the draft's key: `2023/kent/local`. */
export const areaOf = (draft: string): string => draft.split('/')[1] ?? ''

/** The name of a draft's area. */
export const nameIn =
  (archive: Archive) =>
  (draft: string): string =>
    archive.drafts().get(draft)?.shown.area ?? areaOf(draft)

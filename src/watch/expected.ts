import { Opened } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import { findPeriod, type Library } from '../pipeline.ts'
import { after } from '../table/period.ts'
import { whole } from '../table/table.ts'

/**
 * A release on the tables that there are; null where there are none.
 * @throws NibError where they are not as they should be
 */
export async function openBefore(release: string, library: Library, effects: Effects): Promise<Opened | null> {
  return Opened.open({ release, library, files: {} }, effects).catch((error: unknown) => {
    if (error instanceof NibError && error.problems.every(({ code }) => code === 'no-file')) return null
    throw error
  })
}

/** What is expected next: `31 March 2024, of 43 forces and England and Wales`. */
export function expectedAfter(opened: Opened | null): string {
  if (opened === null) return 'what comes first: there is no table of before'
  const [desk] = opened.levels
  const places = opened.places()
  const areas = places.filter(({ desk, area }) => area !== whole(desk.table)).length
  const { noun, whole: all } = desk.release.definition.areas
  const [one, many] = opened.levels.length > 1 ? ['area', 'areas'] : noun
  const parts = [
    ...(areas === 0 ? [] : [`${areas} ${areas === 1 ? one : many}`]),
    ...(places.length > areas ? [all.name] : []),
  ]
  return `${after(desk.table.periods[findPeriod(desk, undefined)]!).label}, of ${parts.join(' and ')}`
}

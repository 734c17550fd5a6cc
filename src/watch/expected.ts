import { join } from 'node:path'
import { Opened } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import { findPeriod, type Library } from '../pipeline.ts'
import { after } from '../table/period.ts'
import { whole } from '../table/table.ts'

type Places = ReturnType<Opened['places']>

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

/** Drafts of one rehearsal, and how many rehearsals there are, unless they take longer than so many milliseconds. */
const most = 50
const times = 4
const long = 2000

/**
 * Takes the shipped tables as if they had come, and throws the drafts away: of what a process does, the first times take several times
 * as long as the later ones, and while nothing has come there is time.
 */
export async function rehearse(before: Opened, release: string, library: Library, effects: Effects): Promise<void> {
  const { folder, definition } = before.levels[0].release
  const [table, { file }] = Object.entries(definition.tables)[0]!
  const began = effects.now().getTime()
  for (let i = 0; i < times && effects.now().getTime() - began < long; i++) {
    const opened = await Opened.open({ release, library, files: { [table]: join(folder, file) } }, effects)
    makeAll(opened, opened.places().slice(-most))
  }
}

function makeAll(opened: Opened, places: Places): void {
  for (const place of places) {
    try {
      opened.make(place)
    } catch (error) {
      // That one area has no copy is nothing yet.
      if (!(error instanceof NibError)) throw error
    }
  }
}

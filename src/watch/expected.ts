import { Opened } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import { NibError } from '../messages.ts'
import { findPeriod, type Library } from '../pipeline.ts'
import { after } from '../table/period.ts'
import { whole } from '../table/table.ts'

/**
 * What is expected of a release, by the tables that there are: `31 March 2024, of 43 forces and England and Wales`. Drafts are made
 * of them, so that all that making drafts takes is loaded when a file comes.
 * @throws NibError where the shipped tables are not as they should be
 */
export async function expectedOf(release: string, library: Library, effects: Effects): Promise<string> {
  const opened = await Opened.open({ release, library, files: {} }, effects).catch((error: unknown) => {
    if (error instanceof NibError && error.problems.every(({ code }) => code === 'no-file')) return null
    throw error
  })
  if (opened === null) return 'what comes first: there is no table of before'
  const places = opened.places()
  const [desk] = opened.levels
  rehearse(opened, places.slice(-most))
  const areas = places.filter(isArea).length
  const { noun, whole: all } = desk.release.definition.areas
  const many = opened.levels.length > 1 ? ['area', 'areas'] : noun
  const parts = [
    ...(areas === 0 ? [] : [`${areas} ${many[areas === 1 ? 0 : 1]}`]),
    ...(places.length > areas ? [all.name] : []),
  ]
  return `${after(desk.table.periods[findPeriod(desk, undefined)]!).label}, of ${parts.join(' and ')}`
}

type Places = ReturnType<Opened['places']>
const isArea = ({ desk, area }: Places[number]): boolean => area !== whole(desk.table)

/** Drafts that are rehearsed, and how often. */
const most = 50
const times = 3

/** Makes drafts and throws them away while nothing is waiting: the first of a process take several times as long as the later ones. */
function rehearse(opened: Opened, places: Places): void {
  for (let i = 0; i < times; i++)
    for (const place of places) {
      try {
        opened.make(place)
      } catch (error) {
        // That one area has no copy is nothing yet.
        if (!(error instanceof NibError)) throw error
      }
    }
}

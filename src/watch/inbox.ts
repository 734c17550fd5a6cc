import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import type { Seen } from './still.ts'

/** What browsers, copying programs and editors call a file that is not there yet, or is not meant. */
const passedOver = /^[.~]|~$|\.(part|partial|tmp|crdownload|download)$/i

/** The files of a folder as they stand; null where there is no such folder, or it cannot be looked at. */
export function filesIn(folder: string, effects: Effects): Map<string, Seen> | null {
  try {
    if (!effects.exists(folder) || effects.stat(folder) !== null) return null
    const names = effects.files(folder).filter((name) => !passedOver.test(name))
    return new Map(
      names.flatMap((name) => {
        const seen = effects.stat(join(folder, name))
        return seen === null ? [] : [[name, seen] as const]
      }),
    )
  } catch {
    // A share that is on its way out fails in many ways.
    return null
  }
}

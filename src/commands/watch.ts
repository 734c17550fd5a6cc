import type { Effects } from '../effects.ts'
import { Watch } from '../watch/watch.ts'
import { libraryAt, sameOptions } from './library.ts'
import { onEnd } from './signals.ts'
import { userName } from './user.ts'

export interface WatchOptions {
  inbox: string
  who?: string
  once?: boolean
  out: string
  library?: string
}

/**
 * Milliseconds between two looks, each of which asks for the names in the folder and for the size of what is new. The inbox is looked at,
 * and not listened to: it is often a folder on another machine, and of changes there no event comes.
 */
const pace = 40

/**
 * `nib watch`: takes tables as they land in a folder, and makes every draft, until the process is ended. With `once`, takes what is
 * there; the exit status is then 1 where a file was not taken.
 * @param until ends it, as a signal to the process does
 */
export async function watch(
  name: string,
  options: WatchOptions,
  effects: Effects,
  until?: AbortSignal,
): Promise<number> {
  const library = libraryAt(options.library, effects)
  const { inbox, out, who = userName() } = options
  const watched = new Watch({ release: name, library, inbox, out, who, options: sameOptions(options) }, effects)
  // At once: all that was taken is in the archive, and what was under way is made again.
  const off = until ? undefined : onEnd(() => process.exit(0))
  try {
    await watched.arm()
    while (!until?.aborted) {
      const waits = await watched.look()
      if (options.once && !waits) return watched.refused > 0 ? 1 : 0
      await effects.wait(pace)
    }
    return 0
  } finally {
    off?.()
  }
}

import type { Archive } from '../archive/archive.ts'
import type { Delivery } from '../deliver/delivery-file.ts'
import type { Effects } from '../effects.ts'
import type { Library } from '../pipeline.ts'

/** What the steps of `nib release` share. */
export interface Room {
  name: string
  archive: Archive
  delivery: Delivery
  library: Library
  effects: Effects
  /** Ends it: what is not delivered by then is owed. */
  signal: AbortSignal
  /** Whether a draft is of the area that was asked for. */
  isWanted: (draft: string) => boolean
  who: string
}

import { createRequire } from 'node:module'
import type * as Zod from 'zod'

const load = createRequire(import.meta.url)

/** A schema that is made when it is first asked for: a run whose files the build has read does without zod. */
export function schemaOf<S>(make: (z: typeof Zod) => S): () => S {
  let made: S | undefined
  return () => {
    made ??= make(load('zod') as typeof Zod)
    return made
  }
}

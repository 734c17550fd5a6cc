import { createRequire } from 'node:module'

/** Nib's own version, as its package says. */
export const nibVersion = (): string =>
  (createRequire(import.meta.url)('../package.json') as { version: string }).version

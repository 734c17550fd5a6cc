import { fileURLToPath } from 'node:url'
import { type Desk, open, realEffects } from '../../src/index.ts'
import { evidenceOf } from '../../src/read-over.ts'
import type { Evidence } from '../../src/verify/evidence.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const opened = new Map<string, Promise<Desk>>()

/** A shipped release, opened once. */
export function deskFor(release: string): Promise<Desk> {
  const held = opened.get(release) ?? open(release, library, realEffects())
  opened.set(release, held)
  return held
}

export const evidenceFor = async (release: string): Promise<Evidence> => evidenceOf(await deskFor(release))

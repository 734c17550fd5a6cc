import { type HeldFile, heldFiles } from '../archive/held.ts'
import { Opened, type Wanted } from '../desk/opened.ts'
import type { Effects } from '../effects.ts'
import type { GateFinding } from '../gate/finding.ts'

type Held = Record<string, HeldFile>
type Release = Pick<Wanted, 'release' | 'library'>

/** A release on the files that came, as far as the gate lets them in. */
export interface Opening {
  wanted: Wanted
  effects: Effects
  opened: Opened
  /** The files it is open on. */
  held: Held
}

/** What became of files: the release on them, or nothing where none is let in; and the tables that were not, each with why. */
export interface Tried {
  opening: Opening | null
  shut: ReadonlyMap<string, GateFinding>
  /** Tables that were left out because they hold the shipped figures, beside others that do not. */
  again: readonly string[]
}

async function open({ release, library }: Release, held: Held, effects: Effects): Promise<Opening> {
  const { files, effects: reading } = heldFiles(held, effects)
  const wanted = { release, library, files }
  return { wanted, effects: reading, opened: await Opened.open(wanted, reading), held }
}

/**
 * Opens a release on files that came before and on fresh ones. What the gate is shut for is left out, and the rest tried without it.
 * @throws NibError with every problem found in the files
 */
export async function openOn(release: Release, before: Held, fresh: Held, effects: Effects): Promise<Tried> {
  let held = { ...before, ...fresh }
  const shut = new Map<string, GateFinding>()
  const again: string[] = []
  for (;;) {
    const left = Object.keys(fresh).filter((table) => held[table] !== undefined)
    if (left.length === 0) return { opening: null, shut, again }
    const opening = await open(release, held, effects)
    if (!opening.opened.isShut) return { opening, shut, again }
    const stops = opening.opened.gated.filter((f) => f.severity === 'stop')
    const isSame = (table: string) => stops.filter((f) => f.table === table).every((f) => f.kind === 'same-again')
    const stopped = [...new Set(stops.map((f) => f.table))].filter((table) => held[table] !== undefined)
    const same = stopped.filter(isSame)
    const wrong = left.filter((table) => stopped.includes(table) && !isSame(table))
    // Where what stops it is of a file from before, no fresh one is let in.
    const out = wrong.length > 0 ? wrong : same.length > 0 ? same : left
    for (const table of wrong.length === 0 && same.length > 0 ? [] : out)
      shut.set(table, stops.find((f) => f.table === table) ?? stops[0]!)
    if (wrong.length === 0) again.push(...same)
    held = Object.fromEntries(Object.entries(held).filter(([table]) => !out.includes(table)))
  }
}

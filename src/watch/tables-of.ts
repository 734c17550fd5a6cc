import { type HeldFile, heldFiles } from '../archive/held.ts'
import type { Effects } from '../effects.ts'
import { tryTable } from '../gate/problems.ts'
import { NibError, type Problem } from '../messages.ts'
import { readTables } from '../read-tables.ts'
import type { Release } from '../release/load.ts'
import { isBase } from '../release/measures.ts'

type Held = Readonly<Record<string, HeldFile>>

/** Which tables of a release a file is, or what stands against it. */
export type Fit = { tables: string[] } | { problem: Problem }

/** These say that a file is of something else; any other comes of a file that is nearly right. */
const other = ['no-header', 'missing-column', 'no-sheet']

/**
 * Tries a file as each table of the release, beside the others as they are. Where it is alone, and there is one table only, opening the
 * release on it tells as much.
 * @param held the tables that came before
 * @throws NibError where the fault is the definition's
 */
export async function tablesOf(
  release: Release,
  file: HeldFile,
  held: Held,
  effects: Effects,
  isAlone: boolean,
): Promise<Fit> {
  const known = Object.keys(release.definition.tables)
  if (isAlone && known.length === 1) return { tables: known }
  const tables: string[] = []
  const refused: (readonly Problem[])[] = []
  for (const table of known) {
    const problems = await problemsAs(release, table, file, held, effects)
    if (problems.length === 0) tables.push(table)
    else refused.push(problems)
  }
  if (tables.length > 0) return { tables: withoutEarlier(release, tables) }
  const near = refused.find((problems) => problems.every(({ code }) => !other.includes(code)))
  return { problem: (near ?? refused[0]!)[0]! }
}

async function problemsAs(
  release: Release,
  table: string,
  file: HeldFile,
  held: Held,
  effects: Effects,
): Promise<readonly Problem[]> {
  const { files, effects: reading } = heldFiles({ ...held, [table]: file }, effects)
  const sheets = await readTables(release, reading, files).catch((error: unknown) => {
    if (error instanceof NibError) return error.problems
    throw error
  })
  if (Array.isArray(sheets)) return sheets
  const tried = tryTable(release, sheets as Exclude<typeof sheets, readonly Problem[]>)
  return 'problems' in tried ? tried.problems : []
}

/** Two editions of one table are laid out alike; the one that comes is never the earlier one. */
function withoutEarlier({ definition }: Release, tables: readonly string[]): string[] {
  const measures = Object.values(definition.measures).filter((m) => isBase(m))
  const earlier = measures.flatMap((m) => {
    const one = m.earlier === undefined ? undefined : definition.measures[m.earlier]
    return one && isBase(one) && tables.includes(m.from) && one.from !== m.from ? [one.from] : []
  })
  return tables.filter((table) => !earlier.includes(table))
}

import { fileURLToPath } from 'node:url'
import { type Brief, type Desk, draft, NibError, open, prepare, realEffects } from '../../src/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const effects = realEffects()
/** The day after publication, so that a run today and a run tomorrow give the same. */
const now = new Date('2023-07-27T09:00:00Z')

export const openDesk = (files: Record<string, string> = {}): Promise<Desk> =>
  open('police-workforce', library, effects, files)

export interface Drafted {
  briefs: Brief[]
  /** Areas of which nothing could be written, and why. */
  without: string[]
}

/** The drafts of one edition at one period, of every area or of the whole: those that the edition is written for. */
export function drafts(desk: Desk, edition: string, period?: string, style?: string): Drafted {
  const order = prepare(desk, library, effects, { edition, period, style })
  const made: Drafted = { briefs: [], without: [] }
  for (const [i] of desk.table.areas.entries()) {
    const level = i === desk.table.areas.length - 1 ? 'whole' : 'area'
    if (!order.edition.for.includes(level)) continue
    try {
      made.briefs.push(JSON.parse(JSON.stringify(draft(desk, order, i, now))) as Brief)
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      made.without.push(`${edition} ${period ?? ''} ${desk.table.areas[i]!.name}: ${error.message}`)
    }
  }
  return made
}

/** Every edition of a period: each area's, and the whole's. */
export function allDrafts(desk: Desk, period?: string): Drafted {
  const each = ['local', 'national', 'list', 'nib'].map((edition) => drafts(desk, edition, period))
  return { briefs: each.flatMap((d) => d.briefs), without: each.flatMap((d) => d.without) }
}

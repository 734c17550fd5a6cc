import { type Archive, draftKey, type Made } from '../archive/archive.ts'
import { correctionNotes } from '../corrections/notes.ts'
import type { Opened } from '../desk/opened.ts'
import { shownOf } from '../desk/read.ts'
import { type Affected, gravest } from '../diff/consequence.ts'
import { NibError } from '../messages.ts'
import type { Brief } from '../prose/brief.ts'
import { consequencesBetween } from './judge.ts'
import type { Story } from './ledger.ts'
import type { Tables } from './tables.ts'

/** What new tables mean for what is out. */
export interface Revised {
  affected: Affected[]
  /** The corrected drafts, to be looked at and approved, each with the tables it is made from. */
  drafts: { made: Made; opened: Opened }[]
  /** Stories that can no longer be written at all: they are to be withdrawn. */
  lost: { area: string; why: string }[]
}

/**
 * Looks at each story that is out: what of it is false now, and what it would be.
 * @param openNow the new tables, opened on a period
 */
export async function revise(
  archive: Archive,
  stories: readonly Story[],
  tables: Tables,
  openNow: (period: string) => Promise<Opened>,
): Promise<Revised> {
  const revised: Revised = { affected: [], drafts: [], lost: [] }
  for (const story of stories) {
    const { draft, version } = story.at(-1)!
    const delivered = archive.version(version)
    const run = archive.runOf(draft, version) ?? ''
    const [was, now] = [await tables.of(run, delivered.period.id), await openNow(delivered.period.id)]
    const { next, why } = again(delivered, now)
    if (next === null) revised.lost.push({ area: delivered.area.name, why })
    const consequences = consequencesBetween(delivered, was, next, now)
    if (consequences.length === 0) continue
    const grave = consequences.filter(({ grade }) => grade !== 'wording')
    revised.affected.push({ draft, area: delivered.area.name, consequences, notes: correctionNotes(grave) })
    // Other words for what is true are nothing to correct.
    if (next !== null && gravest(consequences) !== 'wording')
      revised.drafts.push({
        made: { draft: draftKey(next), brief: next, shown: (one) => shownOf(now, one) },
        opened: now,
      })
  }
  return revised
}

/** The story made again. */
function again(delivered: Brief, now: Opened): { next: Brief | null; why: string } {
  const place = now.placeOf(delivered.area.key)
  if (place === null) return { next: null, why: 'the tables no longer have its area' }
  try {
    return { next: now.make(place).brief, why: '' }
  } catch (error) {
    if (!(error instanceof NibError) || error.problems[0]?.code !== 'no-copy') throw error
    return { next: null, why: error.message }
  }
}

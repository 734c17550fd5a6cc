import type { Archive } from '../archive/archive.ts'
import { consequencesOf } from '../corrections/consequences.ts'
import { kindOf } from '../corrections/kind.ts'
import { correctionNotes } from '../corrections/notes.ts'
import { knownBetween } from '../desk/changes.ts'
import type { Opened } from '../desk/opened.ts'
import { align } from '../diff/align.ts'
import { type Consequence, countedOf } from '../diff/consequence.ts'
import type { Brief } from '../prose/brief.ts'
import { evidenceOf } from '../read-over.ts'
import type { Judge } from './release.ts'
import type { Tables } from './tables.ts'

/**
 * What of a delivered draft is false on the tables that are open now.
 * @param was the tables it was delivered from
 * @param next the same story made again; null where nothing can be written any more
 */
export function consequencesBetween(delivered: Brief, was: Opened, next: Brief | null, now: Opened): Consequence[] {
  const area = delivered.area.key
  const evidence = (opened: Opened) => evidenceOf(opened.placeOf(area)?.desk ?? opened.levels[0])
  const known = knownBetween(area, was.levels, now.levels)
  return consequencesOf(delivered, next, { was: evidence(was), now: evidence(now) }, known)
}

/** Tells an update from a correction, by what was delivered and what the tables say now. */
export function judgeOf(archive: Archive, tables: Tables): Judge {
  return async (lastVersion, { state, opened }) => {
    const last = archive.version(lastVersion)
    const next = archive.version(state.version)
    const run = archive.runOf(state.draft, lastVersion) ?? state.run
    const was = await tables.of(run, last.period.id)
    const consequences = consequencesBetween(last, was, next, opened)
    const kind = kindOf(last, next, consequences)
    if (kind !== 'correction') return kind === null ? null : { kind, notes: [] }
    const grave = consequences.filter(({ grade }) => grade !== 'wording')
    const notes = correctionNotes(grave.length > 0 ? grave : rewritten(last, next))
    return { kind, notes }
  }
}

/** Places in which other words stand now: what a person put right where the tables are as they were. */
function rewritten(last: Brief, next: Brief): Parameters<typeof correctionNotes>[0] {
  return align(last, next).flatMap(({ was, now }) =>
    was === null || now === null || was.text === now.text
      ? []
      : [
          {
            place: was.index,
            counted: countedOf(last, was.index),
            published: was.text,
            sentence: was.text,
            shouldRead: now.text,
            now: [],
          },
        ],
  )
}

import { heldFiles, readKept } from '../archive/held.ts'
import { storiesOf } from '../deliver/ledger.ts'
import { revise } from '../deliver/revise.ts'
import { Tables } from '../deliver/tables.ts'
import { standing } from '../deliver/withdraw.ts'
import { Opened } from '../desk/opened.ts'
import { gravest } from '../diff/consequence.ts'
import type { Effects } from '../effects.ts'
import { asOf } from '../embargo.ts'
import { consequencesReport, consequencesValue } from '../render/consequences-report.ts'
import { stampOf } from '../render/stamp.ts'
import { areaKey, areaOf } from './area-key.ts'
import { archiveOf } from './journal.ts'
import { libraryAt, sameOptions } from './library.ts'
import { userName } from './user.ts'

export interface CorrectionsOptions {
  area?: string
  file: Record<string, string>
  shipped?: boolean
  rehearsal?: boolean
  json?: boolean
  dryRun?: boolean
  who?: string
  out: string
  library?: string
  /** Mark headings as a terminal does. */
  bold?: boolean
}

/**
 * `nib corrections`: what is out and false by another edition of the tables, gravest first, with the corrected drafts made for the desk.
 * Returns 1 where anything is false.
 */
export async function corrections(name: string, options: CorrectionsOptions, effects: Effects): Promise<number> {
  const library = libraryAt(options.library, effects)
  const area = areaKey(name, options.area, library, effects)
  const archive = archiveOf(name, options.out, effects)
  const rehearsal = options.rehearsal === true
  const again = sameOptions(options)
  const isWanted = (draft: string) => area === null || areaOf(draft) === area
  const stories = standing(storiesOf(archive.entries()), isWanted).filter(
    (s) => s.at(-1)!.issued.rehearsal === rehearsal,
  )
  if (stories.length === 0) {
    effects.note(`Nothing of ${name} is out${rehearsal ? ' as a rehearsal' : ''}: there is nothing to correct.\n`)
    return 0
  }
  const isGiven = Object.keys(options.file).length > 0
  const last = isGiven || options.shipped ? {} : (archive.lastRun()?.given ?? {})
  const held = isGiven ? { files: options.file, effects } : heldFiles(readKept(last, effects), effects)
  const opened = new Map<string, Promise<Opened>>()
  const openNow = (period: string): Promise<Opened> => {
    const found = opened.get(period) ?? Opened.open({ release: name, library, files: held.files, period }, held.effects)
    opened.set(period, found)
    return found
  }
  const revised = await revise(archive, stories, new Tables(name, archive, library, effects), openNow)
  const stamps = new Set(revised.drafts.flatMap(({ made }) => stampOf(asOf(made.brief, effects.now()))))
  if (options.json)
    effects.out(`${JSON.stringify({ stamps: [...stamps], ...consequencesValue(revised.affected) }, null, 1)}\n`)
  else {
    for (const stamp of stamps) effects.out(`${stamp}\n\n`)
    effects.out(consequencesReport(revised.affected, options.bold))
  }
  for (const { area: lost, why } of revised.lost)
    effects.note(`${lost}: nothing can be written any more (${why}): nib release ${name} --withdraw "${lost}".\n`)
  if (!options.dryRun && revised.drafts.length > 0) {
    const who = options.who ?? userName()
    const first = revised.drafts[0]!.opened
    const run = archive.begin(first.files, who, Object.keys(held.files))
    const told = archive.record(
      run,
      who,
      revised.drafts.map(({ made }) => made),
    )
    archive.end(run, who, { ...told, without: revised.lost.length })
    const n = revised.drafts.length
    effects.note(
      `\n${n === 1 ? 'A correction is' : `${n} corrections are`} drafted. Next: nib desk ${name}${again} to approve, then nib release ${name}${again}\n`,
    )
  }
  return revised.lost.length > 0 || revised.affected.some(({ consequences }) => gravest(consequences) !== 'wording')
    ? 1
    : 0
}

import { join } from 'node:path'
import { Archive } from '../archive/archive.ts'
import { isOfDraft } from '../archive/journal.ts'
import { tracesOf } from '../deliver/audit.ts'
import { entryText } from '../deliver/entry-text.ts'
import type { Effects } from '../effects.ts'
import { fail } from '../messages.ts'
import { type Trace, traceText } from '../render/journal-report.ts'
import { areaKey, areaOf, nameIn } from './area-key.ts'
import { libraryAt } from './library.ts'

export interface JournalOptions {
  area?: string
  json?: boolean
  out: string
  library?: string
}

/**
 * `nib journal`: what happened to the drafts of a release, or, with words of a sentence that was released, where each such sentence
 * came from. Returns 1 where no released sentence has these words.
 */
export function journal(name: string, words: string | undefined, options: JournalOptions, effects: Effects): number {
  const area = areaKey(name, options.area, libraryAt(options.library, effects), effects)
  const archive = archiveOf(name, options.out, effects)
  const isWanted = (draft: string) => area === null || areaOf(draft) === area
  if (words === undefined) {
    // Of every draft that was made there is a line where one area is asked for; else a run is one line.
    const told = archive
      .entries()
      .filter((entry) => (isOfDraft(entry) ? isWanted(entry.draft) && (area !== null || entry.what !== 'made') : true))
    const lines = () => told.map((entry) => entryText(entry, nameIn(archive))).join('')
    effects.out(options.json ? json(told) : lines())
    return 0
  }
  if (words.trim() === '') return fail('bad-usage', {}, { why: 'Give some words of the sentence, in quotation marks.' })
  const traces = tracesOf(archive, words, isWanted)
  effects.out(options.json ? json(traces.map(withFigures)) : traces.map(traceText).join('\n'))
  if (traces.length > 0) return 0
  effects.note(`No sentence that was released holds “${words}”.\n`)
  return 1
}

/** The archive of a release. @throws NibError where nothing was ever kept */
export function archiveOf(name: string, out: string, effects: Effects): Archive {
  const folder = join(out, name, 'archive')
  if (!effects.exists(join(folder, 'journal.jsonl')))
    fail('no-file', {}, { path: join(folder, 'journal.jsonl'), why: 'no drafts are kept there: nib desk and nib watch keep them; --out names the folder' }) // biome-ignore format: a line
  return new Archive(folder, effects)
}

/** The figures of a sentence in place of the whole draft. */
const withFigures = ({ brief, figures, ...trace }: Trace) => ({
  ...trace,
  figures: Object.fromEntries(figures.map((id) => [id, brief.figures[id]])),
})

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

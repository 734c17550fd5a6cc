import { basename } from 'node:path'
import type { Effects } from '../effects.ts'
import { standingOf } from '../embargo.ts'
import { fail } from '../messages.ts'
import { findPeriod, findPlace, levelsOf, open } from '../pipeline.ts'
import { evidenceOf } from '../read-over.ts'
import { checkReport, countOf } from '../render/check-report.ts'
import { stampOf } from '../render/stamp.ts'
import { cleaned } from '../verify/cleaned.ts'
import { readCopy } from '../verify/copy.ts'
import { lint } from '../verify/lint.ts'
import { readBack } from '../verify/read-back.ts'
import { libraryAt } from './library.ts'

export interface CheckOptions {
  release?: string
  area?: string
  period?: string
  style?: string
  file: Record<string, string>
  json?: boolean
  library?: string
  /** Mark claims as a terminal does. */
  bold?: boolean
}

/** `nib check`: copy that a person wrote or edited, each claim with its verdict. Returns 1 where something is wrong. */
export async function check(path: string, options: CheckOptions, effects: Effects): Promise<number> {
  const copy = readCopy(effects.readBytes(path), basename(path))
  const name = options.release ?? copy.about.release
  if (name === undefined)
    return fail('bad-usage', {}, { why: 'Say which release the copy is of: --release police-workforce.' })
  const style = styleOf(options.style ?? copy.about.style)
  const library = libraryAt(options.library, effects)
  const levels = levelsOf(await open(name, library, effects, options.file), library, effects)
  const { desk, area: index } = findPlace(levels, options.area ?? copy.about.area ?? 'whole')
  const area = desk.table.areas[index]!
  const period = desk.table.periods[findPeriod(desk, options.period ?? copy.about.period)]!
  const findings = readBack(copy.blocks, { area: area.key, period: period.id, own: false }, evidenceOf(desk))
  const found = lint(copy.blocks, style, desk.release.definition.publisher)
  const summary = countOf(findings)
  const about = { release: desk.release.key, area: area.key, period: period.id, status: desk.status }
  if (options.json)
    effects.out(
      `${JSON.stringify({ schema: 'check/1', ...about, blocks: copy.blocks, findings, style: found, summary }, null, 1)}\n`,
    )
  else {
    const own = copy.about.release
    if (own !== undefined && own !== desk.release.key)
      effects.note(`The brief says that it is of ${cleaned(own)}; it is checked against ${desk.release.key}.\n`)
    effects.note(`Checked as copy of ${area.name}, ${period.label} (${desk.release.definition.title}).\n`)
    for (const line of stampOf(standingOf(desk, effects.now()))) effects.out(`${line}\n\n`)
    if (desk.status === 'sample') effects.note('SAMPLE DATA: what holds is true of sample tables, not of the world.\n')
    effects.out(checkReport(copy.blocks, findings, found, options.bold ?? false))
  }
  return summary.wrong + summary.misrounded + summary.misplaced > 0 ? 1 : 0
}

function styleOf(name: string | undefined): 'pa' | 'local' | null {
  if (name === undefined || name === 'pa' || name === 'local') return name ?? null
  return fail('unknown-choice', {}, { what: 'style', name, known: ['pa', 'local'] })
}

import { basename, join } from 'node:path'
import { draftKey } from '../archive/archive.ts'
import type { Known } from '../diff/causes.ts'
import type { Change } from '../diff/change.ts'
import { compare } from '../diff/compare.ts'
import { dataChanges } from '../diff/data.ts'
import { compareEdited } from '../diff/edited.ts'
import type { Effects } from '../effects.ts'
import { asOf } from '../embargo.ts'
import { fail } from '../messages.ts'
import { open } from '../pipeline.ts'
import type { Brief } from '../prose/brief.ts'
import { evidenceOf } from '../read-over.ts'
import { baseKeys } from '../release/measures.ts'
import { changesText } from '../render/diff-report.ts'
import { stampOf } from '../render/stamp.ts'
import { readCopy } from '../verify/copy.ts'
import { readBack } from '../verify/read-back.ts'
import { libraryAt } from './library.ts'
import { readBrief } from './read-brief.ts'

export interface DiffOptions {
  release?: string
  fileOld: Record<string, string>
  fileNew: Record<string, string>
  json?: boolean
  library?: string
  /** Mark words as a terminal does. */
  bold?: boolean
}

/** One draft that differs, or is in one of the two alone. */
interface Difference {
  draft: string
  name: string
  changes: Change[]
  /** What stands above the copy that is quoted: an embargo, sample data. */
  stamps: string[]
}

/** `nib diff`: what changed in the copy, and why. Returns 1 where anything did. */
export async function diff(was: string, now: string, options: DiffOptions, effects: Effects): Promise<number> {
  const [old, young] = [
    effects.folders(was).length + effects.files(was).length,
    effects.folders(now).length + effects.files(now).length,
  ]
  if (old > 0 !== young > 0)
    fail('bad-usage', {}, { why: 'Two drafts are compared, or two folders of drafts: one of these is a folder.' })
  if (old > 0) return folders(briefsBelow(was, effects), briefsBelow(now, effects), options, effects)
  const source = readBrief(was, effects)
  const other = /\.json$/i.test(now) ? readBrief(now, effects) : null
  if (other === null || isByHand(source, other)) return edited(source, now, options, effects)
  const changes = compareBriefs(source, other, await knownOf(options, effects))
  return tell(differing(source, changes, stampsOf([source, other], effects)), 0, options, effects)
}

/** What stands above copy of any of these drafts now. */
const stampsOf = (briefs: readonly Brief[], effects: Effects): string[] => [
  ...new Set(briefs.flatMap((brief) => stampOf(asOf(brief, effects.now())))),
]

function compareBriefs(was: Brief, now: Brief, known: Partial<Known>): Change[] {
  if (was.release.id !== now.release.id)
    fail(
      'bad-usage',
      {},
      { why: `One draft is of ${was.release.id}, and the other of ${now.release.id}: two of one release were meant.` },
    )
  if (was.area.key !== now.area.key)
    fail(
      'bad-usage',
      {},
      { why: `One draft is of ${was.area.name}, and the other of ${now.area.name}: two of one area were meant.` },
    )
  return compare(was, now, known)
}

/** Nib's own words bring their spans with them: other words over the spans, facts, figures and rules of before are a person's. */
function isByHand(was: Brief, now: Brief): boolean {
  const made = ({ id, release, area, figures, facts, rules = {}, edits = [] }: Brief) =>
    JSON.stringify([id, release.id, area.key, figures, facts, rules, edits])
  const sentences = (brief: Brief) => [brief.headline, ...brief.pars]
  const spans = new Set(sentences(was).map((one) => JSON.stringify(one.spans)))
  return made(was) === made(now) && sentences(now).every((one) => spans.has(JSON.stringify(one.spans)))
}

async function folders(
  was: ReadonlyMap<string, Brief>,
  now: ReadonlyMap<string, Brief>,
  options: DiffOptions,
  effects: Effects,
): Promise<number> {
  const known = await knownOf(options, effects)
  const differences: Difference[] = []
  let same = 0
  for (const [draft, brief] of now) {
    const before = was.get(draft)
    const name = `${brief.area.name}, ${brief.edition}`
    if (before === undefined)
      differences.push({ draft, name: `${name}: new, with no draft before`, changes: [], stamps: [] })
    else {
      const changes = compareBriefs(before, brief, known)
      if (changes.length > 0) differences.push({ draft, name, changes, stamps: stampsOf([before, brief], effects) })
      else same++
    }
  }
  for (const [draft, brief] of was)
    if (!now.has(draft))
      differences.push({
        draft,
        name: `${brief.area.name}, ${brief.edition}: gone, with no draft now`,
        changes: [],
        stamps: [],
      })
  return tell(differences, same, options, effects)
}

/** What a person changed in a draft, and what the data say of it. */
async function edited(source: Brief, path: string, options: DiffOptions, effects: Effects): Promise<number> {
  const { blocks } = readCopy(effects.readBytes(path), basename(path))
  const changes = compareEdited(source, blocks)
  const library = libraryAt(options.library, effects)
  const name = options.release ?? source.release.id
  if (effects.exists(join(library.data, name, 'release.yaml'))) {
    const desk = await open(name, library, effects, options.fileNew)
    const about = { area: source.area.key, period: source.period.id, own: false }
    const findings = readBack(blocks, about, evidenceOf(desk)).filter((f) => f.verdict !== 'holds')
    for (const { now, causes } of changes)
      for (const f of findings.filter((one) => now !== null && one.block === now.index))
        causes.push({ kind: 'desk', text: `“${f.text}”: ${f.why}` })
  }
  return tell(differing(source, changes, stampsOf([source], effects)), 0, options, effects)
}

/** Told only where something differs, whatever an area is called. */
const differing = (source: Brief, changes: Change[], stamps: string[]): Difference[] =>
  changes.length === 0 ? [] : [{ draft: draftKey(source), name: source.area.name, changes, stamps }]

function tell(told: Difference[], same: number, options: DiffOptions, effects: Effects): number {
  if (options.json) effects.out(`${JSON.stringify({ schema: 'diff/1', same, drafts: told }, null, 1)}\n`)
  else {
    for (const stamp of new Set(told.flatMap(({ stamps }) => stamps))) effects.out(`${stamp}\n\n`)
    for (const { name, changes } of told) effects.out(`${changesText(name, changes, options.bold)}\n`)
  }
  if (told.length === 0) effects.note('Nothing differs.\n')
  else if (same > 0) effects.note(`${same} more ${same === 1 ? 'draft is' : 'drafts are'} as before.\n`)
  return told.length > 0 ? 1 : 0
}

/** What differs between the tables, where both are at hand. */
async function knownOf({ release, fileOld, fileNew, library }: DiffOptions, effects: Effects): Promise<Partial<Known>> {
  if (release === undefined) {
    if (Object.keys({ ...fileOld, ...fileNew }).length > 0)
      fail('bad-usage', {}, { why: 'Say which release the tables are of: --release police-workforce.' })
    return {}
  }
  const at = libraryAt(library, effects)
  const now = await open(release, at, effects, fileNew)
  const names = new Map(now.table.areas.map((a) => [a.key, a.name]))
  const known = {
    bases: (measure: string) => baseKeys(now.release.definition, measure),
    name: (area: string) => names.get(area) ?? area,
    whole: now.release.areas.whole.key,
  }
  if (Object.keys({ ...fileOld, ...fileNew }).length === 0) return known
  const was = await open(release, at, effects, fileOld)
  return { ...known, data: dataChanges(was.table, now.table) }
}

/** Every brief below a folder, by area and edition, and by period where there are several. */
function briefsBelow(folder: string, effects: Effects): Map<string, Brief> {
  const found: Brief[] = []
  const look = (path: string): void => {
    for (const name of effects.folders(path)) if (name !== 'archive') look(join(path, name))
    for (const name of effects.files(path))
      if (/\.json$/.test(name) && !/(?:^gate|\.ninjs)\.json$/.test(name))
        found.push(readBrief(join(path, name), effects))
  }
  look(folder)
  if (found.length === 0)
    fail('bad-usage', {}, { why: `There is no draft as JSON below ${folder}: nib brief writes them.` })
  const isOne = new Set(found.map(({ period }) => period.id)).size === 1
  return new Map(found.map((brief) => [isOne ? draftKey(brief).split('/').slice(1).join('/') : draftKey(brief), brief]))
}

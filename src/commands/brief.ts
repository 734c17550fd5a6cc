import { join } from 'node:path'
import { type Format, formats, Keeper, pathOf } from '../archive/store.ts'
import { draft } from '../draft.ts'
import type { Effects } from '../effects.ts'
import { gateDesk, gateNote, gateOver, isShut } from '../gate-over.ts'
import { fail, NibError } from '../messages.ts'
import { near } from '../near.ts'
import { type Desk, editionFolders, findPlace, type Library, levelsOf, type Order, open, prepare } from '../pipeline.ts'
import { areasOf, hasAreas, type Place, weightOf, wholeOf } from '../places.ts'
import { editionFor, loadEdition } from '../plan/edition.ts'
import type { Brief } from '../prose/brief.ts'
import { readOver } from '../read-over.ts'
import { type Entry, indexPage } from '../render/index-page.ts'
import { stampOf } from '../render/stamp.ts'
import { strongest } from '../render/strongest.ts'
import { whole } from '../table/table.ts'
import { blocksOf } from '../verify/copy-brief.ts'
import type { Finding } from '../verify/finding.ts'
import { libraryAt } from './library.ts'
import { progress } from './progress.ts'

export interface BriefOptions {
  area: string
  period?: string
  edition?: string
  style?: string
  file: Record<string, string>
  desk?: string
  format?: string
  out: string
  charts?: boolean
  stdout?: boolean
  library?: string
}

/** `nib brief`: drafts of one area, the whole, or all of them. Returns the exit status. */
export async function brief(name: string, options: BriefOptions, effects: Effects): Promise<number> {
  const library = libraryAt(options.library, effects)
  const wanted = formatsOf(options.format, options.stdout === true)
  const chartsOf = options.charts ? await charting(wanted) : () => []
  const desk = await open(name, library, effects, options.file, options.desk)
  const opened = levelsOf(desk, library, effects)
  const { gated, levels } = await gateDesk(opened, effects, options.file, options.period)
  const areas = placesFor(levels, options, library, effects)
  const orders = new Map<Desk, Map<string, Order>>()
  const order = ({ desk, area }: Place): Order => {
    const level = levelOf(desk, area)
    const edition = options.edition ?? editionFor[level]
    const mine = orders.get(desk) ?? new Map<string, Order>()
    orders.set(desk, mine)
    const [before] = mine.values()
    const { style, period } = options
    const made = mine.get(level) ?? prepare(desk, library, effects, { edition, style, period }, before)
    mine.set(level, made)
    return made
  }
  // What cannot be written is told before anything is.
  for (const area of areas) order(area)
  const now = effects.now()
  const entries: Entry[] = []
  const failures: string[] = []
  const keeper = new Keeper(options.out, effects)
  const bar = await progress(options.stdout ? 0 : areas.length)
  for (const area of areas) {
    try {
      const { brief: read, faults } = readOver(area.desk, draft(area.desk, order(area), area.area, now))
      const made = gateOver(read, gated)
      if (faults.length > 0) failures.push(faultsOf(made, faults))
      const charts = chartsOf(area.desk, order(area), area.area)
      if (options.stdout)
        effects.out(`${entries.length > 0 ? '\n' : ''}${wanted.map((f) => formats[f](made, charts)).join('\n')}`)
      entries.push({
        brief: made,
        files: options.stdout ? {} : keeper.keep(made, wanted, charts),
        ...weightOf(made),
      })
      if (options.stdout || areas.length > 200) drop(entries.at(-1)!)
    } catch (error) {
      // One area without copy must not cost the others theirs.
      if (!(error instanceof NibError) || error.problems[0]?.code !== 'no-copy' || areas.length === 1) throw error
      failures.push(error.message)
    }
    bar.step()
    await keeper.breathe()
  }
  await keeper.done()
  bar.stop()
  if (!options.stdout && entries.length > 0) report(desk, entries, options, wanted, effects)
  for (const failure of failures) effects.note(`${failure}\n`)
  effects.note(gateNote(gated, name))
  return failures.length > 0 || isShut(gated) ? 1 : 0
}

/** What draws charts is loaded where some are wanted, and by nothing else. */
async function charting(wanted: readonly Format[]) {
  const why = '--charts are drawn into HTML and ninjs: add html to --format, or ninjs.'
  if (!wanted.includes('html') && !wanted.includes('ninjs')) fail('bad-usage', {}, { why })
  return (await import('../chart/chart.ts')).chartsOf
}

/** What reading a draft back found that does not hold: the draft is kept, and is not usable. */
function faultsOf(made: Brief, faults: readonly Finding[]): string {
  const first = `${made.area.name}: read back, ${faults.length === 1 ? 'a claim does' : `${faults.length} claims do`} not hold:`
  const blocks = blocksOf(made)
  const lines = faults.map(
    ({ block, text, says, why }) => `  “${blocks[block]!.text}”\n    “${text}”${says && ` (${says})`}: ${why}`,
  )
  return [first, ...lines].join('\n')
}

function formatsOf(format: string | undefined, toStdout: boolean): Format[] {
  const known = Object.keys(formats) as Format[]
  if (format === undefined) return toStdout ? ['txt'] : ['md', 'html', 'txt', 'json']
  return format.split(',').map((f) => {
    const found = known.find((k) => k === f.trim())
    return found ?? fail('unknown-choice', {}, { what: 'format', name: f.trim(), near: near(f.trim(), known), known })
  })
}

type Level = keyof typeof editionFor
const levelOf = (desk: Desk, area: number): Level => (area === whole(desk.table) ? 'whole' : 'area')

/** The areas of each level, and the whole once. Of all, those the edition is written for. */
function placesFor(levels: readonly Desk[], options: BriefOptions, library: Library, effects: Effects): Place[] {
  const { edition } = options
  const written = edition && loadEdition(editionFolders(levels[0]!.release, library), edition, effects).for
  const isFor = (level: Level) => !written || written.includes(level)
  if (options.area === 'all') {
    const areas = levels.flatMap((desk) => areasOf(desk, options.period).map((area) => ({ desk, area })))
    return [...(isFor('area') ? areas : []), ...(isFor('whole') ? wholeOf(levels[0]!) : [])]
  }
  const { desk, area } = findPlace(levels, options.area)
  const last = whole(desk.table)
  if (area !== last && !hasAreas(desk)) {
    const why = `This release has figures of ${desk.release.areas.whole.name} alone: use --area whole.`
    fail('bad-usage', {}, { why })
  }
  if (isFor(levelOf(desk, area))) return [{ desk, area }]
  const why =
    levelOf(desk, area) === 'area'
      ? `The edition ${edition} is not written for single areas: use --area whole.`
      : `The edition ${edition} is not written for the whole: use the name of an area, or --area all.`
  return fail('bad-usage', {}, { why })
}

/** Of thousands of drafts only what the index shows is kept in memory. */
function drop(entry: Entry): void {
  entry.brief = { ...entry.brief, figures: {}, facts: {}, pars: [] }
}

function report(
  desk: Desk,
  entries: readonly Entry[],
  options: BriefOptions,
  wanted: readonly Format[],
  effects: Effects,
): void {
  const first = entries[0]!.brief
  const many = entries.length > 1
  if (many) {
    const folder = first.id.split('/').slice(0, 3).join('/')
    const index = join(options.out, folder, 'index.html')
    const beside = entries.map((e) => ({
      ...e,
      files: Object.fromEntries(Object.entries(e.files).map(([f, path]) => [f, path.slice(folder.length + 1)])),
    }))
    effects.write(index, indexPage(`${desk.release.definition.title}: ${first.period.label}`, beside))
    for (const line of new Set(entries.flatMap((e) => stampOf(e.brief)))) effects.out(`${line}\n\n`)
    const listed = entries.map(({ brief, score, because }) => ({
      area: brief.area.name,
      headline: brief.headline.text,
      score,
      because,
      path: join(options.out, pathOf(brief, wanted[0]!)),
    }))
    effects.out(strongest(listed))
    effects.out(`\nAll of them: ${index}\n`)
  } else {
    for (const path of Object.values(entries[0]!.files)) effects.out(`${join(options.out, path)}\n`)
  }
  const unusable = entries.filter((e) => !e.brief.usable).length
  if (unusable > 0)
    effects.note(
      `${unusable} of ${entries.length} drafts are marked as not for use (sample data, before publication, or stopped at the gate).\n`,
    )
}

import { type Brief, type Desk, draft, NibError, prepare, realEffects } from '../../../src/index.ts'
import { blocksOf } from '../../../src/verify/copy-brief.ts'
import type { Evidence } from '../../../src/verify/evidence.ts'
import type { Finding } from '../../../src/verify/finding.ts'
import { readBack } from '../../../src/verify/read-back.ts'
import { kinds } from './kinds.ts'
import type { Group, Kind, Place } from './mutant.ts'

/** A moment after publication, so that a run today and a run tomorrow give the same. */
const now = new Date('2026-01-01T09:00:00Z')

/** Every draft of a release: editions, styles and periods, of each area. */
export function* draftsOf(
  desk: Desk,
  library: { data: string; templates: string },
  periods: readonly string[],
): Generator<Brief> {
  for (const period of periods) {
    for (const edition of ['local', 'national', 'list', 'nib']) {
      for (const style of ['pa', 'local']) {
        let order: ReturnType<typeof prepare>
        try {
          order = prepare(desk, library, realEffects(), { edition, style, period })
        } catch (error) {
          // A period for which the story's own table has no rows.
          if (error instanceof NibError) continue
          throw error
        }
        for (const [i] of desk.table.areas.entries()) {
          const level = i === desk.table.areas.length - 1 ? 'whole' : 'area'
          if (!order.edition.for.includes(level)) continue
          try {
            yield draft(desk, order, i, now)
          } catch (error) {
            if (!(error instanceof NibError)) throw error
          }
        }
      }
    }
  }
}

export interface Mutant {
  kind: Kind
  brief: Brief
  block: number
  before: string
  after: string
}

/** A number from 0 to 1 that is the same in each run. */
function chance(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h = Math.imul(h ^ (h >>> 15), 2246822507)
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32
}

/** Measures of the same things in the other unit. */
const twins: Record<string, string> = {
  officers: 'officers-headcount',
  'resignations-fte': 'resignations',
  'dismissals-fte': 'dismissals',
  'leavers-fte': 'leavers',
}

/** Whether each number of a block that is told in one unit prints alike in the other: then a swapped unit is no error. */
function alikeInBothUnits(brief: Brief, spans: Place['spans'], { table }: Desk): boolean {
  const index = (key: string | undefined) => table.measures.findIndex((m) => m.key === key)
  return spans.every(({ kind, ref }) => {
    const [key, area, period, more] = ref.split(/[@#]/)
    const twin = Object.entries(twins).find((pair) => pair.includes(key!))
    if (kind !== 'figure' || twin === undefined || more !== undefined || brief.figures[ref] === undefined) return true
    const other = index(twin[0] === key ? twin[1] : twin[0])
    const a = table.areas.findIndex((one) => one.key === area)
    const p = table.measures[other]?.periods.findIndex((one) => one.id === period) ?? -1
    const value = table.values[(other * table.areas.length + a) * table.periods.length + p]!
    return Math.round(value) === Math.round(brief.figures[ref]!.value)
  })
}

/** The errors that can be made in a draft, of all kinds. */
export function mutantsOf(brief: Brief, desk: Desk): Mutant[] {
  const areas = desk.release.areas.listed
  const blocks = blocksOf(brief)
  return [brief.headline, ...brief.pars].flatMap(({ text, spans }, block) => {
    if (blocks[block]!.kind === 'desk' || blocks[block]!.kind === 'crosshead') return []
    return kinds.flatMap((kind) =>
      kind.name === 'unit' && alikeInBothUnits(brief, spans, desk)
        ? []
        : kind
            .mutate({ text, spans, brief, areas })
            .flatMap((after) => (after === text ? [] : [{ kind, brief, block, before: text, after }])),
    )
  })
}

/** The same few of each kind in every run, from all over the drafts. */
export function sampled(all: readonly Mutant[], most: number): Mutant[] {
  return kinds.flatMap((kind) => {
    const mine = new Map(all.filter((m) => m.kind === kind).map((m) => [`${m.before}\u0000${m.after}`, m]))
    return [...mine.values()].sort((a, b) => chance(a.after + a.brief.id) - chance(b.after + b.brief.id)).slice(0, most)
  })
}

/** What the read-back makes of a draft with one block changed. */
export function faults(brief: Brief, evidence: Evidence, change?: { block: number; text: string }): Finding[] {
  const blocks = blocksOf(brief).map((b, i) => (change?.block === i ? { ...b, text: change.text } : b))
  const about = { area: brief.area.key, period: brief.period.id, own: true }
  return readBack(blocks, about, evidence).filter((f) => f.verdict !== 'holds')
}

export interface Score {
  name: string
  group: Group
  mutants: number
  caught: number
  escaped: Mutant[]
}

export function score(mutants: readonly Mutant[], evidenceOf: (brief: Brief) => Evidence): Score[] {
  return kinds.map((kind) => {
    const mine = mutants.filter((m) => m.kind === kind)
    const escaped = mine.filter(
      (m) => faults(m.brief, evidenceOf(m.brief), { block: m.block, text: m.after }).length === 0,
    )
    return { name: kind.name, group: kind.group, mutants: mine.length, caught: mine.length - escaped.length, escaped }
  })
}

export const recall = (scores: readonly Score[], group?: Group): number => {
  const mine = scores.filter((s) => group === undefined || s.group === group)
  return (
    mine.reduce((n, s) => n + s.caught, 0) /
    Math.max(
      1,
      mine.reduce((n, s) => n + s.mutants, 0),
    )
  )
}

/** The scores as a table a person reads. */
export function table(scores: readonly Score[]): string {
  const row = (name: string, all: number, caught: number) =>
    `${name.padEnd(26)}${String(all).padStart(7)}${String(caught).padStart(8)}${((100 * caught) / Math.max(all, 1)).toFixed(1).padStart(9)}%`
  const sum = (of: readonly Score[], what: 'mutants' | 'caught') => of.reduce((n, s) => n + s[what], 0)
  const groups = [...new Set(scores.map((s) => s.group))]
  return [
    `${'kind'.padEnd(26)}mutants  caught   recall`,
    ...scores.map((s) => row(s.name, s.mutants, s.caught)),
    '',
    ...groups
      .map((g) => scores.filter((s) => s.group === g))
      .map((of) => row(`all: ${of[0]!.group}`, sum(of, 'mutants'), sum(of, 'caught'))),
    row('all', sum(scores, 'mutants'), sum(scores, 'caught')),
  ].join('\n')
}

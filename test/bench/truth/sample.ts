import { type Brief, type Desk, draft, NibError, prepare, realEffects } from '../../../src/index.ts'
import { blocksOf } from '../../../src/verify/copy-brief.ts'
import { groundOf } from './ground.ts'
import { kinds } from './kinds.ts'
import type { Kind, Place } from './mutant.ts'

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
  const ground = groundOf(desk)
  const blocks = blocksOf(brief)
  return [brief.headline, ...brief.pars].flatMap(({ text, spans }, block) => {
    if (blocks[block]!.kind === 'desk' || blocks[block]!.kind === 'crosshead') return []
    return kinds.flatMap((kind) =>
      kind.name === 'unit' && alikeInBothUnits(brief, spans, desk)
        ? []
        : kind
            .mutate({ text, spans, brief, areas, ground })
            .flatMap((after) => (after === text ? [] : [{ kind, brief, block, before: text, after }])),
    )
  })
}

/** The same few of each kind in every run, from all over the drafts. Millions go by, so that only the first in line are held. */
export function sampled(all: Iterable<Mutant>, most: number): Mutant[] {
  const held = new Map<Kind, Map<string, { mutant: Mutant; place: number }>>(kinds.map((kind) => [kind, new Map()]))
  for (const mutant of all) {
    const mine = held.get(mutant.kind)!
    mine.set(`${mutant.before}\u0000${mutant.after}`, { mutant, place: chance(mutant.after + mutant.brief.id) })
    if (mine.size > 8 * most) held.set(mutant.kind, new Map(first(mine, most)))
  }
  return [...held.values()].flatMap((mine) => first(mine, most).map(([, { mutant }]) => mutant))
}

const first = <T extends { place: number }>(all: ReadonlyMap<string, T>, most: number): [string, T][] =>
  [...all].sort(([, a], [, b]) => a.place - b.place).slice(0, most)

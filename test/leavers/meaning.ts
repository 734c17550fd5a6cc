import type { Extreme, Way } from '../truth/reckon.ts'
import { one } from '../truth/workforce.ts'
import { about, counted, made, ratios } from './measures.ts'
import { yearIn } from './periods.ts'
import type { By, End, Reckon } from './reckon.ts'

export interface Meaning {
  value: number
  unit: string
}

const name = '([a-z-]+)'
const period = '(\\d{4}(?:/\\d{2})?)'
const shaped = (shape: string): RegExp => new RegExp(`^${shape.replaceAll('NAME', name).replaceAll('PERIOD', period)}$`)

/** Shapes of ids, each with what it means; null where a name in it is not known. */
const shapes: readonly [RegExp, (parts: readonly string[], reckon: Reckon) => Meaning | null][] = [
  [shaped('NAME@NAME@PERIOD'), ([m, a, p], r) => level(m!, a!, dated(m!, p!), r)],
  [
    shaped('NAME@NAME@PERIOD\\.\\.PERIOD#(by|percent|points)'),
    ([m, a, from, to, what], r) => moved(m!, a!, dated(m!, from!), dated(m!, to!), what!, r),
  ],
  [
    shaped('NAME-less-NAME@NAME@PERIOD#by'),
    ([m, other, a, p], r) => {
      const year = dated(m!, p!)
      if (!isCounted(m!) || dated(other!, p!) !== year) return null
      return { value: (r.h(m!, a!, year) - r.h(other!, a!, year)) / one, unit: about(m!)!.unit }
    },
  ],
  [
    shaped('NAME@NAME@PERIOD#beside-NAME'),
    ([m, a, p, other], r) => {
      // The other share is of a stock, and the one that stood at the start of the year is meant.
      if (ratios[m!]?.unit !== 'share' || ratios[other!]?.dated !== 'stock') return null
      const year = dated(m!, p!)
      return { value: (r.v(m!, a!, year) - r.v(other!, a!, year - 1)) * 100, unit: 'points' }
    },
  ],
  [
    shaped('NAME@NAME@PERIOD#rank-(percent|number|level)-(large|small)'),
    ([m, a, p, by, end], r) => {
      const group = groupOf(m!, a!, yearIn(p!), by as By, r)
      return group && { value: r.rank(m!, a!, yearIn(p!), by as By, group, end as End).rank, unit: 'rank' }
    },
  ],
  [
    shaped('NAME@PERIOD#(.+)-count'),
    ([m, p, what], r) => {
      const areas = countedAreas(m!, p!, what!, r)
      return areas && { value: areas.length, unit: 'count' }
    },
  ],
  [shaped('years@PERIOD\\.\\.PERIOD'), ([from, to]) => ({ value: yearIn(to!) - yearIn(from!), unit: 'years' })],
  [shaped('areas@police-forces'), (_, r) => ({ value: r.rows.areas.length, unit: 'count' })],
  [
    shaped('run@NAME@NAME@PERIOD#(up|down)'),
    ([m, a, p, way], r) => ({ value: r.run(m!, a!, dated(m!, p!), way as Way), unit: 'count' }),
  ],
  [shaped('NAME#past-(\\d+)'), ([m, mark]) => (isCounted(m!) ? { value: Number(mark), unit: 'count' } : null)],
]

const isCounted = (m: string): boolean => m in counted || m in made

/** The year of a period as a measure dates it: a flow by two years, a stock by one. */
function dated(measure: string, id: string): number {
  const of = /-of-/.test(measure) ? measure.split('-of-').at(-1)! : measure
  return about(of) && (about(of)!.dated === 'flow') === id.includes('/') ? yearIn(id) : Number.NaN
}

function level(measure: string, area: string, year: number, reckon: Reckon): Meaning | null {
  if (about(measure)) return { value: reckon.value(measure, area, year), unit: about(measure)!.unit }
  const [part, whole] = measure.split('-of-') as [string, string | undefined]
  if (whole === undefined || !isCounted(part) || !isCounted(whole)) return null
  return { value: reckon.h(part, area, year) / reckon.h(whole, area, year), unit: 'share' }
}

function moved(measure: string, area: string, from: number, to: number, what: string, reckon: Reckon): Meaning | null {
  if (what === 'points') {
    if (!ratios[measure]) return null
    return { value: (reckon.v(measure, area, to) - reckon.v(measure, area, from)) * 100, unit: 'points' }
  }
  if (!isCounted(measure)) return null
  if (what === 'percent') return { value: reckon.percent(measure, area, to, from), unit: 'percent' }
  return { value: reckon.by(measure, area, to, from) / one, unit: about(measure)!.unit }
}

/** The group an area is ranked in, or null where it is in none. */
export function groupOf(measure: string, area: string, year: number, by: By, reckon: Reckon) {
  const way = by === 'level' ? 'level' : reckon.way(measure, area, year)
  return way === 'flat' ? null : way
}

/** The areas that a count is of. */
export function countedAreas(measure: string, id: string, what: string, reckon: Reckon): string[] | null {
  const year = yearIn(id)
  if (!about(measure)) return null
  if (what === 'up' || what === 'down' || what === 'flat') return reckon.went(measure, year, what)
  if (what === 'highest' || what === 'lowest') return reckon.atExtreme(measure, year, what as Extreme)
  if (what === 'ranked') return reckon.sorted(measure, year, 'level', 'level', 'large')
  if (what === 'missed')
    return reckon.keys().filter((a) => reckon.h(measure, a, year) < reckon.h('extra-target', a, year))
  const below = /^below-(.+)$/.exec(what)
  return below ? reckon.keys().filter((a) => reckon.way(measure, a, year, dated(measure, below[1]!)) === 'down') : null
}

/** The value that an id stands for, and its unit; null where the id is of no known shape. */
export function meant(id: string, reckon: Reckon): Meaning | null {
  for (const [shape, mean] of shapes) {
    const found = shape.exec(id)
    if (found) return mean(found.slice(1), reckon)
  }
  return null
}

/** The periods named in an id or a text; the round number that was passed is none. */
export const periodsIn = (text: string): string[] =>
  text.replaceAll(/#past-\d+/g, '').match(/(?<!\d)\d{4}(?:\/\d{2})?(?!\d)/g) ?? []

import type { Brief } from '../../src/index.ts'
import { falseFact } from './facts.ts'
import { meant } from './figures.ts'
import { readAll } from './read/all.ts'
import { Reckon } from './reckon.ts'
import { breakdowns, measures, nation, one, type Workforce } from './workforce.ts'

/** A sum of full-time equivalents that is far off its headcount: likely a fault in the data (STYLE rule 26). */
interface Fault {
  measure: string
  area: string
  period: string
  /** Its headcount, in millionths. */
  instead: number
}

const farOff = 0.15
/** Under this many heads, one more or less moves the ratio. */
const enough = 50
/** A figure that a fault moves by more than this share of itself rests on it. */
const moved = 0.001

const headsOf = (data: Workforce, measure: string, area: string, period: string): number =>
  data.rowsOf(measure, area, period).reduce((sum, row) => sum + data.cell('Total (headcount)', row), 0)

/** The sums of a measure whose ratio to their own headcount is far from the middle one of that year. */
export function faultsOf(data: Workforce, measure: string): Fault[] {
  return data.periods.flatMap((period) => {
    const all = data.areas.flatMap(({ key: area }) => {
      const instead = headsOf(data, measure, area, period)
      return instead >= enough * one
        ? [{ measure, area, period, instead, ratio: data.h(measure, area, period) / instead }]
        : []
    })
    const usual = all.map((f) => f.ratio).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
    return all.filter((f) => Math.abs(f.ratio / usual - 1) > farOff).map(({ ratio: _, ...fault }) => fault)
  })
}

/** What the table may be instead: the officers that are at fault by their headcount, or the ranks that are, in every sum they are in. */
export function alternatives(data: Workforce): Reckon[] {
  const fte = Object.keys(measures).filter((m) => measures[m]!.unit === 'fte')
  const changes = (names: readonly string[], into: (measure: string) => readonly string[]) =>
    names
      .flatMap((name) => faultsOf(data, name))
      .flatMap(({ measure, area, period, instead }) =>
        into(measure).flatMap((sum) =>
          [area, nation].map((where) => ({
            key: `${sum}@${where}@${period}`,
            by: instead - data.h(measure, area, period),
          })),
        ),
      )
  const parts = fte.filter((m) => !['officers', 'workforce'].includes(m))
  const within = (part: string) => [part, ...(breakdowns['rank']!.includes(part) ? ['officers'] : []), 'workforce']
  return [changes(['officers'], (m) => [m]), changes(parts, within)].map((by) => new Reckon(data.changed(by)))
}

/** The sums of cells that a figure is made of, by the shape of its id. */
function cellsOf(id: string, reckon: Reckon): string[] {
  const run = /^run@([a-z-]+@[a-z-]+)@(\d{4})#/.exec(id)
  if (run) {
    const length = meant(id, reckon)?.value ?? 0
    return Array.from({ length: length + 1 }, (_, i) => `${run[1]}@${Number(run[2]) - i}`)
  }
  const change = /^([a-z-]+@[a-z-]+)@(\d{4})\.\.(\d{4})#/.exec(id)
  if (change) return [`${change[1]}@${change[2]}`, `${change[1]}@${change[3]}`]
  const rank = /^([a-z-]+)@([a-z-]+)@(\d{4})#rank-(\w+)/.exec(id)
  if (rank) {
    const now = `${rank[1]}@${rank[2]}@${rank[3]}`
    return rank[4] === 'level' ? [now] : [now, `${rank[1]}@${rank[2]}@${Number(rank[3]) - 1}`]
  }
  return /^[a-z-]+@[a-z-]+@\d{4}$/.test(id) ? [id] : []
}

/** Whether a figure, or one that it is made of, would be another. */
function rests(id: string, reckon: Reckon, others: readonly Reckon[]): boolean {
  return [id, ...cellsOf(id, reckon)].some((one) => {
    const is = meant(one, reckon)?.value ?? Number.NaN
    return others.some((other) => !(Math.abs((meant(one, other)?.value ?? Number.NaN) - is) <= moved * Math.abs(is)))
  })
}

/** What a draft tells that a likely fault in the data bears: all but how many there are must stand with either value. */
export function standsOnFault(brief: Brief, reckon: Reckon, others: readonly Reckon[]): string[] {
  const faulty = new Set(Object.keys(brief.figures).filter((id) => rests(id, reckon, others)))
  const say = (why: string) => `${brief.id}: ${why}`
  const facts = Object.values(brief.facts)
  const wrong = facts
    .filter((fact) => fact.kind !== 'level')
    .flatMap((fact) => [
      ...fact.figures.filter((id) => faulty.has(id)).map((id) => `fact ${fact.id} rests on ${id}`),
      ...others.flatMap((other) => falseFact(fact, other).map((why) => `fact ${fact.id} may be false: ${why}`)),
    ])
  for (const id of faulty) {
    const level = facts.some((f) => f.kind === 'level' && f.figures.includes(id) && id.endsWith(`@${brief.period.id}`))
    if (!level) wrong.push(`${id} is told, and not as a level`)
    // The one fault there is: another test says so.
    if (!brief.caveats.some((c) => /Essex.*2008.*fault/.test(c))) wrong.push(`${id} has no caveat`)
  }
  for (const sentence of [brief.headline, ...brief.pars]) {
    const figures = sentence.spans.filter((s) => s.kind === 'figure').map((s) => s.ref)
    const compares = sentence.spans.some((s) => s.kind === 'claim') || new Set(figures).size > 1
    if (compares && figures.some((id) => faulty.has(id)))
      wrong.push(`“${sentence.text}” sets a faulty figure beside another`)
  }
  const read = others
    .flatMap((other) => readAll(brief, other))
    .flatMap((r) => r.wrong.map((why) => `${r.sentence} may be false: ${why}`))
  return [...wrong.map(say), ...read]
}

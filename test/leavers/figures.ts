import { basename } from 'node:path'
import type { BriefFigure, Figure } from '../../src/index.ts'
import { one } from '../truth/workforce.ts'
import { countedAreas, groupOf, meant, periodsIn } from './meaning.ts'
import { about, counted } from './measures.ts'
import { observation, periodId, stretch, yearIn } from './periods.ts'
import type { By, End, Reckon } from './reckon.ts'

/** Shares are of fractions: a millionth of a point would be a fault. */
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Half away from zero, on the value as it stands. */
const inPrint = (value: number): number => Math.round(Math.abs(value))

type How = BriefFigure['how']
/** A figure whose bottom is cells, as a brief keeps it. */
export interface Known {
  value: number
  unit: Figure['unit']
  how: How
}
export type Lookup = (id: string) => Known | undefined

/** A figure by what its id means and by where it says it comes from, in a draft of a year. Gives what is false. */
export function falseFigure(id: string, figure: Known, year: number, lookup: Lookup, reckon: Reckon): string[] {
  const is = meant(id, reckon)
  if (is === null || Number.isNaN(is.value)) return ['its id has no meaning that is known here']
  const wrong: string[] = []
  if (!close(figure.value, is.value)) wrong.push(`is ${figure.value}, the tables say ${is.value}`)
  // Binary subtraction leaves a hair over, and a hair under a half is another number in print.
  if (inPrint(figure.value) !== inPrint(Number(is.value.toFixed(6))))
    wrong.push(`prints as ${inPrint(figure.value)}, the tables say ${inPrint(Number(is.value.toFixed(6)))}`)
  if (figure.unit !== is.unit) wrong.push(`is in ${figure.unit}, not ${is.unit}`)
  if (periodsIn(id).some((p) => !(yearIn(p) <= year))) wrong.push('looks ahead of its period')
  return [...wrong, ...byProvenance(id, figure, lookup, reckon)]
}

/** What a formula over other figures makes of their values. */
const formulas: Record<string, (values: readonly number[]) => number> = {
  add: (values) => values.reduce((sum, v) => sum + v, 0),
  subtract: ([a, b]) => a! - b!,
  divide: ([a, b]) => a! / b!,
  'percent-change': ([a, b]) => ((a! - b!) / b!) * 100,
  'point-change': ([a, b]) => (a! - b!) * 100,
}

function byProvenance(id: string, figure: Known, lookup: Lookup, reckon: Reckon): string[] {
  const how = figure.how as Record<string, unknown> & { op: string; of?: string[] }
  const values = (how.of ?? []).map((other) => lookup(other)?.value ?? Number.NaN)
  const formula = formulas[how.op]
  if (formula) {
    const made = formula(values)
    return close(figure.value, made) ? [] : [`is ${figure.value}, its formula gives ${made}`]
  }
  if (values.some(Number.isNaN)) return [`is made of ${how.of!.join(', ')}, of which one is not there`]
  if (how.op === 'cells') return fromCells(id, figure, reckon)
  if (how.op === 'years-between') return unlike(how, { from: id.slice(6).split('..')[0], to: id.split('..')[1] })
  if (how.op === 'target') return unlike(how, { mark: figure.value })
  if (how.op === 'rank') return fromRank(id, how, reckon)
  if (how.op === 'count') return fromCount(id, how, reckon)
  return [`made by ${how.op}, which is not known here`]
}

function unlike(how: Record<string, unknown>, wanted: Record<string, unknown>): string[] {
  return Object.entries(wanted).flatMap(([name, want]) =>
    JSON.stringify(how[name]) === JSON.stringify(want)
      ? []
      : [`${name} is ${JSON.stringify(how[name])}, not ${JSON.stringify(want)}`],
  )
}

/** `12-40,88` as the numbers of its rows. */
function rowsIn(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from, to] = part.split('-').map(Number) as [number, number | undefined]
    return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i)
  })
}

function fromCells(id: string, figure: Known, reckon: Reckon): string[] {
  if (figure.how.op !== 'cells') return []
  const { file, column, rows, agg, where } = figure.how
  const [measure, area, period] = id.split('@') as [string, string, string]
  const known = counted[measure]
  if (known === undefined) return [`${measure} is not made of cells`]
  const mine = reckon.rows.rowsOf(measure, area, yearIn(period))
  const numbers = rowsIn(rows)
  const wrong: string[] = []
  if (file !== basename(known.file)) wrong.push(`comes from ${file}`)
  if (column !== known.column) wrong.push(`comes from column ${column}`)
  if (where) {
    // Rows that are told apart by what they have in common: they begin and end where mine do.
    wrong.push(...unlike(where, { measure, period, areas: 'police-forces' }))
    if (rows !== `${mine[0]}-${mine.at(-1)}`) wrong.push(`names rows ${rows}, which are not the first to the last`)
  } else if (JSON.stringify(mine) !== JSON.stringify(numbers)) {
    wrong.push(`names rows ${rows || 'none'}, the table has ${mine.join(',')}`)
  }
  const sum = mine.reduce((s, n) => s + reckon.rows.cell(known.file, known.column, n), 0) / one
  if (!close(figure.value, sum)) wrong.push(`is ${figure.value}, rows ${rows} of ${column} make ${sum}`)
  if ((agg === 'value') !== (mine.length === 1)) wrong.push(`${mine.length} rows are told as a ${agg}`)
  return wrong
}

function fromRank(id: string, how: Record<string, unknown>, reckon: Reckon): string[] {
  const [measure, area, period] = id.split(/[@#]/) as [string, string, string]
  const [, by, end] = /#rank-(\w+)-(\w+)$/.exec(id) as unknown as [string, By, End]
  const year = yearIn(period)
  const group = groupOf(measure, area, year, by, reckon)
  if (group === null) return ['the area did not move']
  const { joint, size, level } = reckon.rank(measure, area, year, by, group, end)
  const of =
    by === 'level'
      ? observation(measure, area, year)
      : `${stretch(measure, area, year - 1, year)}#${by === 'percent' ? 'percent' : 'by'}`
  const order = (group === 'down') === (end === 'small') ? 'descending' : 'ascending'
  const wanted = { measure, by, period, direction: group, joint, among: size, order, of: [of] }
  return [...unlike(how, wanted), ...(level.includes(area) ? [] : ['the area is not in the group that is ranked'])]
}

function fromCount(id: string, how: Record<string, unknown>, reckon: Reckon): string[] {
  const count = /^([a-z-]+)@([\d/]+)#(.+)-count$/.exec(id)
  if (count) {
    const [, measure, period, what] = count as unknown as [string, string, string, string]
    const areas = countedAreas(measure, period, what, reckon)!
    const named = how['areas'] as string[] | undefined
    return [
      ...unlike(how, { measure, period, among: reckon.rows.areas.length }),
      ...(named === undefined ? [] : unlike({ areas: [...named].sort() }, { areas: [...areas].sort() })),
    ]
  }
  const run = /^run@([a-z-]+)@([a-z-]+)@([\d/]+)#/.exec(id)
  if (run === null) return unlike(how, { what: 'police-forces' })
  const [, measure, area, period] = run as unknown as [string, string, string, string]
  if (!about(measure)) return ['counts of what is not known']
  const length = meant(id, reckon)!.value
  const of = Array.from({ length: length + 1 }, (_, i) => `${measure}@${area}@${periodId(measure, yearIn(period) - i)}`)
  return unlike(how, { of })
}

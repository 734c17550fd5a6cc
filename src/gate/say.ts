import { rowsOf } from '../table/origin.ts'
import { at, type Table } from '../table/table.ts'
import type { Where } from './finding.ts'
import { limits } from './limits.ts'
import type { Step } from './step.ts'

/** A figure as a person reads it: two decimals at most, commas from 1,000. */
export const figure = (value: number): string =>
  Number.isNaN(value) ? 'no figure' : value.toLocaleString('en-GB', { maximumFractionDigits: 2 })

/** A figure of a measure in its unit: `17.4%`, `£1,234`, `12.5 days`. */
export function shownAs(table: Table, m: number, value: number): string {
  const { unit, definition } = table.measures[m]!
  if (Number.isNaN(value)) return figure(value)
  if (unit === 'rate') return `${figure(value * 100)}%`
  if (unit === 'money') return `${'currency' in definition ? definition.currency : '£'}${figure(value)}`
  return unit === 'days' ? `${figure(value)} days` : figure(value)
}

/** How a figure of a measure moved: by so many per cent of itself, and a percentage by points. */
export function moveOf(table: Table, m: number, from: number, to: number): string {
  if (table.measures[m]!.unit !== 'rate') return change(from, to)
  return `${to < from ? 'down' : 'up'} ${figure(Math.abs(to - from) * 100)} points`
}

/** A ratio as a change: 0.372 → `up 37%`. Nine times as much is easier to see than 800%. */
function change(from: number, to: number): string {
  const ratio = to / from
  if (ratio >= 3) return `${figure(Math.round(ratio * 10) / 10)} times as much`
  return `${ratio < 1 ? 'down' : 'up'} ${figure(Math.round(Math.abs(ratio - 1) * 1000) / 10)}%`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `A, B and C`, or the first ten and how many more. */
export function names(all: readonly string[]): string {
  if (all.length > limits.shown) return `${all.slice(0, limits.shown).join(', ')} and ${all.length - limits.shown} more`
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** What a measure counts; two of one name are told apart by their unit. */
export function measureName(table: Table, m: number): string {
  const { definition, unit } = table.measures[m]!
  const { name } = definition.words
  const isOnly = table.measures.filter((o) => o.made === null && o.definition.words.name === name).length < 2
  return isOnly ? name : `${name} (${unit === 'fte' ? 'FTE' : unit})`
}

export const areaName = (table: Table, a: number): string => table.areas[a]!.name

export const periodName = (table: Table, m: number, p: number): string => table.measures[m]!.periods[p]!.label

/** `on 31 March 2023`, `in 2022/23`. */
export function during(table: Table, m: number, p: number): string {
  const { start, end, label } = table.measures[m]!.periods[p]!
  return `${start === end ? 'on' : 'in'} ${label}`
}

/** The cells an observation was added up from. */
export function whereIs(table: Table, m: number, a: number, p: number): Where {
  const { file, sheet, column } = table.origins.sources[m]!
  const rows = rowsOf(table.origins, [at(table, m, a, p)])
  return { file, ...(sheet === null ? {} : { sheet }), column, ...(rows === '' ? {} : { rows }) }
}

/** The file a table was read from. */
export function fileOf({ now, name }: Step): Where {
  const { file, name: sheet } = now.sheets[name]!
  return { file, ...(sheet === null ? {} : { sheet }) }
}

export const keys = (table: Table, areas: readonly number[]): string[] => areas.map((a) => table.areas[a]!.key)

export const labels = (step: Step, table: Table, periods: readonly number[]): string[] =>
  periods.map((p) => periodName(table, step.measures[0]!, p))

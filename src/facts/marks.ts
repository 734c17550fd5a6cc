import { flags } from '../table/cell.ts'
import { at, type Table } from '../table/table.ts'
import type { Figure } from './fact.ts'

/** What the publisher says of a cell that is told (STYLE rules 23 and 25). */
const told = {
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  'low-reliability': 'of low reliability',
} as const

export interface Marked {
  measure: number
  area: number
  period: number
  words: string
}

/** The marks on the cells behind some figures. */
export function marksOf(table: Table, figures: (id: string) => Figure | undefined, ids: readonly string[]): Marked[] {
  const marks: Marked[] = []
  const seen = new Set<string>()
  const look = (id: string): void => {
    const how = figures(id)?.how
    if (how === undefined || seen.has(id)) return
    seen.add(id)
    if (how.op !== 'observation') {
      for (const other of how.op === 'cells' ? [] : (how.of ?? [])) look(other)
      return
    }
    const { measure, area, period } = how
    const mask = table.flags[at(table, measure, area, period)]!
    for (const [flag, words] of mask === 0 ? [] : Object.entries(told))
      if ((mask & flags[flag as keyof typeof told]) !== 0) marks.push({ measure, area, period, words })
  }
  for (const id of ids) look(id)
  return marks
}

/** Areas are named up to this many. */
const most = 10

/** The marks in words: periods that follow one another are told as one, and so are the areas that share them. */
export function sayMarks(table: Table, marks: readonly Marked[]): string[] {
  const stretches = new Map<string, { measure: number; words: string; from: number; to: number; areas: number[] }>()
  const series = new Map<string, Marked[]>()
  for (const one of marks) {
    const key = [one.measure, one.area, one.words].join(' ')
    series.set(key, [...(series.get(key) ?? []), one])
  }
  for (const those of series.values()) {
    const { measure, area, words } = those[0]!
    for (const [from, to] of runs([...new Set(those.map(({ period }) => period))].sort((a, b) => a - b))) {
      const key = [measure, words, from, to].join(' ')
      const held = stretches.get(key) ?? { measure, words, from, to, areas: [] }
      stretches.set(key, held)
      held.areas.push(area)
    }
  }
  return [...stretches.values()].map(({ measure, words, from, to, areas }) => {
    const { definition, periods } = table.measures[measure]!
    const name = (a: number) => table.areas[a]!.name
    const when = from === to ? periods[from]!.label : `${periods[from]!.label} to ${periods[to]!.label}`
    const [is, figures] = from === to && areas.length === 1 ? ['is', 'figure'] : ['are', 'figures']
    if (areas.length === 1)
      return `The ${figures} for ${definition.words.name}, ${name(areas[0]!)}, ${when}, ${is} ${words}.`
    const rest = areas.length > most ? ` and ${areas.length - most} more` : ''
    const names = `${areas.slice(0, most).map(name).join(', ')}${rest}`
    return `The ${figures} for ${definition.words.name}, ${when}, ${is} ${words}: ${names}.`
  })
}

/** Periods that follow one another, three at least, as their first and last; others one by one. */
function runs(periods: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const p of periods) {
    const last = found.at(-1)
    if (last && last[1] === p - 1) last[1] = p
    else found.push([p, p])
  }
  return found.flatMap(([from, to]) =>
    to - from === 1
      ? ([
          [from, from],
          [to, to],
        ] as [number, number][])
      : [[from, to]],
  )
}

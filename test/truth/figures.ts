import type { Brief, BriefFigure } from '../../src/index.ts'
import type { Extreme, Reckon, Way } from './reckon.ts'
import { measures, nation, one, shares } from './workforce.ts'

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))

/** Every figure of a brief, by what its id means and by where it says it comes from. Gives what is false. */
export function falseFigures(brief: Brief, reckon: Reckon): string[] {
  return Object.entries(brief.figures).flatMap(([id, figure]) =>
    [...byMeaning(id, figure, brief, reckon), ...byProvenance(id, figure, brief, reckon)].map(
      (why) => `${brief.id}: figure ${id}: ${why}`,
    ),
  )
}

/** The value that an id stands for, and its unit; null where the id is of no known shape. */
export function meant(id: string, reckon: Reckon): { value: number; unit: string } | null {
  const { data } = reckon
  const h = (m: string, a: string, p: string) => data.h(m, a, p)
  let found = /^([a-z-]+)@([a-z-]+)@(\d{4})$/.exec(id) as [string, string, string, string] | null
  if (found) {
    const [, measure, area, period] = found
    const share = shares[measure]
    if (share) return { value: h(share.part, area, period) / h(share.base, area, period), unit: 'share' }
    return measures[measure] ? { value: h(measure, area, period) / one, unit: measures[measure].unit } : null
  }
  const change = /^([a-z-]+)@([a-z-]+)@(\d{4})\.\.(\d{4})#(by|percent)$/.exec(id) as string[] | null
  if (change) {
    const [, measure, area, from, to, what] = change as [string, string, string, string, string, string]
    if (!measures[measure]) return null
    if (what === 'percent') return { value: reckon.percent(measure, area, to, from), unit: 'percent' }
    return { value: reckon.by(measure, area, to, from) / one, unit: measures[measure].unit }
  }
  const rank = /^([a-z-]+)@([a-z-]+)@(\d{4})#rank-(percent|number|level)-(large|small)$/.exec(id) as string[] | null
  if (rank) {
    const [, measure, area, period, by, end] = rank as [string, string, string, string, string, 'large' | 'small']
    const way = by === 'level' ? 'level' : reckon.way(measure, area, period)
    if (way === 'flat') return null
    return { value: reckon.rank(measure, area, period, by, way, end).rank, unit: 'rank' }
  }
  const count = /^([a-z-]+)@(\d{4})#(.+)-count$/.exec(id) as string[] | null
  if (count) {
    const [, measure, period, what] = count as [string, string, string, string]
    const areas = counted(measure, period, what, reckon)
    return areas && { value: areas.length, unit: 'count' }
  }
  found = /^years@(\d{4})\.\.(\d{4})()$/.exec(id) as [string, string, string, string] | null
  if (found) return { value: Number(found[2]) - Number(found[1]), unit: 'years' }
  if (id === 'areas@police-forces') return { value: data.areas.length, unit: 'count' }
  const run = /^run@([a-z-]+)@([a-z-]+)@(\d{4})#(up|down)$/.exec(id) as string[] | null
  if (run) {
    const [, measure, area, period, way] = run as [string, string, string, string, Way]
    return { value: reckon.run(measure, area, period, way), unit: 'count' }
  }
  return null
}

function counted(measure: string, period: string, what: string, reckon: Reckon): string[] | null {
  if (what === 'up' || what === 'down' || what === 'flat') return reckon.went(measure, period, what)
  if (what === 'highest' || what === 'lowest') return reckon.atExtreme(measure, period, what as Extreme)
  const below = /^below-(\d{4})$/.exec(what)
  return below ? reckon.keys().filter((a) => reckon.way(measure, a, period, below[1]!) === 'down') : null
}

function byMeaning(id: string, figure: BriefFigure, brief: Brief, reckon: Reckon): string[] {
  const is = meant(id, reckon)
  if (is === null || Number.isNaN(is.value)) return ['its id has no meaning that is known here']
  const wrong: string[] = []
  if (!close(figure.value, is.value)) wrong.push(`is ${figure.value}, the table says ${is.value}`)
  if (figure.unit !== is.unit) wrong.push(`is in ${figure.unit}, not ${is.unit}`)
  for (const period of id.matchAll(/\d{4}/g)) if (period[0] > brief.period.id) wrong.push('looks ahead of its period')
  return wrong
}

/** `12-40,88` as the numbers of its rows. */
function rowsIn(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from, to] = part.split('-').map(Number) as [number, number | undefined]
    return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i)
  })
}

function byProvenance(id: string, figure: BriefFigure, brief: Brief, reckon: Reckon): string[] {
  const how = figure.how as unknown as Record<string, unknown> & { op: string; of?: string[] }
  const wrong: string[] = []
  const of = how.of ?? []
  for (const other of of) if (!(other in brief.figures)) wrong.push(`names ${other}, which is not there`)
  if (wrong.length > 0) return wrong
  const [a, b] = of.map((other) => brief.figures[other]!.value)
  const want = (value: number) => {
    if (!close(figure.value, value)) wrong.push(`is ${figure.value}, its formula gives ${value}`)
  }
  const same = (name: string, value: unknown) => {
    if (JSON.stringify(how[name]) !== JSON.stringify(value))
      wrong.push(`${name} is ${JSON.stringify(how[name])}, not ${JSON.stringify(value)}`)
  }
  if (how.op === 'cells') wrong.push(...fromCells(id, figure, reckon))
  else if (how.op === 'subtract') want(a! - b!)
  else if (how.op === 'add') want(of.reduce((sum, other) => sum + brief.figures[other]!.value, 0))
  else if (how.op === 'divide') want(a! / b!)
  else if (how.op === 'percent-change') want(((a! - b!) / b!) * 100)
  else if (how.op === 'years-between') want(Number(how['to']) - Number(how['from']))
  else if (how.op === 'rank') {
    const [measure, area, period] = id.split(/[@#]/) as [string, string, string]
    const [, by, end] = /#rank-(\w+)-(\w+)$/.exec(id) as unknown as [string, string, 'large' | 'small']
    const way = by === 'level' ? 'level' : (reckon.way(measure, area, period) as 'up' | 'down')
    const { joint, size, inGroup } = reckon.rank(measure, area, period, by, way, end)
    if (!inGroup) wrong.push('the area is not in the group that is ranked')
    for (const [name, value] of Object.entries({ measure, by, period, direction: way, joint, among: size }))
      same(name, value)
    same('order', (way === 'down') === (end === 'small') ? 'descending' : 'ascending')
    same('of', [
      by === 'level'
        ? `${measure}@${area}@${period}`
        : `${measure}@${area}@${reckon.data.before(period)}..${period}#${by === 'percent' ? 'percent' : 'by'}`,
    ])
  } else if (how.op === 'count') wrong.push(...fromCount(id, how, reckon))
  else wrong.push(`made by ${how.op}, which is not known here`)
  return wrong
}

function fromCells(id: string, figure: BriefFigure, reckon: Reckon): string[] {
  if (figure.how.op !== 'cells') return []
  const { column, rows, agg } = figure.how
  const [measure, area, period] = id.split('@') as [string, string, string]
  const numbers = rowsIn(rows)
  const sum = numbers.reduce((s, n) => s + reckon.data.cell(column, n), 0) / one
  const wrong: string[] = []
  if (!close(figure.value, sum)) wrong.push(`is ${figure.value}, rows ${rows} of ${column} make ${sum}`)
  if (column !== measures[measure]?.column) wrong.push(`comes from ${column}`)
  const mine = reckon.data.rowsOf(measure, area, period)
  if (JSON.stringify(mine) !== JSON.stringify(numbers))
    wrong.push(`names rows ${rows}, the table has ${mine.join(',')}`)
  if (agg === 'value' && numbers.length !== 1) wrong.push(`${numbers.length} rows are no single value`)
  return wrong
}

function fromCount(id: string, how: Record<string, unknown> & { of?: string[] }, reckon: Reckon): string[] {
  const wrong: string[] = []
  const count = /^([a-z-]+)@(\d{4})#(.+)-count$/.exec(id)
  if (count) {
    const areas = counted(count[1]!, count[2]!, count[3]!, reckon)!
    const named = how['areas'] as string[] | undefined
    if (named && JSON.stringify([...named].sort()) !== JSON.stringify([...areas].sort()))
      wrong.push(`names ${named.join(', ')}, the table has ${areas.join(', ')}`)
    if (how['among'] !== reckon.data.areas.length) wrong.push(`is among ${how['among']}`)
  }
  const run = /^run@([a-z-]+)@([a-z-]+)@(\d{4})#(up|down)$/.exec(id)
  if (run) {
    const [, measure, area, period, way] = run as unknown as [string, string, string, string, Way]
    const n = reckon.run(measure, area, period, way)
    const want = [...reckon.data.upTo(period)]
      .slice(-n - 1)
      .reverse()
      .map((p) => `${measure}@${area}@${p}`)
    if (JSON.stringify(how.of) !== JSON.stringify(want))
      wrong.push(`counts over ${how.of?.join(', ')}, not ${want.join(', ')}`)
  }
  return wrong
}

/** Ids that are named anywhere in a brief and stand nowhere. */
export function dangling(brief: Brief, reckon: Reckon): string[] {
  const areas = new Set([nation, ...reckon.keys()])
  const wrong: string[] = []
  for (const [id, fact] of Object.entries(brief.facts)) {
    if (fact.id !== id) wrong.push(`fact ${id} calls itself ${fact.id}`)
    for (const figure of fact.figures) if (!(figure in brief.figures)) wrong.push(`fact ${id} names ${figure}`)
  }
  for (const par of brief.pars) for (const id of par.facts) if (!(id in brief.facts)) wrong.push(`a par tells ${id}`)
  for (const { text, spans } of [brief.headline, ...brief.pars]) {
    for (const { kind, ref, start, end } of spans) {
      if (!(start >= 0 && end > start && end <= text.length)) wrong.push(`a span of ${start} to ${end} in “${text}”`)
      if (kind === 'figure' && !(ref in brief.figures)) wrong.push(`a span names figure ${ref}`)
      if (kind === 'claim' && !(ref in brief.facts)) wrong.push(`a span names fact ${ref}`)
      if (kind === 'area' && !areas.has(ref)) wrong.push(`a span names area ${ref}`)
      if (kind === 'period' && !reckon.data.periods.includes(ref)) wrong.push(`a span names period ${ref}`)
    }
  }
  return wrong.map((why) => `${brief.id}: ${why}, which is not there`)
}

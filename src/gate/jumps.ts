import { at } from '../table/table.ts'
import type { GateFinding } from './finding.ts'
import { limits } from './limits.ts'
import { copiedOf, isSpikeBefore, type Move, movesOf, scaledBy } from './moves.ts'
import {
  areaName,
  capital,
  during,
  figure,
  fileOf,
  keys,
  measureName,
  moveOf,
  names,
  periodName,
  shownAs,
  whereIs,
} from './say.ts'
import type { Step } from './step.ts'

/** Figures of a new period that are not plausible beside their own history. */
export function jumpFindings(step: Step, p: number): GateFinding[] {
  const { table } = step.now
  const base = { table: step.name, areas: [], where: [fileOf(step)] }
  const found: GateFinding[] = []
  const moves: Move[] = []
  if (p === 0) return found
  const suspects = new Set(table.suspects.filter((s) => s.period === p).map((s) => `${s.measure} ${s.area}`))
  for (const m of step.measures) {
    const when = periodName(table, m, p)
    const factor = scaledBy(step, m, p)
    if (factor !== null) {
      const times = factor > 1 ? `about ${figure(factor)} times` : `about one ${figure(1 / factor)}th of`
      const text = `${capital(measureName(table, m))}: the figures of ${when} are ${times} those of ${periodName(table, m, p - 1)} throughout.`
      const todo =
        'Is the new column in other units (thousands, say)? Ask the publisher; nothing may be compared with it.'
      found.push({ ...base, severity: 'stop', kind: 'scaled', text, todo })
      continue
    }
    const copied = copiedOf(step, m, p)
    if (copied !== null) {
      const text = `${capital(measureName(table, m))}: ${copied.same} of ${copied.of} areas have the very figure of ${periodName(table, m, p - 1)} for ${when}.`
      const todo = 'Was last period’s column copied into the new one? Ask the publisher.'
      found.push({ ...base, severity: 'stop', kind: 'copied', text, todo })
      continue
    }
    moves.push(...movesOf(step, m, p).filter((move) => !suspects.has(`${m} ${move.a}`)))
  }
  return [...found, ...told(step, moves, p), ...spikes(step, p)]
}

/** Of a measure where many areas moved, one finding; of the rest, one for each area. */
function told(step: Step, moves: readonly Move[], p: number): GateFinding[] {
  const { table } = step.now
  const wide = new Set(step.measures.filter((m) => moves.filter((x) => x.m === m).length >= limits.many))
  const groups = new Map<string, Move[]>()
  for (const move of moves) {
    const by = `${move.kind} ${wide.has(move.m) ? `m${move.m}` : `a${move.a}`}`
    groups.set(by, [...(groups.get(by) ?? []), move])
  }
  return [...groups.values()].map((group): GateFinding => {
    const [{ kind, m }] = group as [Move]
    // One cause moves many measures of an area alike: the largest is told in full.
    const sorted = [...group].sort((x, y) => Math.abs(y.to - y.from) - Math.abs(x.to - x.from))
    const [first, ...rest] = sorted as [Move, ...Move[]]
    const isWide = wide.has(m)
    const more =
      isWide && rest.length > 0
        ? `; likewise ${rest.length} more ${rest.length === 1 ? 'area' : 'areas'}: ${names(rest.map((x) => areaName(table, x.a)))}`
        : rest.length > 0
          ? `; likewise its ${names(rest.map((x) => measureName(table, x.m)))}`
          : ''
    const text = `${says(step, first, p)}${more}.`
    const where = sorted.slice(0, limits.shown).map((x) => whereIs(table, x.m, x.a, p))
    const areas = keys(table, [...new Set(sorted.flatMap((x) => (x.other === undefined ? [x.a] : [x.a, x.other])))])
    return { severity: 'look', kind, table: step.name, areas, where, text, todo: todos[kind] }
  })
}

const todos: Record<Move['kind'], string> = {
  jump: 'True, or a slip? Look in the notes to the table, or ask the publisher, before it is told.',
  zero: 'A nought is a figure: if it means that there is none known, ask the publisher, and mark it.',
  negative: 'It is never below nought: ask the publisher.',
  swapped: 'Were two rows exchanged? Ask the publisher.',
}

function says({ now: { table } }: Step, { kind, m, a, from, to, most, other }: Move, p: number): string {
  const of = `${areaName(table, a)}, ${measureName(table, m)}`
  const [when, was] = [during(table, m, p), during(table, m, p - 1)]
  const told = (value: number) => shownAs(table, m, value)
  if (kind === 'negative') return `${of}: ${told(to)} ${when}, which cannot be`
  if (kind === 'zero') return `${of}: ${told(0)} ${when}, where it was ${told(from)} ${was} and never nought`
  if (kind === 'swapped') {
    const theirs = (area: number, one: number) => told(table.values[at(table, m, area, one)]!)
    const there = areaName(table, other!)
    return `${areaName(table, a)} and ${there}, ${measureName(table, m)}: their figures look exchanged ${when} (${told(to)} and ${theirs(other!, p)}, from ${told(from)} and ${theirs(other!, p - 1)} ${was})`
  }
  const usual = Number.isNaN(most)
    ? 'too few changes are known to say what is usual'
    : `never moved by more than ${figure(Math.round((Math.exp(most) - 1) * 1000) / 10)}%${table.measures[m]!.unit === 'rate' ? ' of itself' : ''} before`
  return `${of}: ${told(to)} ${when}, from ${told(from)} ${was} (${moveOf(table, m, from, to)}; ${usual})`
}

/** The period before, seen from both sides: an old fault that shows now. */
function spikes(step: Step, p: number): GateFinding[] {
  const { table } = step.now
  return step.areas.flatMap((a): GateFinding[] => {
    const measures = step.measures.filter((m) => isSpikeBefore(step, m, a, p))
    const [m] = measures
    if (m === undefined) return []
    const value = (back: number) => shownAs(table, m, table.values[at(table, m, a, p - back)]!)
    const rest =
      measures.length > 1 ? `; likewise its ${names(measures.slice(1).map((x) => measureName(table, x)))}` : ''
    const text = `${areaName(table, a)}, ${measureName(table, m)}: ${value(1)} ${during(table, m, p - 1)} stands out from ${value(2)} before and ${value(0)} after it${rest}.`
    const todo = 'Likely a fault in that period: ask the publisher. Nothing is set against it.'
    const where = measures.slice(0, limits.shown).map((x) => whereIs(table, x, a, p - 1))
    return [{ severity: 'look', kind: 'spike', table: step.name, areas: keys(table, [a]), where, text, todo }]
  })
}

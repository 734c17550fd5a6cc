import type { Brief } from '../../../src/index.ts'
import { blocksOf } from '../../../src/verify/copy-brief.ts'
import type { Evidence } from '../../../src/verify/evidence.ts'
import type { Finding } from '../../../src/verify/finding.ts'
import { readBack } from '../../../src/verify/read-back.ts'
import { kinds } from './kinds.ts'
import type { Group } from './mutant.ts'
import type { Mutant } from './sample.ts'

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

/** The scores for a program to read, with every mutant that escaped. */
export const json = (scores: readonly Score[]): string =>
  JSON.stringify(
    scores.map(({ escaped, ...score }) => ({
      ...score,
      escaped: escaped.map(({ brief, block, before, after }) => ({
        brief: brief.id,
        style: brief.style,
        block,
        before,
        after,
      })),
    })),
    null,
    2,
  )

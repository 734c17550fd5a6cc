import type { Fact } from '../facts/fact.ts'
import type { Release } from '../release/load.ts'
import { counted, unitOf } from '../release/measures.ts'

/** Kinds that are told of a measure that is not told by itself. */
const ofThemselves: ReadonlySet<string> = new Set([
  'share',
  'rate',
  'balance',
  'target',
  'revision',
  'definition',
  'leading-category',
  'mix',
])

/** A share this close to the whole's, in whole points, says nothing of the area. */
const sharesApart = 3

/**
 * Takes out echoes: facts that say again what a stronger one says, or say nothing.
 * Returns the facts worth saying, strongest first; equal ones in the order of their ids.
 */
export function removeEchoes(release: Release, facts: readonly Fact[]): Fact[] {
  const byId = new Map(facts.map((f) => [f.id, f]))
  const twin = (fact: Fact, more: string) => byId.get(`rank/${fact.measure}/${fact.area}/${fact.period}/${more}`)
  const isRatio = (measure: string) => !counted(unitOf(release.definition, measure))
  const atRecord = new Set(
    facts.flatMap(({ kind, measure, params: p }) =>
      kind === 'record' && p['among'] === 'all' ? [`${measure} ${p['extreme']}`] : [],
    ),
  )
  const kept = facts.filter((fact) => {
    const p = fact.params
    if (release.definition.measures[fact.measure]?.role === 'supplement' && !ofThemselves.has(fact.kind)) return false
    // The highest of any month is the highest of any January.
    if (p['among'] === 'same' && atRecord.has(`${fact.measure} ${p['extreme']}`)) return false
    // The change from the period before says this already.
    if (fact.kind === 'peak' && p['lately']) return false
    // An angle of the story is told wherever it leads.
    const isAngle = release.definition.measures[fact.measure]?.role === 'angle'
    if (fact.kind === 'share' && !isAngle && p['compared'] && Number(p['apart']) < sharesApart) return false
    if (fact.kind === 'rank') {
      const other = twin(fact, `${p['by']}-${p['end'] === 'large' ? 'small' : 'large'}`)
      const farther = other ? Number(p['rank']) - Number(other.params['rank']) : 0
      // In the very middle it is told from the large end.
      if (farther > 0 || (other && farther === 0 && p['end'] === 'small')) return false
      // A rank by number mostly says how big a force is, unless its rank by per cent says less.
      if (p['by'] === 'number' && !p['isAmong']) return false
      if (p['by'] === 'level' && !isRatio(fact.measure) && Number(p['rank']) > 3) return false
    }
    return true
  })
  return kept.sort((a, b) => b.newsworthiness.score - a.newsworthiness.score || (a.id < b.id ? -1 : 1))
}

import type { Claim, Fact, Figure } from '../facts/fact.ts'
import type { Found } from '../facts/facts.ts'
import type { Release } from '../release/load.ts'
import { byKind, type Weighed } from './by-kind.ts'
import { reach } from './weights.ts'

/**
 * Weighs each claim: kind × size × reach, less what merely repeats the whole. `because` says each step in words.
 * @param whole what was found of the whole, for telling what every area shares
 */
export function weigh(release: Release, found: Found, whole: Found): Fact[] {
  const alike = wholeClaims(whole)
  return found.claims.map((claim) => {
    const { score, because } = weighOne(release, claim, found.figures, alike)
    return { ...claim, newsworthiness: { score: Math.round(score * 10) / 10, because } }
  })
}

function wholeClaims(whole: Found): ReadonlyMap<string, Claim> {
  return new Map(whole.claims.map((c) => [c.id, c]))
}

function weighOne(
  release: Release,
  claim: Claim,
  figures: ReadonlyMap<string, Figure>,
  whole: ReadonlyMap<string, Claim>,
): Weighed {
  const p = claim.params
  const number = (name: string): number => figures.get(String(p[name]))?.value ?? 0
  const measure = release.definition.measures[claim.measure]!
  const unit = figures.get(String(p['value']))?.unit ?? ''
  const { score: kind, because } = byKind(claim, number, unit, measure.words.stock)
  const times = reach[measure.role]
  let score = kind * times
  if (times < 1) because.push(`${measure.words.name} are not the lead of this release (×${times})`)
  if (claim.kind === 'record' && claim.area !== release.areas.whole.key) {
    const shared = whole.get(`spread/${claim.measure}/${release.areas.whole.key}/${claim.period}/${p['extreme']}`)
    const part = shared ? Number(shared.params['size']) / release.areas.expect : 0
    if (part > 0.1) {
      const less = Math.round((1 - 0.5 * part) * 100) / 100
      score *= less
      because.push(`shared by ${shared!.params['size']} of ${release.areas.expect} areas (×${less})`)
    }
  }
  return { score, because }
}

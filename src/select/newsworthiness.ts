import type { Claim, Fact, Figure } from '../facts/fact.ts'
import type { Found } from '../facts/facts.ts'
import type { Release } from '../release/load.ts'

/** What each kind weighs before its own size is counted. The one place for these numbers. */
const weights = {
  record: 60,
  since: 36,
  against: 90,
  rankFirst: 85,
  rankTopThree: 62,
  rankAmong: 30,
  rankElse: 12,
  streak: 22,
  turn: 34,
  first: 6,
  milestone: 30,
  peak: 26,
  trough: 20,
  change: 26,
  level: 4,
  mix: 18,
  share: 12,
  localNational: 16,
  spread: 30,
  extremes: 22,
  shareAmong: 58,
  shareFirst: 80,
  shareChange: 22,
  shareCompare: 24,
  rate: 14,
  leadingCategory: 20,
  balance: 20,
  target: 26,
  targetOnly: 60,
  revision: 16,
  definition: 8,
} as const

/** How much a measure counts for, by its part in the release. */
const reach = { lead: 1, angle: 1, other: 0.62, part: 0.3, base: 0.3, supplement: 0.2 } as const

/** A change this many per cent either way counts in full; more counts up to double. */
const plainChange = 10

interface Weighed {
  score: number
  because: string[]
}

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
  const { score: kind, because } = byKind(claim, number, figures.get(String(p['value']))?.unit ?? '')
  const measure = release.definition.measures[claim.measure]!
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

/** The weight of a claim's own kind and size. */
function byKind(claim: Claim, number: (name: string) => number, unit: string): Weighed {
  const p = claim.params
  const size = (percent: number) => Math.min(2, 0.5 + Math.abs(percent) / plainChange / 2)
  const of = (score: number, why: string): Weighed => ({ score, because: [why] })
  switch (claim.kind) {
    case 'record':
      return of(
        weights.record * (p['joint'] ? 0.7 : 1),
        `${p['joint'] ? 'joint ' : ''}${p['extreme']} in a series from ${p['from']}`,
      )
    case 'since':
      return of(weights.since + Math.min(10, Number(p['back'])), `${p['extreme']} since ${p['thenPeriod']}`)
    case 'spread':
      if (p['of'] === 'against')
        return of(
          weights.against / Math.sqrt(Number(p['size'])) + 25,
          `one of ${p['size']} to go ${p['direction']} against the rest`,
        )
      if (p['of'] === 'exceptions') return of(weights.spread / 3, `${p['size']} other areas went against the rest`)
      return of(weights.spread, `how the areas spread (${p['of']})`)
    case 'rank': {
      // A share or rate is ranked by its level, and has no size of its own to be ranked by.
      if (p['by'] === 'level' && 'value' in p && isRatioUnit(unit)) return ofRatio(p)
      const by = p['by'] === 'percent' ? 1 : p['by'] === 'number' ? 0.5 : 0.12
      const end = p['end'] === 'small' ? 0.75 : 1
      const rank = Number(p['rank'])
      const weight =
        rank === 1
          ? weights.rankFirst
          : rank <= 3
            ? weights.rankTopThree
            : p['isAmong']
              ? weights.rankAmong
              : weights.rankElse
      return of(weight * by * end, `${inWords(rank, p)}${p['joint'] ? ', jointly' : ''}`)
    }
    case 'change':
      if (p['direction'] === 'flat') return of(weights.change * 0.4, 'no change in print')
      return p['percentToo']
        ? of(
            weights.change * size(number('percent')),
            `${p['direction']} ${Math.abs(number('percent')).toFixed(1)} per cent`,
          )
        : of(weights.change * 0.5, `${p['direction']}, on a base too small for a percentage`)
    case 'streak':
      return of(weights.streak + 2 * Number(p['length']), `${p['length']} moves ${p['direction']} in a row`)
    case 'turn':
      return of(
        weights.turn + Number(p['back']),
        `first move ${p['direction']} in ${p['inSeries'] ? 'the whole series' : `${p['back']} periods`}`,
      )
    case 'peak': {
      const weight = p['which'] === 'peak' ? weights.peak : weights.trough
      return of(
        weight * (p['percentToo'] ? size(number('percent')) : 0.4),
        `${Math.abs(number('percent')).toFixed(1)} per cent from the ${p['which']} of ${p['thenPeriod']}`,
      )
    }
    case 'local-national': {
      const relation = String(p['relation'])
      return of(weights.localNational * (relation === 'against' ? 2 : 1), `beside the whole: ${relation}`)
    }
    case 'share':
      if (!p['compared']) return of(weights.share, 'a part of a whole')
      return of(weights.share * Math.min(2, Number(p['apart']) / 3), `${p['apart']} points from the whole`)
    case 'mix':
      return of(weights.mix, `what made the change, by ${p['breakdown']}`)
    case 'first':
      return of(weights.first, `the series began in ${p['from']}`)
    case 'milestone':
      return of(weights.milestone, `past ${p['mark']} for the first time`)
    case 'share-change': {
      const points = Math.abs(number('points'))
      if (p['direction'] === 'flat') return of(weights.shareChange * 0.4, 'no change in print')
      return of(
        weights.shareChange * Math.min(2, 0.5 + points / (p['ofRate'] ? 2 : 10)),
        `${p['direction']} ${points.toFixed(1)} points`,
      )
    }
    case 'share-compare':
      return of(
        weights.shareCompare * Math.min(2, 0.5 + Math.abs(number('points')) / 20),
        `${p['relation']} than in ${p['other']}`,
      )
    case 'rate':
      return of(weights.rate, 'how big a part of a stock')
    case 'leading-category':
      return of(
        weights.leadingCategory * (p['differs'] ? 2 : 1),
        `${p['part']} lead${p['differs'] ? ', and not in the whole' : ''}`,
      )
    case 'balance':
      return of(
        weights.balance * (p['more'] === 'out' ? 2 : 1),
        p['more'] === 'out' ? 'more went than came' : 'what came and what went',
      )
    case 'target':
      if (p['of'] === 'areas') return of(weights.target, `${p['missed']} areas missed their targets`)
      return of(
        p['only'] ? weights.targetOnly : weights.target,
        p['met'] ? 'the target was met' : 'the target was missed',
      )
    case 'revision':
      return of(weights.revision, `revised ${p['direction']}`)
    case 'definition':
      return of(weights.definition, 'what is counted')
    case 'extremes':
      return of(weights.extremes * (p['by'] === 'percent' ? 1 : 0.6), `biggest moves ${p['direction']} by ${p['by']}`)
    case 'level':
      return of(weights.level, 'how many there are')
  }
}

const isRatioUnit = (unit: string): boolean => unit === 'share' || unit === 'rate'

/** The place of a share or rate: high and low count alike, the ends most. */
function ofRatio(p: Claim['params']): Weighed {
  const rank = Number(p['rank'])
  const weight = rank === 1 ? weights.shareFirst : p['isAmong'] ? weights.shareAmong + (8 - rank) : weights.rankElse
  const place = `${p['end'] === 'large' ? 'highest' : 'lowest'} but ${rank - 1}`
  return {
    score: weight * (p['end'] === 'small' ? 0.8 : 1),
    because: [rank === 1 ? `the ${p['end'] === 'large' ? 'highest' : 'lowest'}` : place],
  }
}

/** `second biggest rise by per cent`, `smallest number`. */
function inWords(rank: number, p: Claim['params']): string {
  const place = rank === 1 ? '' : `${rank === 2 ? 'second' : rank === 3 ? 'third' : `no ${rank} for the`} `
  if (p['by'] === 'level') return `${place}${p['end'] === 'large' ? 'largest' : 'smallest'} number`
  const move = p['direction'] === 'up' ? 'rise' : 'fall'
  return `${place}${p['end'] === 'large' ? 'biggest' : 'smallest'} ${move} by ${p['by'] === 'percent' ? 'per cent' : 'number'}`
}

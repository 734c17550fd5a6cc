import type { Claim } from '../facts/fact.ts'
import { counted, type MeasureUnit } from '../release/measures.ts'
import { plainChange, weights } from './weights.ts'

/** A weight, and why, in words. */
export interface Weighed {
  score: number
  because: string[]
}

/** The weight of a claim's own kind and size. */
export function byKind(claim: Claim, number: (name: string) => number, unit: string, stock: string): Weighed {
  const p = claim.params
  const size = (percent: number) => Math.min(2, 0.5 + Math.abs(percent) / plainChange / 2)
  const of = (score: number, why: string): Weighed => ({ score, because: [why] })
  switch (claim.kind) {
    case 'record':
      return of(
        weights.record * (p['joint'] ? 0.7 : 1) * (p['among'] === 'same' ? 0.8 : 1),
        `${p['joint'] ? 'joint ' : ''}${p['extreme']}${sameOnly(p)} in a series from ${p['from']}`,
      )
    case 'since':
      return of(
        weights.since + Math.min(10, Number(p['back'])),
        `${p['extreme']}${sameOnly(p)} since ${p['thenPeriod']}`,
      )
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
      if (p['by'] === 'level' && 'value' in p && isRatioUnit(unit)) return ofRatio(p, stock)
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
    case 'step':
      return of(weights.step, `${p['direction']} from the ${p['thenPeriod']}`)
    case 'year-total':
      return of(weights.yearTotal * (p['percentToo'] ? size(number('percent')) : 0.4), `a year, ${p['direction']}`)
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
      if (p['direction'] === 'flat') return of(weights.shareChange * 0.4, 'no change in print')
      // An index, a price or a rate per 1,000 moves by so much of itself.
      if ('by' in p) {
        const percent = (number('by') / number('was')) * 100
        return of(
          weights.shareChange * (Number.isFinite(percent) ? size(percent) : 1),
          `${p['direction']} ${Math.abs(percent).toFixed(1)} per cent`,
        )
      }
      const points = Math.abs(number('points'))
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

/** Where only the same month, quarter or half of each year is looked at. */
const sameOnly = (p: Claim['params']): string => (p['among'] === 'same' ? ' for the time of year' : '')

const isRatioUnit = (unit: string): boolean => !counted(unit as MeasureUnit)

/** The place of a share or rate: high and low count alike, the ends most. */
function ofRatio(p: Claim['params'], stock: string): Weighed {
  const rank = Number(p['rank'])
  const weight = rank === 1 ? weights.shareFirst : p['isAmong'] ? weights.shareAmong + (8 - rank) : weights.rankElse
  const [end, times] = p['end'] === 'large' ? ['highest', 1] : ['lowest', 0.8]
  return { score: weight * Number(times), because: [`${rank === 1 ? 'the' : `no ${rank} for the`} ${end} ${stock}`] }
}

/** `second biggest rise by per cent`, `smallest number`. */
function inWords(rank: number, p: Claim['params']): string {
  const place = rank === 1 ? '' : `${rank === 2 ? 'second' : rank === 3 ? 'third' : `no ${rank} for the`} `
  if (p['by'] === 'level') return `${place}${p['end'] === 'large' ? 'largest' : 'smallest'} number`
  const move = p['direction'] === 'up' ? 'rise' : 'fall'
  return `${place}${p['end'] === 'large' ? 'biggest' : 'smallest'} ${move} by ${p['by'] === 'percent' ? 'per cent' : 'number'}`
}

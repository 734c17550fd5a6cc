import type { BaseMeasureDefinition } from '../release/definition.ts'
import type { Profile } from './profile.ts'
import { plainName } from './words.ts'

export type Unit = BaseMeasureDefinition['unit']
export interface UnitBelief {
  unit: Unit
  per: number | null
  check: string | null
}

/** The unit that a heading and the numbers below it speak for. What may be a rate is never taken for a count. */
export function unitOf(
  name: string,
  profile: Pick<Profile, 'min' | 'max' | 'decimals' | 'percent' | 'pounds'>,
): UnitBelief {
  const text = plainName(name)
  const sure = (unit: Unit, per: number | null = null): UnitBelief => ({ unit, per, check: null })
  const per = /\bper (?:(\d[\d,]*)|(thousand|hundred thousand|million|head|capita))\b/i.exec(text)
  if (per) {
    const base = { thousand: 1000, 'hundred thousand': 100_000, million: 1_000_000 }[(per[2] ?? '').toLowerCase()]
    return sure('rate', per[1] ? Number(per[1].replace(/,/g, '')) : (base ?? 1))
  }
  if (/\bper ?cent(age)?\b|%|\bpct\b|\bproportion\b|\bshare\b/i.test(text) || profile.percent) return sure('percent')
  if (/\bindex\b|\bindices\b/i.test(text)) return sure('index')
  if (/\brate\b/i.test(text)) {
    if (profile.min >= 0 && profile.max <= 100)
      return {
        unit: 'percent',
        per: null,
        check:
          'it is called a rate, and all values are from 0 to 100: it is taken for per cent; it may be per 1,000 (unit: rate, per: 1000)',
      }
    return {
      unit: 'rate',
      per: 1000,
      check: 'a rate of what? It is taken for one per 1,000; it may be per 100,000 or per head',
    }
  }
  if (
    /£|\b(cost|costs|spend|spending|expenditure|income|revenue|earnings|salary|salaries|price|gbp)\b/i.test(text) ||
    profile.pounds
  )
    return sure('money')
  if (/\b(days|weeks|duration)\b/i.test(text)) {
    const check = 'days are never added up; if these are days in all, and not an average, unit: count may be meant'
    return { unit: 'days', per: null, check: /\b(average|mean|median)\b/i.test(text) ? null : check }
  }
  if (/\b(average|mean|median|ratio|score|caseload)\b/i.test(text))
    return { unit: 'index', per: null, check: 'an average or ratio is not added up; index is the nearest unit' }
  if (/\bfte\b|full[- ]?time[- ]equivalents?\b/i.test(text)) return sure('fte')
  if (/\bheadcount\b|\bhead count\b|\bhc\b/i.test(text)) return sure('headcount')
  if (/\bnumbers?\b|\bcounts?\b|\btotal\b|\bno\b/i.test(text) && profile.decimals === 0) return sure('count')
  if (profile.decimals > 0)
    return {
      unit: 'count',
      per: null,
      check: 'the numbers have decimals: it may be fte, percent, rate, index, money or days',
    }
  return { unit: 'count', per: null, check: null }
}

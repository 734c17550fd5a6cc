import { isPerMany } from '../../release/measures.ts'
import type { Quantity } from '../quantity.ts'
import { populations } from '../reader.ts'
import type { Ratio, Scene } from '../scene.ts'

/** A rate over a population of fewer than this is no claim to be made (STYLE rule 20). */
const fewest = 20

/** Why a number cannot be of what is told by its level, whatever its size, or null: pounds are no days. */
export function amountFault(s: Scene, said: Quantity, of: Ratio, area: number, period: number): string | null {
  const [key] = of.part
  const m = key === undefined || of.base.length > 0 ? undefined : s.evidence.measures[key]
  if (key === undefined || m === undefined) return said.form === 'amount' ? 'it is a share of a whole' : null
  const { amount } = said
  const unit = s.evidence.unit(key)
  if (unit === 'rate') return said.form === 'amount' || said.form === 'count' ? 'it is in per cent' : null
  if (said.form !== 'amount' && said.form !== 'count') return 'it is no percentage'
  if (unit === 'money') {
    const sign = 'currency' in m ? m.currency : '£'
    return amount?.in === 'money' && amount.sign === sign ? null : `it is in ${sign}`
  }
  if (unit === 'days') return amount?.in === 'days' ? null : 'it is in days'
  if (unit === 'index') return amount === undefined ? null : 'it is an index, and in no unit'
  const per = 'per' in m ? m.per : undefined
  if (per === undefined) return amount === undefined ? null : 'it is in no unit'
  // “10.4 per 1,000 people, up from 9.8” says once what both are per.
  const isSaid = s.mentions.some(({ said: one }) => one?.amount?.in === 'per' && one.amount.per === per)
  if (said.form === 'count' && isSaid) return null
  if (amount?.in !== 'per' || amount.per !== per) return `it is per ${per.toLocaleString('en-GB')}`
  if (s.about.own && isPerMany(m) && 'rate' in m && s.value(m.rate, area, period) < fewest)
    return `it is a rate of fewer than ${fewest}: give the count (STYLE rule 20)`
  const base = 'rate' in m ? m.over : 'base' in m ? m.base : undefined
  return amount.of === null || base === undefined || isOf(s, base, amount.of) ? null : `it is of ${nounOf(s, base)}`
}

const nounOf = (s: Scene, base: string): string => s.evidence.measures[base]!.words.noun[1]

/** People, however they are called; people of an age are named so. */
const isOf = (s: Scene, base: string, of: string): boolean =>
  nounOf(s, base) === of || (nounOf(s, base) === 'people' && populations.includes(of))

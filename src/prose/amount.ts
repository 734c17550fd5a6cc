import { moneyShown } from '../facts/small.ts'
import type { Table } from '../table/table.ts'
import { grouped, money } from './number.ts'
import { percentShare, rate } from './percent.ts'
import { roundHalfAway } from './round.ts'
import type { Style } from './style.ts'

/**
 * A value that is not counted, in its unit: `11.8%`, `10.4 per 1,000 people`, `£512.30`, `£1.2m`, `103.2`, `12.5 days`. With
 * the decimals of the definition; of days a nought behind the point is dropped.
 * @param measures all of the table: a rate per so many names what it is over
 * @param beside it stands beside another that has named what it is per: then the number will do
 */
export function amount(
  { unit, decimals, definition, over }: Table['measures'][number],
  value: number,
  style: Style,
  measures: Table['measures'],
  beside = false,
): string {
  if (unit === 'share') return percentShare(value * 100, style)
  if (unit === 'rate') return rate(value * 100, style, decimals)
  if (unit === 'money') return money(moneyShown(value, decimals), 'currency' in definition ? definition.currency : '£')
  const rounded = roundHalfAway(value, decimals)
  const text = unit === 'days' ? grouped(Math.abs(rounded)) : grouped(Math.abs(rounded), decimals)
  const signed = rounded < 0 ? `-${text}` : text
  if (unit === 'days') return `${signed} ${text === '1' ? 'day' : 'days'}`
  const per = unit === 'per' && 'per' in definition ? definition.per : undefined
  if (per === undefined || beside) return signed
  const of = over === null ? '' : ` ${measures[over.base]!.definition.words.noun[1]}`
  return `${signed} per ${per.toLocaleString('en-GB')}${of}`
}

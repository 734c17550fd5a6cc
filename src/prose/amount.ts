import type { Table } from '../table/table.ts'
import { percentShare, rate } from './percent.ts'
import type { Style } from './style.ts'

/**
 * A value that is not counted, in its unit: `11.8%`, `10.4 per 1,000`, `£512.30`, `103.2`, `12.5 days`. With the decimals of the
 * definition; a nought behind the point is dropped, save of money.
 */
export function amount({ unit, decimals, definition }: Table['measures'][number], value: number, style: Style): string {
  if (unit === 'share') return percentShare(value * 100, style)
  if (unit === 'rate') return rate(value * 100, style, decimals)
  const isWhole = Number.isInteger(Number(Math.abs(value).toFixed(decimals)))
  const least = unit === 'money' && !isWhole ? decimals : 0
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: decimals,
  })
  const signed = value < 0 ? `-${text}` : text
  if (unit === 'per') {
    const per = 'per' in definition ? definition.per : undefined
    return per === undefined ? signed : `${signed} per ${per.toLocaleString('en-GB')}`
  }
  if (unit === 'money') return value < 0 ? `-${sign(definition)}${text}` : `${sign(definition)}${text}`
  return unit === 'days' ? `${signed} ${text === '1' ? 'day' : 'days'}` : signed
}

const sign = (definition: Table['measures'][number]['definition']): string =>
  'currency' in definition ? definition.currency : '£'

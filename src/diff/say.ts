import type { Brief, BriefFigure } from '../prose/brief.ts'
import type { DataChange, Place } from './change.ts'

/** A number for a person who compares: grouped, with the decimals that the publisher gave. */
const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 })

export const amountOf = (figure: BriefFigure | undefined): string =>
  figure === undefined ? 'none' : number(figure.value)

const shownOf = (value: number | null): string => (value === null ? 'none' : number(value))

/** `officers, Kent, 2023: 3,841 → 3,846 (revised; workforce.csv, column Total, row 88)` */
export function changeText(change: DataChange, name: (area: string) => string): string {
  const { measure, area, period, from, to, kind, cells } = change
  const where = cells.map(({ file, sheet, column, rows }) => {
    const place = `${file}${sheet === undefined ? '' : `, sheet ${sheet}`}, column ${column}`
    return `; ${place}, ${/^\d+$/.test(rows) ? 'row' : 'rows'} ${rows}`
  })
  return `${measure}, ${name(area)}, ${period}: ${shownOf(from)} → ${shownOf(to)} (${kind}${where.join('')})`
}

/** Told by themselves up to this many. */
const most = 3

/** What moved a place among others: the first few, and how many more. */
export function listed(changes: readonly DataChange[], name: (area: string) => string): string {
  const told = changes.slice(0, most).map((change) => changeText(change, name))
  const more = changes.length - told.length
  return `${told.join('; ')}${more > 0 ? `; and ${more} more ${more === 1 ? 'figure' : 'figures'}` : ''}`
}

/** How newsworthy what a place tells is, as it was weighed. */
export function score({ facts }: Brief, place: Place | null): string {
  const weights = (place?.facts ?? []).flatMap((id) => facts[id]?.newsworthiness.score ?? [])
  return weights.length === 0 ? 'none' : Math.max(...weights).toFixed(1)
}

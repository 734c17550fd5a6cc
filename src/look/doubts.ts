import type { CellValue } from '../read/sheet.ts'
import type { AreaColumns } from './area-columns.ts'
import type { Looked } from './belief.ts'
import { periodGaps } from './gaps.ts'

type Row = readonly CellValue[]
type Believed = Omit<Looked, 'doubts' | 'byHand'>

/** All that is unsure, and what is to be written by hand. */
export function doubtsOf(
  looked: Believed,
  {
    columns,
    byHand,
    rows,
    key,
  }: { columns: AreaColumns | null; byHand: readonly string[]; rows: readonly Row[]; key: (row: Row) => string },
): Pick<Looked, 'doubts' | 'byHand'> {
  const { area, period, dimensions, measures, marks, ignore, frame } = looked
  const doubts: string[] = []
  const hand: string[] = [...byHand]
  const say = (about: string, text: string | null | undefined) => {
    if (text) doubts.push(`${about}: ${text}`)
  }
  if (area.names.length + area.codes.length === 0) hand.push('area: the column that names the areas')
  if (area.names.length === 0 && area.codes.length > 0)
    hand.push('the names of the areas, in the areas list: the table has codes alone')
  if (period === null) hand.push('period: the column of periods, and its kind; nothing in the table reads as one')
  say('area', columns?.doubt)
  say('whole', area.whole.check)
  const odd = area.levels.find(({ name }) => name === 'area' && name !== area.main.name)
  say(
    'area',
    odd &&
      `${odd.areas
        .map(({ name }) => name)
        .slice(0, 5)
        .join(', ')}: of no level that is known, put among the others`,
  )
  say('period', period?.check)
  if (looked.numbers === 'unsure') hand.push(`numbers: ${unsureNumbers}`)
  for (const { name, check } of dimensions) say(name, check)
  // One doubt about many measures is told once.
  const about = new Map<string, string[]>()
  for (const { key: measure, checks } of measures)
    for (const check of checks) about.set(check, [...(about.get(check) ?? []), measure])
  for (const [check, keys] of about) say(`measure ${keys.join(', ')}`, check)
  for (const { mark, check, means } of marks) {
    say(`mark “${mark}”`, means === null ? null : check)
    if (means === null) hand.push(`marks: what “${mark}” means, ${check}`)
  }
  for (const { name, check } of ignore) say(`column “${name}”`, check)
  say('period', stockOrFlow(looked))
  say('period', period && periodGaps(period))
  const { between } = frame
  if (between.length > 0) {
    const some = between
      .slice(0, 5)
      .map((row) => row + 1)
      .join(', ')
    say(
      'rows',
      `${between.length} between the figures hold one text alone (row ${some}): headings of groups, which are not read`,
    )
  }
  const counts = new Set<string>()
  let twice = 0
  for (const row of rows) {
    const id = key(row)
    if (counts.has(id)) twice++
    counts.add(id)
  }
  if (twice > 0)
    say(
      'rows',
      `${twice} are about the same area, period and categories as another: a column that tells them apart was not found`,
    )
  return { doubts, byHand: hand }
}

/** Where a file does not settle how its numbers are written. */
export const unsureNumbers =
  'comma, if they are written 1.234,5, or point, if 1,234.5: the columns are parted by semicolons, and the numbers do not settle it'

/** Counts on a day and counts over a year cannot be dated alike. */
function stockOrFlow({ measures, period }: Believed): string | null {
  const counted = measures.filter(({ unit }) => unit === 'count' || unit === 'fte' || unit === 'headcount')
  const named = (flow: 'stock' | 'flow') => counted.filter((m) => m.flow === flow).map((m) => m.key)
  const [stocks, flows] = [named('stock'), named('flow')]
  const few = (keys: readonly string[]) => `${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ', …' : ''}`
  if (stocks.length > 0 && flows.length > 0)
    return `${few(stocks)} look like counts on a day, and ${few(flows)} like counts over the period: two tables of one file may date them apart`
  if (period === null) return null
  const isStock = period.kind === 'day' || period.stock
  if (!isStock && stocks.length > 0) return `${few(stocks)} look like counts on a day, but the periods are no days`
  if (isStock && flows.length > 0) return `${few(flows)} look like counts over a period, but the table is dated by days`
  const open = !isStock && flows.length === 0
  return open
    ? 'no word says whether the figures are counted on a day (a stock) or over the period (a flow); a flow was taken'
    : null
}

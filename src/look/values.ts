import { valueColumn } from '../release/table-columns.ts'
import type { ValueColumn } from './measures.ts'
import type { PeriodFound } from './period-find.ts'
import { isNumeric, type Profile } from './profile.ts'

const numbers =
  /(^|_|\b)(code|cd|id|order|sort|rank|latitude|longitude|lat|long|easting|northing|unit_mult|decimals)(_|\b|$)/i
const dates = /^(year|month|quarter|day|date)$/i

export interface Values {
  values: ValueColumn[]
  ignore: { name: string; why: string; check?: string }[]
}

/** The columns of figures. Of a table wide by year, those with the same heading but for its period are one. */
export function valuesOf(profiles: readonly Profile[], period: PeriodFound | null): Values {
  const ignore: Values['ignore'] = []
  const numeric = profiles.filter((p) => isNumeric(p) && p !== period?.profile)
  const wide = period !== null && period.headed.size > 0
  const groups = new Map<string, Profile[]>()
  for (const profile of numeric) {
    const { name, index } = profile.column
    const headed = period?.headed.get(index)
    if (wide && headed === undefined)
      ignore.push({
        name,
        why: 'its heading names no period',
        check: 'it is not read; a change or a total is worked out from the rest',
      })
    else if (headed)
      groups.set(headed.rest || valueColumn, [...(groups.get(headed.rest || valueColumn) ?? []), profile])
    else if (numbers.test(name)) ignore.push({ name, why: 'its numbers are codes or an order' })
    else if (dates.test(name)) ignore.push({ name, why: 'it is a part of the date' })
    else groups.set(name, [profile])
  }
  const values = [...groups].map(([value, all]) => ({ value, profile: merged(all) }))
  return { values, ignore }
}

/** Several columns as one: the last, which is of the latest period, with what all of them hold. */
function merged(profiles: readonly Profile[]): Profile {
  const marks = new Map<string, number>()
  for (const p of profiles) for (const [mark, n] of p.marks) marks.set(mark, (marks.get(mark) ?? 0) + n)
  return {
    ...profiles.at(-1)!,
    numbers: profiles.reduce((n, p) => n + p.numbers, 0),
    filled: profiles.reduce((n, p) => n + p.filled, 0),
    percents: profiles.reduce((n, p) => n + p.percents, 0),
    min: Math.min(...profiles.map((p) => p.min)),
    max: Math.max(...profiles.map((p) => p.max)),
    decimals: Math.max(...profiles.map((p) => p.decimals)),
    marks,
  }
}

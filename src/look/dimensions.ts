import { label } from '../read/label.ts'
import type { CellValue } from '../read/sheet.ts'
import type { Dimension } from './belief.ts'
import { textOf } from './figure.ts'
import { isNumeric, type Profile } from './profile.ts'
import { groupsOf, standingAmong } from './sums.ts'

type Row = readonly CellValue[]

const indicators =
  /^(measure|measures|indicator|indicators|metric|statistic|statistics|variable|series|basis|unit of count|characteristic measure|data item|item)(\b|_|$)/i
const ofUnits = /\b(fte|headcount|full[- ]?time[- ]equivalents?|per cent|percent|percentage|rate)\b/i
const total = /^(total|all|both|both sexes|persons|people|everyone|overall|grand total|all .+|total .+|.+ total|any)$/i
const notes = /\b(note|notes|comment|footnote|source|description|url|link)\b/i
/** A column called a description may well hold categories, when it has few. */
const fewNotes = 25
const units = /^(unit|units|unit_measure|unit of measure|measure_unit|unit_mult|decimals)$/i
const statuses = /^(obs_status|status|observation status|flag|flags|symbol|symbols|marker|data marking|obs_flag)$/i
/** A column with more different texts than this tells of something else than categories. */
const most = 80

export interface Sorted {
  dimensions: Dimension[]
  ignore: { name: string; why: string; check?: string }[]
  status: string | null
}

/** Which of the columns that are left tell one row from another, and which say nothing that is needed. */
export function dimensionsOf(
  columns: readonly Profile[],
  rows: readonly Row[],
  values: readonly Profile[],
  areaOf: (row: Row) => string,
  whenOf: (row: Row) => string,
): Sorted {
  const sorted: Sorted = { dimensions: [], ignore: [], status: null }
  const rest: Profile[] = []
  for (const profile of columns) {
    const { name } = profile.column
    const ignore = (why: string) => sorted.ignore.push({ name, why })
    if (profile.filled === 0) ignore('it is empty')
    else if (statuses.test(name)) sorted.status ??= name
    else if (isNumeric(profile)) ignore('its numbers are no figures: codes or an order')
    else if (notes.test(name) && profile.texts.size > fewNotes) ignore('notes')
    else if (units.test(name))
      ignore(`it says how the values are counted: ${[...profile.texts.keys()].slice(0, 3).join(', ')}`)
    else if (profile.empty > 0 && profile.texts.size === 1) ignore('it says one thing, and not in every row')
    else if (profile.texts.size > most)
      sorted.ignore.push({
        name,
        why: `${profile.texts.size} different texts`,
        check: 'it may tell one row from another; list its values under by if it does',
      })
    else if (profile.texts.size > 1 && follows(profile, rows, areaOf))
      ignore('it says the same of an area in every row')
    else if (profile.texts.size > 1 && follows(profile, rows, whenOf))
      ignore('it says the same of a period in every row')
    else rest.push(profile)
  }
  for (const profile of rest) {
    const others = rest.filter((p) => p !== profile)
    const within = (row: Row) =>
      [whenOf(row), areaOf(row), ...others.map((p) => textOf(row[p.column.index]))].join('\u0000')
    sorted.dimensions.push(dimension(profile, rows, values, within))
  }
  return sorted
}

/** Whether a column says nothing of a row that its area, or its period, does not say already. */
function follows(profile: Profile, rows: readonly Row[], of: (row: Row) => string): boolean {
  const said = new Map<string, string>()
  for (const row of rows) {
    const [key, text] = [of(row), textOf(row[profile.column.index])]
    const before = said.get(key)
    if (before !== undefined && before !== text) return false
    said.set(key, text)
  }
  return said.size > 1
}

function dimension(
  profile: Profile,
  rows: readonly Row[],
  values: readonly Profile[],
  within: (row: Row) => string,
): Dimension {
  const { name, index } = profile.column
  const { categories, spellings } = spelt([...profile.texts.keys()])
  const measures =
    categories.length > 1 &&
    (indicators.test(name) || (values.length === 1 && categories.every((text) => ofUnits.test(text))))
  const canonical = new Map(
    categories.flatMap((text) => [text, ...(spellings[text] ?? [])].map((s) => [s, text] as const)),
  )
  const called = categories.filter((text) => total.test(text))
  const value = values[0]
  const one = { name, index, categories, spellings, measures, check: null }
  if (measures) return { ...one, total: null, why: 'each of its values is a measure of its own' }
  if (categories.length === 1)
    return { ...one, total: null, why: 'the same in every row; another value next time will be told' }
  const groups = value
    ? groupsOf(rows, within, (row) => canonical.get(textOf(row[index])) ?? '', value.column.index)
    : []
  const standing = standingAmong(groups, (other) => !called.includes(other))
  const sums = (text: string) => {
    const { groups: n, sums } = standing(text, categories.length - Math.max(1, called.length))
    return n > 0 && sums >= n * 0.8
  }
  const chosen = called.find(sums) ?? called[0]
  if (chosen !== undefined) {
    const others = called.filter((text) => text !== chosen)
    const check =
      others.length > 0
        ? `${others.join(' and ')} may be totals as well; ${chosen} was chosen`
        : sums(chosen)
          ? null
          : 'the other categories do not add up to it in this table, or not all are there'
    return { ...one, total: chosen, why: `only ${chosen} is counted, not the others, which it holds already`, check }
  }
  const hidden = categories.length > 2 ? categories.find(sums) : undefined
  if (hidden !== undefined)
    return {
      ...one,
      total: hidden,
      why: `only ${hidden} is counted: it is the sum of the others`,
      check: `${hidden} is taken for the total, as its values are the sum of the others`,
    }
  return {
    ...one,
    total: null,
    why: 'all of its categories are added up',
    check: 'no category is a total, and all are added up; say so if they overlap, or count one alone (where)',
  }
}

/** Texts that differ in letter case, apostrophes or spaces alone are spellings of one category: the first seen is its name. */
function spelt(texts: readonly string[]): Pick<Dimension, 'categories' | 'spellings'> {
  const first = new Map<string, string>()
  const spellings: Record<string, string[]> = {}
  for (const text of texts) {
    const before = first.get(label(text))
    if (before === undefined) first.set(label(text), text)
    else spellings[before] = [...(spellings[before] ?? []), text]
  }
  return { categories: [...first.values()], spellings }
}

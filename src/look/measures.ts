import { counted } from '../release/measures.ts'
import type { Dimension, MeasureBelief } from './belief.ts'
import { countedWords, measuredWords } from './noun.ts'
import type { Profile } from './profile.ts'
import type { Standing } from './sums.ts'
import { type Unit, unitOf } from './unit.ts'
import { flowOf, keyOf, wordsOf } from './words.ts'

/** A column of values, by the name that a definition gives it. */
export interface ValueColumn {
  value: string
  profile: Profile
}

export interface Told {
  /** What the table is about, for a column that says no more than “Total” or “Value”. */
  about: string
  /** The periods are stretches of time, not days. */
  flow: boolean
  /** How a measure of the publisher's row for the whole stands to the areas. */
  standing: (value: ValueColumn, where: Readonly<Record<string, string>>) => Standing | null
}

const mostOthers = 3

/** The measures of a table: one a column of values, or one a category of the column that names measures. */
export function measuresOf(
  values: readonly ValueColumn[],
  dimensions: readonly Dimension[],
  told: Told,
): MeasureBelief[] {
  const fixed = Object.fromEntries(dimensions.flatMap(({ name, total }) => (total === null ? [] : [[name, total]])))
  const named = dimensions.filter((d) => d.measures)
  const wheres = named.reduce<Record<string, string>[]>(
    (all, { name, categories }) =>
      all.flatMap((where) => categories.map((category) => ({ ...where, [name]: category }))),
    [{}],
  )
  const keys = new Set<string>()
  const measures = values.flatMap((value) =>
    wheres.map((where) => {
      const text = [
        ...Object.values(where),
        ...(where && values.length === 1 && named.length > 0 ? [] : [value.value]),
      ].join(' ')
      const measure = one(value, text, { ...where, ...fixed }, dimensions, told)
      let key = measure.key
      for (let n = 2; keys.has(key); n++) key = `${measure.key}-${n}`
      keys.add(key)
      return { ...measure, key }
    }),
  )
  return withTwins(withRoles(toldApart(measures), told.flow))
}

/** Offences recorded and offences charged are both offences: in a headline too they are told apart. */
const toldApart = (measures: readonly MeasureBelief[]): MeasureBelief[] =>
  measures.map((m) => {
    const { name, stock } = m.words
    const isOther = (other: MeasureBelief) => other.words.name !== name && other.words.stock === stock
    return measures.some(isOther) ? { ...m, words: { ...m.words, stock: name } } : m
  })

function one(
  { value, profile }: ValueColumn,
  text: string,
  where: Record<string, string>,
  dimensions: readonly Dimension[],
  told: Told,
): MeasureBelief {
  const checks: string[] = []
  let { unit, per, check } = unitOf(text, profile)
  const standing = told.standing({ value, profile }, where)
  if (standing && standing.groups > 0) {
    const added = standing.sums >= standing.groups * 0.6
    const among = standing.between >= standing.groups * 0.9
    if (counted(unit) && among) {
      check = `the publisher's row for the whole lies among those of the areas, so that it is no sum of them: an average or a ratio, which is never added up`
      unit = /\brate|per ?cent|%/i.test(text) ? 'percent' : 'index'
    } else if (counted(unit) && !added) check ??= 'the areas do not add up to the row for the whole in every period'
  }
  if (check) checks.push(`unit: ${check}`)
  if (!counted(unit)) {
    const open = dimensions.filter((d) => !Object.hasOwn(where, d.name) && d.categories.length > 1)
    for (const { name, categories } of open) {
      where[name] = categories[0]!
      checks.push(
        `where: a ${unit} is never added up over ${name}; ${categories[0]} was chosen, the first of ${categories.length}`,
      )
    }
  }
  const own = wordsOf(text) || indicatorOf(dimensions)
  const said = own === '' ? told.about : own
  if (own === '') checks.push(`words: “${text}” does not say what is counted; this is from the name of the table`)
  const flow = counted(unit) ? flowOf(`${text} ${told.about}`) : null
  const words = counted(unit) ? countedWords(said, told.flow) : measuredWords(said)
  const decimals = Math.min(2, profile.decimals)
  const key = wordsOf(text) === '' ? keyOf(`${said} ${unit === 'count' ? '' : unit}`) : keyOf(text)
  return {
    key,
    value,
    where,
    unit,
    per,
    decimals,
    role: 'supplement',
    twin: null,
    filled: profile.numbers,
    words,
    flow,
    checks,
  }
}

/** What a column of one category says is counted, where it is headed as such columns are; else nothing. A code is in capitals. */
function indicatorOf(dimensions: readonly Dimension[]): string {
  const one = dimensions.find(
    ({ name, categories }) =>
      categories.length === 1 &&
      /^(indicator|measure|metric|variable|statistic|series|item)s?( name| label)?$/i.test(name),
  )
  const said = one?.categories[0] ?? ''
  return wordsOf(/^[A-Z_ ]{5,}$/.test(said) ? said.toLowerCase() : said)
}

/**
 * The most complete count leads, the first of several; a few more counts are told beside it. What is counted on a day is not told of
 * a table dated by stretches of time, nor the other way round, where another count may be: its dates would be wrong. Where columns
 * are of both sorts, one that does not say of which it is may be of either.
 */
function withRoles(measures: readonly MeasureBelief[], flow: boolean): MeasureBelief[] {
  const all = measures.filter(({ unit }) => counted(unit))
  const [here, elsewhere] = flow ? (['flow', 'stock'] as const) : (['stock', 'flow'] as const)
  const isMixed = all.some((m) => m.flow === here) && all.some((m) => m.flow === elsewhere)
  const dated = all.filter((m) => (isMixed ? m.flow === here : m.flow !== elsewhere))
  const counts = dated.length > 0 ? dated : all
  const told = counts.filter(({ key }) => !/\btarget\b/.test(key))
  const among = told.length > 0 ? told : counts.length > 0 ? counts : measures
  const most = Math.max(0, ...among.map((m) => m.filled))
  // A handful of marks more or less do not make a measure the less complete.
  const lead = among.find((m) => m.filled >= most * 0.98)
  // Full-time equivalents are not told beside heads (STYLE rule 18): copy would have to give the unit of each.
  const apart = (m: MeasureBelief) => lead && m.unit !== lead.unit && m.unit !== 'count' && lead.unit !== 'count'
  const beside = counts.filter((m) => m !== lead && !apart(m)).slice(0, mostOthers)
  return measures.map((m) => ({ ...m, role: m === lead ? 'lead' : beside.includes(m) ? 'other' : 'supplement' }))
}

const bare = ({ key }: MeasureBelief): string => key.replace(/-?\b(fte|headcount|hc)\b/g, '')
const isTwin = (a: MeasureBelief, b: MeasureBelief): boolean => {
  const pair = new Set<Unit>([a.unit, b.unit])
  return (
    pair.has('fte') &&
    pair.has('headcount') &&
    bare(a) === bare(b) &&
    JSON.stringify(withoutUnit(a)) === JSON.stringify(withoutUnit(b))
  )
}
const withoutUnit = ({ where }: MeasureBelief): string[] =>
  Object.entries(where).flatMap(([name, category]) =>
    /\b(fte|headcount)\b/i.test(category) ? [] : [`${name}=${category}`],
  )

/** The same things counted by heads: a full-time equivalent far off it is likely a fault. */
function withTwins(measures: readonly MeasureBelief[]): MeasureBelief[] {
  return measures.map((m) => {
    const twin = m.unit === 'fte' ? measures.find((other) => isTwin(m, other)) : undefined
    return twin === undefined ? m : { ...m, twin: twin.key }
  })
}

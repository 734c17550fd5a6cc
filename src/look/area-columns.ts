import type { CellValue } from '../read/sheet.ts'
import { textOf } from './figure.ts'
import { gss, isNumeric, type Profile } from './profile.ts'
import { plainName } from './words.ts'

type Rows = readonly (readonly CellValue[])[]

/** The columns that say which area a row is about, the most particular first. */
export interface AreaColumns {
  names: readonly Profile[]
  codes: readonly Profile[]
  /** Says of which level the row is: `geographic_level`. */
  level: Profile | null
  /** Columns of larger areas that each area is in. */
  parents: readonly Profile[]
  why: string
  doubt: string | null
}

const named =
  /\b(area|areas|la|lad|utla|ltla|authority|authorities|council|councils|force|forces|region|regions|country|nation|county|district|borough|ward|constituency|geography|geo|geog|place|trust|provider|board|police|local authority|ref area|location)\b/i
const level = /geographic[_ ]?level|geography[_ ]?(type|level)|area[_ ]?(type|level)|^level$|geo[_ ]?(type|level)/i
const coded = /\bcode\b|\bcd\b|\bons\b|\bref area\b|\bgeo\b|^id$/i
const isOfAreas = (profile: Profile): boolean => named.test(plainName(profile.column.name))

export function areaColumns(profiles: readonly Profile[], rows: Rows): AreaColumns | null {
  const found = profiles.find((p) => level.test(p.column.name) && p.texts.size <= 20 && !isNumeric(p)) ?? null
  const text = profiles.filter((p) => p !== found && !isNumeric(p) && p.filled > 0)
  const codes = text.filter((p) => p.codes > 0 && p.codes >= p.filled * 0.8).sort(byDetail)
  const free = text.filter((p) => !codes.includes(p))
  return codes.length > 0 ? withCodes(codes, free, found, rows) : withNames(free, found, rows)
}

const byDetail = (a: Profile, b: Profile): number => b.texts.size - a.texts.size

/** Each code column with the names that go with it, one to one. */
function withCodes(
  codes: readonly Profile[],
  free: readonly Profile[],
  level: Profile | null,
  rows: Rows,
): AreaColumns {
  const used = new Set<Profile>()
  const pairs = codes.map((code) => {
    const name = nameOf(
      code,
      free.filter((p) => !used.has(p)),
      rows,
    )
    if (name) used.add(name)
    return { code, name }
  })
  const levels = coalesced(
    pairs.map(({ code }) => code),
    rows,
  )
  const chosen = pairs.filter(({ code }) => levels.includes(code))
  const names = chosen.flatMap(({ name }) => (name ? [name] : []))
  const parents = [
    ...pairs.filter((pair) => !chosen.includes(pair)).flatMap(({ code, name }) => (name ? [name, code] : [code])),
    ...free.filter((p) => !used.has(p) && isOfAreas(p) && p.texts.size > 1 && isFunction(chosen[0]!.code, p, rows)),
  ]
  const doubt =
    names.length === 0
      ? 'the table has codes and no names: each area is to be given one'
      : names.length < chosen.length
        ? 'not every code column has a column of names beside it'
        : null
  const why = `${chosen.map(({ code }) => code.column.name).join(', ')} hold${chosen.length === 1 ? 's' : ''} codes such as ${firstCode(codes[0]!)}`
  return { names, codes: chosen.map(({ code }) => code), level, parents, why, doubt }
}

const firstCode = (profile: Profile): string => [...profile.texts.keys()].find((text) => gss.test(text)) ?? ''

/** Without codes the names must do: the column called so, or else the one with the most different texts. */
function withNames(free: readonly Profile[], level: Profile | null, rows: Rows): AreaColumns | null {
  const hinted = free.filter(isOfAreas).sort(byDetail)
  const isCode = (p: Profile) =>
    coded.test(plainName(p.column.name)) && [...p.texts.keys()].every((t) => /^\S+$/.test(t))
  const codes = hinted.filter(isCode)
  const names = hinted.filter((p) => !codes.includes(p))
  const [first] = names
  if (first !== undefined) {
    const chosen = coalesced(names, rows)
    const parents = names.filter((p) => !chosen.includes(p) && isFunction(first, p, rows))
    const rest = names.filter((p) => !chosen.includes(p) && !parents.includes(p))
    const doubt = rest.length > 0 ? `it may be ${rest.map((p) => p.column.name).join(' or ')}` : null
    const beside = codes.find((p) => isFunction(p, first, rows) && p.texts.size >= first.texts.size)
    const why = `its heading says that it holds areas`
    return { names: chosen, codes: beside ? [beside] : [], level, parents, why, doubt }
  }
  const [code] = codes
  if (code !== undefined) {
    const doubt = 'the table has codes and no names: each area is to be given one'
    return { names: [], codes: [code], level, parents: [], why: 'its heading says that it holds areas', doubt }
  }
  const [most, next] = [...free].sort(byDetail)
  if (most === undefined) return null
  const doubt = `no heading says that it holds areas; it has the most different texts${next ? `, and it may be ${next.column.name}` : ''}`
  return { names: [most], codes: [], level, parents: [], why: 'the most different texts', doubt }
}

/** The first column, and those that say what it leaves empty. */
function coalesced(columns: readonly Profile[], rows: Rows): Profile[] {
  const [first, ...others] = columns
  if (first === undefined) return []
  const chosen = [first]
  const isEmpty = (row: readonly CellValue[], p: Profile) => textOf(row[p.column.index]) === ''
  let open = first.empty === 0 ? [] : rows.filter((row) => isEmpty(row, first))
  for (const other of others) {
    const left = open.filter((row) => isEmpty(row, other))
    if (left.length === open.length) continue
    chosen.push(other)
    open = left
  }
  return chosen
}

/** Of the columns of names the one that goes with a column of codes: nearly every code has one name, and every name one code. */
function nameOf(code: Profile, free: readonly Profile[], rows: Rows): Profile | null {
  let best: Profile | null = null
  let most = 0.8
  for (const name of free) {
    if (name.texts.size === 1 && code.texts.size > 1) continue
    const fit = Math.min(oneToOne(code, name, rows), oneToOne(name, code, rows))
    // Of two that fit alike, the one that is called a name, and else the nearest.
    const score = fit + (isOfAreas(name) ? 0.05 : 0) - Math.abs(name.column.index - code.column.index) / 1000
    if (fit <= 0.8 || score <= most) continue
    best = name
    most = score
  }
  return best
}

/** The part of a column's texts that go with one text of another. */
function oneToOne(from: Profile, to: Profile, rows: Rows): number {
  const met = meetings(from, to, rows)
  return [...met.values()].filter((texts) => texts.size === 1).length / Math.max(1, met.size)
}

function meetings(from: Profile, to: Profile, rows: Rows): Map<string, Set<string>> {
  const met = new Map<string, Set<string>>()
  for (const row of rows) {
    const [a, b] = [textOf(row[from.column.index]), textOf(row[to.column.index])]
    if (a === '' || b === '') continue
    const texts = met.get(a)
    if (texts === undefined) met.set(a, new Set([b]))
    else if (texts.size < 3) texts.add(b)
  }
  return met
}

/** Whether each text of one column goes with one text of the other, a few slips aside. */
const isFunction = (from: Profile, to: Profile, rows: Rows): boolean => oneToOne(from, to, rows) >= 0.9

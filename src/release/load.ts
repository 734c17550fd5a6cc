import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { fail, NibError, type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { type Areas, areasOf, sharedNames } from './areas.ts'
import {
  areasSchema,
  type BaseMeasureDefinition,
  type MeasureDefinition,
  type ReleaseDefinition,
  releaseSchema,
} from './definition.ts'
import { readSettings } from './settings.ts'

/** A release, checked: what its tables hold, what may be said of them, and its areas. */
export interface Release {
  key: string
  folder: string
  definition: ReleaseDefinition
  areas: Areas
  /** The measure the story is about. */
  lead: string
}

/** Where releases and area lists are kept. */
export interface Library {
  data: string
}

/** The keys of the releases in the library. */
export function releaseNames(library: Library, effects: Effects): string[] {
  return effects.folders(library.data).filter((name) => effects.exists(join(library.data, name, 'release.yaml')))
}

/** Reads and checks a release by name. @throws NibError with every problem found in its files. */
export function loadRelease(name: string, library: Library, effects: Effects): Release {
  const folder = join(library.data, name)
  const file = join(folder, 'release.yaml')
  if (!/^[a-z0-9-]+$/.test(name) || !effects.exists(file)) {
    const known = releaseNames(library, effects)
    fail('unknown-release', {}, { name, near: near(name, known), known })
  }
  const { value: definition, where } = readSettings('release', effects.readText(file), file, releaseSchema)
  const problems = checkNames(definition, where)
  if (problems.length > 0) throw new NibError(problems)
  const listFile = join(library.data, 'areas', `${definition.areas.list}.yaml`)
  if (!effects.exists(listFile)) {
    fail('bad-definition', where(['areas', 'list']), {
      path: 'areas.list',
      seen: definition.areas.list,
      meant: `a list in ${join(library.data, 'areas')} was meant`,
    })
  }
  const list = readSettings('areas', effects.readText(listFile), listFile, areasSchema)
  const areas = areasOf(definition, list.value)
  const twice = checkAreas(areas, list.where)
  if (twice.length > 0) throw new NibError(twice)
  const lead = Object.keys(definition.measures).find((m) => definition.measures[m]?.role === 'lead') ?? ''
  return { key: name, folder, definition, areas, lead }
}

/** True for a measure made of rows of a table; the others are made of measures. */
export function isBase(measure: MeasureDefinition): measure is Extract<MeasureDefinition, { from: string }> {
  return 'from' in measure
}

/** Everything a definition names must be there, and units must agree: headcount never meets FTE (STYLE rule 18). */
function checkNames(def: ReleaseDefinition, where: (path: string[]) => Place): Problem[] {
  const problems: Problem[] = []
  const measures = Object.keys(def.measures)
  const say = (path: string[], seen: string, meant: string, known: readonly string[] = []) =>
    problems.push(
      problem('bad-definition', where(path), { path: path.join('.'), seen, meant, near: near(seen, known) }),
    )
  const unitOf = (name: string): string | undefined => {
    const m = Object.hasOwn(def.measures, name) ? def.measures[name] : undefined
    return m && isBase(m) ? m.unit : undefined
  }
  const made = measures.filter((name) => unitOf(name) !== undefined)
  for (const [name, table] of Object.entries(def.tables)) checkSpellings(['tables', name, 'by'], table.by, say)
  for (const [name, m] of Object.entries(def.measures)) {
    if (isBase(m)) {
      if (m.twin !== undefined && unitOf(m.twin) !== 'headcount') {
        say(['measures', name, 'twin'], m.twin, 'a measure in headcount was meant', measures)
      }
      checkBase(name, m, def, say)
      continue
    }
    for (const side of ['share', 'of'] as const) {
      if (unitOf(m[side]) === undefined) {
        say(['measures', name, side], m[side], 'a measure made of a table was meant', made)
      }
    }
    const [part, whole] = [unitOf(m.share), unitOf(m.of)]
    if (part && whole && part !== whole) {
      say(['measures', name], `${part} of ${whole}`, 'the two must be counted in one unit; headcount never meets FTE')
    }
  }
  const leads = measures.filter((m) => def.measures[m]?.role === 'lead')
  if (leads.length !== 1) say(['measures'], leads.join(', ') || 'none', 'exactly one measure with role: lead was meant')
  else if (unitOf(leads[0]!) === undefined) say(['measures', leads[0]!], leads[0]!, 'a lead made of a table was meant')
  for (const [name, b] of Object.entries(def.breakdowns)) {
    const of = unitOf(b.of)
    for (const m of [b.of, ...b.parts]) {
      if (unitOf(m) === undefined) say(['breakdowns', name], m, 'a measure made of a table was meant', made)
      else if (of !== undefined && unitOf(m) !== of) say(['breakdowns', name], m, `a measure in ${of} was meant`)
    }
  }
  return problems
}

type Say = (path: string[], seen: string, meant: string, known?: readonly string[]) => void

function checkBase(name: string, m: BaseMeasureDefinition, def: ReleaseDefinition, say: Say): void {
  const table = Object.hasOwn(def.tables, m.from) ? def.tables[m.from] : undefined
  if (!table) {
    say(['measures', name, 'from'], m.from, 'a table of this release was meant', Object.keys(def.tables))
    return
  }
  for (const [column, values] of Object.entries(m.where)) {
    const known = Object.hasOwn(table.by, column) ? table.by[column] : undefined
    if (!known) {
      say(['measures', name, 'where', column], column, 'a column under by was meant', Object.keys(table.by))
      continue
    }
    for (const value of [values].flat()) {
      if (Object.hasOwn(known, value)) continue
      say(['measures', name, 'where', column], value, `a value of ${column} was meant`, Object.keys(known))
    }
  }
}

/** A spelling that stands for two categories would move rows from one to the other. */
function checkSpellings(
  path: string[],
  by: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>,
  say: Say,
): void {
  for (const [column, values] of Object.entries(by)) {
    const seen = new Map<string, string>()
    for (const [value, variants] of Object.entries(values)) {
      for (const spelling of new Set([value, ...(variants ?? [])])) {
        const before = seen.get(spelling)
        seen.set(spelling, value)
        if (before === undefined) continue
        say(
          [...path, column, value],
          spelling,
          `each spelling may stand for one value, and this one stands for ${before}`,
        )
      }
    }
  }
}

/** A name that belongs to two areas would put one force's figures in another's copy. */
function checkAreas({ listed, others, whole }: Areas, where: (path: PropertyKey[]) => Place): Problem[] {
  // A table's row for the whole may stand under others, to be read and not counted.
  const asWhole = sharedNames([whole, ...listed]).filter(({ before }) => before === whole.key)
  const shared = [...sharedNames([...listed, ...others]), ...asWhole.map((s) => ({ ...s, index: s.index - 1 }))]
  return shared.map(({ index, name, before }) => {
    const path = index < listed.length ? ['areas', index] : ['others', index - listed.length]
    const meant = `each name may stand for one area, and this one stands for ${before}`
    return problem('bad-definition', where(path), { path: path.join('.'), seen: name, meant })
  })
}

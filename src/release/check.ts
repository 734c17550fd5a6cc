import { type Place, type Problem, problem } from '../messages.ts'
import { near } from '../near.ts'
import { checkGroups } from './check-groups.ts'
import { oneUnit, type Say } from './check-say.ts'
import type { BaseMeasureDefinition, MeasureDefinition, ReleaseDefinition } from './definition.ts'
import {
  basesOf,
  circularPart,
  counted,
  isBase,
  isPerMany,
  isStock,
  type Level,
  madeOf,
  measuresFor,
  unitOf,
} from './measures.ts'

const oneKind = 'stocks or flows, not one of each, were meant: a flow over a stock is a rate'

/** Everything a definition names must be there, and units must agree: headcount never meets FTE (STYLE rule 18). */
export function checkNames(def: ReleaseDefinition, where: (path: string[]) => Place): Problem[] {
  const problems: Problem[] = []
  const say: Say = (path, seen, meant, known = []) =>
    problems.push(
      problem('bad-definition', where(path), { path: path.join('.'), seen, meant, near: near(seen, known) }),
    )
  for (const [name, table] of Object.entries(def.tables)) {
    checkSpellings(['tables', name, 'by'], table.by, say)
  }
  for (const [name, m] of Object.entries(def.measures)) {
    if (isBase(m)) checkBase(name, m, def, say)
    else checkMade(name, m, def, say)
  }
  if (problems.length === 0) {
    checkLead(def, 'whole', say)
    // Where both are told by one measure, it is told once.
    if (problems.length === 0) checkLead(def, 'area', say)
  }
  checkGroups(def, say)
  return problems
}

function checkLead(def: ReleaseDefinition, level: Level, say: Say): void {
  const leads = measuresFor(def, 'lead', level)
  const [lead] = leads
  const whose = level === 'area' ? 'the areas' : 'the whole'
  if (lead === undefined || leads.length > 1) {
    say(['measures'], leads.join(', ') || 'none', `exactly one measure with role: lead was meant for ${whose}`)
  } else if (!isBase(def.measures[lead]!) && !isPerMany(def.measures[lead]!)) {
    say(['measures', lead], lead, 'a lead made of a table was meant, or a rate over a population')
  }
}

/** What is made of others: they are there, they are counted in one unit, and a base at the start is a stock. */
function checkMade(name: string, m: MeasureDefinition, def: ReleaseDefinition, say: Say): void {
  const { of, start } = madeOf(m)!
  const known = Object.keys(def.measures).filter((key) => counted(unitOf(def, key)))
  const setting = (i: number) =>
    'share' in m
      ? ['share', 'of'][i]!
      : 'rate' in m
        ? ['rate', 'over'][i]!
        : 'sum' in m
          ? 'sum'
          : ['difference', 'less'][i]!
  const circular = circularPart(def, name)
  if (circular >= 0) {
    say(['measures', name, setting(circular)], of[circular]!, 'a measure that is not made of this one was meant')
    return
  }
  const units = of.map((part) => unitOf(def, part))
  for (const [i, part] of of.entries()) {
    if (!counted(units[i]))
      say(['measures', name, setting(i)], part, 'a measure that counts something was meant', known)
  }
  if (!units.every(counted)) return
  // Crimes over people: a population is counted in a unit of its own.
  if (new Set(units).size > 1 && !isPerMany(m)) say(['measures', name], units.join(' and '), oneUnit)
  if (!('rate' in m) && new Set(of.map((part) => isStock(def, part))).size > 1)
    say(['measures', name, setting(1)], of[1]!, oneKind)
  const base = of.at(-1)!
  if (start && !isStock(def, base))
    say(['measures', name, 'over'], base, 'a stock on a day was meant, since it is taken at the start')
  if ('rate' in m && !isPerMany(m)) {
    if (m.at === undefined)
      say(['measures', name, 'at'], 'nothing', 'start or end was meant: when what it is over is counted')
    if (m.decimals < 1) say(['measures', name, 'decimals'], String(m.decimals), 'a rate in per cent has one or two')
  }
  if ('share' in m && m.beside) checkBeside(name, m, m.beside.share, def, say)
}

/** Two shares may be set side by side where they are of one group: the same categories, in the same unit. */
function checkBeside(
  name: string,
  m: Extract<MeasureDefinition, { share: string }>,
  beside: string,
  def: ReleaseDefinition,
  say: Say,
): void {
  const other = Object.hasOwn(def.measures, beside) ? def.measures[beside] : undefined
  const path = ['measures', name, 'beside']
  if (!other || !('share' in other)) {
    say(
      path,
      beside,
      'a share was meant',
      Object.keys(def.measures).filter((key) => 'share' in def.measures[key]!),
    )
    return
  }
  if (unitOf(def, other.share) !== unitOf(def, m.share)) say(path, beside, oneUnit)
  const group = (key: string) => JSON.stringify(basesOf(def, key).map(({ where }) => where))
  if (group(other.share) !== group(m.share)) say(path, beside, 'a share of the same group was meant')
}

function checkBase(name: string, m: BaseMeasureDefinition, def: ReleaseDefinition, say: Say): void {
  const measures = Object.keys(def.measures)
  if (m.twin !== undefined && unitOf(def, m.twin) !== 'headcount') {
    say(['measures', name, 'twin'], m.twin, 'a measure in headcount was meant', measures)
  }
  if (m.base !== undefined && !counted(unitOf(def, m.base)))
    say(['measures', name, 'base'], m.base, 'a measure that counts something was meant', measures)
  if (m.per !== undefined && m.unit !== 'rate')
    say(['measures', name, 'per'], String(m.per), 'per is of a measure with unit: rate')
  if (m.in !== undefined && m.unit !== 'money')
    say(['measures', name, 'in'], m.in, 'in is of a measure with unit: money')
  const earlier = m.earlier === undefined ? undefined : def.measures[m.earlier]
  if (m.earlier !== undefined && !(earlier && isBase(earlier) && earlier.unit === m.unit && earlier.from !== m.from)) {
    say(['measures', name, 'earlier'], m.earlier, 'the same measure in another table was meant', measures)
  }
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

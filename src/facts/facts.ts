import type { Release } from '../release/load.ts'
import { isBase, isLevelled } from '../release/measures.ts'
import { type Suspect, withInstead } from '../table/suspect.ts'
import { areasAt, at, type Table, whole } from '../table/table.ts'
import { findBalance } from './balance.ts'
import { isRatio } from './base.ts'
import { findChange } from './change.ts'
import { findDefinition } from './definition.ts'
import { findExtremes } from './extremes.ts'
import type { Claim, Figure, Refusal } from './fact.ts'
import { findFirst } from './first.ts'
import { findLeadingCategory } from './leading-category.ts'
import { findLevel } from './level.ts'
import { findLocalNational } from './local-national.ts'
import { findMilestone } from './milestone.ts'
import { findMix } from './mix.ts'
import { findPeak } from './peak.ts'
import { findRank } from './rank.ts'
import { findRecord } from './record.ts'
import { findRevision } from './revision.ts'
import { refuse, type Scope, valueAt } from './scope.ts'
import { findShare } from './share.ts'
import { findShareChange } from './share-change.ts'
import { findShareCompare } from './share-compare.ts'
import { findSince } from './since.ts'
import { findSpread, findSpreadOfRecords } from './spread.ts'
import { makeStandings, type Standings } from './standings.ts'
import { findStep } from './step.ts'
import { findStreak, findTurn } from './streak.ts'
import { findTarget } from './target.ts'
import { findYearTotal } from './year-total.ts'

/** Everything found true of one area at one period, and everything that was not claimed. */
export interface Found {
  claims: readonly Claim[]
  refusals: readonly Refusal[]
  figures: ReadonlyMap<string, Figure>
}

/** Each finder takes one measure and holds its own guards: those for what is counted, and those for shares and rates. */
const counting = [
  findLevel,
  findChange,
  findRecord,
  findPeak,
  findSince,
  findStreak,
  findTurn,
  findFirst,
  findMilestone,
  findRevision,
  findRank,
  findLocalNational,
  findSpread,
  findSpreadOfRecords,
  findExtremes,
]
/** Of months, quarters and half-years: runs, peaks and turns from one to the next are the season's more than anything else's. */
const countingShorter = [
  findLevel,
  findChange,
  findStep,
  findYearTotal,
  findRecord,
  findSince,
  findRevision,
  findRank,
  findLocalNational,
  findSpread,
  findExtremes,
]
const parting = [findShareChange, findShareCompare, findRecord, findSince, findRank, findLocalNational, findExtremes]

/** What all areas of a period share; made once for all drafts. */
export function standingsOf(release: Release, table: Table, now: number): Standings {
  const there = areasAt(release, table, now)
  // Areas that are of other times are not missing.
  return makeStandings(table, now, there, release.areas.expect - (whole(table) - there.size))
}

/**
 * Table → claims of one area at one period, each guarded.
 * @param area index among `table.areas`; the whole is the last
 * @param now index among `table.periods`; nothing later is looked at
 * @param wanted the measures to look at; left out: all
 */
export function findFacts(
  release: Release,
  table: Table,
  area: number,
  now: number,
  standings: Standings,
  wanted?: ReadonlySet<string>,
): Found {
  const found = search(release, table, area, now, standings, wanted)
  const suspects = table.suspects.filter((s) => s.period <= now)
  // A rate over the start of the year before rests on what stood a year before that.
  const back = table.measures.some((m) => m.made?.start) ? 2 : 1
  const near = suspects.some((s) => s.area === area || s.period >= now - back)
  return near || (area === whole(table) && suspects.length > 0) ? standing(release, found, suspects, wanted) : found
}

function search(
  release: Release,
  table: Table,
  area: number,
  now: number,
  standings: Standings,
  wanted: ReadonlySet<string> | undefined,
): Scope {
  const scope: Scope = { release, table, area, now, standings, claims: [], refusals: [], figures: new Map() }
  for (const [m, { key, definition }] of table.measures.entries()) {
    if (wanted !== undefined && !wanted.has(key)) continue
    if (!isRatio(scope, m)) {
      // Of a table that is not published every period, one refusal says it all.
      const isOff =
        isBase(definition) && release.definition.tables[definition.from]!.once && Number.isNaN(valueAt(scope, m))
      for (const find of isOff ? [findLevel, findRevision] : table.lag === 1 ? counting : countingShorter)
        find(scope, m)
      continue
    }
    if (isLevelled(definition)) findLevel(scope, m)
    else findShare(scope, m)
    if (definition.role !== 'supplement') for (const find of parting) find(scope, m)
  }
  const { breakdowns, balances, targets, explains, absent } = release.definition
  for (const name of Object.keys(breakdowns)) findMix(scope, name)
  for (const name of Object.keys(breakdowns)) findLeadingCategory(scope, name)
  for (const name of Object.keys(balances)) findBalance(scope, name)
  for (const name of Object.keys(targets)) findTarget(scope, name)
  for (const name of Object.keys(explains)) findDefinition(scope, name)
  for (const [name, why] of Object.entries(absent)) refuse(scope, 'level', name, 'no-table', why)
  return scope
}

/** The table with the other values and its standings: made once for all areas, as the standings they belong to are. */
const alternatives = new WeakMap<Standings, { other: Table; standings: Standings }>()

function alternative(release: Release, { table, now, standings }: Scope, suspects: readonly Suspect[]) {
  let made = alternatives.get(standings)
  if (made === undefined) {
    const other = withInstead(table, suspects)
    made = { other, standings: standingsOf(release, other, now) }
    alternatives.set(standings, made)
  }
  return made
}

/** A figure that the likely fault moves by more than this share of itself rests on it. */
const moved = 0.001

/**
 * Keeps the claims that stand whether a suspect value or the other one is right, and that tell neither (STYLE rule 26).
 * So everything is looked for twice, and only what is found both times is claimed.
 */
function standing(release: Release, found: Scope, suspects: readonly Suspect[], wanted?: ReadonlySet<string>): Found {
  const { table, area, now } = found
  const { other, standings } = alternative(release, found, suspects)
  const again = search(release, other, area, now, standings, wanted)
  const alike = new Map(again.claims.map((c) => [c.id, JSON.stringify(c.params)]))
  const rests = (id: string): boolean => {
    const how = found.figures.get(id)?.how
    if (how === undefined || how.op === 'cells') return false
    if (how.op !== 'observation') return (how.of ?? []).some(rests)
    const one = at(table, how.measure, how.area, how.period)
    return Math.abs(other.values[one]! - table.values[one]!) > moved * Math.abs(table.values[one]!)
  }
  const differs = (id: string): boolean => {
    const [one, two] = [found.figures.get(id)!.value, again.figures.get(id)?.value ?? Number.NaN]
    return !(Math.abs(one - two) <= moved * Math.abs(one))
  }
  const [kept, dropped]: [Claim[], Claim[]] = [[], []]
  for (const claim of found.claims) {
    // How many there are may be told, and is flagged; everything else sets it against something.
    const stands =
      claim.kind === 'level' ||
      (alike.get(claim.id) === JSON.stringify(claim.params) && !claim.figures.some((id) => rests(id) || differs(id)))
    ;(stands ? kept : dropped).push(claim)
  }
  const refusals = dropped.map(({ kind, measure, area, period, id }) => ({
    kind,
    measure,
    area,
    period,
    guard: 'suspect-value' as const,
    seen: id,
  }))
  return { claims: kept, refusals: [...found.refusals, ...refusals], figures: found.figures }
}

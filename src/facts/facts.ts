import type { Release } from '../release/load.ts'
import type { Table } from '../table/table.ts'
import { findChange } from './change.ts'
import { findExtremes } from './extremes.ts'
import type { Claim, Figure, Refusal } from './fact.ts'
import { findLevel } from './level.ts'
import { findMix } from './mix.ts'
import { findPeak } from './peak.ts'
import { findLocalNational, findRank } from './rank.ts'
import { findRecord } from './record.ts'
import type { Scope } from './scope.ts'
import { findShare } from './share.ts'
import { findSince } from './since.ts'
import { findSpread, findSpreadOfRecords } from './spread.ts'
import { makeStandings, type Standings } from './standings.ts'
import { findFirst, findStreak } from './streak.ts'

/** Everything found true of one area at one period, and everything that was not claimed. */
export interface Found {
  claims: readonly Claim[]
  refusals: readonly Refusal[]
  figures: ReadonlyMap<string, Figure>
}

/** Each finder takes one measure and holds its own guards. */
const finders = [
  findLevel,
  findChange,
  findRecord,
  findPeak,
  findSince,
  findStreak,
  findFirst,
  findRank,
  findLocalNational,
  findSpread,
  findSpreadOfRecords,
  findExtremes,
]

/** What all areas of a period share; made once for all drafts. */
export function standingsOf(release: Release, table: Table, now: number): Standings {
  return makeStandings(table, now, release.areas.expect)
}

/**
 * Table → claims of one area at one period, each guarded.
 * @param area index among `table.areas`; the whole is the last
 * @param now index among `table.periods`; nothing later is looked at
 */
export function findFacts(release: Release, table: Table, area: number, now: number, standings: Standings): Found {
  const scope: Scope = { release, table, area, now, standings, claims: [], refusals: [], figures: new Map() }
  for (let m = 0; m < table.measures.length; m++) for (const find of finders) find(scope, m)
  for (const key of Object.keys(release.definition.measures)) findShare(scope, key)
  for (const name of Object.keys(release.definition.breakdowns)) findMix(scope, name)
  return scope
}

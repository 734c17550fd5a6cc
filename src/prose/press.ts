import type { Fact, Figure, How } from '../facts/fact.ts'
import type { Outline } from '../plan/outline.ts'
import type { Rule } from '../plan/rule.ts'
import type { Release } from '../release/load.ts'
import type { Period } from '../table/period.ts'
import type { Table } from '../table/table.ts'
import type { Style } from './style.ts'

/** What every draft of a run shares: made once. */
export interface Press {
  release: Release
  table: Table
  style: Style
  /** Who is credited with analysis, or null. */
  analyst: string | null
  rules: ReadonlyMap<string, Rule>
  areas: ReadonlyMap<string, Table['areas'][number]>
  periods: ReadonlyMap<string, Period>
  /** Facts as templates see them; one may be told in several places. */
  views: WeakMap<Fact, object>
  /** The words of each measure, as templates see them. */
  words: Map<string, object>
  /** Rows of the whole's observations, which many drafts tell, once looked up. */
  rows: Map<number, How>
}

export function makePress(
  release: Release,
  table: Table,
  style: Style,
  rules: readonly Rule[],
  analyst: string | null,
): Press {
  return {
    analyst,
    release,
    table,
    style,
    rules: new Map(rules.map((rule) => [rule.name, rule])),
    areas: new Map(table.areas.map((a) => [a.key, a])),
    // Stocks and flows date the same time by different names.
    periods: new Map([table, ...table.measures].flatMap(({ periods }) => periods.map((p) => [p.id, p]))),
    views: new WeakMap(),
    words: new Map(),
    rows: new Map(),
  }
}

/** What one draft is made of. */
export interface Material {
  area: number
  period: number
  outline: Outline
  facts: ReadonlyMap<string, Fact>
  figures: (id: string) => Figure
}

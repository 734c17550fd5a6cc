import { differenceFigure, percentFigure } from './change.ts'
import { comparable, isSpike } from './comparable.ts'
import type { Params } from './fact.ts'
import { areaKey, claim, dated, isWhole, keyOf, made, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { printed, smallBase } from './small.ts'

/** Areas in a group are named up to this many. */
const named = 5
/** A group of at most this share of the areas goes against the rest. */
const minority = 0.1

/** How many areas rose, fell and stayed; and, for an area, being one of the few that went against the rest. */
export function findSpread(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  if (scope.now === 0 || scope.standings.expect === 0) return
  const standing = scope.standings.of(measure, 'number')
  if (standing.refused) return refuse(scope, 'spread', key, standing.refused, standing.seen)
  const { rose, fell, flat } = standing
  const groups = { up: rose, down: fell, flat }
  const figures: Record<string, string> = { among: amongFigure(scope) }
  for (const [way, areas] of Object.entries(groups))
    figures[way] = countFigure(scope, key, way, `areas that went ${way}`, areas)
  const few = (['up', 'down'] as const).find((way) => {
    const n = groups[way].length
    return n > 0 && n <= scope.standings.expect * minority && groups[way === 'up' ? 'down' : 'up'].length > n
  })
  const names = (areas: readonly number[]) => areas.slice(0, named).map((a) => areaKey(scope, a))
  const shared: Params = { up: rose.length, down: fell.length, flat: flat.length }
  if (isWhole(scope)) {
    const few = rose.length === fell.length ? '' : rose.length < fell.length ? 'up' : 'down'
    const fewer = few === '' ? [] : groups[few]
    const byPercent = scope.standings.of(measure, 'percent')
    const ordered = [...fewer].sort((a, b) => Math.abs(byPercent.values[b]!) - Math.abs(byPercent.values[a]!))
    const sure = few === '' || standing.hidden[few] === 0
    if (!sure) refuse(scope, 'spread', key, 'within-rounding', standing.hidden[few])
    const withPercent = sure && byPercent.refused === null && fewer.length > 0 && fewer.length <= named
    if (withPercent)
      for (const [i, a] of ordered.entries())
        figures[`percent${i}`] = percentFigure(scope, measure, scope.now, scope.now - scope.table.lag, a)
    claim(scope, 'spread', key, figures, {
      ...counts(shared),
      of: 'change',
      few,
      names: sure && fewer.length <= named ? names(ordered) : [],
      nameable: withPercent,
      single: fewer.length === 1,
      all: rose.length === scope.standings.expect || fell.length === scope.standings.expect,
    })
  } else if (few !== undefined && standing.hidden[few] !== 0) {
    // “The only one to gain” is untrue of an area beside one that gained less than print shows.
    refuse(scope, 'spread', key, 'within-rounding', standing.hidden[few])
  } else if (few !== undefined && standing.way[scope.area] === (few === 'up' ? 1 : -1)) {
    const others = groups[few].filter((a) => a !== scope.area)
    claim(
      scope,
      'spread',
      key,
      { among: figures['among']!, few: figures[few]! },
      {
        ...counts(shared),
        of: 'against',
        direction: few,
        size: groups[few].length,
        only: others.length === 0,
        names: names(others),
        nameable: others.length > 0 && others.length <= named,
      },
      'against',
    )
  } else if (few !== undefined) {
    claim(
      scope,
      'spread',
      key,
      { among: figures['among']!, few: figures[few]! },
      {
        ...counts(shared),
        of: 'exceptions',
        direction: few,
        size: groups[few].length,
        only: groups[few].length === 1,
        names: names(groups[few]),
        nameable: groups[few].length <= named,
      },
      'exceptions',
    )
  }
}

/** How many areas are at their own record, and how many are still short of an earlier period (STYLE rules 16 and 21). */
export function findSpreadOfRecords(scope: Scope, measure: number): void {
  if (!isWhole(scope) || scope.standings.expect === 0) return
  const key = keyOf(scope, measure)
  const areas = scope.release.areas.listed.map((_, a) => a)
  if (areas.length !== scope.standings.expect) return refuse(scope, 'spread', key, 'areas-missing', areas.length)
  const stretches = areas.map((a) => comparable(scope, measure, a))
  const bad = stretches.find((s) => 'guard' in s)
  if (bad && 'guard' in bad) return refuse(scope, 'spread', key, bad.guard, bad.seen)
  const all = comparable(scope, measure)
  if ('guard' in all) return refuse(scope, 'spread', key, all.guard, all.seen)
  const rows = stretches.map((s) => ('values' in s ? s.values : new Float64Array()))
  for (const extreme of ['highest', 'lowest'] as const) {
    const sign = extreme === 'highest' ? 1 : -1
    const at = areas.filter((a) => {
      const values = rows[a]!
      const now = values.at(-1)!
      return now !== 0 && values.subarray(0, -1).every((v) => sign * printed(now) > sign * printed(v))
    })
    const unsure = areas.find((a) => !at.includes(a) && isBeyond(rows[a]!, sign))
    if (unsure !== undefined) {
      refuse(scope, 'spread', key, 'within-rounding', areaKey(scope, unsure))
      continue
    }
    if (at.length === 0) continue
    const count = countFigure(
      scope,
      key,
      extreme,
      `areas at their ${extreme} since ${dated(scope, measure, all.from).id}`,
      at,
    )
    claim(
      scope,
      'spread',
      key,
      { count, among: amongFigure(scope) },
      {
        of: 'records',
        extreme,
        size: at.length,
        all: at.length === areas.length,
        from: dated(scope, measure, all.from).id,
        names: at.length <= named ? at.map((a) => areaKey(scope, a)) : [],
      },
      extreme,
    )
  }
  // Against the whole's own earlier peak: who is still short of that day.
  let peak = 0
  for (let i = 1; i < all.values.length - 1; i++) if (all.values[i]! > all.values[peak]!) peak = i
  if (peak >= all.values.length - 2) return
  if (isSpike(all.values, peak))
    return refuse(scope, 'spread', key, 'spike-in-series', dated(scope, measure, all.from + peak).id)
  const below = areas.filter((a) => printed(rows[a]!.at(-1)!) < printed(rows[a]![peak]!))
  if (below.length === 0 || below.length === areas.length) return
  const unsure = areas.find((a) => !below.includes(a) && rows[a]!.at(-1)! < rows[a]![peak]!)
  if (unsure !== undefined) return refuse(scope, 'spread', key, 'within-rounding', areaKey(scope, unsure))
  const small = below.find((a) => rows[a]![peak]! < smallBase)
  if (small !== undefined) return refuse(scope, 'spread', key, 'small-base', areaKey(scope, small))
  const spiked = below.find((a) => isSpike(rows[a]!, peak))
  if (spiked !== undefined) return refuse(scope, 'spread', key, 'spike-in-series', areaKey(scope, spiked))
  const change = (a: number) => (rows[a]!.at(-1)! - rows[a]![peak]!) / rows[a]![peak]!
  const most = below.reduce((worst, a) => (change(a) < change(worst) ? a : worst))
  const then = all.from + peak
  claim(
    scope,
    'spread',
    key,
    {
      count: countFigure(
        scope,
        key,
        `below-${dated(scope, measure, then).id}`,
        `areas below ${dated(scope, measure, then).id}`,
        below,
      ),
      among: amongFigure(scope),
      percent: percentFigure(scope, measure, scope.now, then, most),
      then: `${key}@${areaKey(scope, most)}@${dated(scope, measure, then).id}`,
      by: differenceFigure(scope, measure, scope.now, then, most),
    },
    {
      of: 'below',
      thenPeriod: dated(scope, measure, then).id,
      size: below.length,
      names: [areaKey(scope, most)],
      tied: below.filter((a) => change(a) === change(most)).length > 1,
      wholeNow: valueAt(scope, measure),
    },
    'below',
  )
}

/** Whether the last value is beyond all before it, however little. */
function isBeyond(values: Float64Array, sign: number): boolean {
  const now = values.at(-1)!
  return now !== 0 && values.subarray(0, -1).every((v) => sign * now > sign * v)
}

const counts = (p: Params): Params => ({ rose: p['up']!, fell: p['down']!, unchanged: p['flat']! })

function amongFigure(scope: Scope): string {
  const list = scope.release.definition.areas.list
  return made(scope, `areas@${list}`, scope.standings.expect, 'count', { op: 'count', what: list })
}

function countFigure(scope: Scope, key: string, what: string, words: string, areas: readonly number[]): string {
  return made(scope, `${key}@${periodAt(scope).id}#${what}-count`, areas.length, 'count', {
    op: 'count',
    measure: key,
    period: periodAt(scope).id,
    what: words,
    among: scope.standings.expect,
    // Named where a person could check them one by one.
    ...(areas.length <= 50 && isWhole(scope) ? { areas: areas.map((a) => areaKey(scope, a)) } : {}),
  })
}

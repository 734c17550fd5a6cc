import { isOwnBased, isRatio, ratioParams, ratioRefused } from './base.ts'
import { differenceFigure, percentFigure } from './change.ts'
import { areaKey, claim, isWhole, keyOf, made, observed, periodAt, refuse, type Scope } from './scope.ts'
import { type By, rankIn } from './standings.ts'

/** The top sixth, or the bottom one, is "among" the highest or lowest. */
const amongShare = 1 / 6
/** Areas ahead are named up to this many. */
const named = 5
/** With more than this part of the areas missing, a place among the rest says little. */
const missingShare = 1 / 6

/**
 * The place of an area among the others by percentage change, change in number, or level (STYLE rule 21).
 * Risers are ranked by their rise and fallers by their fall; `end: small` counts from the other end of the same group.
 * A share or rate is ranked by its level.
 */
export function findRank(scope: Scope, measure: number): void {
  if (isWhole(scope)) return
  if (isRatio(scope, measure)) return rankRatio(scope, measure)
  for (const by of ['percent', 'number', 'level'] as const) rankBy(scope, measure, by)
}

function rankBy(scope: Scope, measure: number, by: By): void {
  const key = keyOf(scope, measure)
  const standing = scope.standings.of(measure, by)
  if (standing.refused) return refuse(scope, 'rank', key, standing.refused, standing.seen)
  const { values, order, way, bySize } = standing
  if (by === 'level') {
    tell(scope, measure, by, 'level', 'large', order, 0)
    tell(scope, measure, by, 'level', 'small', standing.ascending, 0)
    return
  }
  // A change that vanishes in print puts an area in neither group.
  if (way[scope.area] === 0) return
  const direction = way[scope.area] === 1 ? 'up' : 'down'
  const { large, small } = bySize[direction]
  // One that is unchanged in print may have moved further than a larger area whose move is printed.
  const hidden = standing.hidden[direction]
  if (hidden !== 0 && Math.abs(hidden) >= Math.abs(values[scope.area]!)) {
    refuse(scope, 'rank', key, 'within-rounding', `${by} ${hidden}`)
  } else tell(scope, measure, by, direction, 'large', large, large.length)
  // And “the smallest of those that grew” would leave out one that grew by less than print shows.
  if (hidden !== 0) refuse(scope, 'rank', key, 'within-rounding', `${by} ${hidden}`)
  else tell(scope, measure, by, direction, 'small', small, small.length)
}

/**
 * A rank rests on no share or rate of a base under 50 (STYLE rule 20): not the area's own, and none that stands ahead of it.
 * Where an area is missing the rank is among the rest, and says so; then nobody is “behind only” anybody.
 */
function rankRatio(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  if (isOwnBased(scope, measure)) return refuse(scope, 'rank', key, 'own-base', periodAt(scope).id)
  const { order, ascending, values, small } = scope.standings.of(measure, 'level')
  const missing = scope.standings.expect - order.length
  if (Number.isNaN(values[scope.area])) return refuse(scope, 'rank', key, 'no-value', periodAt(scope).id)
  if (missing > scope.standings.expect * missingShare)
    return refuse(scope, 'rank', key, 'areas-missing', `${order.length} of ${scope.standings.expect}`)
  for (const [end, from] of [
    ['large', order],
    ['small', ascending],
  ] as const) {
    const stopped = [...from.slice(0, rankIn(values, from, scope.area).rank - 1), scope.area].find((a) => small.has(a))
    if (stopped !== undefined) {
      const guard = ratioRefused(scope, measure, scope.now, stopped)?.guard ?? 'small-base'
      refuse(scope, 'rank', key, guard, `${areaKey(scope, stopped)}, ${end}`)
    } else tell(scope, measure, 'level', 'level', end, from, 0)
  }
}

function tell(
  scope: Scope,
  measure: number,
  by: By,
  direction: 'up' | 'down' | 'level',
  end: 'large' | 'small',
  order: readonly number[],
  group: number,
): void {
  const key = keyOf(scope, measure)
  const { values } = scope.standings.of(measure, by)
  const { rank, joint, ahead } = rankIn(values, order, scope.area)
  const areas = scope.standings.expect
  const of =
    by === 'level'
      ? [observed(scope, measure)]
      : [by === 'percent' ? percentFigure(scope, measure) : differenceFigure(scope, measure)]
  const id = `${key}@${areaKey(scope)}@${periodAt(scope).id}#rank-${by}-${end}`
  const place = made(scope, id, rank, 'rank', {
    op: 'rank',
    of,
    measure: key,
    by,
    period: periodAt(scope).id,
    direction,
    order: (direction === 'down') !== (end === 'small') ? 'ascending' : 'descending',
    among: order.length,
    joint,
  })
  const ofAll = order.length === areas
  const among =
    ofAll || !isRatio(scope, measure)
      ? made(scope, `areas@${scope.release.definition.areas.list}`, areas, 'count', {
          op: 'count',
          what: scope.release.definition.areas.list,
        })
      : made(scope, `${key}@${periodAt(scope).id}#ranked-count`, order.length, 'count', {
          op: 'count',
          measure: key,
          period: periodAt(scope).id,
          what: 'areas with a value',
          among: areas,
        })
  const figures: Record<string, string> = { place, among, value: of[0]! }
  if (group > 0) {
    figures['group'] = made(scope, `${key}@${periodAt(scope).id}#${direction}-count`, group, 'count', {
      op: 'count',
      measure: key,
      period: periodAt(scope).id,
      what: `areas that went ${direction}`,
      among: areas,
    })
  }
  claim(
    scope,
    'rank',
    key,
    figures,
    {
      by,
      direction,
      end,
      rank,
      joint,
      ahead: ahead.slice(0, named).map((a) => scope.table.areas[a]!.key),
      behindOnly: (ofAll || !isRatio(scope, measure)) && !joint && rank > 1 && rank - 1 <= named,
      isAmong: rank <= Math.ceil(order.length * amongShare),
      ofAll,
      ...(isRatio(scope, measure) ? ratioParams(scope, measure) : {}),
    },
    `${by}-${end}`,
  )
}

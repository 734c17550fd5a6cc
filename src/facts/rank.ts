import { differenceFigure, percentFigure } from './change.ts'
import { notAgainstBefore } from './comparable.ts'
import { areaKey, claim, isWhole, keyOf, made, observed, periodAt, refuse, type Scope } from './scope.ts'
import { directionOf, printedPercent, smallBase } from './small.ts'
import { type By, rankIn } from './standings.ts'

/** The top sixth, or the bottom one, is "among" the highest or lowest. */
const amongShare = 1 / 6
/** Areas ahead are named up to this many. */
const named = 5

/**
 * The place of an area among the others by percentage change, change in number, or level (STYLE rule 21).
 * Risers are ranked by their rise and fallers by their fall; `end: small` counts from the other end of the same group.
 */
export function findRank(scope: Scope, measure: number): void {
  if (isWhole(scope)) return
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
  const areas = scope.release.areas.expect
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
  const among = made(scope, `areas@${scope.release.definition.areas.list}`, areas, 'count', {
    op: 'count',
    what: scope.release.definition.areas.list,
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
      behindOnly: !joint && rank > 1 && rank - 1 <= named,
      isAmong: rank <= Math.ceil(order.length * amongShare),
      ofAll: order.length === areas,
    },
    `${by}-${end}`,
  )
}

/** The area beside the whole: which moved more, or whether they went different ways. */
export function findLocalNational(scope: Scope, measure: number): void {
  if (isWhole(scope)) return
  const key = keyOf(scope, measure)
  const all = scope.table.areas.length - 1
  const value = (period: number, area: number) =>
    scope.table.values[(measure * (all + 1) + area) * scope.table.periods.length + period]!
  const [now, was] = [scope.now, scope.now - 1]
  if (was < 0) return
  const numbers = [value(now, scope.area), value(was, scope.area), value(now, all), value(was, all)] as const
  if (numbers.some(Number.isNaN)) return refuse(scope, 'local-national', key, 'areas-missing', periodAt(scope).id)
  const unlike =
    notAgainstBefore(scope.table, measure, scope.area, now) ?? notAgainstBefore(scope.table, measure, all, now)
  if (unlike) return refuse(scope, 'local-national', key, unlike, periodAt(scope).id)
  const base = Math.min(numbers[1], numbers[3])
  if (base < smallBase) return refuse(scope, 'local-national', key, base === 0 ? 'zero-base' : 'small-base', base)
  const here = directionOf(numbers[0], numbers[1])
  const there = directionOf(numbers[2], numbers[3])
  const figures = {
    percent: percentFigure(scope, measure),
    wholeNow: observed(scope, measure, now, all),
    wholeWas: observed(scope, measure, was, all),
    wholePercent: percentFigure(scope, measure, now, was, all),
  }
  const [mine, theirs] = [scope.figures.get(figures.percent)!.value, scope.figures.get(figures.wholePercent)!.value]
  const gap = Math.abs(mine) - Math.abs(theirs)
  // Closer than the tenth of a point that copy prints, or alike in print, they are the same.
  const alike = Math.abs(gap) < 0.1 || printedPercent(mine) === printedPercent(theirs)
  const relation = here !== there ? 'against' : here === 'flat' || alike ? 'same' : gap > 0 ? 'more' : 'less'
  claim(scope, 'local-national', key, figures, { direction: here, wholeDirection: there, relation })
}

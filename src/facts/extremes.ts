import { isOwnBased, isRatio, ratioParams, ratioRefused } from './base.ts'
import { differenceFigure, percentFigure } from './change.ts'
import { areaKey, claim, isWhole, keyOf, observed, periodAt, refuse, type Scope } from './scope.ts'
import { shownAs } from './small.ts'

/** The areas that moved most, this many of them. */
const most = 3

/** Which areas moved most, by per cent and by number, each way (STYLE rule 21). */
export function findExtremes(scope: Scope, measure: number): void {
  if (!isWhole(scope) || scope.now === 0) return
  if (isRatio(scope, measure)) return findExtremeLevels(scope, measure)
  const key = keyOf(scope, measure)
  for (const by of ['percent', 'number'] as const) {
    const standing = scope.standings.of(measure, by)
    if (standing.refused) {
      refuse(scope, 'extremes', key, standing.refused, standing.seen)
      continue
    }
    for (const direction of ['up', 'down'] as const) {
      const group = new Set(direction === 'up' ? standing.rose : standing.fell)
      const order = standing.order.filter((a) => group.has(a))
      if (direction === 'down') order.reverse()
      const top = order.slice(0, most)
      if (top.length === 0) continue
      // The next one level with the last named would make "the biggest were" untrue.
      const next = order[most]
      const tied = next !== undefined && standing.values[next] === standing.values[top.at(-1)!]
      if (tied) continue
      const least = standing.values[top.at(-1)!]!
      const hidden = standing.hidden[direction]
      if (hidden !== 0 && Math.abs(hidden) >= Math.abs(least)) {
        refuse(scope, 'extremes', key, 'within-rounding', hidden)
        continue
      }
      const figures: Record<string, string> = {}
      top.forEach((a, i) => {
        figures[`value${i}`] = (by === 'percent' ? percentFigure : differenceFigure)(
          scope,
          measure,
          scope.now,
          scope.now - scope.table.lag,
          a,
        )
      })
      claim(
        scope,
        'extremes',
        key,
        figures,
        { by, direction, names: top.map((a) => areaKey(scope, a)), size: top.length, group: order.length },
        `${by}-${direction}`,
      )
    }
  }
}

/**
 * The areas with the highest and the lowest share or rate: none of them on a base under 50, and none that a reader of the
 * printed figures would find level with one left out.
 */
function findExtremeLevels(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  if (isOwnBased(scope, measure)) return refuse(scope, 'extremes', key, 'own-base', periodAt(scope).id)
  const { order, ascending, values, small } = scope.standings.of(measure, 'level')
  if (order.length < scope.standings.expect) return refuse(scope, 'extremes', key, 'areas-missing', order.length)
  for (const [direction, from] of [
    ['highest', order],
    ['lowest', ascending],
  ] as const) {
    const top = from.slice(0, most)
    const next = from[most]
    const shown = (a: number) => shownAs(scope.table.measures[measure]!, values[a]!)
    if (next !== undefined && shown(next) === shown(top.at(-1)!)) {
      refuse(scope, 'extremes', key, 'within-rounding', areaKey(scope, next))
      continue
    }
    const stopped = top.find((a) => small.has(a))
    if (stopped !== undefined) {
      const guard = ratioRefused(scope, measure, scope.now, stopped)?.guard ?? 'small-base'
      refuse(scope, 'extremes', key, guard, areaKey(scope, stopped))
      continue
    }
    const figures = Object.fromEntries(top.map((a, i) => [`value${i}`, observed(scope, measure, scope.now, a)]))
    const names = top.map((a) => areaKey(scope, a))
    const params = {
      by: 'level',
      direction,
      names,
      size: top.length,
      group: order.length,
      ...ratioParams(scope, measure),
    }
    claim(scope, 'extremes', key, figures, params, `level-${direction}`)
  }
}

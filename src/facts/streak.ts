import { comparable, isSpike } from './comparable.ts'
import { areaKey, claim, dated, keyOf, made, observed, refuse, type Scope } from './scope.ts'
import { type Direction, directionOf } from './small.ts'

/** Fewer moves than this in one direction are no run. */
const shortest = 3

/** So many periods running in one direction, and the run the other way that it ended. */
export function findStreak(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'streak', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const step = (i: number): Direction => directionOf(values[i]!, values[i - 1]!)
  const direction = step(values.length - 1)
  if (direction === 'flat') return
  let start = values.length - 1
  while (start > 1 && step(start - 1) === direction) start--
  const turn = start - 1
  const length = values.length - start
  if (length < shortest) return
  // A run from a likely fault is none (STYLE rule 26).
  if (isSpike(values, turn))
    return refuse(scope, 'streak', key, 'spike-in-series', dated(scope, measure, from + turn).id)
  const count = (n: number, to: number, way: Direction) =>
    made(scope, `run@${key}@${areaKey(scope)}@${dated(scope, measure, to).id}#${way}`, n, 'count', {
      op: 'count',
      of: Array.from({ length: n + 1 }, (_, i) => observed(scope, measure, to - i)),
      what: `moves ${way} in a row`,
    })
  const opposite = direction === 'up' ? 'down' : 'up'
  let earlier = turn
  while (earlier > 0 && step(earlier) === opposite) earlier--
  const before = turn - earlier
  const figures: Record<string, string> = {
    count: count(length, scope.now, direction),
    then: observed(scope, measure, from + turn),
  }
  if (before >= shortest) figures['before'] = count(before, from + turn, opposite)
  claim(scope, 'streak', key, figures, {
    direction,
    length,
    wholeSeries: turn === 0,
    beforeLength: before >= shortest ? before : 0,
    thenPeriod: dated(scope, measure, from + turn).id,
  })
}

/** The first move in a direction for some time, after moves the other way. */
export function findTurn(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'turn', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const step = (i: number): Direction => directionOf(values[i]!, values[i - 1]!)
  const last = values.length - 1
  const direction = step(last)
  if (direction === 'flat') return
  let i = last - 1
  while (i > 0 && step(i) !== direction) i--
  const back = last - i
  if (back < shortest) return
  if (isSpike(values, last - 1))
    return refuse(scope, 'turn', key, 'spike-in-series', dated(scope, measure, from + last - 1).id)
  // A move too small for print is a move all the same, and the first would not be the first.
  const way = direction === 'up' ? 1 : -1
  for (let n = i + 1; n < last; n++) {
    if (way * (values[n]! - values[n - 1]!) > 0)
      return refuse(scope, 'turn', key, 'within-rounding', dated(scope, measure, from + n).id)
  }
  const inSeries = i === 0
  const figures: Record<string, string> = {
    now: observed(scope, measure),
    was: observed(scope, measure, scope.now - 1),
  }
  claim(scope, 'turn', key, figures, {
    direction,
    // With no such move in the whole series, it is the first in the figures.
    inSeries,
    thenPeriod: dated(scope, measure, from + i).id,
    back,
  })
}

import { comparable } from './comparable.ts'
import { claim, dated, keyOf, made, observed, refuse, type Scope } from './scope.ts'
import { printed } from './small.ts'

/** Round numbers under this are passed too often to be news. */
const smallest = 1000

/** Past a round number (one leading digit) for the first time in a comparable series. */
export function findMilestone(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  const stretch = comparable(scope, measure)
  if ('guard' in stretch) return refuse(scope, 'milestone', key, stretch.guard, stretch.seen)
  const { values, from } = stretch
  const now = values.at(-1)!
  if (!(now > smallest)) return
  const step = 10 ** Math.floor(Math.log10(now))
  const mark = Math.floor(now / step) * step
  const before = Math.max(...values.subarray(0, -1))
  if (before > mark || now <= mark) return
  // One that would print as the round number has reached it for a reader.
  if (printed(before) >= mark || printed(now) <= mark) return refuse(scope, 'milestone', key, 'within-rounding', mark)
  const id = `${key}#past-${mark}`
  claim(
    scope,
    'milestone',
    key,
    { now: observed(scope, measure), mark: made(scope, id, mark, 'count', { op: 'target', mark }) },
    { from: dated(scope, measure, from).id, past: mark },
  )
}

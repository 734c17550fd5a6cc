import { whole } from '../table/table.ts'
import { isOwnBased, isRatio, ratioParams, ratioRefused } from './base.ts'
import { percentFigure } from './change.ts'
import { notAgainstBefore } from './comparable.ts'
import { claim, isWhole, keyOf, observed, periodAt, refuse, type Scope, valueAt } from './scope.ts'
import { directionOf, printedPercent, shownAs, smallBase } from './small.ts'

/** A share or rate of the area beside the same of the whole. */
function findBeside(scope: Scope, measure: number): void {
  const key = keyOf(scope, measure)
  if (isOwnBased(scope, measure)) return refuse(scope, 'local-national', key, 'own-base', periodAt(scope).id)
  const all = whole(scope.table)
  const [here, there] = [valueAt(scope, measure), valueAt(scope, measure, scope.now, all)]
  if (Number.isNaN(here) || Number.isNaN(there))
    return refuse(scope, 'local-national', key, Number.isNaN(here) ? 'no-value' : 'areas-missing', periodAt(scope).id)
  const small = ratioRefused(scope, measure)
  if (small) return refuse(scope, 'local-national', key, small.guard, small.seen)
  const of = scope.table.measures[measure]!
  const gap = shownAs(of, here) - shownAs(of, there)
  claim(
    scope,
    'local-national',
    key,
    { here: observed(scope, measure), there: observed(scope, measure, scope.now, all) },
    {
      relation: gap === 0 ? 'same' : gap > 0 ? 'higher' : 'lower',
      ...ratioParams(scope, measure),
    },
  )
}

/** The area beside the whole: which moved more, or whether they went different ways. */
export function findLocalNational(scope: Scope, measure: number): void {
  if (isWhole(scope)) return
  if (isRatio(scope, measure)) return findBeside(scope, measure)
  const key = keyOf(scope, measure)
  const all = scope.table.areas.length - 1
  const value = (period: number, area: number) =>
    scope.table.values[(measure * (all + 1) + area) * scope.table.periods.length + period]!
  const [now, was] = [scope.now, scope.now - scope.table.lag]
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

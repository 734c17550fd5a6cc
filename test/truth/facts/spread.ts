import type { Fact } from '../../../src/index.ts'
import type { Reckon, Way } from '../reckon.ts'
import { nation, one } from '../workforce.ts'
import { amongId, check, first, type Wanted } from './wanted.ts'

/** How the areas spread: how many rose, fell, or are at an extreme. */
/** Areas that moved a group's way by less than print shows: no one may say “only” past them (STYLE rule 21). */
const hidden = (reckon: Reckon, measure: string, period: string, way: string): string[] =>
  reckon.went(measure, period, 'flat').filter((a) => reckon.by(measure, a, period) * (way === 'up' ? 1 : -1) > 0)

export function spread({ measure, area, period }: Fact, more: string, reckon: Reckon): Wanted {
  const { data } = reckon
  const went = (way: Way) => reckon.went(measure, period, way)
  const [rose, fell, flat] = [went('up'), went('down'), went('flat')]
  const id = (what: string) => `${measure}@${period}#${what}-count`
  const shared = { rose: rose.length, fell: fell.length, unchanged: flat.length }
  const percentId = (a: string, from = data.before(period)) => `${measure}@${a}@${from}..${period}#percent`
  const fewer = rose.length < fell.length ? 'up' : rose.length > fell.length ? 'down' : ''
  const group = fewer === 'up' ? rose : fewer === 'down' ? fell : []
  if (more === '') {
    const bySize = [...group].sort(
      (a, b) => Math.abs(reckon.percent(measure, b, period)) - Math.abs(reckon.percent(measure, a, period)),
    )
    const sure = fewer === '' || hidden(reckon, measure, period, fewer).length === 0
    const nameable = sure && group.length > 0 && group.length <= 5
    return {
      params: {
        ...shared,
        of: 'change',
        few: fewer,
        names: nameable ? bySize : [],
        nameable,
        single: group.length === 1,
        all: rose.length === data.areas.length || fell.length === data.areas.length,
        among: amongId,
        up: id('up'),
        down: id('down'),
        flat: id('flat'),
        ...(nameable ? Object.fromEntries(bySize.map((a, i) => [`percent${i}`, percentId(a)])) : {}),
      },
      never: check(area !== nation, 'it is a fact of the whole'),
    }
  }
  if (more === 'against' || more === 'exceptions') {
    const others = more === 'against' ? group.filter((a) => a !== area) : group
    return {
      params: {
        ...shared,
        of: more,
        direction: fewer,
        size: group.length,
        only: group.length === 1,
        names: others.slice(0, 5),
        nameable: others.length > 0 && others.length <= 5,
        among: amongId,
        few: id(fewer),
      },
      never: [
        ...check(group.includes(area) !== (more === 'against'), 'the area is on the other side'),
        ...check(hidden(reckon, measure, period, fewer).length > 0, 'one more moved that way by less than print shows'),
        ...check(group.length === 0 || group.length > 4, `a group of ${group.length} is no small one`),
      ],
    }
  }
  if (more === 'highest' || more === 'lowest') {
    const at = reckon.atExtreme(measure, period, more)
    return {
      params: {
        of: 'records',
        extreme: more,
        size: at.length,
        all: at.length === data.areas.length,
        from: first,
        names: at.length <= 5 ? at : [],
        count: id(more),
        among: amongId,
      },
      never: check(at.length === 0, 'no area is'),
    }
  }
  const then = reckon.furthest(measure, nation, period, 'highest', 'first')
  const below = reckon.keys().filter((a) => reckon.way(measure, a, period, then) === 'down')
  const percent = (a: string) => reckon.percent(measure, a, period, then)
  const worst = [...below].sort((a, b) => percent(a) - percent(b))[0] ?? ''
  return {
    params: {
      of: 'below',
      thenPeriod: then,
      size: below.length,
      names: [worst],
      tied: below.filter((a) => percent(a) === percent(worst)).length > 1,
      wholeNow: data.h(measure, nation, period) / one,
      count: id(`below-${then}`),
      among: amongId,
      percent: percentId(worst, then),
      then: `${measure}@${worst}@${then}`,
      by: `${measure}@${worst}@${then}..${period}#by`,
    },
    never: check(more !== 'below', `a spread of the kind “${more}” is not known here`),
  }
}

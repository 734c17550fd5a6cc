import type { Extreme, Way } from '../../truth/reckon.ts'
import { nation, one } from '../../truth/workforce.ts'
import { about } from '../measures.ts'
import { flowId, observation, periodId, stretch } from '../periods.ts'
import type { Reckon } from '../reckon.ts'
import { amongId, check, everyBase, firstOf, sameAs, series, small, type Told, type Wanted } from './wanted.ts'

/** At most this many areas are named, and at most this part of them are the few that went against the rest. */
const [named, minority] = [5, 0.1]

/** How the areas spread: how many rose, fell, or are at an extreme. */
export function spread(fact: Told, reckon: Reckon): Wanted {
  if (fact.more === '') return ofChange(fact, reckon)
  if (fact.more === 'against' || fact.more === 'exceptions') return ofFew(fact, reckon)
  if (fact.more === 'highest' || fact.more === 'lowest') return ofRecords(fact, reckon)
  if (fact.more === 'below') return ofBelow(fact, reckon)
  return { params: {}, never: [`a spread of the kind “${fact.more}” is not known here`] }
}

function groups({ measure, year }: Told, reckon: Reckon) {
  const [rose, fell, flat] = (['up', 'down', 'flat'] as const).map((way) => reckon.went(measure, year, way))
  const fewer = rose!.length < fell!.length ? 'up' : rose!.length > fell!.length ? 'down' : ''
  return {
    shared: { rose: rose!.length, fell: fell!.length, unchanged: flat!.length },
    fewer: fewer as Exclude<Way, 'flat'> | '',
    few: fewer === 'up' ? rose! : fewer === 'down' ? fell! : [],
    all: [rose!, fell!].some((g) => g.length === reckon.rows.areas.length),
  }
}
const countId = ({ measure, year }: Told, what: string): string => `${measure}@${flowId(year)}#${what}-count`

function ofChange(fact: Told, reckon: Reckon): Wanted {
  const { measure, area, year } = fact
  const { shared, fewer, few, all } = groups(fact, reckon)
  const sure = fewer === '' || reckon.hidden(measure, year, fewer).length === 0
  const tellable = sure && few.length > 0 && few.length <= named
  // Where any area's base is under 50 they are named without their percentages.
  const nameable = tellable && everyBase(reckon, measure, 'percent', year).length === 0
  const size = (a: string) => Math.abs(reckon.percent(measure, a, year))
  const names = (fact.params['names'] ?? []) as string[]
  return {
    params: {
      ...shared,
      of: 'change',
      few: fewer,
      names: nameable
        ? firstOf(
            [...few].sort((a, b) => size(b) - size(a)),
            named,
            size,
          )
        : sameAs(tellable ? few : []),
      nameable,
      single: few.length === 1,
      all,
      among: amongId,
      ...Object.fromEntries(['up', 'down', 'flat'].map((way) => [way, countId(fact, way)])),
      ...(nameable
        ? Object.fromEntries(names.map((a, i) => [`percent${i}`, `${stretch(measure, a, year - 1, year)}#percent`]))
        : {}),
    },
    never: [...check(area !== nation, 'it is a fact of the whole'), ...everyBase(reckon, measure, 'number', year)],
  }
}

function ofFew(fact: Told, reckon: Reckon): Wanted {
  const { measure, area, year, more } = fact
  const { shared, fewer, few } = groups(fact, reckon)
  const others = few.filter((a) => a !== area)
  return {
    params: {
      ...shared,
      of: more,
      direction: fewer,
      size: few.length,
      only: few.length === 1,
      names: others.length <= named ? sameAs(others) : others.slice(0, named),
      nameable: others.length > 0 && others.length <= named,
      among: amongId,
      few: countId(fact, fewer),
    },
    never: [
      ...check(area === nation, 'it is a fact of an area'),
      ...check(few.includes(area) !== (more === 'against'), 'the area is on the other side'),
      ...check(
        fewer !== '' && reckon.hidden(measure, year, fewer).length > 0,
        'one more moved that way by less than print shows',
      ),
      ...check(
        few.length === 0 || few.length > reckon.rows.areas.length * minority,
        `a group of ${few.length} is no small one`,
      ),
      ...everyBase(reckon, measure, 'number', year),
    ],
  }
}

function everySeries(fact: Told, reckon: Reckon): string[] {
  return [...reckon.keys(), nation].flatMap((area) => series(reckon, { ...fact, area }).slice(0, 1))
}

function ofRecords(fact: Told, reckon: Reckon): Wanted {
  const { measure, area, year } = fact
  const extreme = fact.more as Extreme
  const at = reckon.atExtreme(measure, year, extreme)
  const unsure = reckon.keys().filter((a) => {
    const others = reckon.before(measure, year).map((y) => reckon.h(measure, a, y))
    const now = reckon.h(measure, a, year)
    const beyond = others.every((v) => (extreme === 'highest' ? now > v : now < v))
    return now > 0 && beyond && !at.includes(a)
  })
  return {
    params: {
      of: 'records',
      extreme,
      size: at.length,
      all: at.length === reckon.rows.areas.length,
      from: periodId(measure, about(measure)!.from),
      names: at.length <= named ? at : [],
      count: countId(fact, extreme),
      among: amongId,
    },
    never: [
      ...check(area !== nation, 'it is a fact of the whole'),
      ...check(at.length === 0, 'no area is'),
      ...check(unsure.length > 0, `in print ${unsure.join(', ')} would not be`),
      ...everySeries(fact, reckon),
    ],
  }
}

function ofBelow(fact: Told, reckon: Reckon): Wanted {
  const { measure, area, year } = fact
  const then = reckon.furthest(measure, nation, year, 'highest', 'first')
  const below = reckon.keys().filter((a) => reckon.way(measure, a, year, then) === 'down')
  const percent = (a: string) => reckon.percent(measure, a, year, then)
  const worst = [...below].sort((a, b) => percent(a) - percent(b))[0] ?? ''
  const unsure = reckon.keys().filter((a) => !below.includes(a) && reckon.by(measure, a, year, then) < 0)
  return {
    params: {
      of: 'below',
      thenPeriod: periodId(measure, then),
      size: below.length,
      names: [worst],
      tied: below.filter((a) => percent(a) === percent(worst)).length > 1,
      wholeNow: reckon.h(measure, nation, year) / one,
      count: countId(fact, `below-${periodId(measure, then)}`),
      among: amongId,
      percent: `${stretch(measure, worst, then, year)}#percent`,
      then: observation(measure, worst, then),
      by: `${stretch(measure, worst, then, year)}#by`,
    },
    never: [
      ...check(area !== nation, 'it is a fact of the whole'),
      ...everySeries(fact, reckon),
      ...check(then >= year - 1, 'the highest was the year before, or is now'),
      ...check(below.length === 0 || below.length === reckon.rows.areas.length, 'it is none, or all'),
      ...check(unsure.length > 0, `in print ${unsure.join(', ')} would not be below`),
      ...check(
        below.some((a) => reckon.h(measure, a, then) < small),
        'a base is under 50',
      ),
      ...check(
        [nation, ...below].some((a) => reckon.isSpike(measure, a, then, year)),
        'the named period is a spike',
      ),
    ],
  }
}

import { type Extreme, type Way, whole } from '../../truth/reckon.ts'
import { one } from '../../truth/workforce.ts'
import { about, ratios } from '../measures.ts'
import { observation, periodId, stretch, wayOf } from '../reckon.ts'
import { bases, type Check, check, countsUpTo, decimalsOf, pair, series, small, yearsId } from './wanted.ts'

/** Facts of one area and its own series. */
export const ofSeries: Record<string, Check> = {
  level: ({ measure, area, year }, reckon) => ({
    params: { none: reckon.h(measure, area, year) === 0, now: observation(measure, area, year) },
    never: check(Number.isNaN(reckon.h(measure, area, year)), 'there is no value'),
  }),
  change: (fact, reckon) => {
    const { measure, area, year } = fact
    const [now, was] = [reckon.h(measure, area, year), reckon.h(measure, area, year - 1)]
    const percentToo = was >= small
    const span = stretch(measure, area, year - 1, year)
    return {
      params: {
        direction: wayOf(now, was),
        exact: now === was,
        percentToo,
        countsOnly: !percentToo,
        countsBeside: percentToo && was < countsUpTo,
        adds: whole(now) - whole(was) === whole(now - was),
        none: now === 0,
        halved: percentToo && now > 0 && now * 2 < was,
        doubled: percentToo && now > was * 2,
        now: observation(measure, area, year),
        was: observation(measure, area, year - 1),
        by: `${span}#by`,
        ...(percentToo ? { percent: `${span}#percent` } : {}),
      },
      never: [...pair(reckon, fact), ...check(measure in ratios, 'a share moves by points')],
    }
  },
  record: (fact, reckon) => {
    const { measure, area, year } = fact
    const extreme = fact.more as Extreme
    const { from, recordsBegin } = about(measure)!
    const before = reckon.before(measure, year)
    const now = reckon.v(measure, area, year)
    const previous = reckon.furthest(measure, area, year, extreme, 'last')
    const joint = before.some((y) => reckon.v(measure, area, y) === now)
    const standing = reckon.isExtreme(measure, area, year, extreme)
    return {
      params: {
        extreme,
        joint,
        recordsBegin,
        from: periodId(measure, from),
        previousPeriod: periodId(measure, previous),
        passed: previous !== year - 1 && !reckon.isSpike(measure, area, previous, year),
        ...decimalsOf(measure),
        now: observation(measure, area, year),
        previous: observation(measure, area, previous),
        years: yearsId(measure, from, year),
      },
      never: [
        ...series(reckon, fact),
        ...bases(reckon, measure, area, [...before, year]),
        ...check(standing === 'no', `it is not the ${extreme} since ${from}`),
        ...check(standing === 'joint' && !joint, 'in print it is level with an earlier period'),
        ...check(
          before.every((y) => reckon.v(measure, area, y) === now),
          'it was never anything else',
        ),
        ...check(now === 0, 'none is no record'),
      ],
    }
  },
  peak: (fact, reckon) => {
    const { measure, area, year } = fact
    const { from } = about(measure)!
    const extreme = fact.more === 'peak' ? 'highest' : 'lowest'
    const then = reckon.furthest(measure, area, year, extreme, 'first')
    const [now, top] = [reckon.h(measure, area, year), reckon.h(measure, area, then)]
    const span = stretch(measure, area, then, year)
    const level = reckon.before(measure, year).filter((y) => whole(reckon.h(measure, area, y)) === whole(top))
    return {
      params: {
        which: fact.more,
        thenPeriod: periodId(measure, then),
        from: periodId(measure, from),
        percentToo: top >= small,
        shared: level.length > 1,
        atStart: then === from,
        lately: then === year - 1,
        back: year - then,
        now: observation(measure, area, year),
        then: observation(measure, area, then),
        by: `${span}#by`,
        years: yearsId(measure, then, year),
        ...(top >= small ? { percent: `${span}#percent` } : {}),
      },
      never: [
        ...series(reckon, fact),
        ...check(extreme === 'highest' ? now >= top : now <= top, `now is beyond the ${extreme}`),
        ...check(whole(now) === whole(top), 'in print it is where it was'),
        ...check(reckon.isSpike(measure, area, then, year), 'the period is a spike'),
      ],
    }
  },
  since: (fact, reckon) => {
    const { measure, area, year, more } = fact
    const sign = more === 'highest' ? 1 : -1
    const now = sign * reckon.v(measure, area, year)
    const before = reckon.before(measure, year)
    const then = [...before].reverse().find((y) => sign * reckon.v(measure, area, y) > now) ?? Number.NaN
    const between = before.filter((y) => y > then)
    const alike = (y: number) => reckon.shown(measure, area, y) === reckon.shown(measure, area, year)
    return {
      params: {
        extreme: more,
        thenPeriod: periodId(measure, then),
        back: year - then,
        ...decimalsOf(measure),
        now: observation(measure, area, year),
        then: observation(measure, area, then),
        years: yearsId(measure, then, year),
      },
      never: [
        ...series(reckon, fact),
        ...bases(reckon, measure, area, [...before, year]),
        ...check(between.length < 3, `only ${between.length} periods lie between`),
        ...check(between.some(alike), 'in print a period between is level with it'),
        ...check(alike(then), 'in print the named period is level with it'),
        ...check(reckon.isSpike(measure, area, then, year), 'the named period is a spike'),
      ],
    }
  },
  streak: (fact, reckon) => {
    const { measure, area, year } = fact
    const way = reckon.way(measure, area, year)
    const length = reckon.run(measure, area, year, way)
    const then = year - length
    const opposite: Way = way === 'up' ? 'down' : 'up'
    const before = reckon.run(measure, area, then, opposite)
    const told = before >= 3
    const run = (y: number, w: Way) => `run@${observation(measure, area, y)}#${w}`
    return {
      params: {
        direction: way,
        length,
        wholeSeries: then === about(measure)!.from,
        beforeLength: told ? before : 0,
        thenPeriod: periodId(measure, then),
        count: run(year, way),
        then: observation(measure, area, then),
        ...(told ? { before: run(then, opposite) } : {}),
      },
      never: [
        ...series(reckon, fact),
        ...check(way === 'flat', 'it did not move'),
        ...check(length < 3, `a run of ${length} is none`),
      ],
    }
  },
  turn: (fact, reckon) => {
    const { measure, area, year } = fact
    const way = reckon.way(measure, area, year)
    const { from } = about(measure)!
    const earlier = reckon.before(measure, year).slice(1)
    const then = [...earlier].reverse().find((y) => reckon.way(measure, area, y) === way)
    const since = earlier.filter((y) => y > (then ?? from))
    const sign = way === 'up' ? 1 : -1
    return {
      params: {
        direction: way,
        inSeries: then === undefined,
        thenPeriod: periodId(measure, then ?? from),
        back: year - (then ?? from),
        now: observation(measure, area, year),
        was: observation(measure, area, year - 1),
      },
      never: [
        ...series(reckon, fact),
        ...check(way === 'flat', 'it did not move'),
        ...check(year - (then ?? from) < 3, 'it moved that way lately'),
        ...check(
          since.some((y) => sign * reckon.by(measure, area, y) > 0),
          'it moved that way since, by less than print shows',
        ),
      ],
    }
  },
  first: (fact, reckon) => {
    const { measure, area, year } = fact
    const { from, recordsBegin } = about(measure)!
    const [now, then] = [reckon.h(measure, area, year), reckon.h(measure, area, from)]
    return {
      params: {
        direction: wayOf(now, then),
        from: periodId(measure, from),
        recordsBegin,
        // A multiple of a handful says as little as a percentage of it (STYLE rule 20).
        doubled: then >= small && now > then * 2,
        now: observation(measure, area, year),
        then: observation(measure, area, from),
        years: yearsId(measure, from, year),
      },
      never: series(reckon, fact),
    }
  },
  milestone: (fact, reckon) => {
    const { measure, area, year } = fact
    const now = reckon.h(measure, area, year)
    const digits = String(Math.floor(now / one)).length
    const mark = Number(String(Math.floor(now / one))[0]) * 10 ** (digits - 1)
    const reached = reckon.before(measure, year).filter((y) => whole(reckon.h(measure, area, y)) >= mark)
    return {
      params: {
        from: periodId(measure, about(measure)!.from),
        mark: `${measure}#past-${mark}`,
        now: observation(measure, area, year),
      },
      never: [
        ...series(reckon, fact),
        ...check(mark < 1000, `${mark} is passed too often`),
        ...check(whole(now) <= mark, 'in print it is not past it'),
        ...check(reached.length > 0, `it was there in ${reached.join(', ')}`),
      ],
    }
  },
}

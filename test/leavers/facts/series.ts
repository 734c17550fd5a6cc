import { type Way, whole } from '../../truth/reckon.ts'
import { one } from '../../truth/workforce.ts'
import { about, ratios } from '../measures.ts'
import { observation, periodId, stretch } from '../periods.ts'
import { wayOf } from '../reckon.ts'
import { type Check, check, countsUpTo, pair, series, small, yearsId } from './wanted.ts'

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
        past: mark,
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

import { type Extreme, whole } from '../../truth/reckon.ts'
import { about } from '../measures.ts'
import { observation, periodId, stretch } from '../periods.ts'
import { bases, type Check, check, decimalsOf, series, small, yearsId } from './wanted.ts'

/** Facts of the furthest years of one area's series. */
export const ofFurthest: Record<string, Check> = {
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
        spiked: reckon.isSpike(measure, area, previous, year),
        atStart: previous === from,
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
        atStart: then === before[0],
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
}

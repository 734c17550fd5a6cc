import { type Extreme, type Way, whole } from '../reckon.ts'
import { one } from '../workforce.ts'
import { type Check, check, first } from './wanted.ts'

/** Facts of one area and its own series. */
export const ofSeries: Record<string, Check> = {
  level: ({ measure, area, period }, _, { data }) => ({
    params: { none: data.h(measure, area, period) === 0, now: `${measure}@${area}@${period}` },
  }),
  change: ({ measure, area, period }, _, reckon) => {
    const { data } = reckon
    const before = data.before(period)!
    const [now, was] = [data.h(measure, area, period), data.h(measure, area, before)]
    const percentToo = was >= 50 * one
    const span = `${measure}@${area}@${before}..${period}`
    return {
      params: {
        direction: reckon.way(measure, area, period),
        exact: now === was,
        percentToo,
        countsOnly: !percentToo,
        countsBeside: percentToo && was < 100 * one,
        adds: whole(now) - whole(was) === whole(now - was),
        none: now === 0,
        halved: percentToo && now > 0 && now * 2 < was,
        doubled: percentToo && now > was * 2,
        now: `${measure}@${area}@${period}`,
        was: `${measure}@${area}@${before}`,
        by: `${span}#by`,
        ...(percentToo ? { percent: `${span}#percent` } : {}),
      },
    }
  },
  record: ({ measure, area, period }, more, reckon) => {
    const { data } = reckon
    const extreme = more as Extreme
    const before = data.upTo(period).slice(0, -1)
    const now = data.h(measure, area, period)
    const previous = reckon.furthest(measure, area, period, extreme, 'last')
    const joint = before.some((p) => data.h(measure, area, p) === now)
    const standing = reckon.isExtreme(measure, area, period, before, extreme)
    return {
      params: {
        extreme,
        joint,
        recordsBegin: false,
        from: first,
        previousPeriod: previous,
        passed: previous !== before.at(-1) && !reckon.isSpike(measure, area, previous, period),
        spiked: reckon.isSpike(measure, area, previous, period),
        atStart: previous === before[0],
        now: `${measure}@${area}@${period}`,
        previous: `${measure}@${area}@${previous}`,
        years: `years@${first}..${period}`,
      },
      never: [
        ...check(standing === 'no', `it is not the ${extreme} since ${first}`),
        ...check(standing === 'joint' && !joint, 'in print it is level with an earlier period'),
        ...check(before.length < 2, 'the first two periods set no record'),
        ...check(now === 0, 'none is no record'),
      ],
    }
  },
  peak: ({ measure, area, period }, more, reckon) => {
    const { data } = reckon
    const extreme = more === 'peak' ? 'highest' : 'lowest'
    const then = reckon.furthest(measure, area, period, extreme, 'first')
    const [now, top] = [data.h(measure, area, period), data.h(measure, area, then)]
    const before = data.upTo(period).slice(0, -1)
    const span = `${measure}@${area}@${then}..${period}`
    return {
      params: {
        which: more,
        thenPeriod: then,
        from: first,
        percentToo: top >= 50 * one,
        shared: before.filter((p) => whole(data.h(measure, area, p)) === whole(top)).length > 1,
        lately: then === before.at(-1),
        atStart: then === before[0],
        back: Number(period) - Number(then),
        now: `${measure}@${area}@${period}`,
        then: `${measure}@${area}@${then}`,
        by: `${span}#by`,
        years: `years@${then}..${period}`,
        ...(top >= 50 * one ? { percent: `${span}#percent` } : {}),
      },
      never: [
        ...check(extreme === 'highest' ? now >= top : now <= top, `now is beyond the ${extreme}`),
        ...check(whole(now) === whole(top), 'in print it is where it was'),
        ...check(reckon.isSpike(measure, area, then, period), 'the period is a spike'),
      ],
    }
  },
  since: ({ measure, area, period }, more, reckon) => {
    const { data } = reckon
    const sign = more === 'highest' ? 1 : -1
    const now = sign * data.h(measure, area, period)
    const before = data.upTo(period).slice(0, -1)
    const then = [...before].reverse().find((p) => sign * data.h(measure, area, p) > now) ?? ''
    const between = before.slice(before.indexOf(then) + 1)
    return {
      params: {
        extreme: more,
        thenPeriod: then,
        atStart: then === before[0],
        back: Number(period) - Number(then),
        now: `${measure}@${area}@${period}`,
        then: `${measure}@${area}@${then}`,
        years: `years@${then}..${period}`,
      },
      never: [
        ...check(between.length < 3, `only ${between.length} periods lie between`),
        ...check(
          between.some((p) => sign * data.h(measure, area, p) === now),
          'a period between is level with it',
        ),
        ...check(
          whole(data.h(measure, area, then)) === whole(sign * now),
          'in print the named period is level with it',
        ),
        ...check(reckon.isSpike(measure, area, then, period), 'the named period is a spike'),
      ],
    }
  },
  streak: ({ measure, area, period }, _, reckon) => {
    const way = reckon.way(measure, area, period)
    const length = reckon.run(measure, area, period, way)
    const then = String(Number(period) - length)
    const opposite: Way = way === 'up' ? 'down' : 'up'
    const before = reckon.run(measure, area, then, opposite)
    const told = before >= 3
    return {
      params: {
        direction: way,
        length,
        wholeSeries: then === first,
        beforeLength: told ? before : 0,
        thenPeriod: then,
        count: `run@${measure}@${area}@${period}#${way}`,
        then: `${measure}@${area}@${then}`,
        ...(told ? { before: `run@${measure}@${area}@${then}#${opposite}` } : {}),
      },
      never: [...check(way === 'flat', 'it did not move'), ...check(length < 3, `a run of ${length} is none`)],
    }
  },
  turn: ({ measure, area, period }, _, reckon) => {
    const { data } = reckon
    const way = reckon.way(measure, area, period)
    const earlier = data.upTo(period).slice(1, -1)
    const then = [...earlier].reverse().find((p) => reckon.way(measure, area, p) === way)
    const back = Number(period) - Number(then ?? first)
    return {
      params: {
        direction: way,
        inSeries: then === undefined,
        thenPeriod: then ?? first,
        back,
        now: `${measure}@${area}@${period}`,
        was: `${measure}@${area}@${data.before(period)}`,
      },
      never: [...check(way === 'flat', 'it did not move'), ...check(back < 3, 'it moved that way lately')],
    }
  },
}

import { percentText } from '../printed.ts'
import { nearest, whole } from '../reckon.ts'
import { breakdowns, nation, one, shares } from '../workforce.ts'
import { amongId, type Check, check, smallBases } from './wanted.ts'

/** Facts of an area among the others, and of its parts. */
export const ofAreas: Record<string, Check> = {
  rank: ({ measure, area, period }, more, reckon) => {
    const [by, end] = more.split('-') as [string, 'large' | 'small']
    const way = by === 'level' ? 'level' : reckon.way(measure, area, period)
    if (way === 'flat') return { params: {}, never: ['it did not move'] }
    const { rank, joint, ahead, size } = reckon.rank(measure, area, period, by, way, end)
    const before = reckon.data.before(period)
    const value =
      by === 'level'
        ? `${measure}@${area}@${period}`
        : `${measure}@${area}@${before}..${period}#${by === 'percent' ? 'percent' : 'by'}`
    return {
      params: {
        by,
        direction: way,
        end,
        rank,
        joint,
        ahead: ahead.slice(0, 5),
        behindOnly: !joint && rank >= 2 && rank <= 6,
        isAmong: rank <= Math.ceil(size / 6),
        ofAll: size === reckon.data.areas.length,
        place: `${measure}@${area}@${period}#rank-${by}-${end}`,
        among: amongId,
        value,
        ...(by === 'level' ? {} : { group: `${measure}@${period}#${way}-count` }),
      },
      never: [
        ...smallBases(reckon, measure, by, period),
        ...check(
          way !== 'level' && end === 'large' && reckon.outdone(measure, area, period, by, way),
          'one that print shows unchanged moved as far',
        ),
      ],
    }
  },
  'local-national': ({ measure, area, period }, _, reckon) => {
    const before = reckon.data.before(period)!
    const [here, there] = [reckon.way(measure, area, period), reckon.way(measure, nation, period)]
    const gap = Math.abs(reckon.percent(measure, area, period)) - Math.abs(reckon.percent(measure, nation, period))
    const text = (a: string) => percentText(reckon.by(measure, a, period), reckon.data.h(measure, a, before), 'change')
    const alike = Math.abs(gap) < 0.1 || text(area) === text(nation)
    const relation = here !== there ? 'against' : here === 'flat' || alike ? 'same' : gap > 0 ? 'more' : 'less'
    return {
      params: {
        direction: here,
        wholeDirection: there,
        relation,
        percent: `${measure}@${area}@${before}..${period}#percent`,
        wholeNow: `${measure}@${nation}@${period}`,
        wholeWas: `${measure}@${nation}@${before}`,
        wholePercent: `${measure}@${nation}@${before}..${period}#percent`,
      },
      never: check(reckon.data.h(measure, area, before) < 50 * one, 'its base is under 50'),
    }
  },
  extremes: ({ measure, period }, more, reckon) => {
    const [by, way] = more.split('-') as [string, 'up' | 'down']
    const order = reckon.sorted(measure, period, by, way, 'large')
    const names = order.slice(0, 3)
    const amount = (a: string | undefined) => (a === undefined ? Number.NaN : reckon.amount(measure, a, period, by))
    const span = (a: string) =>
      `${measure}@${a}@${reckon.data.before(period)}..${period}#${by === 'percent' ? 'percent' : 'by'}`
    return {
      params: {
        by,
        direction: way,
        names,
        size: names.length,
        group: order.length,
        ...Object.fromEntries(names.map((a, i) => [`value${i}`, span(a)])),
      },
      never: [
        ...check(amount(order[2]) === amount(order[3]), 'the next is level with the last that is named'),
        ...check(
          reckon.outdone(measure, names.at(-1)!, period, by, way),
          'one that print shows unchanged moved as far as the last that is named',
        ),
        ...smallBases(reckon, measure, by, period),
      ],
    }
  },
  mix: ({ measure, area, period }, more, reckon) => {
    const { data } = reckon
    const before = data.before(period)!
    const parts = breakdowns[more] ?? []
    const size = (m: string) => Math.abs(reckon.by(m, area, period))
    const biggest = [...parts].sort((a, b) => size(b) - size(a))[0]!
    const way = reckon.way(measure, area, period)
    const ways = parts.map((m) => reckon.way(m, area, period))
    const against = parts
      .filter((_, i) => way !== 'flat' && ways[i] !== 'flat' && ways[i] !== way)
      .sort((a, b) => size(b) - size(a))
    const exception = against[0]
    const total = reckon.by(measure, area, period)
    const part = reckon.by(biggest, area, period)
    const share = total === 0 ? 0 : part / total
    const [now, was] = [data.h(biggest, area, period), data.h(biggest, area, before)]
    const alike = parts.map((m) => reckon.by(m, area, period)).reduce((s, by) => s + (by * total > 0 ? by : 0), 0)
    const seen = whole(part) !== 0
    const sum = parts.reduce((s, m) => s + data.h(m, area, period), 0)
    return {
      params: {
        breakdown: more,
        direction: way,
        part: biggest,
        partDirection: reckon.way(biggest, area, period),
        madeMost: seen && share > 0.5 && share <= 1 && part / alike > 0.5,
        madeMore: seen && share > 1,
        opposite: share < 0 && way !== 'flat',
        exception: exception ?? '',
        exceptions: against.length,
        allButOne: against.length === 1 && !ways.includes('flat'),
        adds: whole(now) - whole(was) === whole(now - was),
        total: `${measure}@${area}@${before}..${period}#by`,
        now: `${biggest}@${area}@${period}`,
        was: `${biggest}@${area}@${before}`,
        by: `${biggest}@${area}@${before}..${period}#by`,
        ...(exception === undefined
          ? {}
          : {
              exceptionNow: `${exception}@${area}@${period}`,
              exceptionWas: `${exception}@${area}@${before}`,
              exceptionBy: `${exception}@${area}@${before}..${period}#by`,
            }),
      },
      never: check(sum !== data.h(measure, area, period), 'the parts do not make the whole'),
    }
  },
  share: ({ measure, area, period }, _, { data }) => {
    const { part, base } = shares[measure]!
    const ratio = (a: string) => data.h(part, a, period) / data.h(base, a, period)
    const percent = (a: string) => nearest(data.h(part, a, period), data.h(base, a, period), 100)
    const compared = area !== nation
    const relation = !compared
      ? ''
      : percent(area) === percent(nation)
        ? 'same'
        : ratio(area) > ratio(nation)
          ? 'higher'
          : 'lower'
    return {
      params: {
        base,
        countsBeside: data.h(base, area, period) < 100 * one,
        compared,
        relation,
        apart: compared ? Math.round(Math.abs(ratio(area) - ratio(nation)) * 100) : 0,
        share: `${measure}@${area}@${period}`,
        part: `${part}@${area}@${period}`,
        of: `${base}@${area}@${period}`,
        ...(compared ? { national: `${measure}@${nation}@${period}` } : {}),
      },
      never: check(data.h(base, area, period) < 50 * one, 'its base is under 50'),
    }
  },
}

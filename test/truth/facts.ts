import type { Brief, Fact } from '../../src/index.ts'
import { type Extreme, nearest, type Reckon, type Way, whole } from './reckon.ts'
import { breakdowns, nation, one, shares } from './workforce.ts'

type Params = Record<string, unknown>
/** What a fact of its kind must say, and what would make it untrue to say it at all. */
interface Wanted {
  params: Params
  never?: string[]
}
type Check = (fact: Fact, more: string, reckon: Reckon) => Wanted

/** Every fact of a brief, reckoned anew. Each parameter must be known here and be right. Gives what is false. */
export function falseFacts(brief: Brief, reckon: Reckon): string[] {
  return Object.values(brief.facts).flatMap((fact) =>
    falseFact(fact, reckon).map((why) => `${brief.id}: fact ${fact.id}: ${why}`),
  )
}

export function falseFact(fact: Fact, reckon: Reckon): string[] {
  const check = checks[fact.kind]
  if (!check) return [`no check is known for facts of the kind ${fact.kind}`]
  const [kind, measure, area, period, more = ''] = fact.id.split('/')
  const wrong: string[] = []
  if (kind !== fact.kind || measure !== fact.measure || area !== fact.area || period !== fact.period)
    wrong.push('its id is not made of its meaning')
  const { params, never = [] } = check(fact, more, reckon)
  wrong.push(...never)
  for (const name of new Set([...Object.keys(params), ...Object.keys(fact.params)])) {
    const [is, want] = [JSON.stringify(fact.params[name]), JSON.stringify(params[name])]
    if (!(name in params)) wrong.push(`no check is known for its parameter ${name} (${is})`)
    else if (is !== want) wrong.push(`${name} is ${is}, the table says ${want}`)
  }
  const told = Object.values(fact.params).filter((v): v is string => typeof v === 'string' && fact.figures.includes(v))
  for (const id of fact.figures) if (!told.includes(id)) wrong.push(`its figure ${id} has no role`)
  return wrong
}

const check = (untrue: boolean, why: string): string[] => (untrue ? [why] : [])
const amongId = 'areas@police-forces'
const first = '2007'

const checks: Record<string, Check | undefined> = {
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
        shared: before.filter((p) => data.h(measure, area, p) === top).length > 1,
        lately: then === before.at(-1),
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
  first: ({ measure, area, period }, _, reckon) => {
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
      never: smallBases(reckon, measure, by, period),
    }
  },
  'local-national': ({ measure, area, period }, _, reckon) => {
    const before = reckon.data.before(period)!
    const [here, there] = [reckon.way(measure, area, period), reckon.way(measure, nation, period)]
    const gap = Math.abs(reckon.percent(measure, area, period)) - Math.abs(reckon.percent(measure, nation, period))
    const relation =
      here !== there ? 'against' : here === 'flat' || Math.abs(gap) < 0.1 ? 'same' : gap > 0 ? 'more' : 'less'
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
    const sum = parts.reduce((s, m) => s + data.h(m, area, period), 0)
    return {
      params: {
        breakdown: more,
        direction: way,
        part: biggest,
        partDirection: reckon.way(biggest, area, period),
        madeMost: share > 0.5 && share <= 1,
        madeMore: share > 1,
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
  spread: (fact, more, reckon) => spread(fact, more, reckon),
}

/** Ranks and orders need a base of 50 at every area (STYLE rule 20). */
function smallBases(reckon: Reckon, measure: string, by: string, period: string): string[] {
  if (by === 'number') return []
  const of = by === 'level' ? period : reckon.data.before(period)!
  const small = reckon.keys().filter((a) => reckon.data.h(measure, a, of) < 50 * one)
  return small.length > 0 ? [`the base is under 50 at ${small.join(', ')}`] : []
}

function spread({ measure, area, period }: Fact, more: string, reckon: Reckon): Wanted {
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
    const nameable = group.length > 0 && group.length <= 5
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

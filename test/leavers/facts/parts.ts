import { whole } from '../../truth/reckon.ts'
import { nation, one } from '../../truth/workforce.ts'
import { breakdowns, ratios } from '../measures.ts'
import { observation, periodId, stretch } from '../periods.ts'
import type { Reckon } from '../reckon.ts'
import { bases, type Check, check, countsUpTo, decimalsOf, pair, small } from './wanted.ts'

const share: Check = ({ measure, area, year }, reckon) => {
  const ratio = ratios[measure]!
  const { base, part } = reckon.sides(ratio, area, year)
  const compared = area !== nation
  const [here, there] = [area, nation].map((a) => reckon.shown(measure, a, year)) as [number, number]
  return {
    params: {
      base: ratio.base,
      countsBeside: base < countsUpTo,
      compared,
      relation: !compared ? '' : here === there ? 'same' : here > there ? 'higher' : 'lower',
      apart: compared ? Math.round(Math.abs(reckon.v(measure, area, year) - reckon.v(measure, nation, year)) * 100) : 0,
      ...decimalsOf(measure),
      share: observation(measure, area, year),
      part: observation(ratio.part, area, year),
      of: observation(ratio.base, area, ratio.start ? year - 1 : year),
      ...(compared ? { national: observation(measure, nation, year) } : {}),
    },
    never: [
      ...bases(reckon, measure, area, [year]),
      ...check(ratio.unit === 'share' && part > base, 'the part is more than the whole'),
    ],
  }
}

/** Parts of a breakdown in order, the biggest first. */
function byLevel(reckon: Reckon, breakdown: string, area: string, year: number) {
  const { of, parts } = breakdowns[breakdown]!
  const h = (m: string) => reckon.h(m, area, year)
  const [first, second] = [...parts].sort((a, b) => h(b) - h(a)) as [string, string]
  const sum = parts.reduce((s, m) => s + h(m), 0)
  return {
    first,
    second,
    most: h(first) * 2 > h(of),
    never: [
      ...check(!(Math.abs(sum - h(of)) <= one / 2), 'the parts do not make the whole'),
      ...check(h(of) < small, 'the base is under 50'),
      ...check(whole(h(first)) === whole(h(second)), 'in print two parts are level'),
    ],
  }
}

/** Facts of shares and rates, and of the parts of a breakdown. */
/** Whether points as printed, one decimal under ten, are the gap between the printed shares. */
function addsUp(measure: string, gap: number, points: number): boolean {
  const size = Math.abs(points)
  const printed = size >= 9.95 ? Math.round(size + 1e-9) : Math.round(size * 10 + 1e-9) / 10
  const rate = ratios[measure]?.unit === 'rate'
  return Math.abs(printed - Math.abs(gap) / (rate ? 10 ** Number(decimalsOf(measure).decimals) : 1)) < 1e-9
}

export const ofParts: Record<string, Check> = {
  share,
  rate: share,
  'share-change': (fact, reckon) => {
    const { measure, area, year } = fact
    const gap = reckon.shown(measure, area, year) - reckon.shown(measure, area, year - 1)
    return {
      params: {
        direction: gap === 0 ? 'flat' : gap > 0 ? 'up' : 'down',
        ofRate: ratios[measure]?.unit === 'rate',
        adds: addsUp(measure, gap, (reckon.v(measure, area, year) - reckon.v(measure, area, year - 1)) * 100),
        wasPeriod: periodId(measure, year - 1),
        ...decimalsOf(measure),
        now: observation(measure, area, year),
        was: observation(measure, area, year - 1),
        points: `${stretch(measure, area, year - 1, year)}#points`,
      },
      never: [...pair(reckon, fact), ...bases(reckon, measure, area, [year, year - 1])],
    }
  },
  'share-compare': ({ measure, area, year }, reckon) => {
    // The one share that is set beside another: of leavers, and of officers in post as the year began.
    const other = 'in-post-under-five-share'
    const gap = reckon.shown(measure, area, year) - reckon.shown(other, area, year - 1)
    return {
      params: {
        relation: gap === 0 ? 'same' : gap > 0 ? 'higher' : 'lower',
        other,
        besidePeriod: periodId(other, year - 1),
        share: observation(measure, area, year),
        beside: observation(other, area, year - 1),
        points: `${observation(measure, area, year)}#beside-${other}`,
      },
      never: [
        ...check(measure !== 'under-five-share', 'there is nothing to set it beside'),
        ...bases(reckon, measure, area, [year]),
        ...bases(reckon, other, area, [year - 1]),
      ],
    }
  },
  'leading-category': ({ measure, area, year, more }, reckon) => {
    const { of } = breakdowns[more]!
    const here = byLevel(reckon, more, area, year)
    const there = byLevel(reckon, more, nation, year)
    const wholePart = area === nation || there.never.length > 0 ? '' : there.first
    const shareOf = (part: string, a: string) => `${part}-of-${observation(of, a, year)}`
    return {
      params: {
        breakdown: more,
        part: here.first,
        nextPart: here.second,
        wholePart,
        differs: wholePart !== '' && wholePart !== here.first,
        most: here.most,
        now: observation(here.first, area, year),
        next: observation(here.second, area, year),
        of: observation(of, area, year),
        share: shareOf(here.first, area),
        ...(wholePart === '' ? {} : { wholeShare: shareOf(wholePart, nation) }),
      },
      never: [...here.never, ...check(measure !== of, 'it is told of another measure')],
    }
  },
  mix: (fact, reckon) => {
    const { measure, area, year, more } = fact
    const { of, parts } = breakdowns[more]!
    const by = (m: string) => reckon.by(m, area, year)
    // Of two that moved alike, either may be named.
    const furthest = (among: readonly string[], named: unknown) => {
      const most = Math.max(...among.map((m) => Math.abs(by(m))))
      const level = among.filter((m) => Math.abs(by(m)) === most)
      return level.find((m) => m === named) ?? level[0]
    }
    const biggest = furthest(parts, fact.params['part'])!
    const way = reckon.way(measure, area, year)
    const ways = parts.map((m) => reckon.way(m, area, year))
    const against = parts.filter((_, i) => way !== 'flat' && ways[i] !== 'flat' && ways[i] !== way)
    const exception = furthest(against, fact.params['exception'])
    const [total, part] = [by(measure), by(biggest)]
    const ratio = total === 0 ? 0 : part / total
    // Of all that moved the way of the whole, it must be most.
    const alike = parts.map(by).reduce((s, one) => s + (one * total > 0 ? one : 0), 0)
    const seen = whole(part) !== 0
    const [now, was] = [reckon.h(biggest, area, year), reckon.h(biggest, area, year - 1)]
    const told = (m: string, names: readonly [string, string, string]) => ({
      [names[0]]: observation(m, area, year),
      [names[1]]: observation(m, area, year - 1),
      [names[2]]: `${stretch(m, area, year - 1, year)}#by`,
    })
    return {
      params: {
        breakdown: more,
        direction: way,
        part: biggest,
        partDirection: reckon.way(biggest, area, year),
        madeMost: seen && ratio > 0.5 && ratio <= 1 && part / alike > 0.5,
        madeMore: seen && ratio > 1,
        opposite: ratio < 0 && way !== 'flat',
        exception: exception ?? '',
        exceptions: against.length,
        allButOne: against.length === 1 && !ways.includes('flat'),
        adds: whole(now) - whole(was) === whole(now - was),
        total: `${stretch(measure, area, year - 1, year)}#by`,
        ...told(biggest, ['now', 'was', 'by']),
        ...(exception === undefined ? {} : told(exception, ['exceptionNow', 'exceptionWas', 'exceptionBy'])),
      },
      never: [
        ...[of, ...parts].flatMap((m) => pair(reckon, { ...fact, measure: m })),
        ...[year, year - 1].flatMap((y) => {
          const sum = parts.reduce((s, m) => s + reckon.h(m, area, y), 0)
          return check(!(Math.abs(sum - reckon.h(of, area, y)) <= one / 2), `in ${y} the parts do not make the whole`)
        }),
        ...check(measure !== of, 'it is told of another measure'),
      ],
    }
  },
}

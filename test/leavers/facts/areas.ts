import { percentText } from '../../truth/printed.ts'
import { nation, one } from '../../truth/workforce.ts'
import { about, ratios } from '../measures.ts'
import { flowId, observation, stretch } from '../periods.ts'
import type { By, End, Reckon } from '../reckon.ts'
import {
  amongId,
  bases,
  type Check,
  check,
  decimalsOf,
  everyBase,
  firstOf,
  pair,
  sizes,
  type Told,
  type Wanted,
} from './wanted.ts'

/** Facts of an area among the others. */
export const ofAreas: Record<string, Check> = {
  rank: (fact, reckon) => {
    const { measure, area, year } = fact
    const [by, end] = fact.more.split('-') as [By, End]
    const ratio = measure in ratios
    const way = by === 'level' ? 'level' : reckon.way(measure, area, year)
    if (way === 'flat') return { params: {}, never: ['it did not move'] }
    const { rank, joint, ahead, size } = reckon.rank(measure, area, year, by, way, end)
    const every = reckon.rows.areas.length
    // Of shares and rates those may be ranked that are there; a change's group is of those that went its way.
    const ofAll = size === every
    const place = `${measure}@${area}@${flowId(year)}#rank-${by}-${end}`
    return {
      params: {
        by,
        direction: way,
        end,
        rank,
        joint,
        ahead: firstOf(ahead, 5, sizes(reckon, measure, year, by, way, end)),
        behindOnly: (ofAll || !ratio) && !joint && rank >= 2 && rank <= 6,
        isAmong: rank <= Math.ceil(size / 6),
        ofAll,
        ...decimalsOf(measure),
        place,
        among: ofAll || !ratio ? amongId : `${measure}@${flowId(year)}#ranked-count`,
        value: by === 'level' ? observation(measure, area, year) : change(fact, area, by),
        ...(by === 'level' ? {} : { group: `${measure}@${flowId(year)}#${way}-count` }),
      },
      never: [
        ...check(area === nation, 'the whole has no rank'),
        ...(ratio ? rankBases(fact, ahead, size, reckon) : everyBase(reckon, measure, by, year)),
        ...check(
          way !== 'level' && end === 'large' && reckon.outdone(measure, area, year, by, way),
          'one that print shows unchanged moved as far',
        ),
        ...check(
          way !== 'level' && end === 'small' && reckon.hidden(measure, year, way).length > 0,
          'one that print shows unchanged moved by less',
        ),
      ],
    }
  },
  'local-national': (fact, reckon) => (fact.measure in ratios ? ratioBeside(fact, reckon) : changeBeside(fact, reckon)),
  extremes: (fact, reckon) => {
    const { measure, year, area } = fact
    const [by, end] = fact.more.split('-') as [By, 'up' | 'down' | 'highest' | 'lowest']
    const way = end === 'up' || end === 'down' ? end : 'level'
    const from: End = end === 'lowest' ? 'small' : 'large'
    const order = reckon.sorted(measure, year, by, way, from)
    const size = sizes(reckon, measure, year, by, way, from)
    const names = fact.params['names'] as string[]
    const value = (a: string) => (by === 'level' ? observation(measure, a, year) : change(fact, a, by))
    return {
      params: {
        by,
        direction: end,
        names: firstOf(order, 3, size),
        size: Math.min(3, order.length),
        group: order.length,
        ...decimalsOf(measure),
        ...Object.fromEntries(names.map((a, i) => [`value${i}`, value(a)])),
      },
      never: [
        ...check(area !== nation, 'it is a fact of the whole'),
        ...check(
          order.length > 3 && size(order[2]!) === size(order[3]!),
          'the next is level with the last that is named',
        ),
        ...(by === 'level'
          ? [
              ...check(
                order.length > 3 && reckon.shown(measure, order[2]!, year) === reckon.shown(measure, order[3]!, year),
                'in print the next is level with the last that is named',
              ),
              ...names.flatMap((a) => bases(reckon, measure, a, [year])),
              ...check(order.length < reckon.rows.areas.length, 'not every area is present'),
            ]
          : everyBase(reckon, measure, by, year)),
        ...check(
          way !== 'level' && reckon.outdone(measure, order[Math.min(3, order.length) - 1]!, year, by, way),
          'one that print shows unchanged moved as far as the last that is named',
        ),
      ],
    }
  },
}

const change = ({ measure, year }: Told, area: string, by: By): string =>
  `${stretch(measure, area, year - 1, year)}#${by === 'percent' ? 'percent' : 'by'}`

/** A rank of shares or rates rests on no base under 50: not its own, and none ahead; with few missing it is among the rest. */
function rankBases({ measure, area, year }: Told, ahead: readonly string[], size: number, reckon: Reckon): string[] {
  const every = reckon.rows.areas.length
  return [
    ...[area, ...ahead].flatMap((a) => bases(reckon, measure, a, [year]).map((why) => `${a}: ${why}`)),
    ...check(every - size > every / 6, `only ${size} areas are there`),
  ]
}

function ratioBeside({ measure, area, year }: Told, reckon: Reckon): Wanted {
  const [here, there] = [area, nation].map((a) => reckon.shown(measure, a, year)) as [number, number]
  return {
    params: {
      relation: here === there ? 'same' : here > there ? 'higher' : 'lower',
      ...decimalsOf(measure),
      here: observation(measure, area, year),
      there: observation(measure, nation, year),
    },
    never: [...check(area === nation, 'the whole is set beside itself'), ...bases(reckon, measure, area, [year])],
  }
}

function changeBeside(fact: Told, reckon: Reckon): Wanted {
  const { measure, area, year } = fact
  const [here, there] = [reckon.way(measure, area, year), reckon.way(measure, nation, year)]
  const gap = Math.abs(reckon.percent(measure, area, year)) - Math.abs(reckon.percent(measure, nation, year))
  const text = (a: string) => percentText(reckon.by(measure, a, year), reckon.h(measure, a, year - 1), 'change')
  const alike = Math.abs(gap) < 0.1 || text(area) === text(nation)
  return {
    params: {
      direction: here,
      wholeDirection: there,
      relation: here !== there ? 'against' : here === 'flat' || alike ? 'same' : gap > 0 ? 'more' : 'less',
      percent: change(fact, area, 'percent'),
      wholeNow: observation(measure, nation, year),
      wholeWas: observation(measure, nation, year - 1),
      wholePercent: change(fact, nation, 'percent'),
    },
    never: [
      ...check(area === nation, 'the whole is set beside itself'),
      ...pair(reckon, fact),
      ...check(
        [area, nation].some((a) => reckon.h(measure, a, year - 1) < 50 * one),
        'a base is under 50',
      ),
      ...check(about(measure) === undefined, 'the measure is not known'),
    ],
  }
}

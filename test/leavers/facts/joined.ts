import { whole } from '../../truth/reckon.ts'
import { nation, one } from '../../truth/workforce.ts'
import { ratios } from '../measures.ts'
import { observation, periodId } from '../periods.ts'
import type { Reckon } from '../reckon.ts'
import { explained } from '../rows.ts'
import { amongId, bases, type Check, check, firstOf, type Told, type Wanted } from './wanted.ts'

const [extra, first, goal] = ['extra-officers', 'extra-officers-first', 'extra-target']
const less = (a: string, b: string, area: string, year: number): string => `${a}-less-${observation(b, area, year)}#by`
/** A difference is dated as the first of the two. */
const gapId = (area: string, year: number): string => less(extra, goal, area, year)

/** Facts that join two tables, or two editions of one. */
export const ofJoined: Record<string, Check> = {
  balance: ({ measure, area, year, more }, reckon) => {
    const [come, go, comeRate, goRate] = ['joiners-fte', 'leavers-fte', 'joining-rate-fte', 'leaving-rate-fte'] as const
    const [in_, out] = [reckon.h(come, area, year), reckon.h(go, area, year)]
    const [up, down] = [reckon.shown(comeRate, area, year), reckon.shown(goRate, area, year)]
    const level = whole(in_) === whole(out) || whole(in_ - out) === 0
    return {
      params: {
        balance: 'officers',
        more: level ? 'level' : in_ > out ? 'in' : 'out',
        rates: up === down ? 'same' : up > down ? 'higher' : 'lower',
        adds: whole(in_) - whole(out) === whole(in_ - out),
        decimals: 2,
        basePeriod: periodId('officers', year - 1),
        in: observation(come, area, year),
        out: observation(go, area, year),
        net: less(come, go, area, year),
        inRate: observation(comeRate, area, year),
        outRate: observation(goRate, area, year),
        of: observation('officers', area, year - 1),
      },
      never: [
        ...check(more !== 'officers' || measure !== go, 'no such balance is known'),
        ...bases(reckon, comeRate, area, [year]),
        ...bases(reckon, goRate, area, [year]),
      ],
    }
  },
  target: (fact, reckon) => (fact.more === 'uplift-areas' ? ofAreas(fact, reckon) : ofOne(fact, reckon)),
  revision: ({ measure, area, year }, reckon) => {
    const [now, was] = [reckon.h(extra, area, year), reckon.h(first, area, year)]
    return {
      params: {
        direction: now > was ? 'up' : 'down',
        ofPeriod: periodId(extra, year),
        now: observation(extra, area, year),
        was: observation(first, area, year),
        by: less(extra, first, area, year),
      },
      never: [
        ...check(measure !== extra, 'it has no earlier edition'),
        ...check(whole(now) === whole(was), 'in print it was not revised'),
        ...check(Number.isNaN(now - was), 'one of the editions has no value'),
      ],
    }
  },
  definition: ({ measure, area, year, more }, reckon) => ({
    params: { text: explained(more), explains: more },
    never: [
      ...check(explained(more).length === 0, 'the release explains nothing by that name'),
      ...check(!ratios[measure] || Number.isNaN(reckon.v(measure, area, year)), 'there is nothing to tell of it'),
    ],
  }),
}

/** The areas below their target, the order of the list kept. */
const missedBy = (reckon: Reckon, year: number): string[] =>
  reckon.keys().filter((a) => reckon.h(extra, a, year) < reckon.h(goal, a, year))

/** Whether one edition of the table has the target met and the other not. */
const differ = (reckon: Reckon, area: string, year: number): boolean =>
  reckon.h(extra, area, year) >= reckon.h(goal, area, year) !==
  reckon.h(first, area, year) >= reckon.h(goal, area, year)

function ofOne({ measure, area, year, more }: Told, reckon: Reckon): Wanted {
  const [now, want, before] = [extra, goal, first].map((m) => reckon.h(m, area, year)) as [number, number, number]
  const met = now >= want
  return {
    params: {
      met,
      exact: now === want,
      revised: whole(before) !== whole(now),
      byPeriod: periodId(extra, year),
      only: !met && area !== nation && missedBy(reckon, year).length === 1,
      now: observation(extra, area, year),
      target: observation(goal, area, year),
      by: gapId(area, year),
      first: observation(first, area, year),
    },
    never: [
      ...check(more !== 'uplift' || measure !== extra, 'no such target is known'),
      ...check(Number.isNaN(now + want + before), 'there is no value'),
      ...check(differ(reckon, area, year), 'the two editions differ on whether it was met'),
      ...check(!met && whole(now) === whole(want), 'in print it was met'),
    ],
  }
}

function ofAreas({ measure, area, year, params }: Told, reckon: Reckon): Wanted {
  const missed = missedBy(reckon, year)
  const names = missed.length <= 5 ? missed : []
  const told = params['names'] as string[]
  return {
    params: {
      of: 'areas',
      missed: missed.length,
      names: firstOf(names, 5, (a) => names.indexOf(a)),
      byPeriod: periodId(extra, year),
      count: `${extra}@${periodId(extra, year)}#missed-count`,
      among: amongId,
      ...Object.fromEntries(told.map((a, i) => [`value${i}`, gapId(a, year)])),
    },
    never: [
      ...check(area !== nation || measure !== extra, 'it is a fact of the whole'),
      ...check(
        reckon.keys().some((a) => Number.isNaN((reckon.h(extra, a, year) + reckon.h(goal, a, year)) / one)),
        'not every area is present',
      ),
      ...check(
        reckon.keys().some((a) => differ(reckon, a, year)),
        'of one the two editions differ on whether it was met',
      ),
    ],
  }
}

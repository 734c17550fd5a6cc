import { whole } from '../reckon.ts'
import { breakdowns, nation } from '../workforce.ts'
import { type Context, isAt, isNumber, isOwn, measureAt, named, num, type Reader, wayIn } from './reader.ts'

const lead = 'officers'
const ranks = breakdowns['rank']!
const firstRank = (c: Context): string => named(c, c.sentence.length).find((m) => ranks.includes(m)) ?? ''

/** Most of the change: more than half of it, the same way, and no more than all. */
const most: Reader['check'] = (g, c) => {
  const part = firstRank(c)
  const moved = (m: string) => c.reckon.by(m, c.area, c.period)
  const share = moved(part) / moved(lead)
  const alike = ranks.filter((m) => moved(m) * moved(lead) > 0).reduce((sum, m) => sum + moved(m), 0)
  return [
    moved(part) / alike <= 0.5 && `${part} made no more than half of what moved that way`,
    !(share > 0.5 && share <= 1) && `${part} made ${share} of the change`,
    c.reckon.way(lead, c.area, c.period) !== wayIn(g['way']) && `it did not go ${wayIn(g['way'])}`,
    ...amounts(part, c),
  ]
}

/** What is told of the part beside it: how many there are, and how many more or fewer than a year earlier. */
function amounts(part: string, c: Context): (string | false | null)[] {
  const told = new RegExp(
    `(?<way>up|down) by (?<by>${num}) to (?<now>${num})|[Tt]here were (?<now2>${num}) (?:of them|[a-z ]+), (?<by2>${num}) (?<way2>more|fewer) than a year earlier`,
  ).exec(c.sentence)?.groups
  if (!told) return ['does not tell how many']
  return [
    isAt(c, told['now'] ?? told['now2'], part, c.period),
    isNumber(told['by'] ?? told['by2'], Math.abs(whole(c.reckon.by(part, c.area, c.period))), `as the move of ${part}`),
    c.reckon.way(part, c.area, c.period) !== wayIn(told['way'] ?? told['way2']) && `${part} went the other way`,
  ]
}

/** None at all, and so many a year earlier. */
const none: Reader['check'] = (g, c, at) => {
  const measure = measureAt(c, at + c.sentence.slice(at).search(/,| left/))
  return [
    c.data.h(measure, c.area, c.period) !== 0 && `there are ${measure}`,
    isAt(c, g['was'], measure, c.data.before(c.period)),
    g['own'] !== undefined && !isOwn(g['own'], c) && `speaks of ${g['own']}`,
  ]
}

export const parts: Reader[] = [
  {
    pattern: /[Mm]ost of the (?<way>increase|rise|fall|decrease) in (?:police )?officers(?: was among [a-z ]+)?/,
    check: most,
  },
  {
    pattern: new RegExp(`no longer has any [a-z ]+, having had (?<was>${num}) a year earlier`),
    check: none,
  },
  {
    pattern: new RegExp(`There are no [a-z ]+ left at (?<own>[^,]+), which had (?<was>${num}) a year earlier`),
    check: none,
  },
  {
    pattern: new RegExp(
      `Every rank (?<way>grew|shrank) but one: (?<part>[a-z ]+), from (?<was>${num}) to (?<now>${num})`,
    ),
    check: (g, c) => {
      const part = g['part']!.replace(' ', '-')
      const others = ranks.filter((m) => m !== part)
      const other = others.find((m) => c.reckon.way(m, c.area, c.period) !== wayIn(g['way']))
      return [
        other !== undefined && `${other} did not`,
        c.reckon.way(part, c.area, c.period) === wayIn(g['way']) && `${part} did`,
        isAt(c, g['was'], part, c.data.before(c.period)),
        isAt(c, g['now'], part, c.period),
      ]
    },
  },
  {
    pattern: new RegExp(
      `Only the number of (?<part>[a-z ]+) went the other way, from (?<was>${num}) to (?<now>${num})`,
    ),
    check: (g, c) => {
      const part = g['part']!.replace(' ', '-')
      const way = c.reckon.way(lead, c.area, c.period)
      const other = ranks.filter((m) => m !== part).find((m) => c.reckon.way(m, c.area, c.period) !== way)
      return [
        other !== undefined && `${other} did not go ${way}`,
        c.reckon.way(part, c.area, c.period) === way && `${part} did not go the other way`,
        isAt(c, g['was'], part, c.data.before(c.period)),
        isAt(c, g['now'], part, c.period),
      ]
    },
  },
  {
    pattern:
      /more than (?<way>doubled|halved)|(?:(?<half>fewer than half)|(?<twice>more than twice)) as many (?:police )?[a-z ]+/,
    check: (g, c, at) => {
      const measure = measureAt(c, g['way'] === undefined ? c.sentence.length : at)
      const ratio = c.data.h(measure, c.area, c.period) / c.data.h(measure, c.area, c.data.before(c.period)!)
      return [
        !(g['way'] === 'doubled' || g['twice'] !== undefined ? ratio > 2 : ratio < 0.5) &&
          `${measure} is ${ratio} of what it was`,
      ]
    },
  },
  // From one number to another, of the measure last named; of the whole where the sentence speaks of it.
  {
    pattern: new RegExp(
      `\\b(?:(?<way>rose|fell|went down|dropped|was down|rise|fall|down|up|went|increased?)\\b[^.:;]*?)?\\bfrom (?<was>${num}) to (?<now>${num})\\b`,
    ),
    check: (g, c, at) => {
      const clause = c.sentence.slice(0, c.sentence.indexOf(`from ${g['was']} to`, at))
      const area = /England and Wales|^Overall/.test(clause) ? nation : c.area
      const measure = measureAt(c, clause.length)
      const way = c.reckon.way(measure, area, c.period)
      const last = [
        ...clause
          .slice(clause.lastIndexOf(' while ') + 1)
          .matchAll(/\b(?:rose|fell|went down|dropped|was down|rise|fall|down|up)\b/g),
      ].at(-1)?.[0]
      return [
        isAt(c, g['was'], measure, c.data.before(c.period), area),
        isAt(c, g['now'], measure, c.period, area),
        last !== undefined && wayIn(last) !== way && `says ${last}, it went ${way}`,
      ]
    },
  },
  // More or fewer than a year earlier, and the like, with no number.
  {
    pattern:
      /(?:(?<way>more|fewer) (?:police )?officers than a year earlier|has (?<way2>increased|reduced) its number of officers|has (?<way3>risen|fallen) over the (?:past )?year)(?! \d)/,
    check: (g, c) => [
      c.reckon.way(lead, c.area, c.period) !== wayIn(g['way'] ?? g['way2'] ?? g['way3']) && 'it went the other way',
    ],
  },
]

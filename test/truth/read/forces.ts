import { percentText } from '../printed.ts'
import { nation } from '../workforce.ts'
import {
  areasIn,
  beginsSeries,
  extremeIn,
  isLocal,
  isNumber,
  isOwn,
  lead,
  type Reader,
  re,
  sameSet,
  wayIn,
} from './reader.ts'

const place = '(?<place>(?<joint>joint )?(?:(?<n>NTH) )?(?<word>biggest|largest|smallest))'

/** The place of the draft's own area among those that moved the same way, by per cent. */
const rank: Reader['check'] = (g, c) => {
  const way = wayIn(g['way'])
  const end = g['word'] === 'smallest' ? 'small' : 'large'
  const is = c.reckon.rank(lead, c.area, c.period, 'percent', way, end)
  if (!is.inGroup) return [`${c.area} did not go ${way}`]
  return [
    end === 'large' &&
      c.reckon.outdone(lead, c.area, c.period, 'percent', way) &&
      'one that print shows unchanged moved as far',
    g['own'] !== undefined && !isOwn(g['own'], c) && `speaks of ${g['own']}`,
    isNumber(
      g['n'] ?? (g['place'] === undefined ? undefined : '1'),
      is.rank,
      `in order of the ${end} percentage moves ${way}`,
    ) &&
    g['n'] === undefined &&
    is.rank === 1
      ? null
      : isNumber(g['n'], is.rank, 'by percentage'),
    g['n'] === undefined && is.rank !== 1 && `says the ${g['word']}, it is number ${is.rank}`,
    (g['joint'] !== undefined) !== is.joint && `joint is ${is.joint}`,
    isNumber(g['group'], is.size, `that went ${way}`),
    isNumber(g['among'], c.data.areas.length, 'forces'),
    g['names'] !== undefined &&
      !sameSet(areasIn(g['names'], c), is.ahead) &&
      `names ${g['names']}; ahead are ${is.ahead.join(', ')}`,
  ]
}

/** Those that moved more than the draft's own area, by per cent, the same way. */
const ahead: Reader['check'] = (g, c) => {
  const way = wayIn(g['way'])
  const is = c.reckon.rank(lead, c.area, c.period, 'percent', way, 'large')
  if (!is.inGroup) return [`${c.area} did not go ${way}`]
  return [
    g['own'] !== undefined && !isOwn(g['own'], c) && `speaks of ${g['own']}`,
    c.reckon.outdone(lead, c.area, c.period, 'percent', way) && 'one that print shows unchanged moved as far',
    !sameSet(g['names'] === undefined ? [] : areasIn(g['names'], c), is.ahead) &&
      `names ${g['names']}; ahead are ${is.ahead.join(', ')}`,
  ]
}

/** The areas that are at their extreme of the series: how many, and whether this one is. */
const atExtreme: Reader['check'] = (g, c) => {
  const extreme = extremeIn(g['word'] ?? g['word2'])
  const at = c.reckon.atExtreme(lead, c.period, extreme)
  const outside = /though not|Elsewhere|Unlike|is not one of them/.test(c.sentence)
  const inside = /is one of|is among|among them/.test(c.sentence)
  return [
    isNumber(g['n'], at.length, `forces at their ${extreme}`),
    isNumber(g['among'] ?? g['among2'], c.data.areas.length, 'forces'),
    beginsSeries(c, g['first'] ?? g['first2']),
    g['not'] !== undefined && !isOwn(g['not'], c) && `speaks of ${g['not']}`,
    isLocal(c) && outside && at.includes(c.area) && 'is one of them',
    isLocal(c) && inside && !at.includes(c.area) && 'is not one of them',
  ]
}

/** The draft's own area beside the whole. */
const beside =
  (whose: 'area' | 'nation'): Reader['check'] =>
  (g, c) => {
    const [here, there] = [c.area, nation].map((a) => c.reckon.percent(lead, a, c.period)) as [number, number]
    if (Math.sign(here) !== Math.sign(there)) return ['they went different ways']
    const bigger = Math.abs(here) > Math.abs(there)
    const says = (g['size'] === 'bigger') === (whose === 'area')
    return [
      bigger !== says && `${here} here and ${there} there`,
      g['way'] !== undefined && wayIn(g['way']) !== (here > 0 ? 'up' : 'down') && `says ${g['way']}`,
    ]
  }

/** Alike in print, or closer than print tells apart. */
const alike: Reader['check'] = (_, c) => {
  const [here, there] = [c.area, nation].map((a) => c.reckon.percent(lead, a, c.period)) as [number, number]
  const [mine, theirs] = [c.area, nation].map((a) =>
    percentText(c.reckon.by(lead, a, c.period), c.data.h(lead, a, c.data.before(c.period)!), 'change'),
  )
  return [
    c.reckon.way(lead, c.area, c.period) !== c.reckon.way(lead, nation, c.period) && 'they went different ways',
    mine !== theirs && Math.abs(here - there) >= 0.1 && `${here} here and ${there} there`,
  ]
}

export const forces: Reader[] = [
  { pattern: /in line with England and Wales as a whole/, check: alike },
  {
    pattern: re(
      '(?:[Ii]n all, |is (?:one of|among) )?(?<n>NUM)(?: of the (?<among>\\d+))? forces(?:, out of (?<among2>\\d+),)?(?:, though not (?<not>[^,]+),)?.*?(?:(?<word>highest|lowest)(?: number of (?:police )?officers)? FROM (?<first>\\d{4})|(?<word2>more|fewer) (?:police )?officers than at the same point in any year since at least (?<first2>\\d{4}))',
    ),
    check: atExtreme,
  },
  {
    pattern: re(
      '(?<word>highest|lowest) FROM (?<first>\\d{4}) in (?<n>NUM) of the (?<among>\\d+) forces(?:, .+? among them)?',
    ),
    check: atExtreme,
  },
  // One's own place.
  {
    pattern: re(
      `Of the (?<group>NUM) (?:police )?forces (?:in England and Wales where officers rose in number|that grew), (?<own>[^,]+) had the ${place} percentage (?<way>rise|increase)`,
    ),
    check: rank,
  },
  {
    pattern: re(
      `${place} percentage (?<way>rise|fall|increase|decrease)\\b(?: in (?:police )?officers)?(?: of (?:any force|any of the (?<among>\\d+) forces|(?:the )?(?<group>NUM)(?: forces)?(?: in England and Wales)? that grew|(?:the )?\\d+ forces))?(?:.*?, behind only (?<names>[^.]+))?`,
    ),
    check: rank,
  },
  {
    pattern: re(
      `percentage (?<way>rise|fall)(?: at .+?)? was the ${place} of the (?<among>\\d+) forces(?:, behind only (?<names>[^.]+))?`,
    ),
    check: rank,
  },
  {
    pattern: re(
      `(?:Among the (?<among>\\d+) forces in England and Wales, that was )?the ${place} (?<way>rise|fall) in percentage terms`,
    ),
    check: rank,
  },
  {
    pattern: re(
      `(?<=(?:rise|fall) by \\S+(?: per cent)?, )${place} (?:(?<way>rise|fall) of (?<among>\\d+) forces|of (?<group>NUM) (?<way2>rises|falls))`,
    ),
    check: (g, c, at) => rank({ ...g, way: g['way'] ?? g['way2'] }, c, at),
  },
  {
    pattern: /Only (?<names>[^.]+?) had a bigger percentage (?<way>rise|fall)(?: in officers than (?<own>[^,.]+))?/,
    check: ahead,
  },
  { pattern: /Only (?<names>[^.]+?) (?<way>grew|shrank) faster than (?<own>[^,.]+)/, check: ahead },
  {
    pattern:
      /No force in England and Wales has had a bigger percentage (?<way>rise|fall) in officers than (?<own>[^,.]+)(?:, bar (?<names>[^.]+))?/,
    check: ahead,
  },
  // Beside the whole.
  {
    pattern: /a (?<size>bigger|smaller) percentage (?<way>rise|fall) than in England and Wales as a whole/,
    check: beside('area'),
  },
  { pattern: /, a (?<size>bigger|smaller) (?<way>rise|fall) in percentage terms/, check: beside('nation') },
  {
    pattern: /The (?<way>rise|fall) compares with a (?<size>bigger|smaller) one in percentage terms/,
    check: beside('nation'),
  },
]

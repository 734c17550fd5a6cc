import { nation } from '../workforce.ts'
import {
  areasIn,
  beginsSeries,
  extremeIn,
  isLocal,
  isNumber,
  nth,
  num,
  type Reader,
  sameSet,
  seriesFrom,
  wayIn,
} from './reader.ts'

const lead = 'officers'
const re = (text: string): RegExp =>
  new RegExp(text.replaceAll('NUM', num).replaceAll('FROM', seriesFrom).replaceAll('NTH', nth))
const place = '(?<place>(?<joint>joint )?(?:(?<n>NTH) )?(?<word>biggest|largest|smallest))'

/** The place of the draft's own area among those that moved the same way, by per cent. */
const rank: Reader['check'] = (g, c) => {
  const way = wayIn(g['way'])
  const end = g['word'] === 'smallest' ? 'small' : 'large'
  const is = c.reckon.rank(lead, c.area, c.period, 'percent', way, end)
  if (!is.inGroup) return [`${c.area} did not go ${way}`]
  return [
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
  const way = wayIn(g['way'] ?? (g['faster'] === undefined ? undefined : 'grew'))
  const is = c.reckon.rank(lead, c.area, c.period, 'percent', way, 'large')
  if (!is.inGroup) return [`${c.area} did not go ${way}`]
  const own =
    g['own'] === undefined ? c.area : /^the (?:force|Met)$/.test(g['own']) ? c.area : areasIn(g['own'], c)?.[0]
  return [
    own !== c.area && `speaks of ${g['own']}`,
    !sameSet(g['names'] === undefined ? [] : areasIn(g['names'], c), is.ahead) &&
      `names ${g['names']}; ahead are ${is.ahead.join(', ')}`,
  ]
}

/** The areas that are at their extreme of the series: how many, and whether this one is. */
const atExtreme: Reader['check'] = (g, c) => {
  const extreme = extremeIn(g['word'] ?? g['word2'])
  const at = c.reckon.atExtreme(lead, c.period, extreme)
  const outside = /though not this one|Elsewhere|Unlike|is not one of them/.test(c.sentence)
  const inside = /is one of|among them/.test(c.sentence)
  return [
    isNumber(g['n'], at.length, `forces at their ${extreme}`),
    isNumber(g['among'], c.data.areas.length, 'forces'),
    beginsSeries(c, g['first'] ?? g['first2']),
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

export const forces: Reader[] = [
  {
    pattern: re(
      '(?:(?:In|in) all, )?(?<n>NUM)(?: of the (?<among>\\d+))? forces(?:, (?:out )?of \\d+)?.*?(?:(?<word>highest|lowest) FROM (?<first>\\d{4})|(?<word2>more|fewer) (?:police )?officers than at the same point in any year since at least (?<first2>\\d{4}))(?:; .* is not one of them)?',
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
  { pattern: /Only (?<names>[^.]+?) grew (?<faster>faster) than (?<own>[^,.]+)/, check: ahead },
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

import { percentText } from '../printed.ts'
import {
  beginsSeries,
  type Context,
  extremeIn,
  from,
  isAt,
  isNumber,
  measureAt,
  named,
  notBeyond,
  nth,
  num,
  type Reader,
  seriesFrom,
  wayIn,
} from './reader.ts'

const lead = 'officers'
const before =
  '(?<before>,? to (?<end>NUM) in March (?<year>\\d{4})|,? (?:that took|taking) the number to (?<end2>NUM) in March (?<year2>\\d{4})| before that, to (?<end3>NUM) in March (?<year3>\\d{4}))?'.replaceAll(
    'NUM',
    num,
  )
const then = (word: string): RegExp =>
  new RegExp(
    word.replaceAll('NUM', num).replaceAll('FROM', seriesFrom).replaceAll('NTH', nth).replace('BEFORE', before),
  )

/** A run that ends now, or one that ended at the period that is named. */
const run: Reader['check'] = (g, c) => {
  const end = g['year'] ?? g['year2'] ?? g['year3']
  const way = wayIn(g['way'])
  const length = c.reckon.run(lead, c.area, end ?? c.period, way)
  const start = String(Number(end ?? c.period) - length)
  return [
    isNumber(g['n'], length, `moves ${way} in a row to ${end ?? c.period}`),
    g['since'] !== undefined && g['since'] !== start && `they began in ${start}`,
    g['there'] !== undefined && isAt(c, g['there'], lead, start),
    end === undefined && percentSince(c, start),
    end !== undefined && isAt(c, g['end'] ?? g['end2'] ?? g['end3'], lead, end),
  ]
}

/** The one percentage of a sentence that sets now against an earlier period: null where it is right, or there is none. */
function percentSince(c: Context, year: string): string | null {
  const said = [...c.sentence.matchAll(/([\d.]+)(?: per cent|%)/g)].map((m) => m[1]!)
  const want = percentText(c.reckon.by(lead, c.area, c.period, year), c.data.h(lead, c.area, year), 'change')
  return said.every((s) => s === want) ? null : `says ${said.join(', ')} per cent, it is ${want} since ${year}`
}

/** An extreme of the series that lies at an earlier period. */
const earlier: Reader['check'] = (g, c) => {
  const extreme = extremeIn(g['word'] ?? 'highest')
  const year = g['year']!
  const others = from(c, g['first'] ?? '2007').filter((p) => p !== year)
  return [
    isAt(c, g['n'], lead, year),
    g['passed'] === undefined && percentSince(c, year),
    notBeyond(c, lead, c.area, year, others, extreme),
    g['first'] !== undefined && beginsSeries(c, g['first']),
    notBeyondNow(c.reckon.way(lead, c.area, c.period, year), extreme, g),
  ]
}
/** What is above its lowest is above it, and what has passed its highest is above that. */
function notBeyondNow(way: string, extreme: string, g: Record<string, string | undefined>): string | null {
  const want = g['passed'] !== undefined || extreme === 'lowest' ? 'up' : 'down'
  return way === want ? null : `went ${way} since ${g['year']}`
}

export const longRun: Reader[] = [
  // 2,000 in March 2015, the lowest in …: an earlier extreme, in the several ways it is told.
  {
    pattern: then(
      '(?:(?:still has [\\d.]+(?: per cent|%) fewer officers )?than in|[Ss]ince) March (?<year>\\d{4}),? when (?:there were|it was|it stood at|the number stood at|the number was) (?<n>NUM),? (?:and was )?(?:officers, )?the (?<word>highest|lowest)(?: number)? FROM (?<first>\\d{4})',
    ),
    check: earlier,
  },
  {
    pattern: then(
      'than in March (?<year>\\d{4}),? when the number was at its (?<word>highest|lowest) FROM (?<first>\\d{4}), (?<n>NUM)',
    ),
    check: earlier,
  },
  {
    pattern: then('The (?<word>highest|lowest) number FROM (?<first>\\d{4}) was (?<n>NUM), in March (?<year>\\d{4})'),
    check: earlier,
  },
  {
    pattern: then(
      '(?:still [\\d.]+(?: per cent|%) below )?the (?<n>NUM) of March (?<year>\\d{4}), the (?<word>highest|lowest)(?: number)? FROM (?<first>\\d{4})',
    ),
    check: earlier,
  },
  {
    pattern: then(
      'stood at (?<n>NUM) in March (?<year>\\d{4}), the (?<word>highest|lowest)(?: number)? FROM (?<first>\\d{4})',
    ),
    check: earlier,
  },
  {
    pattern: then('from its (?<word>highest|lowest) FROM (?<first>\\d{4}), (?<n>NUM) in March (?<year>\\d{4})'),
    check: earlier,
  },
  { pattern: then('(?:above|below) its (?<word>highest|lowest), (?<n>NUM) in March (?<year>\\d{4})'), check: earlier },
  // What was the highest until now: it was passed this year, not before.
  {
    pattern: then(
      '(?<passed>passed|passing|overtaken|exceeds) (?:its previous highest(?: in the figures)?, |its earlier high of |the )(?<n>NUM)(?: in|, reached in| of) March (?<year>\\d{4})(?:, until now the highest in the figures)?',
    ),
    check: (g, c, at) => [
      ...earlier(g, c, at),
      c.data.h(lead, c.area, c.data.before(c.period)!) > c.data.h(lead, c.area, g['year']!) &&
        'it was passed in an earlier year',
    ],
  },
  {
    pattern: then(
      '(?<way>risen|fallen|rose|fell) for (?:the )?(?<n>NUM|NTH) years? (?:in a row|running)(?:, from (?<there>NUM) in March (?<since>\\d{4})|(?= from its \\w+ FROM \\d{4}, NUM in March (?<since2>\\d{4}))|BEFORE)',
    ),
    check: (g, c, at) => run({ ...g, since: g['since'] ?? g['since2'] }, c, at),
  },
  { pattern: then('gone (?<way>up|down) (?<n>NUM) years running'), check: run },
  {
    pattern: then(
      '(?:gone )?(?<way>up|down|rise|fall) in each of the (?<n>NUM) years since(?: March (?<since>\\d{4}), when (?:there were|it was) (?<there>NUM))?',
    ),
    check: run,
  },
  { pattern: then('the (?<n>NTH) annual (?<way>rise|fall) in a row(?!BEFORE)'), check: run },
  { pattern: then('the (?<n>NTH) annual (?<way>rise|fall) in a row'), check: run },
  { pattern: then('(?<n>NUM) (?:annual|consecutive) (?<way>rises|falls)(?: in a row)?BEFORE'), check: run },
  // The first for some time: nothing of its kind lies between, and the one that is named is one.
  {
    pattern:
      /(?:(?<way>rise|fall|rose|fell|risen|fallen) for (?:the )?first time|first annual (?<way2>rise|fall)(?: in the number of officers(?: at [^.]+?| in England and Wales)?)?|had not (?<way3>risen|fallen)) since (?:the year to March )?(?<year>\d{4})/,
    check: (g, c) => {
      const way = wayIn(g['way'] ?? g['way2'] ?? g['way3'])
      const moved = (p: string) => c.reckon.by(lead, c.area, p) * (way === 'up' ? 1 : -1) > 0
      return [
        !moved(c.period) && `did not go ${way} now`,
        !moved(g['year']!) && `did not go ${way} in ${g['year']}`,
        from(c, g['year']).slice(1).some(moved) && `went ${way} in between`,
      ]
    },
  },
  {
    pattern: then('(?<way>rose|fell) for the first time FROM (?<first>\\d{4})'),
    check: (g, c) => {
      const moved = (p: string) => c.reckon.by(lead, c.area, p) * (wayIn(g['way']) === 'up' ? 1 : -1) > 0
      return [
        beginsSeries(c, g['first']),
        !moved(c.period) && 'did not move so',
        from(c, g['first']).slice(1).some(moved) && 'moved so before',
      ]
    },
  },
  // Still short of an earlier year; "risen again" needs a rise before this one.
  {
    pattern:
      /(?:risen again but is )?(?:still (?:has )?(?:fewer|short|[\d.]+(?: per cent|%) fewer)(?: (?:police )?officers)?(?: of its level in| than in)|stay below) (?:March )?(?<year>\d{4})/,
    check: (g, c) => [
      c.reckon.way(lead, c.area, c.period, g['year']!) !== 'down' && `is not below ${g['year']}`,
      /risen again|[Dd]espite (?:a )?rise|rise but|more officers than a year earlier but/.test(c.sentence) &&
        c.reckon.way(lead, c.area, c.period) !== 'up' &&
        'did not rise',
      /risen again/.test(c.sentence) &&
        c.reckon.run(lead, c.area, c.period, 'up') < 2 &&
        'says it rose again, and the year before it did not rise',
    ],
  },
  // The highest or lowest of a series that ends now, last: the earlier ones have taken theirs.
  {
    pattern: then('both the (?<word>highest|lowest) FROM (?<first>\\d{4})'),
    check: (g, c, at) =>
      named(c, at)
        .slice(-2)
        .map((m) => notBeyond(c, m, c.area, c.period, from(c, g['first']), extremeIn(g['word']))),
  },
  {
    pattern: then(
      '(?<joint>joint )?(?<word>highest|lowest|largest|smallest|most|fewest)(?: number| level| police officers| officers| of)* FROM (?<first>\\d{4})',
    ),
    check: (g, c, at) => [
      beginsSeries(c, g['first']),
      notBeyond(
        c,
        measureAt(c, at),
        c.area,
        c.period,
        from(c, g['first']),
        extremeIn(g['word']),
        g['joint'] !== undefined,
      ),
    ],
  },
  {
    pattern:
      /(?<word>more|fewer) (?:police )?officers(?: at [^,.]+?| in England and Wales)? than (?:at the same point )?in any year since at least (?<first>\d{4})/,
    check: (g, c) => [
      beginsSeries(c, g['first']),
      notBeyond(c, lead, c.area, c.period, from(c, g['first']), extremeIn(g['word'])),
    ],
  },
  {
    pattern:
      /(?:(?<word>highest|lowest|most|fewest)(?: level| number| police officers)*|(?<word2>more|fewer) (?:police )?officers(?: at [^,.]+?| in England and Wales)? than (?:at the same point )?in any year) since (?<year>\d{4})/,
    check: (g, c, at) => {
      const extreme = extremeIn(g['word'] ?? g['word2'])
      const measure = measureAt(c, at)
      const between = from(c, g['year']).slice(1)
      const then = c.reckon.way(measure, c.area, c.period, g['year']!)
      return [
        notBeyond(c, measure, c.area, c.period, between, extreme),
        between.length < 3 && 'fewer than three years lie between',
        then !== (extreme === 'highest' ? 'down' : 'up') && `${g['year']} was not more extreme`,
      ]
    },
  },
]

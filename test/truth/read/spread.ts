import { areasIn, type Context, isAt, isLocal, isNumber, lead, type Reader, re, sameSet, wayIn } from './reader.ts'

/** Those that went one way, however little: “only” and “all” are of the table and not of its print. */
const went = (c: Context, word: string | undefined): string[] =>
  c.reckon.keys().filter((a) => c.reckon.by(lead, a, c.period) * (wayIn(word) === 'up' ? 1 : -1) > 0)

/** Few that went one way: how many, and that this one did. */
const few: Reader['check'] = (g, c) => {
  const word = /\b(?:gain|gained|gaining|rose|risen|more|lose|lost|losing|fell|fallen|fewer)\b/.exec(c.sentence)?.[0]
  const group = went(c, word)
  return [
    isNumber(g['n'] ?? 'one', group.length, `forces that went ${wayIn(word)}`),
    isLocal(c) && !group.includes(c.area) && 'this one did not',
    isNumber(g['among'], c.data.areas.length, 'forces'),
  ]
}

/** `Kent (13%), Essex (2%)` as names and percentages. */
const listed = (text: string): string =>
  text.replaceAll(/ \((?:up |down )?[\d.]+(?:%| per cent)\)/g, '').replace(/, $/, '')

const top: Reader['check'] = (g, c) => {
  const order = c.reckon.sorted(lead, c.period, 'percent', wayIn(g['way']), 'large').slice(0, 3)
  const names = areasIn(listed(g['names']!), c)
  return [
    JSON.stringify(names) !== JSON.stringify(order) && `names ${names?.join(', ')}, the table has ${order.join(', ')}`,
  ]
}

const list = '(?<names>(?:(?:the )?[A-Z][^()]*\\([\\d.]+(?:%| per cent)\\)(?:, | and )?)+)'

export const spread: Reader[] = [
  // How many went which way.
  {
    pattern: re(
      'Only (?<n>NUM) of the (?<among>\\d+) forces ha(?:s|ve) (?<way>more|fewer) officers than a year earlier(?:: (?<names>.+?))?(?=\\.$)',
    ),
    check: (g, c) => [
      isNumber(g['n'], went(c, g['way']).length, 'forces'),
      isNumber(g['among'], c.data.areas.length, 'forces'),
      g['names'] !== undefined && !sameSet(areasIn(listed(g['names']), c), went(c, g['way'])) && `names ${g['names']}`,
    ],
  },
  {
    pattern: re('(?:one of only|among just|as at only|Only) (?<n>NUM) (?:police )?forces(?:.*among them)?'),
    check: few,
  },
  {
    pattern:
      /the only (?:police )?force\b(?! with| other)|the only (?:police )?force in England and Wales with|alone among (?<among>\d+) forces/,
    check: few,
  },
  {
    pattern:
      /(?:(?<names>[A-Zt][^.]+?) was the only other force to|The only other force with) (?<way>grow|shrink|more|fewer)(?: officers was (?<names2>[^.]+))?/,
    check: (g, c) => [
      !sameSet([...(areasIn(g['names'] ?? g['names2'] ?? '', c) ?? []), c.area], went(c, g['way'])) &&
        `names ${g['names'] ?? g['names2']}; they are ${went(c, g['way']).join(', ')}`,
    ],
  },
  {
    pattern:
      /(?:Only (?<names>[^.]+?) had|The only forces? with) (?<way>more|fewer) (?:police )?officers than a year earlier(?: (?<be>was|were) (?<names2>[^.]+))?/,
    check: (g, c) => {
      const group = went(c, g['way'])
      const plural = /only forces/.test(c.sentence)
      return [
        !sameSet(areasIn(g['names'] ?? g['names2'] ?? '', c), group) &&
          `names ${g['names'] ?? g['names2']}; they are ${group.join(', ')}`,
        g['be'] !== undefined && plural !== group.length > 1 && 'has its number wrong',
      ]
    },
  },
  {
    pattern: re(
      'rose at (?<up>NUM) of the (?<among>\\d+) forces and fell at (?<down>NUM)(?:,? and barely changed at (?<flat>NUM))?',
    ),
    check: (g, c) => [
      isNumber(g['up'], c.reckon.went(lead, c.period, 'up').length, 'rose'),
      isNumber(g['down'], c.reckon.went(lead, c.period, 'down').length, 'fell'),
      isNumber(g['flat'] ?? '0', c.reckon.went(lead, c.period, 'flat').length, 'stayed') &&
        !(g['flat'] === undefined && c.reckon.went(lead, c.period, 'flat').length === 0) &&
        'the others are left out',
      isNumber(g['among'], c.data.areas.length, 'forces'),
    ],
  },
  {
    pattern: /(?<way>rose|fell) at all (?<n>\d+) forces/,
    check: (g, c) => [isNumber(g['n'], went(c, g['way']).length, 'forces')],
  },
  {
    pattern: re('as (?<n>NUM) of (?<among>\\d+) forces grow'),
    check: (g, c) => [
      isNumber(g['n'], c.reckon.went(lead, c.period, 'up').length, 'forces'),
      isNumber(g['among'], c.data.areas.length, 'forces'),
    ],
  },
  {
    pattern: re(`[Tt]he biggest (?:percentage )?(?<way>rise|fall)s (?:in officers )?(?:were )?at ${list}`),
    check: top,
  },
  {
    pattern: re(
      'Some (?<n>NUM) forces still have fewer officers than in March (?<year>\\d{4}), (?<names>.+?) by the most in percentage terms: its number is down by (?<by>\\S+?)(?:%| per cent) from (?<then>NUM)',
    ),
    check: (g, c) => {
      const below = c.reckon.keys().filter((a) => c.reckon.way(lead, a, c.period, g['year']!) === 'down')
      const worst = [...below].sort(
        (a, b) => c.reckon.percent(lead, a, c.period, g['year']!) - c.reckon.percent(lead, b, c.period, g['year']!),
      )[0]!
      return [
        isNumber(g['n'], below.length, 'forces'),
        !sameSet(areasIn(g['names']!, c), [worst]) && `it is ${worst}`,
        isAt(c, g['then'], lead, g['year'], worst),
      ]
    },
  },
]

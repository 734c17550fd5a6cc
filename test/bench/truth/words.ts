import { type Kind, sameCase, swaps } from './mutant.ts'

const both = (pairs: readonly (readonly [string, string])[]): Map<string, string> =>
  new Map(
    pairs.flatMap(
      ([a, b]) =>
        [
          [a, b],
          [b, a],
        ] as const,
    ),
  )
const ways = both([
  ['up', 'down'],
  ['rose', 'fell'],
  ['risen', 'fallen'],
  ['rise', 'fall'],
  ['rises', 'falls'],
  ['increase', 'decrease'],
  ['increased', 'decreased'],
  ['more', 'fewer'],
  ['higher', 'lower'],
  ['above', 'below'],
  ['grew', 'shrank'],
  ['bigger', 'smaller'],
  ['gained', 'lost'],
  ['gains', 'loses'],
  ['gain', 'lose'],
])
ways
  .set('drop', 'rise')
  .set('larger', 'smaller')
  .set('grown', 'fallen')
  .set('reduced', 'increased')
  .set('dropped', 'rose')
  .set('grow', 'shrink')
const ends = both([
  ['highest', 'lowest'],
  ['most', 'fewest'],
  ['biggest', 'smallest'],
  ['high', 'low'],
  ['largest', 'smallest'],
])

const pattern = (words: Iterable<string>): string =>
  [...words].map((w) => w.replace(/^./, (c) => `[${c}${c.toUpperCase()}]`)).join('|')
/** “More than 100” hedges, “more often” and “made up” go no way, and “in more” is no comparison. */
const wayPattern = new RegExp(
  `(?<!ma[dk]e |makes )\\b(?:${pattern(ways.keys())})\\b(?! than \\d| than a (?:third|quarter|half|fifth)| than (?:halved|doubled|half)| often| likely| or )`,
  'g',
)
const endPattern = new RegExp(
  `(?<!at )\\b(?:${pattern(ends.keys())})\\b(?! of the (?:rise|fall|increase|decrease)| common| likely)`,
  'g',
)

export const words: Kind[] = [
  {
    name: 'direction turned',
    group: 'directions',
    why: 'what went up did not go down; what print shows unchanged is said to have no direction',
    mutate: ({ text }) => swaps(text, wayPattern, ([said]) => sameCase(said!, ways.get(said!.toLowerCase())!)),
  },
  {
    name: 'extreme turned',
    group: 'rest',
    why: 'no series of more than two values is at both ends at once, and no area among 43',
    mutate: ({ text }) => swaps(text, endPattern, ([said]) => sameCase(said!, ends.get(said!.toLowerCase())!)),
  },
  {
    name: 'record where it is none',
    group: 'rest',
    why: 'the series begins later than records, or a period since was more extreme',
    mutate: ({ text, brief }) => [
      ...swaps(text, /since at least (?:March )?\d{4}(?:[/-]\d\d)?/g, () => 'since records began'),
      // Where the whole is told of in heads, its records do begin; there a period is named that was more extreme.
      ...swaps(text, /(?<=(?:highest|lowest|most|fewest)[^.]*?)since (?:March )?\d{4}(?:[/-]\d\d)?(?= |\.|$)/g, () =>
        brief.release.id === 'police-workforce' || brief.area.level !== 'whole'
          ? 'since records began'
          : 'since comparable records began',
      ),
      ...swaps(text, /in figures going back to (?:March )?\d{4}(?:[/-]\d\d)?/g, () => 'since records began'),
    ],
  },
  {
    name: 'hedge on the wrong side',
    group: 'rest',
    why: 'a value lies on one side of its round target',
    mutate: ({ text }) => [
      ...swaps(text, /\b(?:nearly|almost|close to) (?=a |one in|half|two thirds|three quarters|\d)/gi, ([said]) =>
        sameCase(said!, 'more than '),
      ),
      ...swaps(text, /\bjust under\b/gi, ([said]) => sameCase(said!, 'just over')),
      ...swaps(
        text,
        /\bjust over\b|\bmore than (?=a (?:third|quarter|fifth)|one in|half|\d)|\bover (?=a (?:third|quarter|fifth))/gi,
        ([said]) => sameCase(said!, /just/i.test(said!) ? 'just under' : 'nearly '),
      ),
    ],
  },
  {
    name: 'per cent for points',
    group: 'rest',
    why: 'a number moves by per cent, and a share by points',
    mutate: ({ text }) => [
      ...swaps(
        text,
        /(?<=(?:up|down|rose by|fell by|fall of|rise of|decrease of|increase of) [\d.]+)(?:%| per cent)/g,
        () => ' percentage points',
      ),
      ...swaps(text, /(?<=\d) percentage points?/g, () => ' per cent'),
    ],
  },
]

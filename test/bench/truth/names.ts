import { type Kind, replaced, spansOf, swaps } from './mutant.ts'

const units: readonly (readonly [RegExp, string])[] = [
  [/full-time equivalent officers(?! \()/g, 'officers by headcount'],
  [/full-time equivalent police officers/g, 'police officers by headcount'],
  [/counted by heads/g, 'counted as full-time equivalents'],
  [/By headcount,/g, 'In FTE terms,'],
  [/of headcount at the start/g, 'of full-time equivalent officers in post at the start'],
  [/In FTE terms,/g, 'By headcount,'],
]
const measures: readonly (readonly [string, string])[] = [
  ['constables', 'sergeants'],
  ['sergeants', 'inspectors'],
  ['police community support officers', 'special constables'],
  ['police staff', 'police community support officers'],
  ['voluntary resignations', 'normal retirements'],
  ['voluntary resignation', 'normal retirement'],
  ['normal retirement', 'medical retirement'],
  ['resigned voluntarily', 'retired'],
  ['joined', 'left'],
  ['leavers', 'joiners'],
]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const names: Kind[] = [
  {
    name: 'area swapped',
    group: 'names',
    why: 'an area that the block does not name, in a draft of another, or in a list it is not in',
    mutate: (place) =>
      spansOf(place, 'area').flatMap(({ start, end, said, ref }, i) => {
        const own = place.areas.find((a) => a.key === ref)
        const form = (['full', 'name', 'list'] as const).find((f) => own?.[f] === said || `${own?.[f]}’s` === said)
        if (own === undefined || form === undefined) return []
        const others = place.areas.filter((a) => !place.text.includes(a.name) && !place.text.includes(a.list))
        const other = others[(start * 7 + i * 13 + said.length) % others.length]!
        return [replaced(place.text, start, end, said.replace(own[form], other[form]))]
      }),
  },
  {
    name: 'name left out',
    group: 'names',
    why: '“only” names all there are',
    mutate: (place) => {
      const list =
        /(?:behind only|Only|were) ((?:[A-Z][\w-]*(?: and)? ?(?:of )?(?:the )?)+(?:, [A-Z][\w -]+?)* and [A-Z][\w ]*?)(?=[.,]| had| grew| shrank)/.exec(
          place.text,
        )
      if (!list) return []
      const inside = spansOf(place, 'area').filter((s) => s.start >= list.index && s.end <= list.index + list[0].length)
      if (inside.length < 2) return []
      const [first, second] = inside as [(typeof inside)[number], (typeof inside)[number]]
      return [replaced(place.text, first.start, second.start, '')]
    },
  },
  {
    name: 'unit',
    group: 'rest',
    why: 'heads and full-time equivalents differ in print at every force and year with part-timers; equal ones are dropped',
    mutate: ({ text }) => units.flatMap(([pattern, by]) => swaps(text, pattern, () => by)),
  },
  {
    name: 'measure swapped',
    group: 'rest',
    why: 'the figures beside it are of the other measure',
    mutate: ({ text }) => {
      if (!/\d/.test(text) && !/reason/.test(text)) return []
      return measures.flatMap(([a, b]) => [
        ...swaps(text, new RegExp(`(?<!special )(?<!police )\\b${a}\\b`, 'g'), () => b),
        ...swaps(text, new RegExp(`(?<=^|\\. )${capital(a)}\\b`, 'g'), () => capital(b)),
      ])
    },
  },
  {
    name: 'base slipped',
    group: 'rest',
    why: 'a share of leavers is not one of officers in post, and their numbers differ many times over',
    mutate: ({ text }) => [
      ...swaps(text, /of (?:the )?officers in post at the start of the year/g, () => 'of officers who left'),
      ...swaps(text, /(?<=\d of all )leavers/g, () => 'joiners'),
      ...swaps(text, /officers who left(?! after)/g, () => 'officers who joined'),
    ],
  },
]

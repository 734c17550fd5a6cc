import { cellOf } from './ground.ts'
import { type Kind, type Place, sameCase, spansOf, swaps } from './mutant.ts'

const turns: readonly (readonly [RegExp, string])[] = [
  [/\bmore came than went\b/g, 'more went than came'],
  [/\bmore went than came\b/g, 'more came than went'],
  [/\bJoiners outnumbered leavers\b/g, 'Leavers outnumbered joiners'],
  [/\bLeavers outnumbered joiners\b/g, 'Joiners outnumbered leavers'],
  [/\bmore officers joined than left\b/g, 'more officers left than joined'],
  [/\bmore officers left than joined\b/g, 'more officers joined than left'],
  [/\bjoiners outnumbered leavers\b/g, 'leavers outnumbered joiners'],
  [/\bleavers outnumbered joiners\b/g, 'joiners outnumbered leavers'],
]
const targets: readonly (readonly [RegExp, string])[] = [
  [/\bmet its target\b/g, 'missed its target'],
  [/\bto miss its target\b/g, 'to meet its target'],
  [/\bwas met(?=:)/g, 'was missed'],
  [/\bfell short by\b/g, 'exceeded it by'],
  [/\bAll but one of the\b/g, 'All of the'],
  [/\babove its recruitment target\b/g, 'below its recruitment target'],
]
const scopes: readonly (readonly [RegExp, string])[] = [
  [/\bone of only (?:two|three|four|five)\b/g, 'the only one of the'],
  [/\bthe only (?:police )?force\b/g, 'one of only two forces'],
  [/, though not (?:this one|[A-Z][\w ]+?),/g, ', including this one,'],
  [/\bEvery rank (grew|shrank) but one\b/g, 'Every rank $1 but two'],
  [/\bat all (?=\d)/g, 'at all but one of the '],
]
const same: readonly (readonly [RegExp, string])[] = [
  [/\bunchanged from\b/g, 'up by a third from'],
  [/\b(?:was|were) the same as\b/g, 'was a third higher than'],
  [/\bthe same number as\b/g, 'a third more than'],
  [/\bno change in\b/gi, 'Big rise in'],
  [/\bno change\b(?! in)/g, 'up 30%'],
  [/\bunchanged in a year\b/g, 'up by a third in a year'],
  [/\blittle changed\b(?= from)/g, 'down by a third'],
  [/\bhas barely changed\b/g, 'has risen by a third'],
]
const wholes: readonly (readonly [RegExp, string])[] = [
  [/\bjoint (?=highest|lowest)/g, ''],
  [/\bhas matched the (highest|lowest)/g, 'has gone past the $1'],
  [/\bmore than doubled\b/g, 'more than trebled'],
  [/\bmore than halved\b/g, 'more than doubled'],
]
const coverage: readonly (readonly [RegExp, string])[] = [
  [/\bexcluding transfers\b/g, 'including transfers'],
  [/\bnot counting transfers\b/g, 'counting transfers'],
  [/\b([Tt])ransfers aside\b/g, '$1ransfers included'],
  [/\bother than by transfer\b/g, 'including by transfer'],
  [/\bless than five years’ service|\bless than five years' service/g, 'less than 10 years’ service'],
  [/\bless than a year(?=['’]s service|[.,])/g, 'less than two years'],
  [/\bat the start of the year\b/g, 'at the end of the year'],
]

const each = (pairs: readonly (readonly [RegExp, string])[]): Kind['mutate'] =>
  function mutate({ text }) {
    return pairs.flatMap(([pattern, by]) =>
      swaps(text, pattern, (found) => sameCase(found[0], by.replace('$1', found[1] ?? ''))),
    )
  }

/** “Most of the rise” as “all of the rise”, where the table says that the part did not make up the whole of it. */
function allOfIt(place: Place): string[] {
  const { text, ground, spans } = place
  const cell = spans.flatMap((s) => cellOf(s.ref) ?? [])[0]
  const period = cell && ground.back(cell, 1)
  if (!cell || period === undefined) return []
  const moved = (measure: string): number =>
    ground.value({ ...cell, measure }) - ground.value({ ...cell, measure, period })
  const part = moved(cell.measure)
  const all = moved(cell.measure.endsWith('-national') ? 'officers-national' : 'officers')
  if (!(part * all > 0 && Math.abs(part) < Math.abs(all) - 1)) return []
  return swaps(text, /\bmost of the (?=fall|rise|increase)/gi, ([found]) => sameCase(found, 'all of the '))
}

/** “One of the highest shares” as the highest, where the fact says that it is not. */
const singled = (place: Place): string[] =>
  spansOf(place, 'claim').some(({ ref }) => Number(place.brief.facts[ref]?.params['rank'] ?? 0) > 1)
    ? swaps(place.text, /\bone of the (highest|lowest|largest|smallest) shares/g, ([, end]) => `the ${end} share`)
    : []

export const said: Kind[] = [
  {
    name: 'balance turned',
    group: 'directions',
    why: 'where one of two is said to be more, the two numbers differ',
    mutate: each(turns),
  },
  { name: 'target turned', group: 'rest', why: 'a target is met or it is missed', mutate: each(targets) },
  {
    name: 'how many of them',
    group: 'rest',
    why: 'one is not two, all are not all but one, and where most is said to be all the table says how much',
    mutate: (place) => [...each(scopes)(place), ...allOfIt(place)],
  },
  {
    name: 'change where there is none',
    group: 'directions',
    why: 'what prints unchanged did not move by a third',
    mutate: each(same),
  },
  {
    name: 'more than it is',
    group: 'rest',
    why: 'tied or doubled is less than what is said instead; one of the highest is checked for its rank',
    mutate: (place) => [...each(wholes)(place), ...singled(place)],
  },
  {
    name: 'coverage turned',
    group: 'rest',
    why: 'the tables count without transfers, by that band of service, over the start of the year',
    mutate: each(coverage),
  },
]

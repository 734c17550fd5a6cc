import { isRatio } from '../facts/base.ts'
import { notAgainstBefore } from '../facts/comparable.ts'
import { list } from '../prose/list.ts'
import { people } from '../prose/number.ts'
import { ordinal } from '../prose/ordinal.ts'
import { capital } from '../prose/plural.ts'
import { measureIndex, whole } from '../table/table.ts'
import { fewest } from './series.ts'
import { isSuspect, isWhole, type Subject, strongest, valueIn } from './subject.ts'
import { label, moved, nameOf, nounOf, told, unitOf, when } from './words.ts'

/** Areas set beside one another, the highest first. */
export interface Among {
  measure: number
  /** `percent`: the values are changes on the year before in per cent, 5 for 5%. */
  by: 'percent' | 'level'
  bars: readonly { area: number; value: number }[]
  /** The area picked out; null in the story of the whole. */
  own: number | null
  /** The same of the whole, where it can be set beside theirs. */
  whole: number | null
}

/** The areas as the strongest fact ranks them, of the lead where one does; null where no fact does. */
export function amongOf(subject: Subject): Among | null {
  const { desk, order, area, facts } = subject
  const { table, release } = desk
  const lead = release.leads[isWhole(subject) ? 'whole' : 'area']
  const kind = isWhole(subject) ? 'extremes' : 'rank'
  const ranks = facts.filter((f) => f.kind === kind && (f.params['by'] === 'percent' || f.params['by'] === 'level'))
  const rank = strongest(ranks, lead)
  if (rank === undefined) return null
  const measure = measureIndex(table, rank.measure)
  const by = rank.params['by'] as Among['by']
  const standing = order.standings.of(measure, by)
  if (standing.order.some((a) => isDoubted(subject, measure, a))) return null
  const bars = standing.order
    .filter((a) => !standing.small.has(a))
    .map((a) => ({ area: a, value: standing.values[a]! }))
  if (bars.length < fewest) return null
  return { measure, by, bars, own: isWhole(subject) ? null : area, whole: wholeOf(subject, measure, by, bars) }
}

/** A chart of all areas tells the values of each: none of them may be a likely fault, nor rest on one. */
function isDoubted(subject: Subject, measure: number, area: number): boolean {
  const { table } = subject.desk
  const { period } = subject.order
  if ([period, period - table.lag].some((p) => isSuspect(subject, measure, p, area))) return true
  return table.measures[measure]!.made?.of.some((part) => isDoubted(subject, part, area)) ?? false
}

function wholeOf(subject: Subject, measure: number, by: Among['by'], bars: Among['bars']): number | null {
  const { table } = subject.desk
  const { period } = subject.order
  const last = whole(table)
  const now = valueIn(subject, measure, period, last)
  if (by === 'level') {
    // A sum beside its parts would dwarf them: what may be set beside them lies among them.
    const isLike = isRatio({ table }, measure) && now <= bars[0]!.value && now >= bars.at(-1)!.value
    return isLike ? now : null
  }
  const was = valueIn(subject, measure, period - table.lag, last)
  const change = ((now - was) / was) * 100
  return Number.isFinite(change) && notAgainstBefore(table, measure, last, period) === null ? change : null
}

/** A value as it stands beside its bar. */
export const barLabel = (subject: Subject, { measure, by }: Among, value: number): string =>
  by === 'percent' ? moved(subject, value, true) : label(subject, measure, value)
/** The same in a sentence. */
const barTold = (subject: Subject, { measure, by }: Among, value: number): string =>
  by === 'percent' ? moved(subject, value) : told(subject, measure, value)

const nounsOf = ({ desk }: Subject) => desk.release.areas.noun

export function amongTitle(subject: Subject, { measure, by }: Among): string {
  const { period } = subject.order
  const name = nounOf(subject, measure)
  const each = `by ${nounsOf(subject)[0]}`
  if (by === 'level') return `${capital(name)} ${when(subject, measure, period)}, ${each}`
  const before = nameOf(subject, measure, period - subject.desk.table.lag)
  return `Change in ${name} from ${before} to ${nameOf(subject, measure, period)}, ${each}`
}

/** The areas at one end: more than one where they are level, as ranks count them. */
export function endOf(
  subject: Subject,
  among: Among,
  end: 'highest' | 'lowest',
): { areas: number[]; names: string; value: number } {
  const { bars } = among
  const { value } = end === 'highest' ? bars[0]! : bars.at(-1)!
  const areas = bars.filter((b) => b.value === value).map((b) => b.area)
  const many = () => `${people(areas.length, subject.order.press.style)} ${nounsOf(subject)[1]}`
  return { areas, names: areas.length > 3 ? many() : list(areas.map((a) => subject.desk.table.areas[a]!.list)), value }
}

/** Which place the area has, from the nearer end: `second highest`, `joint third lowest`. */
function placeOf(subject: Subject, { bars, own }: Among, value: number): string {
  const above = bars.filter((b) => b.value > value).length
  const below = bars.filter((b) => b.value < value).length
  const joint = bars.some((b) => b.area !== own && b.value === value) ? 'joint ' : ''
  const [rank, end] = above <= below ? [above + 1, 'highest'] : [below + 1, 'lowest']
  return `${joint}${rank === 1 ? '' : `${ordinal(rank, subject.order.press.style)} `}${end}`
}

export function amongAlt(subject: Subject, among: Among): string {
  const { measure, bars, own } = among
  const { table, release } = subject.desk
  const unit = among.by === 'level' ? unitOf(subject, measure) : ''
  const title = amongTitle(subject, among)
  const nouns = `${people(bars.length, subject.order.press.style)} ${nounsOf(subject)[1]}`
  const mine = bars.find((b) => b.area === own)
  const first =
    mine === undefined
      ? `There are ${nouns}`
      : `${table.areas[mine.area]!.name}, ${barTold(subject, among, mine.value)}, is the ${placeOf(subject, among, mine.value)} of ${nouns}`
  const ends = (['highest', 'lowest'] as const).flatMap((end) => {
    const { areas, names, value } = endOf(subject, among, end)
    return areas.length === 1 && areas[0] === own ? [] : [`${end}: ${names}, ${barTold(subject, among, value)}`]
  })
  const beside = among.whole === null ? [] : [`${release.areas.whole.name}: ${barTold(subject, among, among.whole)}`]
  const others = [...ends, ...beside].join('; ')
  return `Bar chart: ${title.charAt(0).toLowerCase()}${title.slice(1)}${unit && ` (${unit})`}. ${first}. ${capital(others)}.`
}

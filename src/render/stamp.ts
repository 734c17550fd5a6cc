import { countedOf } from '../diff/consequence.ts'
import { instantOf, saidInLondon } from '../london.ts'
import type { Brief } from '../prose/brief.ts'
import { partsOf } from '../table/period.ts'
import type { Issued } from './issued.ts'

/**
 * Lines that stand above copy that must not be used as it is, in every format: a rehearsal, sample data, and anything before
 * publication (STYLE rule 28). None for copy that may be used.
 */
export function stampOf(brief: Stamped, issued?: Pick<Issued, 'rehearsal'>): string[] {
  const lines: string[] = []
  if (issued?.rehearsal) lines.push('REHEARSAL, NOT FOR PUBLICATION')
  if (brief.release.status === 'sample') lines.push('SAMPLE DATA, NOT FOR PUBLICATION')
  const { embargoedUntil, release, withheld } = brief
  if (withheld ? withheld.includes('embargo') : embargoedUntil !== null || release.publishedAt === null) {
    const until = embargoedUntil === null ? null : instantOf(embargoedUntil)
    lines.push(
      `WITHHELD: EMBARGOED${until === null ? ', NO TIME OF PUBLICATION STATED' : ` UNTIL ${saidInLondon(until).toUpperCase()}`}`,
    )
  }
  return lines
}

/** What of a draft says how it must be marked. */
type Stamped = Pick<Brief, 'embargoedUntil' | 'withheld'> & {
  release: Pick<Brief['release'], 'status' | 'publishedAt'>
}

/** Where the figures are from, for the foot of every format. */
export function sourceOf(brief: Brief): string {
  const { release, period } = brief
  const { day, month, year } = partsOf(release.edition)
  const edition = release.publishedAt === null ? '' : `, published ${day} ${month} ${year}`
  const status = release.status === 'provisional' ? ' (provisional)' : ''
  return `Source: ${release.publisher}, ${release.title}${edition}${status}. Period: ${period.label}.`
}

/** That a person edited it, for editors, and where; what waits for a person is not in the copy. */
export function editsOf({ edits = [], pars }: Brief): string[] {
  const places = edits.filter((edit) => edit.held === undefined).map(({ par }) => placeName(pars, par))
  return places.length === 0 ? [] : [`Edited by a person: ${[...new Set(places)].join(', ')}.`]
}

function placeName(pars: Brief['pars'], par: number): string {
  if (par === 0) return 'headline'
  if (pars[par - 1]?.slot === 'crosshead') return 'a crosshead'
  return `paragraph ${countedOf({ pars }, par)}`
}

import { instantOf } from './london.ts'
import type { Brief, Withheld } from './prose/brief.ts'

/** Whether figures are public at an instant. No stated time means that they are not (STYLE rule 28). */
export function isOut(publishedAt: string | null, now: Date): boolean {
  const at = publishedAt === null ? null : instantOf(publishedAt)
  return at !== null && at.getTime() <= now.getTime()
}

/**
 * A draft as it may be used at an instant: the one place where an embargo is laid on a draft, or lifted. What else withholds it stays.
 * @param now the clock; null lays the embargo on whatever the time, as in drafts that are kept, which must not change with the clock
 */
export function asOf(brief: Brief, now: Date | null): Brief {
  const { publishedAt } = brief.release
  const out = now !== null && isOut(publishedAt, now)
  const others = reasonsOf(brief).filter((reason) => reason !== 'embargo')
  const withheld: Withheld[] = out ? others : [...others, 'embargo']
  return { ...brief, embargoedUntil: out ? null : publishedAt, usable: withheld.length === 0, withheld }
}

/** How what is told of a release, and is no draft, stands at an instant: for the lines that mark it. */
export function standingOf(release: Pick<Brief['release'], 'status' | 'publishedAt'>, now: Date) {
  const out = isOut(release.publishedAt, now)
  return { release, embargoedUntil: out ? null : release.publishedAt, withheld: out ? [] : ['embargo' as const] }
}

/** A draft that must not be used, for one reason more. */
export function withhold(brief: Brief, reason: Withheld): Brief {
  return { ...brief, usable: false, withheld: [...new Set([...reasonsOf(brief), reason])] }
}

/** Whether anything but the embargo keeps a draft from being used. */
export const isFit = (brief: Brief): boolean => reasonsOf(brief).every((reason) => reason === 'embargo')

/** A draft that does not say why it is withheld is never freed. */
const reasonsOf = ({ usable, withheld }: Brief): readonly Withheld[] => withheld ?? (usable ? [] : ['read-back'])

/** A draft freed before its time: somebody has given their name and a reason, and both are kept. */
export function freed(brief: Brief): Brief {
  const withheld = reasonsOf(brief).filter((reason) => reason !== 'embargo')
  return { ...brief, embargoedUntil: null, usable: withheld.length === 0, withheld }
}

/**
 * The instant from which a draft may leave: the later of the one it was made by and the one that the definition states now, so that a
 * publication that was put off holds what was made before. Null where either states none.
 */
export function freeFrom({ release }: Brief, stated: string | null): Date | null {
  const [made, now] = [release.publishedAt, stated].map((text) => (text === null ? null : instantOf(text)))
  return made == null || now == null ? null : new Date(Math.max(made.getTime(), now.getTime()))
}

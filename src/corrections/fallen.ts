import type { Brief } from '../prose/brief.ts'
import { blocksOf } from '../verify/copy-brief.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Finding } from '../verify/finding.ts'
import { readBack } from '../verify/read-back.ts'

/** What the tables say: those a draft was delivered from, where they are at hand, and those there are now. */
export interface Evidences {
  was: Evidence | null
  now: Evidence
}

/** A person may speak of any area; a draft that nobody has touched speaks of its own. */
const isOwn = ({ edits = [] }: Brief): boolean => !edits.some((edit) => edit.held === undefined)

/** A draft read back against some tables. */
export const findingsOf = (brief: Brief, evidence: Evidence): Finding[] =>
  readBack(blocksOf(brief), { area: brief.area.key, period: brief.period.id, own: isOwn(brief) }, evidence)

/**
 * The claims of a draft that do not hold on the tables of now. Where those of then are at hand, only the ones that held on them:
 * what was false, or could not be checked, before the revision is no consequence of it.
 */
export function fallenClaims(read: readonly Finding[], before: readonly Finding[] | null): Finding[] {
  if (before === null) return read.filter(({ verdict }) => verdict !== 'holds' && verdict !== 'unchecked')
  const held = (f: Finding): boolean => {
    const there = before.filter((b) => b.block === f.block && b.start === f.start && b.end === f.end)
    const same = there.filter(({ says }) => says === f.says)
    return (same.length > 0 ? same : there).some(({ verdict }) => verdict === 'holds')
  }
  return read.filter((f) => f.verdict !== 'holds' && held(f))
}

import { withhold } from './embargo.ts'
import type { Desk } from './pipeline.ts'
import type { Brief } from './prose/brief.ts'
import { blocksOf } from './verify/copy-brief.ts'
import { type Evidence, gatherEvidence } from './verify/evidence.ts'
import type { Finding } from './verify/finding.ts'
import { readBack } from './verify/read-back.ts'

const gathered = new WeakMap<Desk, Evidence>()

/** The evidence of a release that is open, gathered once for all that is read back. */
export function evidenceOf(desk: Desk): Evidence {
  const held = gathered.get(desk) ?? gatherEvidence(desk.release, desk.sheets)
  gathered.set(desk, held)
  return held
}

/**
 * Reads a draft back against the sheets before it leaves. One with a claim that does not hold, or that cannot be checked,
 * is not usable, and its notes say which sentence, which claim and what the data say.
 */
export function readOver(desk: Desk, brief: Brief): { brief: Brief; faults: Finding[] } {
  const blocks = blocksOf(brief)
  const about = { area: brief.area.key, period: brief.period.id, own: true }
  const faults = readBack(blocks, about, evidenceOf(desk)).filter((f) => f.verdict !== 'holds')
  if (faults.length === 0) return { brief, faults }
  const notes = faults.map(({ block, text, why }) => `Read back: “${blocks[block]!.text}”: “${text}”: ${why}.`)
  return { brief: withhold({ ...brief, caveats: [...brief.caveats, ...notes] }, 'read-back'), faults }
}

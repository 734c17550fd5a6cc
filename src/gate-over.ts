import type { Effects } from './effects.ts'
import { withhold } from './embargo.ts'
import { gateCaveats, isSameAgain } from './gate/caveats.ts'
import { type GateFinding, verdictOf } from './gate/finding.ts'
import { type Desk, timeOf } from './pipeline.ts'
import type { Brief } from './prose/brief.ts'

/**
 * What the gate says of the files a release was opened with, and the release by it: files that hold the shipped figures and no others
 * were published when those were. The shipped tables need no gate.
 * @param levels the desks of its levels of areas, the first one first
 */
export async function gateDesk<Levels extends readonly [Desk, ...Desk[]]>(
  levels: Levels,
  effects: Effects,
  files: Readonly<Record<string, string>>,
  period: string | undefined,
): Promise<{ gated: GateFinding[]; levels: Levels }> {
  if (Object.keys(files).length === 0) return { gated: [], levels }
  // Loaded where there is something to hold against it.
  const { gateFiles } = await import('./gate-files.ts')
  const [desk, ...others] = levels
  const releases = others.map(({ release }) => release)
  const { findings, isShipped } = await gateFiles(desk.release, effects, { files, against: {}, period }, releases, desk)
  if (!isShipped) return { gated: findings, levels }
  const publishedAt = timeOf(desk.release, desk.table, 'published')
  return { gated: findings, levels: levels.map((one) => ({ ...one, publishedAt })) as unknown as Levels }
}

/** A draft with what the gate says in its notes to editors. Where the gate is shut it is not usable. */
export function gateOver(brief: Brief, findings: readonly GateFinding[]): Brief {
  const caveats = gateCaveats(findings, brief.release.id, brief.area.key)
  if (caveats.length === 0) return brief
  const told = { ...brief, caveats: [...brief.caveats, ...caveats] }
  return isShut(findings) ? withhold(told, 'gate') : told
}

/** Whether the gate stops drafts. The shipped table over again, in whatever file, is as good as it was. */
export const isShut = (findings: readonly GateFinding[]): boolean =>
  verdictOf(findings) === 'shut' && !isSameAgain(findings)

/** What the terminal says of it, or nothing. */
export function gateNote(findings: readonly GateFinding[], release: string): string {
  if (isSameAgain(findings)) return 'The files given hold no new period and no other figure than the shipped tables.\n'
  const verdict = verdictOf(findings)
  if (verdict === 'open') return ''
  const what = verdict === 'shut' ? 'shut: no draft is usable' : 'open, with findings to look at'
  return `The gate is ${what}. The notes of each draft say why, and nib gate ${release} with the same files says more.\n`
}

import { type GateFinding, verdictOf } from './finding.ts'

/** The notes of a draft show so many. */
const most = 10

/** Whether a file is the shipped table over again: then there is nothing that its own drafts would not say. */
export function isSameAgain(findings: readonly GateFinding[]): boolean {
  const again = new Set(findings.filter((f) => f.kind === 'same-again').map((f) => f.table))
  const rest = findings.filter((f) => f.kind !== 'same-again')
  return again.size > 0 && findings.every((f) => again.has(f.table)) && verdictOf(rest) === 'open'
}

/**
 * What a draft says to editors of the file it was made from: what stops it, and what to look at. What is about the draft's own
 * area stands first.
 * @param area the key of the draft's area
 */
export function gateCaveats(findings: readonly GateFinding[], release: string, area?: string): string[] {
  if (isSameAgain(findings)) return []
  const own = (f: GateFinding) => (area !== undefined && f.areas.includes(area) ? 0 : 1)
  const stops = findings.filter((f) => f.severity === 'stop')
  const looks = findings.filter((f) => f.severity === 'look').sort((a, b) => own(a) - own(b))
  const biggest = (f: GateFinding) =>
    f.revisions === undefined
      ? ''
      : `The biggest: ${f.revisions
          .slice(0, 3)
          .map((r) => r.says)
          .join('; ')}.`
  const said = (f: GateFinding) => [f.text, biggest(f), f.todo].filter((part) => part !== '').join(' ')
  const more = (all: readonly GateFinding[]) =>
    all.length > most ? [`And ${all.length - most} more: run nib gate ${release}.`] : []
  return [
    ...stops.slice(0, most).map((f) => `Stopped at the gate: ${said(f)}`),
    ...more(stops),
    ...(stops.length > 0
      ? [`Not for use until the gate opens: nib gate ${release} with the same files says more.`]
      : []),
    ...looks.slice(0, most).map(said),
    ...more(looks),
  ]
}

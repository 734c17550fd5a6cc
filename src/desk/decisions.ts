import { blocksOf } from '../verify/copy-brief.ts'
import type { Finding } from '../verify/finding.ts'
import type { Refusal } from './pages/decide.tsx'
import type { Draft } from './session.ts'

/** The sentences that claims stand in, each once, with what is said of it. */
function sentencesOf({ brief }: Draft, findings: readonly Finding[]): Refusal['sentences'] {
  const blocks = blocksOf(brief)
  const places = [...new Set(findings.map((f) => f.block))]
  return places.map((block) => ({ text: blocks[block]!.text, findings: findings.filter((f) => f.block === block) }))
}

/**
 * Why a draft may not be approved, or not without a second look; null where it may.
 * @param sure the person says that what the data cannot check was checked
 */
export function refusalOf(draft: Draft, sure: boolean, note: string): Refusal | null {
  const { brief, reading, state } = draft
  const because = (kind: Refusal['kind'], why: string, found: readonly Finding[] = []): Refusal => ({
    kind,
    why,
    sentences: sentencesOf(draft, found),
    note,
  })
  if (reading.wrong.length > 0)
    return because('refused', 'Not approved: what the draft says is not what the data say.', reading.wrong)
  if (brief.edits?.some((edit) => edit.held !== undefined))
    return because('refused', 'Not approved: an edit waits. Keep it or let it go first.')
  if (sure) return null
  if (reading.unchecked.length > 0)
    return because('sure', 'Not approved yet: the data cannot check all that the draft says.', reading.unchecked)
  if (!state.shown.usable && brief.release.status !== 'sample')
    return because('sure', 'Not approved yet: the notes to editors say why it is not for use.')
  return null
}

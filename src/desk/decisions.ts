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
  if (reading.wrong.length > 0)
    return {
      kind: 'refused',
      why: 'Not approved: what the draft says is not what the data say.',
      sentences: sentencesOf(draft, reading.wrong),
      note,
    }
  if (brief.edits?.some((edit) => edit.held !== undefined))
    return { kind: 'refused', why: 'Not approved: an edit waits. Keep it or let it go first.', sentences: [], note }
  if (sure) return null
  if (reading.unchecked.length > 0)
    return {
      kind: 'sure',
      why: 'Not approved yet: the data cannot check all that the draft says.',
      sentences: sentencesOf(draft, reading.unchecked),
      note,
    }
  const isStamped =
    brief.release.status === 'sample' || brief.embargoedUntil !== null || brief.release.publishedAt === null
  if (!state.shown.usable && !isStamped)
    return {
      kind: 'sure',
      why: 'Not approved yet: the notes to editors say why it is not for use.',
      sentences: [],
      note,
    }
  return null
}

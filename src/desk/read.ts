import type { Shown } from '../archive/journal.ts'
import { isFit, withhold } from '../embargo.ts'
import { weightOf } from '../places.ts'
import type { Brief } from '../prose/brief.ts'
import { evidenceOf } from '../read-over.ts'
import { blocksOf } from '../verify/copy-brief.ts'
import type { Finding } from '../verify/finding.ts'
import { readBack } from '../verify/read-back.ts'
import type { Opened } from './opened.ts'

/** Of the claims of a draft: which hold, which do not, which the data cannot check. */
export interface Reading {
  holds: Finding[]
  wrong: Finding[]
  unchecked: Finding[]
}

/** A draft as it stands, read back against the tables that are open. */
export function readDraft(opened: Opened, brief: Brief): Reading {
  const place = opened.placeOf(brief.area.key)
  if (place === null) return { holds: [], wrong: [], unchecked: [] }
  // A person may speak of any area; a draft that nobody has touched speaks of its own.
  const own = !brief.edits?.some((edit) => edit.held === undefined)
  const about = { area: brief.area.key, period: brief.period.id, own }
  return readingOf(readBack(blocksOf(brief), about, evidenceOf(place.desk)))
}

/** Findings by what they come to. */
export const readingOf = (findings: readonly Finding[]): Reading => ({
  holds: findings.filter((f) => f.verdict === 'holds'),
  wrong: findings.filter((f) => f.verdict !== 'holds' && f.verdict !== 'unchecked'),
  unchecked: findings.filter((f) => f.verdict === 'unchecked'),
})

/** What a list shows of a draft, by what the read-back found of it. */
export function shownOf(
  opened: Opened,
  brief: Brief,
  { wrong, unchecked }: Omit<Reading, 'holds'> = readDraft(opened, brief),
): Shown {
  return {
    area: brief.area.name,
    headline: brief.headline.text,
    ...weightOf(brief),
    usable: isFit(brief) && wrong.length === 0 && !opened.isShut,
    wrong: wrong.length,
    unchecked: unchecked.length,
  }
}

const said = ({ text, why }: Finding, sentence: string): string => `Read back: “${sentence}”: “${text}”: ${why}.`

/** A draft as it leaves: where a person's words do not hold, it is not usable, and its notes say why. */
export function asFiled(opened: Opened, brief: Brief): Brief {
  if (!brief.edits?.length) return brief
  const { wrong, unchecked } = readDraft(opened, brief)
  const blocks = blocksOf(brief)
  const notes = [...wrong, ...unchecked].map((f) => said(f, blocks[f.block]!.text))
  const told = { ...brief, caveats: [...new Set([...brief.caveats, ...notes])] }
  return wrong.length === 0 ? told : withhold(told, 'read-back')
}

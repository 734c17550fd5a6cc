import type { Issued, Kind } from './issued.ts'

/** What a desk reads first of a version that is not the first. */
const headings: Record<Kind, string> = {
  // A first version may have a note too: who delivered it before its time, and why.
  first: 'EDITORS PLEASE NOTE',
  update: 'UPDATE',
  correction: 'CORRECTION',
  withdrawal: 'WITHDRAWN',
}

const labels: Record<Kind, string> = {
  first: '',
  update: 'Update: ',
  correction: 'Correction: ',
  withdrawal: 'Withdrawn: ',
}

/** A version's heading, and the lines beneath it. */
export interface VersionBlock {
  heading: string
  lines: string[]
}

/**
 * What stands at the head of a version (STYLE rule 29): its kind, its notes, and what becomes of the versions before it. Null
 * where there is nothing to say: a draft nobody delivered, and a first version without notes.
 */
export function versionOf(issued: Issued | undefined): VersionBlock | null {
  if (issued === undefined) return null
  const { kind, version } = issued
  // A note is one line, whatever was typed: a blank line would end the block, and ENDS the copy.
  const notes = issued.notes.map((note) => note.replace(/\s+/g, ' ').trim()).filter((note) => note !== '')
  if (kind === 'first' && notes.length === 0) return null
  return { heading: headings[kind], lines: [...notes, ...closing(kind, version)] }
}

function closing(kind: Kind, version: number): string[] {
  if (kind === 'first') return []
  if (kind === 'withdrawal') return ['This story must not be used. Where it has been used, take it down.']
  return [`This is version ${version}. It replaces every earlier version.`]
}

export const isWithdrawn = (issued: Issued | undefined): boolean => issued?.kind === 'withdrawal'

/** A headline that says which kind of version it stands over, for lists, the titles of pages and what is withdrawn. */
export const titled = (headline: string, issued: Issued | undefined): string =>
  `${issued === undefined ? '' : labels[issued.kind]}${headline}`

import type { Change } from '../../diff/change.ts'
import type { Chart } from '../../render/chart.ts'
import type { Finding } from '../../verify/finding.ts'
import type { Behind } from '../behind.ts'
import type { View } from '../listing.ts'
import type { Draft } from '../session.ts'
import type { Against } from './changes.tsx'
import type { Refusal } from './decide.tsx'
import type { Frame } from './layout.tsx'

/** A paragraph being written: what was typed, and what is told of it. */
export interface Writing {
  par: number
  text: string
  read: { findings: readonly Finding[]; holds: number } | null
}

/** What another desk did meanwhile. */
export interface Faster {
  by: string
  what: string
  at: string
  /** What differs from the version that this person saw. */
  since: readonly Change[]
}

/** What the page of a draft is made from. */
export interface DraftProps {
  frame: Frame
  view: View
  draft: Draft
  show: 'copy' | 'changes'
  changes: { list: readonly Change[]; bases: readonly Against[]; base: string | null; mode: 'inline' | 'side' }
  /** Null where they are drawn beside the page. */
  charts: readonly Chart[] | null
  mark: { name: string; told: Behind | null } | null
  writing: Writing | null
  refusal: Refusal | null
  faster: Faster | null
  said: string | undefined
}

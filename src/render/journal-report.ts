import { saidInLondon } from '../london.ts'
import type { Brief } from '../prose/brief.ts'
import { figureTree } from './figure-text.ts'
import type { Issued } from './issued.ts'

/** Where a sentence that was released came from. */
export interface Trace {
  slug: string
  draft: string
  issued: Issued
  released: { who: string; at: string; early: string | null }
  /** The number of the paragraph as a reader counts; 0 is the headline. */
  par: number
  text: string
  /** A person wrote it, in place of the engine's words. */
  edit: { by: string; at: string; was: string } | null
  rule: { name: string; hash: string | null }
  made: { at: string; run: string } | null
  run: { who: string; at: string; nib: string | null; files: Record<string, { name: string; hash: string }> } | null
  approved: { who: string; at: string } | null
  parcels: { channel: string; key: string; outcome: { at: string; tries: number; why: string | null } | null }[]
  /** The version that came in its place. */
  next: { version: number; kind: string; at: string } | null
  brief: Brief
  /** The figures of the sentence, by their ids in the brief. */
  figures: string[]
}

const when = (at: string): string => saidInLondon(new Date(at))

/** A trace for a person, down to the cells. */
export function traceText(trace: Trace): string {
  const { issued, released, edit, rule, run, approved, next } = trace
  const place = trace.par === 0 ? 'headline' : `paragraph ${trace.par}`
  const kind = issued.kind === 'first' ? '' : ` (${issued.kind})`
  const lines: [string, string][] = [
    ['released', `${when(released.at)}, by ${released.who}${released.early === null ? '' : `, before its time: ${released.early}`}`],
    ...trace.parcels.map(({ channel, key, outcome }): [string, string] => ['to', `${channel}: ${outcomeText(outcome)}; key ${key}`]),
    ['approved', approved ? `${when(approved.at)}, by ${approved.who}` : 'nobody'],
    ...(edit ? [['edited', `${when(edit.at)}, by ${edit.by}, in place of “${edit.was}”`] as [string, string]] : []),
    ['rule', `${rule.name}${rule.hash === null ? '' : `, ${rule.hash}`}`],
    ...(run ? [['made', `${when(run.at)}, by ${run.who}${run.nib === null ? '' : `, with Nib ${run.nib}`}`] as [string, string]] : []),
    ...Object.entries(run?.files ?? {}).map(([table, { name, hash }]): [string, string] => ['from', `${name} (${table}), SHA-256 ${hash}`]),
    ...(next ? [['replaced', `by version ${next.version} (${next.kind}), ${when(next.at)}`] as [string, string]] : []),
  ] // biome-ignore format: a table
  const told = lines.map(([name, text]) => `  ${name.padEnd(10)}${text}\n`).join('')
  const figures = trace.figures.map((id) => figureTree(trace.brief, id)).join('')
  return `${trace.slug}, version ${issued.version}${kind}${issued.rehearsal ? ', rehearsal' : ''}, ${place}: ${trace.text}\n${told}${figures}`
}

function outcomeText(outcome: Trace['parcels'][number]['outcome']): string {
  if (outcome === null) return 'not delivered yet'
  if (outcome.why !== null) return `not delivered, ${outcome.why}`
  return `delivered ${when(outcome.at)}${outcome.tries > 1 ? `, at try ${outcome.tries}` : ''}`
}

import type { GateFinding, GateVerdict } from './finding.ts'

/** What the gate knows of a file it has seen. */
export interface Seen {
  file: string
  /** Of the file's bytes. */
  sha256: string
  /** When these bytes were first gated, and last; ISO. */
  first: string
  last: string
  /** Its last period. */
  period: string | null
  verdict: GateVerdict
}

/** `output/<release>/gate.json`: by table, the file that was gated last. */
export interface GateState {
  schema: 'gate/1'
  release: string
  tables: Record<string, Seen>
}

/** The state as text has it; an empty one where it is not one the gate wrote: it is a memory, and nothing rests on it. */
export function readState(text: string, release: string): GateState {
  try {
    const state = JSON.parse(text) as Partial<GateState>
    if (state.schema === 'gate/1' && state.release === release && typeof state.tables === 'object' && state.tables)
      return state as GateState
  } catch {
    // Half of a file, or another's: as if there were none.
  }
  return emptyState(release)
}

export const emptyState = (release: string): GateState => ({ schema: 'gate/1', release, tables: {} })

/**
 * The file given last time, given again: known for files that are not the shipped one. Gating a file twice in a day is work, and
 * after a shut gate too; later it is a file that was not fetched.
 */
export function againFinding(table: string, sha256: string, seen: Seen | undefined, now: Date): GateFinding | null {
  if (seen === undefined || seen.sha256 !== sha256) return null
  const base = { table, areas: [], where: [{ file: seen.file }], kind: 'same-again' as const }
  const [day, time] = [seen.first.slice(0, 10), seen.first.slice(11, 16)]
  const verdict = seen.verdict === 'look' ? 'to be looked at' : seen.verdict
  if (day === now.toISOString().slice(0, 10) || seen.verdict === 'shut') {
    const text = `These are the bytes gated on ${day} at ${time} UTC, when the gate was ${verdict}.`
    return { ...base, severity: 'note', text, todo: '' }
  }
  const text = `The file given last time, given again: byte for byte the one gated on ${day}. Nothing has come since.`
  const todo = `Fetch the new file.${seen.period === null ? '' : ` To gate this one all the same, name its period: --period ${seen.period}.`}`
  return { ...base, severity: 'stop', text, todo }
}

/** The state after a gating. */
export function remember(state: GateState, table: string, now: Date, seen: Omit<Seen, 'first' | 'last'>): GateState {
  const before = state.tables[table]
  const last = now.toISOString()
  const first = before?.sha256 === seen.sha256 ? before.first : last
  return { ...state, tables: { ...state.tables, [table]: { ...seen, first, last } } }
}

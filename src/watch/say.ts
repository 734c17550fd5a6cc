import type { HeldFile } from '../archive/held.ts'
import type { DraftState } from '../archive/state.ts'
import type { Told } from '../desk/session.ts'
import { isOut } from '../embargo.ts'
import { isSameAgain } from '../gate/caveats.ts'
import type { GateFinding } from '../gate/finding.ts'
import { instantOf, saidInLondon } from '../london.ts'
import { escaped, type Problem, placed } from '../messages.ts'
import type { Desk } from '../pipeline.ts'
import type { Tried } from './opening.ts'

/** What `nib watch` prints. One line an event; what a publisher's file is called or says must not steer a terminal. */
export const line = (file: string, what: string): string => `${escaped(file)}: ${what}\n`

/** A word of a command, as a shell takes it. */
export const quoted = (text: string): string =>
  /^[\w./=:@%+,-]+$/.test(text) ? text : `'${escaped(text).replaceAll("'", "'\\''")}'`

/** A problem with its place; the file has been named. */
export function said({ place, text }: Problem, file: string): string {
  const { file: of, ...rest } = place
  const at = placed(of === undefined || of === file ? rest : place)
  return at === '' ? text : `${at}: ${text}`
}

/** When figures are public. */
export function publicLine(at: string | null, now: Date): string {
  if (at === null) return 'Public: no time is stated: every draft stays withheld; write next: into release.yaml\n'
  return `Public: ${isOut(at, now) ? 'since' : 'at'} ${saidInLondon(instantOf(at)!)}\n`
}

/** Whether drafts may be used: in a few words. */
function usableNow({ status, publishedAt }: Desk, fit: number, now: Date): string {
  if (status === 'sample') return 'none usable: sample data'
  if (publishedAt === null) return 'none usable: no time of publication is stated'
  if (!isOut(publishedAt, now)) return `none usable before ${saidInLondon(instantOf(publishedAt)!)}`
  return `${fit} usable now`
}

/** What making drafts came to. */
export function madeLine(told: Told, desk: Desk, states: readonly DraftState[], seconds: number, now: Date): string {
  const { fresh, changed, same, held } = told
  const parts = [`${fresh} new`, `${changed} changed`, `${same} as they were`]
  const waiting = held === 0 ? '' : `; ${held} with an edit that waits for a person`
  const usable = usableNow(desk, states.filter(({ shown }) => shown.usable).length, now)
  const time = `${seconds.toFixed(1)} s`
  return `${fresh + changed + same} drafts made and read back in ${time}: ${parts.join(', ')}${waiting}; ${usable}\n`
}

/** A draft with claims that do not hold, or that could not be read; null where all hold. */
export function faultLine({ shown: { area, wrong, unchecked } }: DraftState): string | null {
  const faults = wrong + unchecked
  if (faults === 0) return null
  return line(area, `read back, ${faults === 1 ? '1 claim does' : `${faults} claims do`} not hold: not usable`)
}

/** What became of a file that is some table of the release. */
export function takenLine(
  { release, options }: { release: string; options: string },
  { name, path }: HeldFile,
  tables: readonly string[],
  { opening, shut, again }: Tried,
): { text: string; isShut: boolean } {
  const given = tables.map((table) => ` --file ${quoted(`${table}=${path}`)}`).join('')
  const gate = `nib gate ${release}${given}${options}`
  const stop = tables.map((table) => shut.get(table)).find((found) => found !== undefined)
  if (stop) return { text: line(name, `SHUT: no drafts made: ${escaped(stop.text)} See ${gate}`), isShut: true }
  const mine = (opening?.opened.gated ?? []).filter((f) => tables.includes(f.table))
  return { text: line(name, letIn(mine, tables, again, gate)), isShut: false }
}

function letIn(mine: readonly GateFinding[], tables: readonly string[], again: Tried['again'], gate: string): string {
  if (tables.every((table) => again.includes(table))) return 'left out: no other figures than the shipped tables'
  const as = `taken as ${tables.join(', ')}`
  if (isSameAgain(mine)) return `${as}: no other figures than the shipped tables`
  const looks = mine.filter((f) => f.severity === 'look').length
  if (looks === 0) return `${as}: the gate is open`
  return `${as}: LOOK: ${looks} ${looks === 1 ? 'finding' : 'findings'} to look at. See ${gate}`
}

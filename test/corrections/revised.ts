import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Evidences } from '../../src/corrections/fallen.ts'
import type { Known } from '../../src/diff/causes.ts'
import { dataChanges } from '../../src/diff/data.ts'
import { type Brief, type Desk, draft, open, prepare, realEffects } from '../../src/index.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { baseKeys } from '../../src/release/measures.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const library = { data: `${root}data`, templates: `${root}templates` }
const path = `${library.data}/police-workforce/workforce.csv`
export const now = new Date('2026-01-01T09:00:00Z')
const real = realEffects()

/** The lines of the workforce CSV as it is shipped. */
export const lines = readFileSync(path, 'utf8').split('\n')

/** A cell by how its line begins (year, code, name, type, rank), and by how many full-time equivalents it is revised. */
export type Cell = [begins: string, by: number]

export const revisedLines = (cells: readonly Cell[]): string[] =>
  lines.map((line) => {
    const cell = cells.find(([begins]) => line.startsWith(begins))
    if (cell === undefined) return line
    const row = line.split(',')
    return [
      ...row.slice(0, -2),
      (Number(row.at(-2)) + cell[1]).toFixed(4),
      Number(row.at(-1)) + Math.trunc(cell[1]),
    ].join(',')
  })

/** The workforce release, of the shipped table or of one with cells revised in memory. */
export function workforce(cells: readonly Cell[] = []): Promise<Desk> {
  if (cells.length === 0) return open('police-workforce', library, real)
  const text = new TextEncoder().encode(revisedLines(cells).join('\n'))
  const effects = { ...real, readBytes: (p: string) => (p === path ? text : real.readBytes(p)) }
  return open('police-workforce', library, effects)
}

/** The draft of an area, of a period and an edition. */
export function draftOf(desk: Desk, area: string, period?: string, edition?: string): Brief {
  const index = desk.table.areas.findIndex(({ key }) => key === area)
  const isWhole = index === desk.table.areas.length - 1
  const order = prepare(desk, library, real, { edition: edition ?? (isWhole ? 'national' : 'local'), period })
  return JSON.parse(JSON.stringify(draft(desk, order, index, now))) as Brief
}

/** What there is to know of two openings of one release. */
export function between(was: Desk, is: Desk): { evidence: Evidences; known: Known } {
  return {
    evidence: { was: evidenceOf(was), now: evidenceOf(is) },
    known: {
      data: dataChanges(was.table, is.table),
      bases: (measure) => baseKeys(is.release.definition, measure),
      name: (area) => is.table.areas.find((a) => a.key === area)?.name ?? area,
      whole: is.release.areas.whole.key,
    },
  }
}

/** Of each line that is of police officers: year, code, name and full-time equivalents. A name may hold a comma. */
const officerRows = (of: readonly string[]) =>
  of.flatMap((line) => {
    const row = line.split(',')
    const [type, fte] = [row.at(-4), Number(row.at(-2))]
    return type === 'Police Officer'
      ? [{ year: Number(row[0]), code: row[1]!, name: row.slice(2, -4).join(','), fte }]
      : []
  })

/** By another road: a force's officers by year, out of the lines of the CSV; by its name or its code. */
export function officers(force: string, of: readonly string[] = lines): Map<number, number> {
  const sums = new Map<number, number>()
  for (const row of officerRows(of))
    if ([row.name, row.code].includes(force)) sums.set(row.year, (sums.get(row.year) ?? 0) + row.fte)
  return sums
}

/** By another road: each force's rise from 2022 to 2023, as a part, by its code. */
export function rises(of: readonly string[]): Map<string, number> {
  const sums = new Map<string, { 2022: number; 2023: number }>()
  for (const { year, code, fte } of officerRows(of)) {
    if (year !== 2022 && year !== 2023) continue
    const pair = sums.get(code) ?? { 2022: 0, 2023: 0 }
    pair[year] += fte
    sums.set(code, pair)
  }
  return new Map([...sums].map(([code, pair]) => [code, pair[2023] / pair[2022] - 1]))
}

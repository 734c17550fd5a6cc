import { NibError, type Problem } from '../messages.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { buildTable } from '../table/build.ts'
import type { Table } from '../table/table.ts'
import type { GateFinding } from './finding.ts'

type Sheets = Readonly<Record<string, Sheet>>

/**
 * Makes the table, or tells all that stands against it. The build stops after the first of its stages that has problems; what
 * it stopped at is set aside here, and the rest looked at too.
 * @throws NibError where the fault is the definition's, not the file's
 */
export function tryTable(release: Release, sheets: Sheets): { table: Table } | { problems: Problem[] } {
  const problems: Problem[] = []
  let [without, left] = [release, sheets]
  // Each stage once: columns, periods, rows.
  for (let stage = 0; stage < 3; stage++) {
    try {
      const table = buildTable(without, left)
      return problems.length === 0 ? { table } : { problems }
    } catch (error) {
      if (!(error instanceof NibError)) throw error
      if (error.problems.some((p) => p.code === 'bad-definition')) throw error
      problems.push(...error.problems)
      const codes = new Set(error.problems.map((p) => p.code))
      if ([...codes].every((code) => code === 'unknown-column')) without = ignoring(without, sheets)
      else if ([...codes].every((code) => code === 'bad-period')) left = withoutRows(left, error.problems)
      else return { problems }
    }
  }
  return { problems }
}

/** The release with every heading of the files left unread that it does not name. */
function ignoring(release: Release, sheets: Sheets): Release {
  const tables = Object.entries(release.definition.tables).map(([name, def]) => {
    const headings = sheets[name]!.rows.slice(0, 60).flat()
    const ignore = [...new Set([...def.ignore, ...headings.flatMap((h) => (typeof h === 'string' ? [h.trim()] : []))])]
    return [name, { ...def, ignore }] as const
  })
  return { ...release, definition: { ...release.definition, tables: Object.fromEntries(tables) } }
}

/** The sheets without the rows whose period cannot be read: each problem stands for all rows of that cell. */
function withoutRows(sheets: Sheets, problems: readonly Problem[]): Sheets {
  return Object.fromEntries(
    Object.entries(sheets).map(([name, sheet]) => {
      const cells = problems.flatMap(({ place }) => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(place.at ?? '') ?? []
        if (place.file !== sheet.file || letters === undefined) return []
        const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
        return [{ column, cell: sheet.rows[Number(row) - 1]?.[column] ?? null }]
      })
      const isBad = (row: Sheet['rows'][number]) => cells.some(({ column, cell }) => (row[column] ?? null) === cell)
      // Blank, and not taken out, so that the other rows keep their numbers. A heading is never a period.
      return [name, cells.length === 0 ? sheet : { ...sheet, rows: sheet.rows.map((row) => (isBad(row) ? [] : row)) }]
    }),
  )
}

/** What the table could not be made for, as findings. */
export function unreadable(problems: readonly Problem[], table: (file: string | undefined) => string): GateFinding[] {
  return problems.map(({ text, place }) => {
    const { row, column, ...rest } = place
    const where = { ...rest, ...(row === undefined ? {} : { rows: String(row) }), ...(column === undefined ? {} : { column: String(column) }) } // biome-ignore format: a value
    return { severity: 'stop', kind: 'unreadable', table: table(place.file), areas: [], where: [where], text, todo: '' }
  })
}

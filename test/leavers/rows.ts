import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { parse } from 'yaml'
import { type Area, nation, one } from '../truth/workforce.ts'
import { counted, files } from './measures.ts'

const root = new URL('../../data/', import.meta.url)
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const notCounted = 'British Transport Police'
const [wholeName, extrasDated] = ['England and Wales', 'As at']

/** A row, and the number a spreadsheet gives it: the header is row 1. */
interface Row {
  number: number
  cells: Record<string, string>
}
interface Sum {
  amount: number
  rows: number[]
}

/** The year in which the period of a row ends. */
function yearOf(cells: Record<string, string>): number {
  const flow = cells['Financial year']
  if (flow !== undefined) {
    const [first, last] = flow.split('/') as [string, string]
    if (String(Number(first) + 1).slice(2) !== last) throw new Error(`${flow} is no financial year`)
    return Number(first) + 1
  }
  const day = cells[extrasDated]
  if (day !== undefined) return Number(/^31 March (\d{4})$/.exec(day)![1])
  return Number(cells['As at 31 March'] ?? cells['As at 31 March...'])
}

function millionths(cell: string): number {
  const found = /^(\d+)(?:\.(\d{1,6}))?$/.exec(cell.trim())
  return found ? Number(found[1]) * one + Number((found[2] ?? '').padEnd(6, '0')) : Number.NaN
}

/** The tables, read anew: sums of whole millionths, so that no rounding of binary fractions comes in. */
export class Rows {
  readonly areas: readonly Area[]
  private readonly tables = new Map<string, readonly Row[]>()
  /** By measure, area and year. */
  private readonly sums = new Map<string, Map<string, Map<number, Sum>>>()

  constructor() {
    const list = parse(text('areas/police-forces.yaml')) as { areas: (Area & { names: string[] })[] }
    this.areas = list.areas
    const keys = new Map(list.areas.flatMap((a) => a.names.map((name) => [name, a.key] as const)))
    for (const file of Object.values(files)) {
      const { data } = Papa.parse<Record<string, string>>(text(`police-leavers/${file}`), { header: true })
      const rows = data
        .map((cells, i) => ({ number: i + 2, cells }))
        .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
      this.tables.set(file, rows)
      for (const row of rows) this.count(file, row, keys)
    }
  }

  private count(file: string, { number, cells }: Row, keys: ReadonlyMap<string, string>): void {
    const name = cells['Force Name'] ?? cells['Area']!
    if (name === notCounted) return
    const key = keys.get(name)
    if ((key === undefined) !== (name === wholeName)) throw new Error(`${file}, row ${number}: ${name} is no area`)
    const where = key === undefined ? [nation] : [key, nation]
    for (const [measure, { column, take, file: from }] of Object.entries(counted)) {
      if (from !== file || !take(cells)) continue
      for (const area of where) this.add(measure, area, yearOf(cells), millionths(cells[column]!), number)
    }
  }

  private add(measure: string, area: string, year: number, amount: number, row: number): void {
    const areas = this.sums.get(measure) ?? new Map<string, Map<number, Sum>>()
    const years = areas.get(area) ?? new Map<number, Sum>()
    const sum = years.get(year) ?? { amount: 0, rows: [] }
    sum.amount += amount
    sum.rows.push(row)
    this.sums.set(measure, areas.set(area, years.set(year, sum)))
  }

  /** In millionths, exact; NaN where the table has no row. */
  sum(measure: string, area: string, year: number): number {
    return this.sums.get(measure)?.get(area)?.get(year)?.amount ?? Number.NaN
  }

  rowsOf(measure: string, area: string, year: number): readonly number[] {
    return this.sums.get(measure)?.get(area)?.get(year)?.rows ?? []
  }

  /** The cell of a column in a row as a spreadsheet numbers them, in millionths. */
  cell(file: string, column: string, number: number): number {
    const row = this.tables.get(file)?.[number - 2]
    const cell = row?.number === number ? row.cells[column] : undefined
    return cell === undefined ? Number.NaN : millionths(cell)
  }

  /** The same with some sums of one measure moved. */
  changed(measure: string, year: number, areas: readonly string[], by: number): Rows {
    const other = structuredClone(this.sums)
    for (const area of areas) other.get(measure)!.get(area)!.get(year)!.amount += by
    return Object.assign(Object.create(this) as Rows, { sums: other })
  }
}

const release = parse(text('police-leavers/release.yaml')) as { explains: Record<string, { text: string[] }> }

/** The wordings of a definition, as the release has them. */
export const explained = (name: string): readonly string[] => release.explains[name]?.text ?? []

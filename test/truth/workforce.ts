import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { parse } from 'yaml'

/** One area as the list of areas writes it. */
export interface Area {
  key: string
  full: string
  name: string
  short: string
  list: string
}

/** A row of the table, and the number a spreadsheet gives it: the header is row 1. */
interface Row {
  number: number
  cells: Record<string, string>
}

type Filter = (worker: string, rank: string) => boolean
const officers: Filter = (worker) => worker === 'police officer'
const rankOf =
  (name: string): Filter =>
  (worker, rank) =>
    worker === 'police officer' && rank === name

const fte = 'Total (FTE)'
const headcount = 'Total (headcount)'

/** What each measure adds up, written by hand and not read from the release definition. */
export const measures: Record<string, { column: string; unit: string; take: Filter }> = {
  officers: { column: fte, unit: 'fte', take: officers },
  'officers-headcount': { column: headcount, unit: 'headcount', take: officers },
  pcsos: { column: fte, unit: 'fte', take: (w) => w === 'police community support officer' },
  specials: { column: headcount, unit: 'headcount', take: (w) => w === 'special constable' },
  staff: { column: fte, unit: 'fte', take: (w) => w === 'police staff' || w === 'designated officer' },
  workforce: {
    column: fte,
    unit: 'fte',
    take: (w) =>
      w === 'police staff' || w === 'designated officer' || w === 'police community support officer' || officers(w, ''),
  },
  constables: { column: fte, unit: 'fte', take: rankOf('constable') },
  sergeants: { column: fte, unit: 'fte', take: rankOf('sergeant') },
  inspectors: { column: fte, unit: 'fte', take: rankOf('inspector') },
  'chief-inspectors': { column: fte, unit: 'fte', take: rankOf('chief inspector') },
  superintendents: { column: fte, unit: 'fte', take: rankOf('superintendent') },
  'chief-superintendents': { column: fte, unit: 'fte', take: rankOf('chief superintendent') },
  'chief-officers': { column: fte, unit: 'fte', take: rankOf('chief officer') },
}

export const shares: Record<string, { part: string; base: string }> = {
  'constable-share': { part: 'constables', base: 'officers' },
  'officer-share': { part: 'officers', base: 'workforce' },
}

export const breakdowns: Record<string, string[]> = {
  rank: [
    'constables',
    'sergeants',
    'inspectors',
    'chief-inspectors',
    'superintendents',
    'chief-superintendents',
    'chief-officers',
  ],
  'worker-type': ['officers', 'pcsos', 'staff'],
}

/** Amounts are kept in millionths: the table has six decimals. */
export const one = 1_000_000

export const nation = 'england-and-wales'
const notCounted = 'British Transport Police'

/** The table, read anew: sums of whole millionths, so that no rounding of binary fractions comes in. */
export class Workforce {
  readonly areas: readonly Area[]
  readonly periods: readonly string[]
  private readonly rows: readonly Row[]
  private readonly sums = new Map<string, { sum: number; rows: number[] }>()

  constructor(csv: string, areas: string) {
    const list = parse(areas) as { areas: (Area & { names: string[] })[] }
    this.areas = list.areas
    const keys = new Map(list.areas.flatMap((a) => a.names.map((name) => [name, a.key] as const)))
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true })
    this.rows = data.map((cells, i) => ({ number: i + 2, cells })).filter((row) => row.cells['Force Name'])
    const periods = new Set<string>()
    for (const { number, cells } of this.rows) {
      const period = cells['As at 31 March...']!
      const name = cells['Force Name']!
      periods.add(period)
      if (name === notCounted) continue
      const area = keys.get(name)
      if (area === undefined) throw new Error(`row ${number}: ${name} is not one of the 43`)
      for (const [measure, { column, take }] of Object.entries(measures)) {
        if (!take(cells['Worker type']!.toLowerCase(), cells['Rank description']!.toLowerCase())) continue
        const amount = millionthsIn(cells[column]!)
        for (const where of [area, nation]) this.add(`${measure}@${where}@${period}`, amount, number)
      }
    }
    this.periods = [...periods].sort()
  }

  private add(key: string, amount: number, row: number): void {
    const sum = this.sums.get(key) ?? { sum: 0, rows: [] }
    sum.sum += amount
    sum.rows.push(row)
    this.sums.set(key, sum)
  }

  /** In millionths, exact. */
  h(measure: string, area: string, period: string): number {
    return this.sums.get(`${measure}@${area}@${period}`)?.sum ?? Number.NaN
  }

  rowsOf(measure: string, area: string, period: string): readonly number[] {
    return this.sums.get(`${measure}@${area}@${period}`)?.rows ?? []
  }

  /** The cell of a column in a row as a spreadsheet numbers them, in millionths. */
  cell(column: string, number: number): number {
    const row = this.rows[number - 2]
    const text = row?.number === number ? row.cells[column] : undefined
    return text === undefined ? Number.NaN : millionthsIn(text)
  }

  /** The same with some sums moved. */
  changed(by: readonly { key: string; by: number }[]): Workforce {
    const other: Workforce = Object.create(this) as Workforce
    const sums = new Map([...this.sums].map(([key, value]) => [key, { ...value }]))
    for (const change of by) sums.get(change.key)!.sum += change.by
    return Object.assign(other, { sums })
  }

  before(period: string): string | undefined {
    return this.periods[this.periods.indexOf(period) - 1]
  }

  /** The periods from the first to the one named, both included. */
  upTo(period: string): readonly string[] {
    return this.periods.slice(0, this.periods.indexOf(period) + 1)
  }
}

function millionthsIn(text: string): number {
  const found = /^(\d+)(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (!found) return Number.NaN
  return Number(found[1]) * one + Number((found[2] ?? '').padEnd(6, '0'))
}

const root = new URL('../../', import.meta.url)

/** The table that is shipped. */
export const shipped = (): Workforce =>
  new Workforce(
    readFileSync(new URL('data/police-workforce/workforce.csv', root), 'utf8'),
    readFileSync(new URL('data/areas/police-forces.yaml', root), 'utf8'),
  )

import { ByCells } from '../read/by-cells.ts'
import { label } from '../read/label.ts'
import { type CellValue, rowNumber, type Sheet } from '../read/sheet.ts'
import type { Area } from '../release/areas.ts'
import type { BaseMeasureDefinition, MeasureDefinition } from '../release/definition.ts'
import type { Release } from '../release/load.ts'
import { basesOf, cellTimes, isBase, isMeasured, type MeasureUnit, madeOf, unitOf } from '../release/measures.ts'
import { areaColumn, codeColumn, dayOf, periodColumn } from '../release/table-columns.ts'
import { unitSigns } from '../table/cell.ts'
import { numbersOf } from '../table/numbers.ts'
import { endingOn, inAYear, type Period } from '../table/period.ts'
import { makePeriod } from '../table/period-text.ts'
import { axis, columnsOf, joined } from './axis.ts'
import type { Cells } from './finding.ts'
import { rowRanges } from './rows.ts'
import { count, emptyTally, settle, type Tally } from './tally.ts'

/**
 * What the tables say, read out of the sheets a second time: it shares neither sums nor standings with the code that writes.
 * Areas are the listed ones and, last, the whole. Periods are those of the lead; other tables are joined by the day they end on.
 */
export interface Evidence {
  release: Release
  areas: readonly Area[]
  periods: readonly Period[]
  measures: Readonly<Record<string, MeasureDefinition>>
  unit(measure: string): MeasureUnit
  /** NaN where there is none: a mark is never a zero. */
  value(measure: string, area: number, period: number): number
  /** The rows below a value, for a person to look up. */
  cells(measure: string, area: number, period: number): Cells[]
  /** The first period from which the series may be compared, and whether records begin there. */
  begins(measure: string): { period: number; recordsBegin: boolean; breaks: readonly number[] }
  /** How many periods make a year. */
  lag: number
  /** How many listed areas there are at a period: some were made later, or are no more. */
  expect(period: number): number
  /** Whether there was such an area at a period. */
  isThere(area: number, period: number): boolean
  /** The area of the same name that there was at a period: Dorset before its borders moved, and after. */
  alike(area: number, period: number): number
  /** Periods from which an area is not like what it was. */
  breaks(area: number): readonly number[]
  /** What is kept between the drafts of one run, by name. */
  memo<T>(name: string, make: () => T): T
}

/** What a row of a sheet is about. */
interface Row {
  area: number
  period: number
  /** Row of the sheet as it was laid out. */
  number: number
  cells: readonly CellValue[]
}

/** Reads a release's sheets for checking finished copy. Sheets were checked when the table was built. */
export function gatherEvidence(release: Release, sheets: Readonly<Record<string, Sheet>>): Evidence {
  const { definition: def } = release
  const areas = [...release.areas.listed, release.areas.whole]
  const whole = areas.length - 1
  const periods = axis(release, sheets)
  const indexByEnd = new Map(periods.map((p, i) => [p.end, i]))
  const named = new Map<string, number[]>()
  const coded = new Map<string, number>()
  for (const [i, a] of areas.entries()) {
    for (const name of [...a.names, ...(i === whole ? a.aliases : [])])
      named.set(label(name), [...(named.get(label(name)) ?? []), i])
    for (const code of [a.code ?? [], a.codes ?? []].flat()) coded.set(code, i)
  }
  /** Areas that had a name one after another are told apart by their codes; a table may have codes alone. */
  const areaOf = (name: string, code: string): number => {
    const those = named.get(label(name)) ?? []
    if (those.length > 1) return those.find((a) => coded.get(code) === a) ?? -1
    return those[0] ?? (code === name ? (coded.get(code) ?? -1) : -1)
  }
  const tallies = new Map<string, Map<string, Tally>>()
  const memos = new Map<string, unknown>()
  const memo = <T>(name: string, make: () => T): T => {
    if (!memos.has(name)) memos.set(name, make())
    return memos.get(name) as T
  }
  const at = (area: number, period: number) => area * periods.length + period
  const isThere = (area: number, period: number): boolean => {
    const { from, until } = areas[area]!
    const { id } = periods[period]!
    return (from === undefined || from <= id) && (until === undefined || id <= until)
  }

  const shape = { whole, periods: periods.length, isThere }
  const expected = periods.map((_, p) => areas.filter((_, a) => a < whole && isThere(a, p)).length)

  const rowsOf = function* (table: string): Generator<Row> {
    const { period } = def.tables[table]!
    const sheet = sheets[table]!
    const head = columnsOf(sheet, def.tables[table]!)
    const own = def.tables[table]!
    const [dated, placed] = [head.at(periodColumn(own)), head.at(areaColumn(own))]
    const code = codeColumn(own) === null ? -1 : head.at(codeColumn(own)!)
    const times = new ByCells<number>([dated])
    const places = new ByCells<number>(code < 0 ? [placed] : [placed, code])
    for (let r = head.row + 1; r < sheet.rows.length; r++) {
      const cells = sheet.rows[r]!
      const when = cells[dated] ?? null
      const where = cells[placed] ?? null
      if (when === null || where === null) continue
      const p = times.get(cells, () => {
        const one = makePeriod(when, period.kind, dayOf({ period }))
        return one === null ? -1 : (indexByEnd.get(joined(one, own, one.kind, periods[0])?.end ?? '') ?? -1)
      })
      const a = places.get(cells, () => areaOf(String(where).trim(), code < 0 ? '' : String(cells[code] ?? '').trim()))
      if (p >= 0 && a >= 0) yield { area: a, period: p, number: r, cells }
    }
  }

  const countsTowards = (table: string, measure: BaseMeasureDefinition): ((row: Row) => boolean) => {
    const { by } = def.tables[table]!
    const head = columnsOf(sheets[table]!, def.tables[table]!)
    const tests = Object.entries(measure.where).map(([name, wanted]) => ({
      column: head.at(name),
      values: new Set([wanted].flat().flatMap((v) => [v, ...(by[name]?.[v] ?? [])].map(label))),
    }))
    return ({ cells }) => tests.every(({ column, values }) => values.has(label(String(cells[column] ?? ''))))
  }

  const tally = (table: string): Map<string, Tally> => {
    const made = new Map<string, Tally>()
    const head = columnsOf(sheets[table]!, def.tables[table]!)
    const mine = Object.entries(def.measures).flatMap(([key, m]) => {
      if (!isBase(m) || m.from !== table) return []
      const one = emptyTally(areas.length * periods.length)
      made.set(key, one)
      return [
        {
          ...one,
          takes: countsTowards(table, m),
          column: head.at(m.value),
          scale: m.unit === 'percent' ? 100 : 1 / cellTimes(m),
        },
      ]
    })
    const { by, marks } = def.tables[table]!
    const numbers = numbersOf(sheets[table]!, def.tables[table]!, head.row + 1, new Set(mine.map((m) => m.column)))
    // A sign of another unit was refused when the table was built.
    const manner = { marks, numbers, signs: unitSigns }
    const kinds = new ByCells<typeof mine>(Object.keys(by).map(head.at))
    for (const row of rowsOf(table)) {
      const towards = kinds.get(row.cells, () => mine.filter((m) => m.takes(row)))
      count(row.cells, at(row.area, row.period), towards, manner)
    }
    for (const [key, one] of made) {
      const m = def.measures[key] as BaseMeasureDefinition
      const whose = def.tables[table]!.holds === 'whole' ? 'published' : def.areas.whole.made
      // What is worked out is never added up.
      const adds = whose === 'sum' && !isMeasured(m) && whole === release.areas.expect
      settle(one, shape, whose === 'published' ? whose : adds ? 'added' : 'none')
    }
    return made
  }

  const tallyOf = (key: string, { from }: BaseMeasureDefinition): Tally => {
    let held = tallies.get(from)
    if (held === undefined) {
      held = tally(from)
      tallies.set(from, held)
    }
    return held.get(key)!
  }

  const partsOf = (key: string, period: number): { op: string; of: { key: string; period: number }[] } => {
    const made = madeOf(def.measures[key]!)!
    const last = made.of.length - 1
    return {
      op: made.op,
      of: made.of.map((k, i) => ({ key: k, period: made.start && i === last ? period - 1 : period })),
    }
  }

  const value = (key: string, area: number, period: number): number => {
    const m = def.measures[key]
    if (m === undefined || period < 0 || period >= periods.length) return Number.NaN
    if (isBase(m)) return tallyOf(key, m).sums[at(area, period)]!
    const { op, of } = partsOf(key, period)
    const [first, ...others] = of.map((part) => value(part.key, area, part.period)) as [number, ...number[]]
    const times = 'rate' in m ? (m.per ?? 1) : 1
    if (op === 'divide') return others[0] === 0 ? Number.NaN : (first / others[0]!) * times
    return others.reduce((sum, one) => (op === 'add' ? sum + one : sum - one), first)
  }

  /** The rows of each area and period, found once: a claim that does not hold names its own. */
  const rowsAt = (table: string): ReadonlyMap<number, number[]> =>
    memo(`rows of ${table}`, () => {
      const found = new Map<number, number[]>()
      for (const { area, period, number } of rowsOf(table)) {
        const mine = found.get(at(area, period))
        if (mine) mine.push(number)
        else found.set(at(area, period), [number])
      }
      return found
    })

  const cells = (key: string, area: number, period: number): Cells[] => {
    const m = def.measures[key]
    if (m === undefined) return []
    if (!isBase(m)) return partsOf(key, period).of.flatMap((part) => cells(part.key, area, part.period))
    const takes = countsTowards(m.from, m)
    const adds = area === whole && def.tables[m.from]!.holds !== 'whole' && def.areas.whole.made === 'sum'
    const rows = adds
      ? [...rowsOf(m.from)].filter((row) => row.period === period && row.area < whole && takes(row))
      : (rowsAt(m.from).get(at(area, period)) ?? [])
          .map((number): Row => ({ area, period, number, cells: sheets[m.from]!.rows[number]! }))
          .filter(takes)
    if (rows.length === 0) return []
    const sheet = sheets[m.from]!
    const from = sheet.came?.blocks[sheet.came.block[rows[0]!.number]!]
    const name = from ? from.sheet : sheet.name
    const column = from?.headings[columnsOf(sheet, def.tables[m.from]!).at(m.value)] ?? m.value
    const shown = rowRanges(rows.map((row) => rowNumber(sheet, row.number)))
    return [{ file: sheet.file, ...(name === null ? {} : { sheet: name }), column, rows: shown }]
  }

  const begins = (key: string): ReturnType<Evidence['begins']> => {
    const m = def.measures[key]!
    const table = def.tables[basesOf(def, key)[0]!.from]!
    const kind = table.period
    const index = (id: string) => {
      const own = kind.within ? makePeriod(id, kind.kind, dayOf(table)) : null
      if (own !== null) return periods.findIndex((p) => p.end >= joined(own, table, own.kind, periods[0])!.end)
      return periods.findIndex((p) => (endingOn(p.end, kind.kind)?.id ?? p.id) >= id)
    }
    if (m.comparable !== undefined)
      return {
        period: index(m.comparable.from),
        recordsBegin: m.comparable.recordsBegin,
        breaks: m.comparable.breaks.map(index),
      }
    const made = partsOf(key, 0)
    const parts = made.of.map((part) => {
      const one = begins(part.key)
      return { ...one, period: one.period - part.period, breaks: one.breaks.map((b) => b - part.period) }
    })
    return {
      period: Math.max(...parts.map((p) => p.period)),
      recordsBegin: parts.every((p) => p.recordsBegin) && new Set(parts.map((p) => p.period)).size === 1,
      breaks: parts.flatMap((p) => p.breaks),
    }
  }

  return {
    release,
    areas,
    periods,
    measures: def.measures,
    unit: (key) => unitOf(def, key)!,
    value,
    cells,
    begins: (key) => {
      const held = memos.get(`begins ${key}`) ?? begins(key)
      memos.set(`begins ${key}`, held)
      return held as ReturnType<Evidence['begins']>
    },
    lag: inAYear(periods[0]?.kind ?? 'day'),
    expect: (p) => expected[p]!,
    isThere,
    alike: (a, p) =>
      isThere(a, p)
        ? a
        : (areas.map((_, i) => i).find((i) => i < whole && areas[i]!.name === areas[a]!.name && isThere(i, p)) ?? a),
    breaks: (a) => (areas[a]!.breaks ?? []).map((id) => periods.findIndex((p) => p.id === id)),
    memo,
  }
}

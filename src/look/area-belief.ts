import type { CellValue } from '../read/sheet.ts'
import { counted } from '../release/measures.ts'
import { makePeriod } from '../table/period-text.ts'
import type { AreaColumns } from './area-columns.ts'
import { levelsOf, written } from './areas.ts'
import type { AreaBelief, AreaRow, Level, WholeBelief } from './belief.ts'
import { textOf } from './figure.ts'
import { nounOf } from './geography.ts'
import type { ValueColumn } from './measures.ts'
import type { PeriodFound } from './period-find.ts'
import { groupsOf, standingAmong } from './sums.ts'
import { unitOf } from './unit.ts'
import { wholeOf } from './whole.ts'

type Row = readonly CellValue[]
interface Keys {
  when: (row: Row) => string
  within: (row: Row) => string
  areaOf: (row: Row) => string
}

/** The areas, with the way from a row to its area. */
export interface AreasFound extends AreaBelief {
  /** Ids of the table's periods, oldest first: what first and last of an area are places in. */
  periods: readonly string[]
  keyOf: (row: Row) => string
  keyOfArea: (area: AreaRow) => string
  byKey: (key: string) => AreaRow | undefined
}

export function areasOf(
  rows: readonly Row[],
  columns: AreaColumns | null,
  period: PeriodFound | null,
  keys: Keys,
  values: readonly ValueColumn[],
): AreasFound {
  const ids = endsOf(rows, period, keys.when)
  const levels = columns ? levelsOf(rows, columns, ids.at, ids.latest) : []
  const names = columns?.names.map(({ column }) => column.name) ?? []
  const codes = columns?.codes.map(({ column }) => column.name) ?? []
  const byText = new Map<string, AreaRow>()
  for (const { areas } of [...levels].reverse())
    for (const area of areas)
      for (const text of [area.name, ...area.names, ...(area.code ? [area.code] : []), ...area.codes])
        byText.set(text, area)
  const keyOfArea = (area: AreaRow) => area.code ?? area.name
  const area = (row: Row): AreaRow | undefined => {
    const code = columns ? written(row, columns.codes) : ''
    return byText.get(code) ?? byText.get(columns ? written(row, columns.names) : '')
  }
  const keyOf = (row: Row) => {
    const found = area(row)
    return found ? keyOfArea(found) : ''
  }
  const byKey = (key: string) => byText.get(key)
  const found = { names, codes, levels, periods: ids.ids, why: columns?.why ?? 'no column of names or codes was found' }
  const ways = { keyOf, keyOfArea, byKey }

  const main = mainOf(levels)
  const total = levels.flatMap(({ areas }) => areas)
  if (total.length <= 1) return { ...found, ...ways, main, whole: alone(total[0]), alone: total.length === 1 }
  const value = values.find((v) => counted(unitOf(v.value, v.profile).unit)) ?? values[0]!
  const groups = groupsOf(rows, keys.within, keyOf, value.profile.column.index)
  const among = new Map<Level, ReturnType<typeof standingAmong>>()
  const stands = (row: AreaRow, level: Level) => {
    const parts = new Set(level.areas)
    const standing = among.get(level) ?? standingAmong(groups, (key) => parts.has(byKey(key)!))
    among.set(level, standing)
    return standing(keyOfArea(row), parts.size - (parts.has(row) ? 1 : 0))
  }
  const whole = wholeOf(levels, main, stands)
  return { ...found, ...ways, ...without(levels, main, whole), whole, alone: false }
}

/** The level with the most areas that is not the whole of the others. */
const mainOf = (levels: readonly Level[]): Level =>
  levels.find(({ name }) => name !== 'whole') ?? levels[0] ?? { name: 'area', noun: nounOf('area'), areas: [] }

/** The levels without the row for the whole. */
function without(levels: readonly Level[], main: Level, { row }: WholeBelief): { levels: Level[]; main: Level } {
  const left = levels
    .map((level) => ({ ...level, areas: level.areas.filter((area) => area !== row) }))
    .filter(({ areas }) => areas.length > 0)
  return { levels: left, main: left.find(({ name }) => name === main.name) ?? main }
}

const alone = (row: AreaRow | undefined): WholeBelief => ({
  name: row?.name ?? 'All areas',
  code: row?.code ?? null,
  made: row ? 'published' : 'sum',
  row: row ?? null,
  why: row ? 'it is the only area of the table' : 'no areas were found',
  check: null,
})

/** The place of each row's periods among those of the table, oldest first. */
function endsOf(rows: readonly Row[], period: PeriodFound | null, when: (row: Row) => string) {
  if (period === null) return { at: () => [], latest: 0, ids: [] as string[] }
  const { kind, day, ends } = period.belief
  const idOf = new Map<string, string>()
  const endOf = (text: string) => {
    const made = makePeriod(text, kind, day ?? ends ?? undefined)
    if (made) idOf.set(made.end, made.id)
    return made
  }
  const wide = [...period.headed].map(([index, { seen }]) => ({ index, end: endOf(seen)?.end ?? '' }))
  const texts = wide.length > 0 ? [] : [...new Set(rows.map(when))]
  const known = new Map(texts.map((text) => [text, endOf(text)?.end ?? '']))
  const all = [...new Set([...known.values(), ...wide.map(({ end }) => end)])].filter((end) => end !== '').sort()
  const place = new Map(all.map((end, i) => [end, i]))
  const at = (row: Row): number[] =>
    wide.length > 0
      ? wide
          .flatMap(({ index, end }) => (textOf(row[index]) === '' ? [] : (place.get(end) ?? [])))
          .sort((a, b) => a - b)
      : [place.get(known.get(when(row)) ?? '') ?? []].flat()
  return { at, latest: all.length - 1, ids: all.map((end) => idOf.get(end)!) }
}

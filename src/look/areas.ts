import type { CellValue } from '../read/sheet.ts'
import type { AreaColumns } from './area-columns.ts'
import type { AreaRow, Level } from './belief.ts'
import { textOf } from './figure.ts'
import { isRegionName, levelOf, nounOf, nounOfHeading } from './geography.ts'
import type { Profile } from './profile.ts'

/** A code, or two that stand for one row: `E06000061 / E06000062`. */
const beginsAsCode = /^[EWSNKJL]\d{8}\b/

/** An area as rows tell of it, with the places of its periods. */
interface Seen {
  name: string
  codes: Map<string, number>
  names: Set<string>
  said: string
  periods: Set<number>
  parents: Map<string, number>
}

/** Row → its area: what is written in the first column that is not empty. */
export const written = (row: readonly CellValue[], columns: readonly Profile[]): string => {
  for (const { column } of columns) {
    const text = textOf(row[column.index])
    if (text !== '') return text
  }
  return ''
}

/**
 * The areas of a table by level, the level with the most areas first.
 * @param periodsAt the places of a row's periods among the table's, oldest first
 */
export function levelsOf(
  rows: readonly (readonly CellValue[])[],
  columns: AreaColumns,
  periodsAt: (row: readonly CellValue[]) => readonly number[],
  latest: number,
): Level[] {
  const seen = new Map<string, Seen>()
  for (const row of rows) {
    const code = written(row, columns.codes)
    const name = columns.names.length > 0 ? written(row, columns.names) : code
    if (name === '') continue
    const said = columns.level ? textOf(row[columns.level.column.index]) : ''
    // An area whose code changed is one area, as its name says; a region and a force of one name are two.
    const key = `${name}\u0000${said}\u0000${levelOf(code || null, said, name)}`
    let area = seen.get(key)
    if (area === undefined) {
      area = { name, codes: new Map(), names: new Set(), said, periods: new Set(), parents: new Map() }
      seen.set(key, area)
    }
    const periods = periodsAt(row)
    for (const at of periods) area.periods.add(at)
    const at = periods.at(-1) ?? -1
    if (code !== '') area.codes.set(code, Math.max(at, area.codes.get(code) ?? -1))
    for (const parent of parentCells(row, columns)) area.parents.set(parent, at)
  }
  const levels = grouped(joined([...seen.values()]).map((area) => rowOf(area, latest)))
  // One heading speaks for all rows only where they are of one level, or all but the whole.
  const noun = nounOfHeading(columns.names[0]?.column.name ?? '')
  return levels.map((level, i) =>
    noun && i === 0 && ['area', 'authority'].includes(level.name) && columns.names.length === 1
      ? { ...level, noun }
      : level,
  )
}

/** An area that was renamed and kept its code is one area of two names. */
function joined(areas: readonly Seen[]): Seen[] {
  const byCode = new Map<string, Seen>()
  return areas.filter((area) => {
    for (const code of area.codes.keys()) {
      const before = byCode.get(code)
      if (before === undefined || before.said !== area.said) {
        byCode.set(code, area)
        continue
      }
      if (Math.max(...area.periods) > Math.max(...before.periods)) {
        before.names.add(before.name)
        before.name = area.name
      } else before.names.add(area.name)
      for (const at of area.periods) before.periods.add(at)
      return false
    }
    return true
  })
}

function parentCells(row: readonly CellValue[], columns: AreaColumns): string[] {
  const larger =
    columns.codes.length > 0
      ? [...columns.codes.slice(1), ...columns.parents]
      : [...columns.names.slice(1), ...columns.parents]
  return larger
    .map((p) => textOf(row[p.column.index]))
    .filter((text) => text !== '')
    .slice(0, 3)
}

function rowOf(area: Seen, latest: number): AreaRow {
  const codes = [...area.codes].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  const code = codes[0] ?? null
  const places = [...area.periods]
  const parents = [...area.parents].sort((a, b) => b[1] - a[1]).map(([parent]) => parent)
  const region = parents.find((parent) => /^E1[23]/.test(parent)) ?? parents.find((p) => p !== code && p !== area.name)
  return {
    name: area.name,
    code,
    codes: codes.slice(1),
    names: [...area.names],
    level: levelOf(code !== null && beginsAsCode.test(code) ? code : null, area.said, area.name),
    first: places.length === 0 ? 0 : Math.min(...places),
    last: places.length === 0 ? latest : Math.max(...places),
    // Inner and Outer London are parts of a region.
    parent: region?.startsWith('E13') ? 'E12000007' : (region ?? null),
  }
}

/** Nine regions among other names are regions; a force called West Midlands among forces is a force. */
function grouped(areas: readonly AreaRow[]): Level[] {
  const named = areas.filter((a) => a.level === 'area' && isRegionName(a.name))
  const areRegions = named.length >= 6
  const groups = new Map<string, AreaRow[]>()
  for (const area of areas) {
    const level = areRegions && named.includes(area) ? 'region' : area.level
    groups.set(level, [...(groups.get(level) ?? []), { ...area, level }])
  }
  return [...groups]
    .map(([name, group]): Level => ({ name, noun: nounOf(name), areas: group }))
    .sort((a, b) => b.areas.length - a.areas.length)
}

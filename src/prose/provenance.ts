import type { How } from '../facts/fact.ts'
import { isBase } from '../release/measures.ts'
import { rowsOf, sourceOf } from '../table/origin.ts'
import { at, whole } from '../table/table.ts'
import type { BriefFigure } from './brief.ts'
import type { Material, Press } from './press.ts'

/** Keeps a figure and those it is made of, with the cells at the bottom. */
export function keepFigure(press: Press, material: Material, kept: Record<string, BriefFigure>, id: string): void {
  if (id in kept) return
  const { value, unit, how } = material.figures(id)
  kept[id] = { value, unit, how: how.op === 'observation' ? cells(press, how) : how }
  const of = how.op === 'observation' || how.op === 'cells' ? [] : (how.of ?? [])
  for (const other of of) keepFigure(press, material, kept, other)
}

/** A list of rows longer than this is told by what its rows have in common: it would stand in the draft of every area. */
const longest = 2000

/** The rows behind an observation; of a whole that is added up, those of every listed area. */
function cells(press: Press, { measure, area, period }: { measure: number; area: number; period: number }): How {
  const { table } = press
  const observation = at(table, measure, area, period)
  if (area !== whole(table) || !isAddedUp(press, measure))
    return cellsAt(press, measure, period, rowsOf(table.origins, [observation]))
  let how = press.rows.get(observation)
  if (how === undefined) {
    how = cellsOfWhole(press, measure, period)
    press.rows.set(observation, how)
  }
  return how
}

/** Whether the whole is made of the areas: else it has rows of its own. */
function isAddedUp({ release, table }: Press, measure: number): boolean {
  const { definition } = table.measures[measure]!
  const { areas, tables } = release.definition
  return areas.whole.made === 'sum' && isBase(definition) && tables[definition.from]!.holds === 'areas'
}

function cellsOfWhole(press: Press, measure: number, period: number): How {
  const { table } = press
  const areas = Array.from({ length: whole(table) }, (_, area) => at(table, measure, area, period))
  const rows = rowsOf(table.origins, areas)
  const all = cellsAt(press, measure, period, rows)
  if (rows.length <= longest) return all
  const ends = rows.split(/[-,]/)
  const list = press.release.definition.areas.list
  const where = {
    measure: table.measures[measure]!.key,
    period: table.measures[measure]!.periods[period]!.id,
    areas: list,
  }
  return { ...all, rows: `${ends[0]}-${ends.at(-1)}`, where, agg: 'sum' } as How
}

function cellsAt(press: Press, measure: number, period: number, rows: string): How {
  const { file, sheet, column } = sourceOf(press.table, measure, period)
  const agg = rows.includes('-') || rows.includes(',') ? 'sum' : 'value'
  if (sheet === null) return { op: 'cells', file, column, rows, agg }
  return { op: 'cells', file, sheet, column, rows, agg }
}

import { type Problem, problem } from '../messages.ts'
import { type Came, rowNumber } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { cellTimes, isBase, isMeasured } from '../release/measures.ts'
import { placeOf, type SheetReading } from './axis.ts'
import { graver, readCell, statuses } from './cell.ts'
import { addRow, rowsOf } from './origin.ts'
import { rowKeys } from './row-key.ts'
import { at, type Table } from './table.ts'

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '')

/** Adds the rows of one sheet up into the measures made of it. `counts` are the rows of each observation. */
export function fill(
  table: Table,
  release: Release,
  reading: SheetReading,
  counts: Uint32Array,
  mostProblems: number,
  problems: Problem[],
): void {
  const { sheet, columns, name } = reading
  const def = release.definition.tables[name]!
  const keys = rowKeys(table, release, def, sheet, columns, problems)
  const mine = table.measures.flatMap(({ definition }, index) =>
    isBase(definition) && definition.from === name ? [{ definition, index }] : [],
  )
  // Which measures a row counts towards depends on its categories alone.
  const towards = new Map<
    number,
    { index: number; column: number; name: string; unit: string | null; scale: number }[]
  >()
  const first = new Map<number, number>()
  const width = sheet.rows[columns.header]!.length
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    if (problems.length >= mostProblems) return
    const row = sheet.rows[r]!
    if (isBlank(row)) continue
    const beyond = row.length <= width ? -1 : row.findIndex((cell, c) => c >= width && cell !== null && cell !== '')
    if (beyond >= 0) {
      problems.push(problem('ragged-row', placeOf(sheet, r, beyond), { seen: row[beyond], columns: width }))
      continue
    }
    const key = keys.read(row, r)
    if (key === null) continue
    const before = first.get(key.id)
    if (before !== undefined) {
      const what = [row[columns.period], row[columns.area], ...[...columns.by, ...columns.over].map((c) => row[c])]
      problems.push(
        problem(
          'duplicate-observation',
          { ...placeOf(sheet, r, columns.area) },
          { what: what.join(', '), first: before },
        ),
      )
      continue
    }
    first.set(key.id, rowNumber(sheet, r))
    if (key.area < 0) continue
    let targets = towards.get(key.category)
    if (targets === undefined) {
      const values = keys.categories(key.category)
      targets = mine
        .filter(({ definition }) =>
          Object.entries(definition.where).every(([column, wanted]) => [wanted].flat().includes(values[column]!)),
        )
        .map(({ definition, index }) => ({
          index,
          column: columns.values.get(definition.value)!,
          name: definition.value,
          unit: isMeasured(definition) ? definition.unit : null,
          scale: cellTimes(definition),
        }))
      towards.set(key.category, targets)
    }
    for (const target of targets) {
      const observation = at(table, target.index, key.area, key.period)
      const cell = row[target.column] ?? null
      const reading = readCell(cell, def.marks)
      if (reading !== null && counts[observation]! > 0 && target.unit !== null) {
        const rows = `${rowsOf(table.origins, [observation])} and ${rowNumber(sheet, r)}`
        problems.push(
          problem('not-additive', placeOf(sheet, r, target.column), { measure: target.name, unit: target.unit, rows }),
        )
        continue
      }
      if (reading === null) {
        const place = placeOf(sheet, r, target.column)
        // One cell may count towards several measures, and is one fault.
        if (!problems.some((p) => p.place.at === place.at && p.place.file === place.file))
          problems.push(problem('bad-number', place, { seen: cell, column: target.name }))
        continue
      }
      counts[observation]!++
      addRow(table.origins, observation, rowNumber(sheet, r))
      if (sheet.came) moved(table, target, key.period, sheet.came.blocks[sheet.came.block[r]!]!)
      table.flags[observation]! |= reading.flags
      table.values[observation]! += target.scale * reading.value
      // One mark among the parts spoils the sum.
      const was = counts[observation] === 1 ? reading.status : statuses[table.status[observation]!]!
      table.status[observation] = statuses.indexOf(graver(was, reading.status))
    }
  }
}

/** Of a sheet that was laid out anew: the sheet and the heading under which the publisher has the values of a period. */
function moved(
  table: Table,
  { index, column }: { index: number; column: number },
  period: number,
  from: Came['blocks'][number],
) {
  table.origins.moved.set(index * table.periods.length + period, { sheet: from.sheet, column: from.headings[column]! })
}

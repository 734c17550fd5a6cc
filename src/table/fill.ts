import { type Problem, problem } from '../messages.ts'
import { type Came, type CellValue, rowNumber } from '../read/sheet.ts'
import type { Release } from '../release/load.ts'
import { cellTimes, isBase, isMeasured } from '../release/measures.ts'
import { placeOf, type SheetReading } from './axis.ts'
import { graver, type Manner, readCell, statuses } from './cell.ts'
import { numbersOf } from './numbers.ts'
import { addRow, rowsOf } from './origin.ts'
import { type RowKey, rowKeys } from './row-key.ts'
import { at, type Table } from './table.ts'
import { tell } from './tell.ts'
import { hasPercents, lacksPercent, signsOf, unread } from './unread.ts'

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '')

/** A measure that a row counts towards, and the column of its value. */
interface Target {
  index: number
  column: number
  name: string
  unit: string | null
  scale: number
  manner: Manner
  /** Other values of the column have a percent sign. */
  percents: boolean
}

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
  const manner = { marks: def.marks, numbers: numbersOf(sheet, def, columns.header + 1, columns.values.values()) }
  const percents = (column: number) => hasPercents(sheet, columns.header + 1, column)
  // Which measures a row counts towards depends on its categories alone.
  const towards = new Map<number, Target[]>()
  const first = new Map<number, number>()
  const width = sheet.rows[columns.header]!.length
  let bad = { row: -1, columns: new Set<number>() }
  for (let r = columns.header + 1; r < sheet.rows.length; r++) {
    if (problems.length >= mostProblems) return
    const row = sheet.rows[r]!
    if (isBlank(row)) continue
    const beyond = row.length <= width ? -1 : row.findIndex((cell, c) => c >= width && cell !== null && cell !== '')
    if (beyond >= 0) {
      tell(problems, problem('ragged-row', placeOf(sheet, r, beyond), { seen: row[beyond], columns: width }))
      continue
    }
    const key = keys.read(row, r)
    if (key === null) continue
    const before = first.get(key.id)
    if (before !== undefined) {
      const what = [row[columns.period], row[columns.area], ...[...columns.by, ...columns.over].map((c) => row[c])]
      tell(
        problems,
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
          percents: definition.unit === 'percent' && percents(columns.values.get(definition.value)!),
          name: definition.value,
          unit: isMeasured(definition) ? definition.unit : null,
          scale: cellTimes(definition),
          manner: { ...manner, signs: signsOf(definition) },
        }))
      towards.set(key.category, targets)
    }
    for (const target of targets) add(target, key, row, r)
  }

  function add(target: Target, key: RowKey, row: readonly CellValue[], r: number): void {
    const observation = at(table, target.index, key.area, key.period)
    const cell = row[target.column] ?? null
    const reading = readCell(cell, target.manner)
    if (reading !== null && counts[observation]! > 0 && target.unit !== null) {
      const rows = `${rowsOf(table.origins, [observation])} and ${rowNumber(sheet, r)}`
      const what = { measure: target.name, unit: target.unit, rows }
      tell(problems, problem('not-additive', placeOf(sheet, r, target.column), what))
      return
    }
    if (reading === null || (target.percents && lacksPercent(cell, reading))) {
      // One cell may count towards several measures, and is one fault.
      const isTold = bad.row === r && bad.columns.has(target.column)
      if (bad.row !== r) bad = { row: r, columns: new Set() }
      bad.columns.add(target.column)
      const place = placeOf(sheet, r, target.column)
      if (isTold) return
      if (reading === null) tell(problems, unread(cell, target.name, target.manner, place))
      else tell(problems, problem('bad-number', place, { seen: cell, column: target.name, sign: 'none' }))
      return
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

/** Of a sheet that was laid out anew: the sheet and the heading under which the publisher has the values of a period. */
function moved(
  table: Table,
  { index, column }: { index: number; column: number },
  period: number,
  from: Came['blocks'][number],
) {
  table.origins.moved.set(index * table.periods.length + period, { sheet: from.sheet, column: from.headings[column]! })
}

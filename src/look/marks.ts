import type { Mark } from '../release/definition.ts'
import { waysOf } from '../table/numbers.ts'
import type { MarkBelief } from './belief.ts'
import { doubtfulMarks, isSharedMark, usualMarks } from './figure.ts'
import type { Profile } from './profile.ts'

/** Formulas in error are no marks: the cell is to be mended. */
const fault = /^#(REF|N\/A|DIV\/0|VALUE|NAME|NUM|NULL)[!?]?$/i

/** The codes of SDMX for the status of an observation; a normal one (A) says nothing. */
const statuses: Readonly<Record<string, Mark>> = {
  P: 'provisional',
  R: 'revised',
  B: 'break',
  U: 'low-reliability',
  M: 'not-available',
  L: 'not-available',
  O: 'not-available',
  Q: 'suppressed',
}
const normal = /^(a|normal|normal value|final)$/i

/** The texts of a column that holds the marks of each row's value. */
export function statusMarks(column: Profile): MarkBelief[] {
  return [...column.texts]
    .filter(([mark]) => !normal.test(mark) && !isSharedMark(mark))
    .map(([mark, count]) => {
      const means = statuses[mark] ?? usualMarks[mark] ?? null
      return { mark, count, means, check: means === null ? 'not a status that is known: say what it means' : null }
    })
}

/** The texts that stand in value columns in place of numbers. Those that all publishers share need no word. */
export function marksOf(values: readonly Profile[]): { marks: MarkBelief[]; faults: string[] } {
  const counts = new Map<string, number>()
  for (const { marks } of values) for (const [mark, n] of marks) counts.set(mark, (counts.get(mark) ?? 0) + n)
  const marks: MarkBelief[] = []
  const faults: string[] = []
  for (const [mark, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (isSharedMark(mark)) continue
    if (fault.test(mark)) {
      faults.push(
        `“${mark}” stands in ${count} ${count === 1 ? 'cell' : 'cells'}: a formula went wrong; mend the table or ask the publisher`,
      )
      continue
    }
    if (waysOf(mark, {}).length > 0) {
      faults.push(
        `“${mark}” is a number, but not as the others are written: mend it, or say under the table how all are (numbers)`,
      )
      continue
    }
    const means = Object.hasOwn(usualMarks, mark) ? usualMarks[mark]! : null
    const doubt = Object.hasOwn(doubtfulMarks, mark) ? doubtfulMarks[mark]! : null
    const check = doubt ?? (means === null ? 'not a mark that is known: say what it means' : null)
    marks.push({ mark, count, means, check })
  }
  for (const { column, numbers, percents } of values)
    if (percents > 0 && percents < numbers)
      faults.push(
        `“${column.name}”: ${percents} of ${numbers} numbers have a percent sign; give all of them the sign, or none`,
      )
  return { marks, faults }
}

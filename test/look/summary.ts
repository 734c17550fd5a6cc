import type { Looked } from '../../src/look/belief.ts'
import { lookAt } from '../../src/look/look.ts'
import { readCsv } from '../../src/read/csv.ts'
import type { CellValue, Sheet } from '../../src/read/sheet.ts'

/** What a table is, as somebody who has looked at it would write it down. Rows are as a spreadsheet numbers them. */
export interface Answer {
  sheet?: string | null
  headings: readonly [number, number]
  rows: readonly [number, number]
  area: readonly string[]
  levels: Readonly<Record<string, number>>
  whole: string
  period: string
  /** Column: its categories, and which of them was chosen as the total. */
  by?: Readonly<Record<string, string>>
  /** Key: unit; the lead first. */
  measures: Readonly<Record<string, string>>
  marks?: Readonly<Record<string, string | null>>
  ignore?: readonly string[]
}

export function summary(looked: Looked): Required<Answer> {
  const { sheet, frame, area, period, dimensions, measures, marks, ignore } = looked
  const lead = measures.filter((m) => m.role === 'lead')
  const on = period?.day ?? period?.ends
  return {
    sheet: sheet.periods?.join(', ') ?? sheet.name,
    headings: [frame.header + 1, frame.header + frame.headings],
    rows: [frame.first + 1, frame.last + 1],
    area: [...area.names, ...area.codes],
    levels: Object.fromEntries(area.levels.map((level) => [level.name, level.areas.length])),
    whole: `${area.whole.name} ${area.alone ? 'alone' : area.whole.made}`,
    period:
      period === null
        ? 'none'
        : `${period.column ?? period.in} ${period.kind}${on ? ` ${on}` : ''}${period.stock ? ' stock' : ''} ${period.from} to ${period.to}, ${period.count}`,
    by: Object.fromEntries(
      dimensions.map((d) => [
        d.name,
        `${d.categories.length}${d.measures ? ' measures' : d.total ? `, ${d.total}` : ''}`,
      ]),
    ),
    measures: Object.fromEntries(
      [...lead, ...measures.filter((m) => m.role !== 'lead')].map((m) => [
        m.key,
        m.per === null ? m.unit : `${m.unit} per ${m.per}`,
      ]),
    ),
    marks: Object.fromEntries(marks.map(({ mark, means }) => [mark, means])),
    ignore: ignore.map(({ name }) => name),
  }
}

/** An answer with what it leaves out: nothing. */
export const whole = (answer: Answer): Required<Answer> => ({ sheet: null, by: {}, marks: {}, ignore: [], ...answer })

const csv = (text: string, file = 'table.csv'): Sheet => readCsv(new TextEncoder().encode(text), file)
export const look = (text: string, file = 'table.csv'): Looked => lookAt([csv(text, file)], file)
export const sheet = (name: string, rows: readonly (readonly CellValue[])[]): Sheet => ({
  file: 'table.ods',
  name,
  rows,
  notes: [],
  formats: [],
})

/** Rows of CSV: each of the columns' values with each of the others. */
export const lines = (...rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : (cell ?? ''))).join(',')).join('\n')

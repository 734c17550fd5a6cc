import { datedNames } from '../read/dated-heading.ts'
import { findHeader } from '../read/header.ts'
import { headingsOf } from '../read/headings.ts'
import { type Came, type CellValue, isEmpty, type Sheet } from '../read/sheet.ts'
import type { Mark, TableDefinition } from '../release/definition.ts'
import { areaColumn, codeColumn, periodColumn } from '../release/table-columns.ts'
import { blocksOf, isPeriod } from './blocks.ts'
import { tableRows } from './table-rows.ts'

const text = (cell: CellValue | undefined): string => (isEmpty(cell) ? '' : String(cell).trim())

/**
 * A publisher's sheets → one sheet with a row for each area and period: what stands in columns or on sheets of its own by
 * period is put under one another, several columns of areas are made one, rows that are not wanted and notes below the table
 * are left out. A sheet that is so already is given back as it is.
 * @param sheets one, or all of the file where each sheet is a period
 */
export function layOut(sheets: readonly Sheet[], def: TableDefinition, values: readonly string[]): Sheet {
  const first = sheets[0]!
  if (isPlain(def)) return withoutNotes(first, def, values)
  if (isLaidOut(first, def, values)) return first
  const periods = new Map<string | null, string>(
    def.period.in === 'sheets'
      ? datedNames(
          sheets.flatMap((s) => s.name ?? []),
          (name) => isPeriod(name, def),
        )
      : [],
  )
  const dated = def.period.in === 'sheets' ? sheets.filter((s) => periods.has(s.name)) : [first]
  const made: Made = {
    rows: [],
    came: { rows: [], block: [], blocks: [] },
  }
  let head: string[] | null = null
  for (const sheet of dated.length > 0 ? dated : [first])
    head = addSheet(sheet, periods.get(sheet.name) ?? sheet.name, def, values, made, head)
  const came = { rows: [0, ...made.came.rows], block: [0, ...made.came.block], blocks: made.came.blocks }
  const name = def.period.in === 'sheets' ? null : first.name
  const { file, delimiter } = first
  const rows = [head ?? [], ...made.rows]
  return { file, name, rows, notes: [], formats: [], came, ...(delimiter === undefined ? {} : { delimiter }) }
}

const isPlain = (def: TableDefinition): boolean =>
  def.period.in === 'column' &&
  def.headings === 1 &&
  !Array.isArray(def.area.name) &&
  !Array.isArray(def.area.code) &&
  def.status === undefined &&
  Object.keys(def.only).length === 0

/** An extract that Nib made has been laid out before. */
function isLaidOut(sheet: Sheet, def: TableDefinition, values: readonly string[]): boolean {
  const there = new Set((sheet.rows[0] ?? []).map(text))
  // What a laid-out table has no more: a plain table may have all the other columns, and still rows that are not wanted.
  const gone = [...Object.keys(def.only).filter((name) => !Object.hasOwn(def.by, name)), def.status ?? []].flat()
  if (gone.some((name) => there.has(name))) return false
  return [areaColumn(def), codeColumn(def) ?? areaColumn(def), periodColumn(def), ...values].every((name) =>
    there.has(name),
  )
}

/** Rows as they are laid out, and where they stood. */
type Made = { rows: CellValue[][]; came: { rows: number[]; block: number[]; blocks: Came['blocks'][number][] } }

/** Adds the rows of one sheet; its columns must be those of the sheets before it. Returns the headings. */
function addSheet(
  sheet: Sheet,
  period: string | null,
  def: TableDefinition,
  values: readonly string[],
  made: Made,
  head: string[] | null,
) {
  const { row: headerRow, headings } = findHeadings(sheet, def, values)
  const names = headings.map(text)
  const at = (name: string) => names.findIndex((n) => n.toLowerCase() === name.toLowerCase())
  const areas = [def.area.name ?? []].flat().map(at)
  const codes = [def.area.code ?? []].flat().map(at)
  const only = Object.entries(def.only).map(([name, wanted]) => ({ column: at(name), wanted: new Set(wanted) }))
  const status = def.status === undefined ? -1 : at(def.status)
  const blocks = blocksOf(sheet, period, def, names, values)
  const dated = new Set(
    blocks.flatMap((b) => (b.period !== null && def.period.in === 'columns' ? [...b.values.values()] : [])),
  )
  const joined = { area: areas.length > 1, code: codes.length > 1 }
  const taken = new Set([
    ...dated,
    ...(joined.area ? areas : []),
    ...(joined.code ? codes : []),
    ...only.map((o) => o.column).filter((c) => !Object.hasOwn(def.by, names[c]!)),
    ...(status >= 0 ? [status] : []),
  ])
  const kept = names.flatMap((name, c) => (taken.has(c) || name === '' ? [] : [c]))
  const wide = def.period.in === 'columns' ? [...new Set(blocks.flatMap((b) => [...b.values.keys()]))] : []
  const extra = [
    ...(joined.area ? [areaColumn(def)] : []),
    ...(joined.code ? [codeColumn(def)!] : []),
    ...(def.period.in === 'column' ? [] : [periodColumn(def)]),
  ]
  const mine = [...kept.map((c) => names[c]!), ...extra, ...wide]
  const rows = tableRows(sheet, headerRow)
  const firstBlock = made.came.blocks.length
  for (const b of blocks) {
    const columns = [...kept, ...extra.map(() => -1), ...wide.map((name) => b.values.get(name) ?? -1)]
    made.came.blocks.push({
      sheet: sheet.name,
      columns,
      headings: columns.map((c, i) => (c < 0 ? mine[i]! : names[c]!)),
    })
  }
  const valueNames = new Set(values)
  // Columns of a later sheet in another order are put in that of the first.
  const order = head === null ? mine.map((_, i) => i) : head.map((name) => mine.indexOf(name))
  for (const r of rows) {
    const row = sheet.rows[r]!
    if (!only.every(({ column, wanted }) => column < 0 || wanted.has(text(row[column])))) continue
    const firstOf = (columns: readonly number[]) => columns.map((c) => row[c] ?? null).find((c) => !isEmpty(c)) ?? null
    const mark = status < 0 ? '' : text(row[status])
    const own = kept.map((c) => marked(row[c] ?? null, valueNames.has(names[c]!) ? mark : '', def))
    for (const [i, b] of blocks.entries()) {
      const cells = [
        ...own,
        ...(joined.area ? [firstOf(areas)] : []),
        ...(joined.code ? [firstOf(codes)] : []),
        ...(def.period.in === 'column' ? [] : [b.period]),
        ...wide.map((name) => marked(row[b.values.get(name) ?? -1] ?? null, mark, def)),
      ]
      made.rows.push(order.map((from) => (from < 0 ? null : cells[from]!)))
      made.came.rows.push(r)
      made.came.block.push(firstBlock + i)
    }
  }
  return head ?? mine
}

/**
 * A value with the mark of its row beside it, as a publisher would put it in one cell. `A` is SDMX for a value like any other; a
 * mark that nobody knows makes the cell unreadable, so that it is told.
 */
function marked(cell: CellValue, mark: string, def: TableDefinition): CellValue {
  if (mark === '' || (mark === 'A' && !Object.hasOwn(def.marks, mark))) return cell
  const is = Object.hasOwn(def.marks, mark) ? def.marks[mark]! : null
  if (is !== null && !ofValues.includes(is)) return mark
  return isEmpty(cell) ? cell : `${cell} ${mark}`
}

/** Marks of a value that is there. */
const ofValues: readonly Mark[] = ['low-reliability', 'provisional', 'revised', 'break']

/** The row of headings, or the last of several. */
function findHeadings(sheet: Sheet, def: TableDefinition, values: readonly string[]) {
  const wanted = [
    ...[def.area.name ?? []].flat(),
    ...[def.area.code ?? []].flat(),
    ...(def.period.column === undefined ? [] : [def.period.column]),
    ...Object.keys(def.by),
    ...Object.keys(def.only),
    ...(def.status === undefined ? [] : [def.status]),
    ...(def.period.in === 'columns' ? [] : values),
  ]
  const rows = sheet.rows.slice(0, 60).map((_, r) => headingsOf(sheet, r, def.headings))
  const { row } = findHeader({ ...sheet, rows }, wanted)
  return { row, headings: rows[row]! }
}

function withoutNotes(sheet: Sheet, def: TableDefinition, values: readonly string[]): Sheet {
  const end = sheet.rows.at(-1)
  // All but few files end with the table.
  if (end === undefined || end.filter((cell) => !isEmpty(cell)).length > 1) return sheet
  const { row } = findHeadings(sheet, def, values)
  const rows = tableRows(sheet, row)
  return { ...sheet, rows: sheet.rows.slice(0, (rows.at(-1) ?? row) + 1) }
}

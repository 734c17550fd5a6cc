import { fail, NibError, problem } from '../messages.ts'
import { near } from '../near.ts'
import { label } from './label.ts'
import type { CellValue, Sheet } from './sheet.ts'

export interface Header {
  /** 0-based. The table begins in the row below. */
  row: number
  /** Each wanted column, under the name it was asked for, to its 0-based place. */
  columns: Map<string, number>
  /** The other headings of the row, as they stand. */
  others: { name: string; column: number }[]
}

/** How far down a header is looked for: titles, contacts and notes above a table seldom fill more. */
const WITHIN = 60

const shown = (cell: CellValue): string => (cell === null ? '' : String(cell))

/**
 * Finds the first row that holds all the columns. Throws `duplicate-column` where one stands there twice,
 * `missing-column` for each that the closest row lacks, and `no-header` where no row has half of them.
 */
export function findHeader(sheet: Sheet, columns: readonly string[], within: number = WITHIN): Header {
  const wanted = new Map<string, string[]>()
  for (const name of new Set(columns)) wanted.set(label(name), [...(wanted.get(label(name)) ?? []), name])
  let best = -1
  let most = 0
  const last = Math.min(within, sheet.rows.length)
  for (let row = 0; row < last; row++) {
    const labels = new Set(sheet.rows[row]!.map((cell) => label(shown(cell))).filter((text) => text !== ''))
    const found = [...wanted.keys()].filter((name) => labels.has(name)).length
    if (labels.size > 0 && found === wanted.size) return header(sheet, row, wanted)
    if (found <= most) continue
    best = row
    most = found
  }
  return refuse(sheet, best, most, wanted)
}

const place = (sheet: Sheet) => (sheet.name === null ? { file: sheet.file } : { file: sheet.file, sheet: sheet.name })

function header(sheet: Sheet, row: number, wanted: ReadonlyMap<string, readonly string[]>): Header {
  const columns = new Map<string, number>()
  const others: Header['others'] = []
  const twice = new Set<string>()
  for (const [column, cell] of sheet.rows[row]!.entries()) {
    const names = wanted.get(label(shown(cell)))
    if (names === undefined && label(shown(cell)) !== '') others.push({ name: shown(cell), column })
    for (const name of names ?? []) {
      if (columns.has(name)) twice.add(name)
      else columns.set(name, column)
    }
  }
  if (twice.size > 0)
    throw new NibError(
      [...twice].map((column) => problem('duplicate-column', { ...place(sheet), row: row + 1 }, { column })),
    )
  return { row, columns, others }
}

function refuse(sheet: Sheet, best: number, most: number, wanted: ReadonlyMap<string, readonly string[]>): never {
  const texts = (sheet.rows[best] ?? []).map(shown).filter((text) => label(text) !== '')
  if (most === 0 || most * 2 < wanted.size) {
    const closest = texts.length > 0 ? { closest: texts.join(', ') } : {}
    fail('no-header', place(sheet), { columns: [...wanted.values()].flat(), ...closest })
  }
  const there = new Set(texts.map(label))
  // A heading that is itself wanted is not what a missing one was meant to be.
  const free = texts.filter((text) => !wanted.has(label(text)))
  const missing = [...wanted].filter(([name]) => !there.has(name)).flatMap(([, names]) => names)
  throw new NibError(
    missing.map((column) =>
      problem('missing-column', { ...place(sheet), row: best + 1 }, { column, near: near(column, free), known: texts }),
    ),
  )
}

import Papa from 'papaparse'
import { fail, NibError, problem } from '../messages.ts'
import { decode } from './decode.ts'
import { delimiterOf, evenLines } from './delimiter.ts'
import { LIMITS, type Limits } from './limits.ts'
import { takeNotes } from './notes.ts'
import type { CellNote, CellValue, Sheet } from './sheet.ts'

// The parser holds one piece's records and errors at a time, however many a hostile file would make of it. Small pieces are
// forgotten while they are young: of larger ones the engine would move every record before it lets it go.
const PIECE = 128 * 1024
const MOST_PROBLEMS = 20

const ERRORS: Record<string, string> = {
  MissingQuotes: 'a quotation mark is opened and never closed',
  InvalidQuotes: 'text stands behind a closing quotation mark',
}

/** Reads delimited text. Every cell is text as it stands, without its notes; an empty one is null. */
export function readCsv(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Sheet {
  if (bytes.length > limits.bytes) fail('too-large', { file }, { bytes: bytes.length, limit: limits.bytes })
  const text = decode(bytes, file)
  if (text.trim() === '') fail('empty-file', { file })
  const delimiter = delimiterOf(text)
  const lines = evenLines(text, delimiter)
  const rows: CellValue[][] = []
  const notes: CellNote[] = []
  const texts = new Pool()
  let cells = 0
  let at = 0
  let size = PIECE
  // Not the library's own way through a long text: that goes a level deeper with each piece, and holds on to all of them.
  while (at < lines.length) {
    const ended = at + size >= lines.length
    const piece = lines.slice(at, at + size)
    const { data, errors, meta } = parser(delimiter).parse(piece, 0, !ended) as Papa.ParseResult<string[]>
    // A record that the piece cuts in two is parsed again with the next, and only then can be wrong.
    const wrong = errors.filter(({ row = 0 }) => ended || row < data.length).slice(0, MOST_PROBLEMS)
    const problems = wrong.map(({ code, message, row = 0 }) =>
      problem('damaged-file', { file, row: rows.length + row + 1 }, { why: ERRORS[code] ?? message }),
    )
    if (problems.length > 0) throw new NibError(problems)
    const noted = piece.includes('[')
    let before: readonly string[] = []
    for (const record of data) {
      const place = { file, row: rows.length + 1 }
      const values = noted
        ? cellsOf(record, rows.length, notes, texts)
        : plainCells(record, before, rows.at(-1) ?? [], texts)
      before = record
      cells += values.length
      if (rows.length >= limits.rows) fail('over-limit', place, { what: 'rows', limit: limits.rows })
      if (values.length > limits.columns)
        fail('over-limit', place, { what: 'columns', limit: limits.columns, seen: values.length })
      if (cells > limits.cells) fail('over-limit', place, { what: 'cells', limit: limits.cells })
      rows.push(values)
    }
    if (texts.fresh > limits.texts)
      fail('over-limit', { file, row: rows.length }, { what: 'different texts', limit: limits.texts })
    if (ended) break
    if (piece.length - meta.cursor > limits.record)
      fail('over-limit', { file, row: rows.length + 1 }, { what: 'characters in one row', limit: limits.record })
    at += meta.cursor
    size = meta.cursor === 0 ? Math.min(size * 2, limits.record + PIECE) : PIECE
  }
  while (rows.at(-1)?.length === 0) rows.pop()
  if (rows.length === 0) fail('empty-file', { file })
  return { file, name: null, rows, notes, formats: [], delimiter }
}

const parser = (delimiter: string): Papa.Parser => new Papa.Parser({ delimiter, newline: '\n' })

/**
 * The cells of a record without notes. Most hold what stands above them, and need not be looked up.
 * @param before the record above, and `above` its cells
 */
function plainCells(
  record: readonly string[],
  before: readonly string[],
  above: readonly CellValue[],
  texts: Pool,
): CellValue[] {
  let width = record.length
  while (width > 0 && record[width - 1] === '') width--
  const values: CellValue[] = new Array(width)
  for (let column = 0; column < width; column++) {
    const written = record[column]!
    if (written === '') values[column] = null
    else values[column] = written === before[column] ? above[column]! : texts.take(written)
  }
  return values
}

function cellsOf(record: readonly string[], row: number, notes: CellNote[], texts: Pool): CellValue[] {
  let width = record.length
  while (width > 0 && record[width - 1] === '') width--
  const values: CellValue[] = new Array(width)
  for (let column = 0; column < width; column++) {
    const written = record[column]!
    let cell = written
    if (written.includes('[')) {
      const taken = takeNotes(written)
      cell = taken.text
      for (const text of taken.notes) notes.push({ row, column, text })
    }
    values[column] = cell === '' ? null : texts.take(cell)
  }
  // A cell that held nothing but a note is empty too.
  while (values.length > 0 && values.at(-1) === null) values.pop()
  return values
}

/** So many different texts are kept to be shared; in a table with more, sharing would cost more than it saves. */
const mostShared = 100_000
const longestShared = 64

/** One text for all cells that hold it: the parser's own each hold on to the whole file. */
class Pool {
  readonly #known = new Map<string, string>()
  /** Cells that have a text of their own. */
  fresh = 0

  take(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.fresh++
    if (this.#known.size < mostShared && text.length <= longestShared) this.#known.set(text, text)
    return text
  }
}

import Papa from 'papaparse'
import { fail, NibError, problem } from '../messages.ts'
import { decode } from './decode.ts'
import { delimiterOf, evenLines } from './delimiter.ts'
import { LIMITS, type Limits } from './limits.ts'
import { takeNotes } from './notes.ts'
import type { CellNote, CellValue, Sheet } from './sheet.ts'

// The parser holds one piece's records and errors at a time, however many a hostile file would make of it.
const PIECE = 1024 ** 2
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
  const texts = new Map<string, string>()
  let cells = 0
  let pieces = 0
  const take = ({ data, errors, meta }: Papa.ParseResult<string[]>): void => {
    const ended = ++pieces * PIECE >= lines.length
    // A record that the piece cuts in two is parsed again with the next, and only then can be wrong.
    const wrong = errors.filter(({ row = 0 }) => ended || row < data.length).slice(0, MOST_PROBLEMS)
    const problems = wrong.map(({ code, message, row = 0 }) =>
      problem('damaged-file', { file, row: rows.length + row + 1 }, { why: ERRORS[code] ?? message }),
    )
    if (problems.length > 0) throw new NibError(problems)
    for (const record of data) {
      const place = { file, row: rows.length + 1 }
      const values = cellsOf(record, rows.length, notes, texts)
      cells += values.length
      if (rows.length >= limits.rows) fail('over-limit', place, { what: 'rows', limit: limits.rows })
      if (values.length > limits.columns)
        fail('over-limit', place, { what: 'columns', limit: limits.columns, seen: values.length })
      if (cells > limits.cells) fail('over-limit', place, { what: 'cells', limit: limits.cells })
      rows.push(values)
    }
    if (!ended && pieces * PIECE - meta.cursor > limits.record)
      fail('over-limit', { file, row: rows.length + 1 }, { what: 'characters in one row', limit: limits.record })
  }
  // The types know `chunk` only for files and downloads; the parser takes it for text as well.
  const config = { delimiter, newline: '\n' as const, chunkSize: PIECE, chunk: take }
  Papa.parse<string[]>(lines, config)
  while (rows.at(-1)?.length === 0) rows.pop()
  if (rows.length === 0) fail('empty-file', { file })
  return { file, name: null, rows, notes, formats: [] }
}

function cellsOf(record: readonly string[], row: number, notes: CellNote[], texts: Map<string, string>): CellValue[] {
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
    values[column] = cell === '' ? null : shared(cell, texts)
  }
  // A cell that held nothing but a note is empty too.
  while (values.length > 0 && values.at(-1) === null) values.pop()
  return values
}

/** So many different texts are kept to be shared; in a table with more, sharing would cost more than it saves. */
const mostShared = 100_000
const longestShared = 64

/** One text for all cells that hold it: the parser's own each hold on to the whole file. */
function shared(text: string, texts: Map<string, string>): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size < mostShared && text.length <= longestShared) texts.set(text, text)
  return text
}

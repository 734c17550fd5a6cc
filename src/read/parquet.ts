import {
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  parquetMetadata,
  parquetScan,
  type SchemaElement,
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { fail, NibError, type Place } from '../messages.ts'
import { LIMITS, type Limits } from './limits.ts'
import { timeOf } from './serial.ts'
import { address, type CellNote, type CellValue, type Sheet } from './sheet.ts'
import { Texts } from './texts.ts'

/** Reads a Parquet file: one sheet, whose first row are the names of the columns. */
export async function readParquet(bytes: Uint8Array, file: string, limits: Limits = LIMITS): Promise<Sheet> {
  if (bytes.length > limits.bytes) fail('too-large', { file }, { bytes: bytes.length, limit: limits.bytes })
  const isDamaged = (why: string): never => fail('damaged-file', { file }, { why })
  if (new TextDecoder('latin1').decode(bytes.subarray(-4)) !== 'PAR1')
    isDamaged('its end is missing, as if it was cut off')
  try {
    const metadata = parquetMetadata(bytes)
    const columns = columnsOf(metadata, { file }, limits)
    const notes: CellNote[] = []
    const rows: CellValue[][] = []
    const texts = new Texts(file, limits)
    const found: string[] = []
    const put = (row: CellValue[], value: CellValue): void => {
      row.push(typeof value === 'string' ? texts.take(value, found) : value)
      while (found.length > 0) notes.push({ row: rows.length, column: row.length - 1, text: found.shift()! })
    }
    const end = (row: CellValue[]): void => {
      while (row.length > 0 && row.at(-1) === null) row.pop()
      // As long as it needs to be: what grew cell by cell has room for half as many more.
      rows.push(row.slice())
    }
    const headings: CellValue[] = []
    for (const { name } of columns) put(headings, name)
    end(headings)
    // A slice of Node's own kind of bytes would share them with all others.
    const slice = (from: number, to?: number) => Uint8Array.prototype.slice.call(bytes, from, to).buffer as ArrayBuffer
    const read = { file: { byteLength: bytes.length, slice }, metadata, compressors: guarded(file, limits), parsers }
    const scan = await parquetScan({ ...read, useOffsetIndex: false })
    const readers = columns.map(reader)
    // Group by group, so that never more than one is unpacked beside the rows.
    for (const { rowStart, rowEnd } of scan.ranges) {
      const held: DecodedArray[] = []
      for (const { name: column } of columns) {
        const values = await scan.readColumn({ column, rowStart, rowEnd })
        if (values.length !== rowEnd - rowStart) isDamaged(`the column ${column} is shorter than the others`)
        held.push(values)
      }
      for (let i = 0; i < rowEnd - rowStart; i++) {
        const row: CellValue[] = []
        const at = (): Place => ({ file, at: address(rows.length, row.length) })
        for (let column = 0; column < readers.length; column++) put(row, readers[column]!(held[column]![i], at))
        end(row)
      }
    }
    while (rows.at(-1)?.length === 0) rows.pop()
    return { file, name: null, rows, notes, formats: [] }
  } catch (error) {
    if (error instanceof NibError) throw error
    return isDamaged(error instanceof Error ? error.message : String(error))
  }
}

/** The columns, all of them plain. Everything that may be too much is known here, before a row is read. */
function columnsOf(metadata: FileMetaData, place: Place, limits: Limits): SchemaElement[] {
  const columns = metadata.schema.slice(1)
  const rows = Number(metadata.num_rows)
  if (rows > limits.rows) fail('over-limit', place, { what: 'rows', limit: limits.rows, seen: rows })
  if (columns.length > limits.columns)
    fail('over-limit', place, { what: 'columns', limit: limits.columns, seen: columns.length })
  if (rows * columns.length > limits.cells)
    fail('over-limit', place, { what: 'cells', limit: limits.cells, seen: rows * columns.length })
  const nested = columns.find(({ num_children, repetition_type }) => num_children || repetition_type === 'REPEATED')
  if (nested)
    fail('unknown-format', place, {
      seen: `a Parquet file whose column ${nested.name} holds lists or records`,
      known: 'Parquet with plain columns, CSV',
    })
  const twice = columns.find(({ name }, i) => columns.findIndex((other) => other.name === name) !== i)
  if (twice) fail('duplicate-column', place, { column: twice.name })
  const inGroups = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
  if (inGroups !== rows) fail('damaged-file', place, { why: `it says that it has ${rows} rows, and has ${inGroups}` })
  return columns
}

/** Each way of packing; what says that it unpacks to more than any part may is refused before it is unpacked. */
function guarded(file: string, limits: Limits): typeof compressors {
  return Object.fromEntries(
    Object.entries(compressors).map(([codec, unpack]) => [
      codec,
      (input: Uint8Array, length: number): Uint8Array => {
        if (length > limits.unpacked)
          fail('over-limit', { file }, { what: 'bytes once unpacked', limit: limits.unpacked, seen: length })
        return unpack(input, length)
      },
    ]),
  )
}

/** A day or a moment as ODS has it: without a time where that is midnight, as it is in a column of days. */
const moment = (ms: number): string => {
  if (Number.isNaN(new Date(ms).getTime())) throw new Error(`${ms} is not a date`)
  return new Date(ms).toISOString().replace(/(T00:00:00)?\.?0*Z$/, '')
}

const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (ms) => (ms == null ? ms : moment(Number(ms))),
  timestampFromMicroseconds: (us) => (us == null ? us : moment(Number(us / 1000n))),
  timestampFromNanoseconds: (ns) => (ns == null ? ns : moment(Number(ns / 1000000n))),
  dateFromDays: (days) => (days == null ? days : moment(days * 86_400_000)),
}

const PER_DAY: Readonly<Record<string, number>> = { MILLIS: 86_400_000, MICROS: 86_400_000_000, NANOS: 86_400e9 }

/** Reads the values of one column. */
function reader({
  type,
  name,
  logical_type,
  converted_type,
}: SchemaElement): (value: unknown, at: () => Place) => CellValue {
  const unit = logical_type?.type === 'TIME' ? logical_type.unit : /^TIME_(\w+)$/.exec(converted_type ?? '')?.[1]
  return (value, at) => {
    if (value === null || value === undefined) return null
    if (unit !== undefined) return timeOf(Number(value) / PER_DAY[unit]!) ?? String(value)
    if (typeof value === 'number') return type === 'FLOAT' ? short(value) : finite(value)
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
    if (typeof value === 'string') return value
    if (typeof value === 'boolean') return String(value)
    if (value instanceof Uint8Array)
      return fail('damaged-file', at(), { why: `the column ${name} holds bytes, not text` })
    return JSON.stringify(value)
  }
}

/** Programs for data write a missing number as one that is none. An endless one stays text, so that the table refuses it. */
const finite = (value: number): CellValue =>
  Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value)

/** The shortest decimal that a number of 32 bits stands for: 6.6, not 6.599999904632568. */
function short(value: number): CellValue {
  for (let digits = 6; digits < 9 && Number.isFinite(value); digits++) {
    const plain = Number(value.toPrecision(digits))
    if (Math.fround(plain) === value) return plain
  }
  return finite(value)
}

import { largest } from '../effects.ts'

/** What a file may cost before it is refused. Every reader takes them as a parameter, so that they can be tested small. */
export interface Limits {
  /** Bytes of the file itself. */
  bytes: number
  /** Bytes of a JSON file: as objects it takes many times its size. */
  json: number
  /** Bytes of one part of a package once unpacked. */
  unpacked: number
  /** Times its packed size that a part may unpack to, once it is larger than `ratioFrom` bytes. */
  ratio: number
  ratioFrom: number
  /** Cells of one sheet, empty ones between others included. */
  cells: number
  /** Cells that hold what no cell before them did: each takes several times as much memory as the others. */
  texts: number
  rows: number
  columns: number
  sheets: number
  /** Elements open inside one another. */
  depth: number
  /** Characters of one record of a text file. */
  record: number
}

/**
 * Set so that the largest file of each kind that is accepted is read, and looked at, within 1 GB of memory. Measured at these bounds:
 * 750 MB for 12 million mixed cells of XLSX and for 190 MB of CSV beyond Latin-1, 700 for 6 million texts or 2.4 million
 * percentages of a workbook, 600 for 12 million cells of Parquet.
 */
export const LIMITS: Readonly<Limits> = {
  bytes: largest,
  json: 64 * 1024 ** 2,
  unpacked: 256 * 1024 ** 2,
  // Real tables unpack to 20 to 100 times their size; deflate alone can reach 1,032.
  ratio: 300,
  ratioFrom: 32 * 1024 ** 2,
  cells: 12_000_000,
  texts: 6_000_000,
  // As many as a spreadsheet has.
  rows: 1_048_576,
  // Fewer than a spreadsheet has: a sheet this wide is not a table of statistics.
  columns: 1_024,
  sheets: 1_000,
  depth: 256,
  record: 4 * 1024 ** 2,
}

import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { LIMITS } from '../../src/read/limits.ts'
import { readParquet } from '../../src/read/parquet.ts'
import { readSheets } from '../../src/read/read.ts'
import { refusal } from './files.ts'

type Column = Parameters<typeof parquetWriteBuffer>[0]['columnData'][number]
const written = (...columnData: Column[]): Uint8Array =>
  new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED' }))
const rows = async (...columns: Column[]) => (await readParquet(written(...columns), 'a.parquet')).rows

test('the first row are the names of the columns, and values are text, numbers or nothing', async () => {
  const file = written(
    { name: 'Area', data: ['Kent', null, 'Ynys Môn [note 2]'] },
    { name: 'Officers', data: [1, 2, null], type: 'INT32' },
    { name: 'Rate', data: [6.6, null, Number.NaN], type: 'DOUBLE' },
  )
  const [sheet, ...more] = await readSheets(file, 'a.parquet', { sheet: 'Data' })
  expect(more).toEqual([])
  expect(sheet).toMatchObject({ file: 'a.parquet', name: null, formats: [] })
  expect(sheet?.rows).toEqual([['Area', 'Officers', 'Rate'], ['Kent', 1, 6.6], [null, 2], ['Ynys Môn']]) // biome-ignore format: a table
  expect(sheet?.notes).toEqual([{ row: 3, column: 0, text: 'note 2' }])
})

test('whole numbers are numbers while they are exact, and text beyond', async () => {
  expect(await rows({ name: 'n', data: [12n, 9007199254740993n, -5n], type: 'INT64' })).toEqual([
    ['n'],
    [12],
    ['9007199254740993'],
    [-5],
  ])
})

test('numbers of 32 bits are the decimals that they stand for', async () => {
  const data = new Float32Array([6.6, 0.1, 1_234_567.9, 16_777_216])
  expect(await rows({ name: 'n', data, type: 'FLOAT' })).toEqual([['n'], [6.6], [0.1], [1_234_567.9], [16_777_216]])
})

test('an endless number stays text, which the table refuses', async () => {
  expect(await rows({ name: 'n', data: [Number.POSITIVE_INFINITY, 1], type: 'DOUBLE' })).toEqual([['n'], ['Infinity'], [1]]) // biome-ignore format: a table
})

test('days and moments are ISO text', async () => {
  const at = (iso: string) => new Date(iso)
  expect(
    await rows({
      name: 'when',
      data: [at('2023-03-31T00:00:00Z'), at('2023-03-31T09:30:00Z'), at('2023-03-31T09:30:10.250Z')],
      type: 'TIMESTAMP',
    }),
  ).toEqual([['when'], ['2023-03-31'], ['2023-03-31T09:30:00'], ['2023-03-31T09:30:10.25']])
})

test('booleans are words', async () => {
  expect(await rows({ name: 'b', data: [true, false], type: 'BOOLEAN' })).toEqual([['b'], ['true'], ['false']])
})

test('every row group is read', async () => {
  const data = Array.from({ length: 1000 }, (_, i) => i)
  const file = parquetWriteBuffer({ columnData: [{ name: 'n', data }, { name: 'm', data }], rowGroupSize: 64 }) // biome-ignore format: short
  const { rows } = await readParquet(new Uint8Array(file), 'a.parquet')
  expect(rows.slice(1)).toEqual(data.map((n) => [n, n]))
})

// Written by pyarrow 25: Area, n, day; the rows Kent, 1, 2023-03-31 and Essex, nothing, 2024-03-31.
const OTHERS: Record<string, string> = {
  NONE: 'UEFSMRUEFSIVIkwVBBUAEgAABAAAAEtlbnQFAAAARXNzZXgVABUSFRIsFQQVEBUGFQYcAAAAAgAAAAQBAQMCFQQVEBUQTBUCFQASAAABAAAAAAAAABUAFRIVEiwVBBUQFQYVBhwAAAACAAAAAwEBAgAVBBUQFRBMFQQVABIAAPdLAABlTQAAFQAVEhUSLBUEFRAVBhUGHAAAAAIAAAAEAQEDAhUEGUw1ABgGc2NoZW1hFQYAFQwlAhgEQXJlYSUATBwAAAAVBCUCGAFuABUCJQIYA2RheSUMTGwAAAAWBBkcGTwmABwVDBk1AAYQGRgEQXJlYRUAFgQWdhZ2JkYmCCksFQQVABUCABUAFRAVAgA8FhIZBhkmAAQAAAAmABwVBBk1AAYQGRgBbhUAFgQWZBZkJqoBJn4pLBUEFQAVAgAVABUQFQIAPCkGGSYCAgAAACYAHBUCGTUABhAZGANkYXkVABYEFmQWZCaOAibiASksFQQVABUCABUAFRAVAgA8KQYZJgAEAAAAFr4CFgQmCBa+AgAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjUuMC4xGTwcAAAcAAAcAAAAHwEAAFBBUjE=',
  SNAPPY:
    'UEFSMRUEFSIVJkwVBBUAEgAAEUAEAAAAS2VudAUAAABFc3NleBUAFRIVFiwVBBUQFQYVBhwAAAAJIAIAAAAEAQEDAhUEFRAVFEwVAhUAEgAACBwBAAAAAAAAABUAFRIVFiwVBBUQFQYVBhwAAAAJIAIAAAADAQECABUEFRAVFEwVBBUAEgAACBz3SwAAZU0AABUAFRIVFiwVBBUQFQYVBhwAAAAJIAIAAAAEAQEDAhUEGUw1ABgGc2NoZW1hFQYAFQwlAhgEQXJlYSUATBwAAAAVBCUCGAFuABUCJQIYA2RheSUMTGwAAAAWBBkcGTwmABwVDBk1AAYQGRgEQXJlYRUCFgQWdhZ+JkomCCksFQQVABUCABUAFRAVAgA8FhIZBhkmAAQAAAAmABwVBBk1AAYQGRgBbhUCFgQWZBZsJrYBJoYBKSwVBBUAFQIAFQAVEBUCADwpBhkmAgIAAAAmABwVAhk1AAYQGRgDZGF5FQIWBBZkFmwmogIm8gEpLBUEFQAVAgAVABUQFQIAPCkGGSYABAAAABa+AhYEJggW1gIAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRk8HAAAHAAAHAAAACABAABQQVIx',
  GZIP: 'UEFSMRUEFSIVRkwVBBUAEgAAH4sIAAAAAAACA2NhYGDwTs0rYQXSrsXFqRUAX1a/HhEAAAAVABUSFTosFQQVEBUGFQYcAAAAH4sIAAAAAAACA2NiYGBgYWRkZgIAVaUiQQkAAAAVBBUQFS5MFQIVABIAAB+LCAAAAAAAAgNjZIAAAPffiKkIAAAAFQAVEhU6LBUEFRAVBhUGHAAAAB+LCAAAAAAAAgNjYmBgYGZkZGIAACgpFwQJAAAAFQQVEBU4TBUEFQASAAAfiwgAAAAAAAID++7NwJDqy8AAABv6OqIIAAAAFQAVEhU6LBUEFRAVBhUGHAAAAB+LCAAAAAAAAgNjYmBgYGFkZGYCAFWlIkEJAAAAFQQZTDUAGAZzY2hlbWEVBgAVDCUCGARBcmVhJQBMHAAAABUEJQIYAW4AFQIlAhgDZGF5JQxMbAAAABYEGRwZPCYAHBUMGTUABhAZGARBcmVhFQQWBBZ2FsIBJmomCCksFQQVABUCABUAFRAVAgA8FhIZBhkmAAQAAAAmABwVBBk1AAYQGRgBbhUEFgQWZBaqASaUAibKASksFQQVABUCABUAFRAVAgA8KQYZJgICAAAAJgAcFQIZNQAGEBkYA2RheRUEFgQWZBa0ASbIAyb0AiksFQQVABUCABUAFRAVAgA8KQYZJgAEAAAAFr4CFgQmCBagBAAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjUuMC4xGTwcAAAcAAAcAAAAIwEAAFBBUjE=',
  BROTLI:
    'UEFSMRUEFSIVKkwVBBUAEgAACwiABAAAAEtlbnQFAAAARXNzZXgDFQAVEhUaLBUEFRAVBhUGHAAAABsIAAAE7nDoEsCA6wIVBBUQFRZMFQIVABIAABsHAACkAAKCkkACFQAVEhUaLBUEFRAVBhUGHAAAAAsEgAIAAAADAQECAAMVBBUQFRhMFQQVABIAAIsDgPdLAABlTQAAAxUAFRIVGiwVBBUQFQYVBhwAAAAbCAAABO5w6BLAgOsCFQQZTDUAGAZzY2hlbWEVBgAVDCUCGARBcmVhJQBMHAAAABUEJQIYAW4AFQIlAhgDZGF5JQxMbAAAABYEGRwZPCYAHBUMGTUABhAZGARBcmVhFQgWBBZ2FoYBJk4mCCksFQQVABUCABUAFRAVAgA8FhIZBhkmAAQAAAAmABwVBBk1AAYQGRgBbhUIFgQWZBZyJsABJo4BKSwVBBUAFQIAFQAVEBUCADwpBhkmAgIAAAAmABwVAhk1AAYQGRgDZGF5FQgWBBZkFnQmtAImgAIpLBUEFQAVAgAVABUQFQIAPCkGGSYABAAAABa+AhYEJggW7AIAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRk8HAAAHAAAHAAAACEBAABQQVIx',
  ZSTD: 'UEFSMRUEFSIVNEwVBBUAEgAAKLUv/SARiQAABAAAAEtlbnQFAAAARXNzZXgVABUSFSQsFQQVEBUGFQYcAAAAKLUv/SAJSQAAAgAAAAQBAQMCFQQVEBUiTBUCFQASAAAotS/9IAhBAAABAAAAAAAAABUAFRIVJCwVBBUQFQYVBhwAAAAotS/9IAlJAAACAAAAAwEBAgAVBBUQFSJMFQQVABIAACi1L/0gCEEAAPdLAABlTQAAFQAVEhUkLBUEFRAVBhUGHAAAACi1L/0gCUkAAAIAAAAEAQEDAhUEGUw1ABgGc2NoZW1hFQYAFQwlAhgEQXJlYSUATBwAAAAVBCUCGAFuABUCJQIYA2RheSUMTGwAAAAWBBkcGTwmABwVDBk1AAYQGRgEQXJlYRUMFgQWdhaaASZYJggpLBUEFQAVAgAVABUQFQIAPBYSGQYZJgAEAAAAJgAcFQQZNQAGEBkYAW4VDBYEFmQWiAEm4AEmogEpLBUEFQAVAgAVABUQFQIAPCkGGSYCAgAAACYAHBUCGTUABhAZGANkYXkVDBYEFmQWiAEm6AImqgIpLBUEFQAVAgAVABUQFQIAPCkGGSYABAAAABa+AhYEJggWqgMAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRk8HAAAHAAAHAAAACMBAABQQVIx',
  LZ4: 'UEFSMRUEFSIVJkwVBBUAEgAA8AIEAAAAS2VudAUAAABFc3NleBUAFRIVFCwVBBUQFQYVBhwAAACQAgAAAAQBAQMCFQQVEBUSTBUCFQASAACAAQAAAAAAAAAVABUSFRQsFQQVEBUGFQYcAAAAkAIAAAADAQECABUEFRAVEkwVBBUAEgAAgPdLAABlTQAAFQAVEhUULBUEFRAVBhUGHAAAAJACAAAABAEBAwIVBBlMNQAYBnNjaGVtYRUGABUMJQIYBEFyZWElAEwcAAAAFQQlAhgBbgAVAiUCGANkYXklDExsAAAAFgQZHBk8JgAcFQwZNQAGEBkYBEFyZWEVDhYEFnYWfCZKJggpLBUEFQAVAgAVABUQFQIAPBYSGQYZJgAEAAAAJgAcFQQZNQAGEBkYAW4VDhYEFmQWaCayASaEASksFQQVABUCABUAFRAVAgA8KQYZJgICAAAAJgAcFQIZNQAGEBkYA2RheRUOFgQWZBZoJpoCJuwBKSwVBBUAFQIAFQAVEBUCADwpBhkmAAQAAAAWvgIWBCYIFswCACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNS4wLjEZPBwAABwAABwAAAAgAQAAUEFSMQ==',
}

const LISTS =
  'UEFSMRUAFTgVOCwVBBUAFQYVBhwAAAACAAAABAACAAAABAMBAAAAAAAAAAIAAAAAAAAAFQQZTDUAGAZzY2hlbWEVAgA1AhgBbBUCFQZMPAAAADUEGARsaXN0FQIAFQQlAhgHZWxlbWVudAAWBBkcGRwmABwVBBklBgAZOAFsBGxpc3QHZWxlbWVudBUAFgQWXhZeJghJHBUAFQAVAgA8KSYEABlGAAAABAAAABZeFgQmCBZeACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNS4wLjEZHBwAAACqAAAAUEFSMQ=='
const BYTES =
  'UEFSMRUAFRAVECwVAhUAFQYVBhwAAAACAAAAAgEA/xUEGSw1ABgGc2NoZW1hFQIAFQ4VBBUCGAFiABYCGRwZHCYAHBUOGSUGABkYAWIVABYCFjYWNiYISRwVABUAFQIAPCkGGSYAAgAAABY2FgImCBY2ACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNS4wLjEZHBwAAAB8AAAAUEFSMQ=='
// A time of day, a decimal, a moment in nanoseconds and a number of 32 bits.
const TYPES =
  'UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEAlnr2BwAAABUAFRYVFiwVAhUAFQYVBhwAAAACAAAAAgEAAAHiOhUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEA8BInBXdRFxUAFRQVFCwVAhUAFQYVBhwAAAACAAAAAgEzM9NAFQQZXDUAGAZzY2hlbWEVCAAVBCUCGAF0bHwSHCwAAAAAABUOFQoVAhgBZCUKFQQVFCxcFQQVFAAAABUEJQIYAm5zbIwSHDwAAAAAABUIJQIYAWYAFgIZHBlMJgAcFQQZJQYAGRgBdBUAFgIWQhZCJghJHBUAFQAVAgA8KQYZJgACAAAAJgAcFQ4ZJQYAGRgBZBUAFgIWPBY8JkpJHBUAFQAVAgA8KQYZJgACAAAAJgAcFQQZJQYAGRgCbnMVABYCFkIWQiaGAUkcFQAVABUCADwpBhkmAAIAAAAmABwVCBklBgAZGAFmFQAWAhY6FjomyAFJHBUAFQAVAgA8KQYZJgACAAAAFvoBFgImCBb6AQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjUuMC4xGUwcAAAcAAAcAAAcAAAAQQEAAFBBUjE='
// As Node reads a file: bytes that lie among others.
const of = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

test('times, decimals and moments of another program', async () => {
  const { rows } = await readParquet(of(TYPES), 'a.parquet')
  expect(rows).toEqual([['t', 'd', 'ns', 'f'], ['PT09H30M00S', 1234.5, '2023-03-31T09:30:00', 6.6]]) // biome-ignore format: a table
})

test('files of another program are read, however they are packed', async () => {
  for (const [codec, base64] of Object.entries(OTHERS)) {
    const { rows } = await readParquet(of(base64), `${codec}.parquet`)
    expect([codec, rows]).toEqual([codec, [['Area', 'n', 'day'], ['Kent', 1, '2023-03-31'], ['Essex', null, '2024-03-31']]]) // biome-ignore format: a table
  }
})

test('lists, records, bytes and columns of one name are refused', async () => {
  const refused = async (...columns: Column[]) => (await refusal(rows(...columns))).codes
  expect((await refusal(readParquet(of(LISTS), 'a.parquet'))).codes).toEqual(['unknown-format'])
  const { codes, text } = await refusal(readParquet(of(BYTES), 'a.parquet'))
  expect(codes).toEqual(['damaged-file'])
  expect(text).toContain('cell A2')
  expect(await refused({ name: 'a', data: [1] }, { name: 'a', data: [2] })).toEqual(['duplicate-column'])
})

test('too much is refused before it is read, and what is cut off or changed is damaged or the same', async () => {
  const whole = written({ name: 'n', data: [1, 2, 3] }, { name: 'm', data: ['a', 'b', 'c'] })
  for (const limits of [{ rows: 2 }, { columns: 1 }, { cells: 5 }])
    expect((await refusal(readParquet(whole, 'a.parquet', { ...LIMITS, ...limits }))).codes).toEqual(['over-limit'])
  expect((await refusal(readParquet(whole, 'a.parquet', { ...LIMITS, bytes: 9 }))).codes).toEqual(['too-large'])
  const packed = new Uint8Array(
    parquetWriteBuffer({ columnData: [{ name: 'n', data: new Array(5000).fill('a long text') }], codec: 'SNAPPY' }),
  )
  expect((await refusal(readParquet(packed, 'a.parquet', { ...LIMITS, unpacked: 10 }))).codes).toEqual(['over-limit'])
  for (let length = 4; length < whole.length; length += 13)
    expect((await refusal(readParquet(whole.slice(0, length), 'a.parquet'))).codes).toEqual(['damaged-file'])
  for (let at = 4; at < whole.length; at += 3) {
    const changed = whole.slice()
    changed[at] = changed[at]! ^ 0x10
    const error: unknown = await readParquet(changed, 'a.parquet').then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error !== undefined) expect(error).toMatchObject({ name: 'NibError' })
  }
})

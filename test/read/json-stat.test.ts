import { expect, test } from 'vitest'
import { readJsonStat } from '../../src/read/json-stat.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { listSheets, readSheets } from '../../src/read/read.ts'
import { codes, thrown } from './files.ts'

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const read = (value: unknown) => readJsonStat(bytes(value), 'a.json').sheets[0]!

const geo = {
  label: 'Area',
  category: { index: { E10: 0, E12: 1 }, label: { E12: 'Essex', E10: 'Kent [note 1]' } },
}
const time = { label: 'Year', category: { index: ['2022', '2023'], label: { 2022: '2022', 2023: '2023' } } }
const one = { category: { label: { fte: 'Full-time equivalent' } } }
const data = {
  version: '2.0',
  class: 'dataset',
  label: 'Officers',
  id: ['geo', 'time', 'metric'],
  size: [2, 2, 1],
  dimension: { time, geo, metric: one },
  value: [1, 2.5, null, 4],
}

test('every cell is a row: its categories, the value, and codes where labels say something else', () => {
  const { rows, notes, name } = read(data)
  expect(name).toBeNull()
  expect(rows).toEqual([
    ['Area', 'Area code', 'Year', 'metric', 'metric code', 'Value'],
    ['Kent', 'E10', '2022', 'Full-time equivalent', 'fte', 1],
    ['Kent', 'E10', '2023', 'Full-time equivalent', 'fte', 2.5],
    ['Essex', 'E12', '2022', 'Full-time equivalent', 'fte'],
    ['Essex', 'E12', '2023', 'Full-time equivalent', 'fte', 4],
  ])
  expect(notes.map(({ row, column, text }) => [row, column, text])).toEqual([[1, 0, 'note 1'], [2, 0, 'note 1']]) // biome-ignore format: a table
})

const small = { ...data, id: ['time'], size: [2], dimension: { time } }

test('values and statuses may be given by their places', () => {
  expect(read({ ...small, value: { 1: 7 }, status: { 0: 'c' } }).rows).toEqual([
    ['Year', 'Value', 'Status'],
    ['2022', null, 'c'],
    ['2023', 7],
  ])
  expect(read({ ...small, value: [1, 2], status: [null, 'p'] }).rows[2]).toEqual(['2023', 2, 'p'])
  expect(read({ ...small, value: [1, 2], status: 'p' }).rows[1]).toEqual(['2022', 1, 'p'])
  expect(read({ ...small, value: [1, 2], status: {} }).rows[0]).toEqual(['Year', 'Value'])
})

test('a dimension of one category need not say its place, and without labels codes stand alone', () => {
  const dimension = { time: { category: { index: ['2022', '2023'] } } }
  expect(read({ ...small, dimension, value: [1, 2] }).rows).toEqual([['time', 'Value'], ['2022', 1], ['2023', 2]]) // biome-ignore format: a table
})

test('a bundle of before 2.0 is read: one data set without a name, several as sheets', async () => {
  const { id, size, ...rest } = small
  const old = { ...rest, dimension: { id, size, time }, value: [1, 2] }
  expect(read({ dataset: old })).toMatchObject({ name: null, rows: [['Year', 'Value'], ['2022', 1], ['2023', 2]] }) // biome-ignore format: a table
  const both = bytes({ stock: old, Leavers: { ...old, value: [3, 4] } })
  expect(await listSheets(both, 'a.json')).toEqual([
    { name: 'stock', hidden: false },
    { name: 'Leavers', hidden: false },
  ])
  expect((await readSheets(both, 'a.json')).map(({ name }) => name)).toEqual(['stock', 'Leavers'])
  expect((await readSheets(both, 'a.json', { sheet: 'leavers' })).map(({ rows }) => rows[1])).toEqual([['2022', 3]])
  expect(thrown(() => readJsonStat(both, 'a.json', { sheet: 'leaver' })).message).toContain('“Leavers”?')
})

test('JSON that is not JSON-stat is refused', () => {
  for (const value of [{}, [], [{ a: 1 }], 'text', 5, null, { class: 'collection', link: { item: [] } }, { value: [] }])
    expect(codes(() => read(value))).toEqual(['unknown-format'])
  const cut = bytes(data).slice(0, -5)
  expect(codes(() => readJsonStat(cut, 'a.json'))).toEqual(['damaged-file'])
})

test('what does not fit together is damaged', () => {
  const wrong: unknown[] = [
    { ...small, value: [1] },
    { ...small, value: [1, 2, 3] },
    { ...small, value: { 2: 1 } },
    { ...small, value: { '-1': 1 } },
    { ...small, value: { a: 1 } },
    { ...small, value: [1, [2]] },
    { ...small, value: 5 },
    { ...small, value: [1, 2], status: [1] },
    { ...small, size: [3] },
    { ...small, size: [2, 2] },
    { ...small, id: undefined },
    { ...small, id: ['geo'] },
    { ...small, dimension: { time: { category: { index: ['a', 'a'] } } } },
    { ...small, dimension: { time: { category: { index: { a: 0, b: 0 } } } } },
    { ...small, dimension: { time: { category: { index: { a: 0, b: 2 } } } } },
    { ...small, dimension: { time: 5 } },
  ]
  for (const value of wrong) expect([value, codes(() => read(value))]).toEqual([value, ['damaged-file']])
})

test('too much is refused before it is laid out', () => {
  const refused = (value: unknown, limits: object) =>
    codes(() => readJsonStat(bytes(value), 'a.json', {}, { ...LIMITS, ...limits }))
  expect(refused({ ...small, value: [1, 2] }, { rows: 2 })).toEqual(['over-limit'])
  expect(refused({ ...small, value: [1, 2] }, { json: 50 })).toEqual(['too-large'])
  const index = Array.from({ length: 100 }, (_, i) => `c${i}`)
  const id = Array.from({ length: 20 }, (_, i) => `d${i}`)
  const dimension = Object.fromEntries(id.map((name) => [name, { category: { index } }]))
  expect(refused({ ...small, id, size: id.map(() => 100), dimension, value: {} }, {})).toEqual(['over-limit'])
})

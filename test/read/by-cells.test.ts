import { expect, test } from 'vitest'
import { ByCells } from '../../src/read/by-cells.ts'

test('rows that hold the same in the columns get what was made for the first of them', () => {
  const kinds = new ByCells<string>([2, 0])
  const rows = [
    ['a', 1, 'x'],
    ['a', 2, 'x'],
    ['x', 3, 'a'],
    ['a', 4, 'y'],
  ]
  expect(rows.map((row) => kinds.get(row, () => `made for ${row[1]}`))).toEqual([
    'made for 1',
    'made for 1',
    'made for 3',
    'made for 4',
  ])
})

test('a cell that is not there, an empty one, a text and a number are told apart', () => {
  const kinds = new ByCells<number>([1])
  const rows = [['a'], ['a', null], ['a', ''], ['a', '1'], ['a', 1]]
  expect(rows.map((row, i) => kinds.get(row, () => i))).toEqual([0, 1, 2, 3, 4])
})

test('without columns all rows are alike', () => {
  const kinds = new ByCells<number>([])
  expect([['a'], ['b']].map((row, i) => kinds.get(row, () => i))).toEqual([0, 0])
})

import { expect, test } from 'vitest'
import { type AreaCells, type AreasCells, joined } from '../fixtures/joined.ts'

const one = (resigned: number | string, base = 1000): AreaCells => ({
  resigned: [1, resigned],
  retired: [1, typeof resigned === 'number' ? base - resigned : base],
  officers: [1, 10_000],
})
const areas: AreasCells = { a: one(500), b: one(100), c: one(400), d: one(300), e: one(200), f: one(150), g: one(50) }
const claims = (more: AreasCells = {}) => joined({ ...areas, ...more }).claims('extremes', 'resigned-share')
const guards = (more: AreasCells) => joined({ ...areas, ...more }).guards('extremes', 'resigned-share')

test('the three highest and the three lowest are named, furthest first', () => {
  expect(claims()).toMatchObject({
    'level-highest': { by: 'level', names: ['a', 'c', 'd'], size: 3, group: 7 },
    'level-lowest': { names: ['g', 'b', 'f'] },
  })
  const found = joined(areas)
  const top = found.claim('extremes', 'level-highest', 'resigned-share')
  expect(['value0', 'value1', 'value2'].map((role) => found.figure(top, role))).toEqual([0.5, 0.4, 0.3])
  expect(found.claim('extremes', 'level-highest', 'leaving-rate')).toBeUndefined()
})

test('where a fourth is level with the third that end is not told', () => {
  expect(Object.keys(claims({ e: one(300) }))).toEqual(['level-lowest'])
  expect(Object.keys(claims({ f: one(200) }))).toEqual(['level-highest'])
  expect(Object.keys(claims({ c: one(500) }))).toEqual(['level-highest', 'level-lowest'])
})

test('nor where the two only print alike', () => {
  const print = claims({ e: one(299) })
  expect(Object.keys(print)).toEqual(['level-lowest'])
  expect(guards({ e: one(299) })).toEqual(['within-rounding'])
  expect(guards({ e: one(290) })).toEqual([])
})

test('an area missing refuses both', () => {
  expect(guards({ e: one('[c]') })).toEqual(['areas-missing'])
  expect(joined(areas, { expect: 8 }).guards('extremes', 'resigned-share')).toEqual(['areas-missing'])
})

test('a small base among the named refuses that end, and one in the middle neither', () => {
  expect(Object.keys(claims({ a: one(30, 49) }))).toEqual(['level-lowest'])
  expect(guards({ a: one(30, 49) })).toEqual(['small-base'])
  expect(guards({ a: one(30, 50) })).toEqual([])
  expect(guards({ e: one(9, 45) })).toEqual([])
})

test('it is told of the whole alone', () => {
  expect(joined(areas, { area: 'a' }).claims('extremes', 'resigned-share')).toEqual({})
})

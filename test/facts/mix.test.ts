import { expect, test } from 'vitest'
import { factsIn } from '../fixtures/found.ts'
import { type Changes, definition, merged, place, words } from '../fixtures/small.ts'

const officers = (definition['measures'] as Changes)['officers'] as Changes
const ranks = ['all', 'constables', 'sergeants', 'inspectors']
const part = (name: string) => merged(officers, { where: { Rank: name }, role: 'part', words: words(name) })
const changes: Changes = {
  tables: { main: { by: { Rank: Object.fromEntries(ranks.map((r) => [r, null])) } } },
  measures: {
    officers: { where: { Rank: 'all' } },
    ...Object.fromEntries(ranks.slice(1).map((r) => [r, part(r)])),
    'inspector-share': { share: 'inspectors', of: 'officers', words: words('inspectors') },
  },
  breakdowns: { rank: { of: 'officers', parts: ranks.slice(1), noun: ['rank', 'ranks'] } },
}
/** Cells of the year before and of now, for the whole and each part. */
const of = (was: readonly (number | string)[], now: readonly (number | string)[], area = 'north') => {
  const rows = [was, now].flatMap((cells, i) => cells.map((cell, r) => `${2010 + i},North,${ranks[r]},${cell}`))
  const list = { list: 'places', level: 'place', expect: 1, areas: [place('north')] }
  return factsIn(`Year,Area,Rank,Officers\n${rows.join('\n')}\n`, list, { area, changes })
}
const mix = (was: readonly number[], now: readonly number[]) => of(was, now).claim('mix', 'rank')

test('the part that made most of a change is more than half of it', () => {
  expect(mix([300, 100, 100, 100], [320, 111, 105, 104])).toMatchObject({
    part: 'constables',
    madeMost: true,
    madeMore: false,
  })
  expect(mix([300, 100, 100, 100], [320, 110, 105, 105])).toMatchObject({ part: 'constables', madeMost: false })
})

test('it is most of all that moved that way, and not only of what others left', () => {
  expect(mix([300, 100, 100, 100], [320, 115, 114, 91])).toMatchObject({ madeMost: true, exception: 'inspectors' })
  expect(mix([300, 100, 100, 100], [320, 118, 118, 84])).toMatchObject({ madeMost: false })
})

test('a part may make more than the whole change, while others went the other way', () => {
  expect(mix([300, 100, 100, 100], [310, 115, 98, 97])).toMatchObject({
    madeMost: false,
    madeMore: true,
    exceptions: 2,
  })
  expect(mix([300, 100, 100, 100], [301, 90, 105, 106])).toMatchObject({
    opposite: true,
    madeMost: false,
    madeMore: false,
  })
})

test('a part that is all of the change is no more than all of it, whatever binary subtraction makes of it', () => {
  expect(62.75 - 50.41).toBeGreaterThan(12.34)
  const all = mix([121.01, 50.41, 40.23, 30.37], [133.35, 62.75, 45.66, 24.94])
  expect(all).toMatchObject({ part: 'constables', madeMore: false })
})

test('all but one is told only where every other part moved in print', () => {
  expect(mix([300, 100, 100, 100], [330, 120, 120, 90])).toMatchObject({ allButOne: true, exception: 'inspectors' })
  expect(mix([300, 100, 100, 100], [310, 120, 100, 90])).toMatchObject({ allButOne: false })
})

test('parts that do not make the whole are refused, and rounding is let through', () => {
  expect(of([300, 100, 100, 100], [320, 120, 100, 101]).guards('mix')).toEqual(['parts-unequal'])
  expect(of([300, 100, 100, 99], [320, 120, 100, 100]).guards('mix')).toEqual(['parts-unequal'])
  expect(of([300, 100, 100, 100], [320, 120, 100, 100.5]).guards('mix')).toEqual([])
})

test('a part without a value now or before is refused', () => {
  expect(of([300, 100, 100, 100], [320, 120, 100, '[c]']).guards('mix')).toEqual(['parts-missing'])
  expect(of([300, '[x]', 100, 100], [320, 120, 100, 100]).guards('mix')).toEqual(['parts-missing'])
})

test('a break in any part refuses it', () => {
  expect(of([300, 100, 100, 100], [320, 120, '100 [b]', 100]).guards('mix')).toEqual(['break-in-series'])
  expect(of([300, 100, '100 [b]', 100], [320, 120, 100, 100]).guards('mix')).toEqual([])
})

test('a share names its part and its base', () => {
  const found = of([300, 100, 100, 100], [320, 120, 120, 80])
  const share = found.claim('share', '', 'inspector-share')
  expect(share).toMatchObject({ base: 'officers', countsBeside: false, compared: true, relation: 'same', apart: 0 })
  expect(['share', 'part', 'of', 'national'].map((role) => found.figure(share, role))).toEqual([0.25, 80, 320, 0.25])
  expect(of([300, 100, 100, 100], [320, 120, 120, 80], 'everywhere').claim('share', '', 'inspector-share')).toMatchObject({ compared: false }) // biome-ignore format: a case
})

test('a share has a value on both sides, a base of 50 or more, and a part within it', () => {
  const guards = (...now: (number | string)[]) => of([300, 100, 100, 100], now).guards('share', 'inspector-share')
  expect(guards(320, 120, 120, '[c]')).toEqual(['no-value'])
  expect(guards('[c]', 120, 120, 80)).toEqual(['no-value'])
  expect(guards(49.9, 20, 20, 9.9)).toEqual(['small-base'])
  expect(guards(50, 20, 20, 10)).toEqual([])
  expect(guards(0, 0, 0, 0)).toEqual(['zero-base'])
  expect(guards(100, 0, 0, 101)).toEqual(['parts-unequal'])
  expect(of([1, 1, 1, 1], [99, 33, 33, 33]).claim('share', '', 'inspector-share')).toMatchObject({ countsBeside: true })
})

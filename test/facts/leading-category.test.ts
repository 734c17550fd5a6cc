import { expect, test } from 'vitest'
import { type AreaCells, joined } from '../fixtures/joined.ts'
import { type Changes, words } from '../fixtures/small.ts'

const rest: AreaCells = { resigned: [1, 4000], retired: [1, 6000] }
const facts = (here: AreaCells, more: AreaCells = {}, area = 'north', changes: Changes = {}) =>
  joined({ north: here, rest: { ...rest, ...more } }, { area, changes })
const leading = (resigned: number | string, retired: number | string, more: AreaCells = {}) =>
  facts({ resigned: [1, resigned], retired: [1, retired] }, more)
const claim = (...args: Parameters<typeof leading>) => leading(...args).claim('leading-category', 'reason', 'leavers')
const alone = { breakdowns: { service: undefined, 'in-service': undefined } }
const guards = (resigned: number | string, retired: number | string) =>
  facts({ resigned: [1, resigned], retired: [1, retired] }, {}, 'north', alone).guards('leading-category', 'leavers')

test('the biggest part is told with its share, the next, and whether the whole has the same', () => {
  expect(claim(120, 80)).toMatchObject({ part: 'resigned', nextPart: 'retired', wholePart: 'retired', differs: true, most: true }) // biome-ignore format: a claim
  expect(claim(80, 120)).toMatchObject({ part: 'retired', wholePart: 'retired', differs: false })
  const found = leading(120, 80)
  const roles = ['now', 'next', 'of', 'share', 'wholeShare']
  const values = roles.map((role) => found.figure(found.claim('leading-category', 'reason', 'leavers'), role))
  expect(values.slice(0, 4)).toEqual([120, 80, 200, 0.6])
  expect(values[4]).toBeCloseTo(6080 / 10_200, 9)
})

test('most is more than half', () => {
  const third = {
    measures: { long: { role: 'part' } },
    breakdowns: { reason: { parts: ['resigned', 'short', 'long'] } },
  }
  const of = (resigned: number, short: number, long: number) =>
    facts({ resigned: [1, resigned], retired: [1, short + long], short: [1, short], long: [1, long] }, {}, 'north', third)
      .claim('leading-category', 'reason', 'leavers')?.['most'] // biome-ignore format: a call
  expect(of(101, 50, 50)).toBe(true)
  expect(of(100, 50, 50)).toBe(false)
})

test('the whole has its own, compared with nothing', () => {
  const found = facts({ resigned: [1, 10], retired: [1, 90] }, {}, 'everywhere')
  expect(found.claim('leading-category', 'reason', 'leavers')).toMatchObject({ part: 'retired', wholePart: '', differs: false }) // biome-ignore format: a claim
})

test('where the whole has none, the area is compared with nothing', () => {
  expect(claim(120, 80, { resigned: [1, '[c]'] })).toMatchObject({ part: 'resigned', wholePart: '', differs: false })
  expect(claim(120, 80, { resigned: [1, 5960] })).toMatchObject({ wholePart: '', differs: false })
})

test('parts that are level, exactly or in print, have no leader', () => {
  expect(guards(100, 100)).toEqual(['parts-level'])
  expect(guards(100.4, 99.6)).toEqual(['parts-level'])
  expect(guards(100.6, 100.4)).toEqual([])
})

test('a part without a value, a small base and none at all refuse it', () => {
  expect(guards(100, '[c]')).toEqual(['parts-missing'])
  expect(guards(29, 20)).toEqual(['small-base'])
  expect(guards(30, 20)).toEqual([])
  expect(guards(0, 0)).toEqual(['zero-base'])
})

test('parts that do not add up refuse it, for that breakdown alone', () => {
  const off = facts({ resigned: [1, 120], retired: [1, 80], short: [1, 90], long: [1, 111] })
  expect(off.claims('leading-category', 'leavers')).toHaveProperty('reason')
  expect(off.found.refusals.find((r) => r.kind === 'leading-category' && r.guard === 'parts-unequal')?.seen).toBe('north') // biome-ignore format: a case
  const half = facts({ resigned: [1, 120], retired: [1, 80], short: [1, 90], long: [1, 110.5] })
  expect(half.claims('leading-category', 'leavers')).toHaveProperty('service')
})

test('a part below nought, left by two tables that disagree, is no part and leads nothing', () => {
  const changes: Changes = {
    measures: { rest: { difference: 'leavers', less: 'short', words: words('rest') } },
    breakdowns: { service: { parts: ['short', 'rest'] } },
  }
  const of = (short: number) =>
    facts({ resigned: [100, 120], retired: [100, 80], short: [50, short] }, {}, 'north', changes)
  expect(of(150).claims('leading-category', 'leavers')).toHaveProperty('service')
  expect(of(210).claims('leading-category', 'leavers')).not.toHaveProperty('service')
  expect(of(210).guards('leading-category', 'leavers')).toEqual(['parts-unequal'])
  expect(of(210).guards('mix', 'leavers')).toEqual(['parts-unequal'])
  expect(of(150).guards('mix', 'leavers')).toEqual([])
})

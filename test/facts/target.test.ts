import { expect, test } from 'vitest'
import { type AreaCells, type AreasCells, joined } from '../fixtures/joined.ts'

/** Extra officers beside a target, and in the edition before. */
const one = (extra: number | string | null, target: number | string = 100, first?: number | string): AreaCells => ({
  resigned: [1],
  retired: [1],
  extra: [extra],
  target: [target],
  ...(first === undefined ? {} : { extraFirst: [first] }),
})
const three: AreasCells = { north: one(90), south: one(100), east: one(120) }
const facts = (more: AreasCells = {}, area?: string, expected?: number) =>
  joined({ ...three, ...more }, { ...(area ? { area } : {}), ...(expected ? { expect: expected } : {}) })
const own = (more: AreasCells, area = 'north') => facts(more, area).claim('target', 'uplift', 'extra')
const areas = (more: AreasCells = {}) => facts(more).claim('target', 'uplift-areas', 'extra')
const refused = (more: AreasCells, area?: string, expected?: number) =>
  facts(more, area, expected).found.refusals.flatMap((r) => (r.kind === 'target' ? [`${r.guard} ${r.seen}`] : []))

test('an area met its target, missed it, or met it exactly', () => {
  const found = facts({}, 'north')
  const claim = found.claim('target', 'uplift', 'extra')
  expect(claim).toMatchObject({ met: false, exact: false, only: true, revised: false, byPeriod: '2011' })
  expect(['now', 'target', 'by'].map((role) => found.figure(claim, role))).toEqual([90, 100, -10])
  expect(own({}, 'south')).toMatchObject({ met: true, exact: true, only: false })
  expect(own({}, 'east')).toMatchObject({ met: true, exact: false, only: false })
})

test('the whole says how many areas missed, and names them up to five', () => {
  const found = facts()
  const claim = found.claim('target', 'uplift-areas', 'extra')
  expect(claim).toMatchObject({ of: 'areas', missed: 1, names: ['north'] })
  expect(['count', 'among', 'value0'].map((role) => found.figure(claim, role))).toEqual([1, 3, -10])
  expect(found.claim('target', 'uplift', 'extra')).toMatchObject({ met: true, only: false })
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`p${i}`, one(90)]))
  expect(areas({ ...many, north: one(100) })).toMatchObject({ missed: 6, names: [] })
})

test('the only one to miss is the only one of all', () => {
  expect(own({ south: one(99) })).toMatchObject({ met: false, only: false })
  expect(own({ south: one(101) })).toMatchObject({ met: false, only: true })
})

test('where an area is missing nobody is the only one, and what the areas did is not told', () => {
  for (const gone of [one(null), one('[c]'), one(120, '[c]')]) {
    expect(own({ east: gone })).toMatchObject({ met: false, only: false })
    expect(refused({ east: gone }, 'north')).toEqual(['areas-missing east'])
    expect(areas({ east: gone })).toBeUndefined()
    expect(refused({ east: gone })).toContain('areas-missing east')
    expect(own({ east: gone }, 'south')).toMatchObject({ met: true })
    expect(refused({ east: gone }, 'south')).toEqual([])
  }
  expect(refused({}, 'north', 4)).toEqual(['areas-missing 3 of 4'])
  expect(facts({}, undefined, 4).claim('target', 'uplift-areas', 'extra')).toBeUndefined()
})

test('without a number or a target nothing is told', () => {
  expect(refused({ north: one('[c]') }, 'north')).toEqual(['no-value 2011'])
  expect(refused({ north: one(90, '[x]') }, 'north')).toEqual(['no-value 2011'])
})

test('met in one edition and missed in the other is for an editor to settle', () => {
  expect(refused({ north: one(90, 100, 101) }, 'north')).toEqual(['editions-differ 101'])
  expect(own({ north: one(90, 100, 101) })).toBeUndefined()
  expect(own({ north: one(90, 100, 99) })).toMatchObject({ met: false, revised: true, first: 'extra-first@north@2011' })
  expect(own({ north: one(90, 100, 90) })).toMatchObject({ revised: false })
  expect(own({ north: one(110, 100, 100) })).toMatchObject({ met: true, revised: true })
})

test('nor is anybody the only one while the editions differ over another', () => {
  expect(own({ east: one(120, 100, 99) })).toMatchObject({ met: false, only: false })
  expect(refused({ east: one(120, 100, 99) }, 'north')).toEqual(['editions-differ east'])
  expect(areas({ east: one(120, 100, 99) })).toBeUndefined()
  expect(areas({ east: one(120, 100, 101) })).toMatchObject({ missed: 1 })
})

test('missed by less than print shows is not told, of the area or of all', () => {
  expect(refused({ north: one(99.6) }, 'north')).toEqual(['within-rounding 99.6'])
  expect(refused({ north: one(99.4) }, 'north')).toEqual([])
  expect(own({ north: one(100.4) })).toMatchObject({ met: true, exact: false })
  expect(areas({ east: one(99.6) })).toBeUndefined()
})

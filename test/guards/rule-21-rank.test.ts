import { expect, test } from 'vitest'
import { many } from '../fixtures/found.ts'
import type { AreaCells, AreasCells } from '../fixtures/joined.ts'
import { flows, stocks, tell } from './road.ts'

test('with 42 of 43 areas present nobody has the biggest rise of 43', async () => {
  const series = { ...many(43, [1000, 1010]), p0: [1000, 1200] }
  const anyRank = /biggest|\b43\b|\b42\b|any place|No place|[Oo]nly|[Aa]ll places/
  for (const gone of ['', '[c]']) {
    const told = tell(await stocks({ ...series, p42: [1000, gone] }), 'p0')
    expect(told.claims('rank')).toEqual({})
    expect(new Set(told.guards('rank'))).toEqual(new Set(['areas-missing']))
    expect(told.text).not.toMatch(anyRank)
  }
  const short = tell(await stocks({ ...many(42, [1000, 1010]), p0: [1000, 1200] }, { expect: 43 }), 'p0')
  expect(short.guards('rank')).toContain('areas-missing')
  expect(short.text).not.toMatch(anyRank)
  const full = tell(await stocks(series), 'p0')
  expect(full.text).toMatch(/biggest percentage rise/)
  expect(full.text).toMatch(/of (the )?43 places/)
})

test('areas that tie are joint, and the next one counts them all: 1, 1, 3, 4', async () => {
  const series = {
    north: [1000, 1200],
    south: [1000, 1200],
    east: [1000, 1150],
    west: [1000, 1100],
    ...many(4, [1000, 1010]),
  }
  const of = async (area: string, more = {}) => tell(await stocks({ ...series, ...more }), area)
  const south = await of('south')
  expect(south.text).toMatch(/joint biggest/)
  expect(south.text.replaceAll('joint biggest', '')).not.toMatch(/biggest|No place|a bigger|[Oo]nly/)
  const east = await of('east')
  expect(east.claim('rank', 'percent-large')).toMatchObject({ rank: 3, joint: false })
  expect(east.text).not.toMatch(/second/)
  expect(east.text).toMatch(/third biggest/)
  // Without the tie the same area of the south is second, behind one.
  const clean = await of('south', { south: [1000, 1180] })
  expect(clean.text).toMatch(/second biggest/)
  expect(clean.text).not.toMatch(/joint/)
})

test('behind only names exactly as many areas as are ahead', async () => {
  const of = async (south: number) =>
    tell(
      await stocks({
        north: [1000, 1200],
        south: [1000, south],
        east: [1000, 1150],
        west: [1000, 1100],
        ...many(4, [1000, 1010]),
      }),
      'east',
    )
  const behind = (text: string) => text.match(/(?:[Oo]nly|behind only) ([A-Z]\w+(?:(?:, | and )[A-Z]\w+)*)/)?.[1]
  // 1,200 and 1,200 are ahead of 1,150; then 1,200 alone.
  expect(behind((await of(1200)).text)).toBe('North and South')
  expect(behind((await of(1120)).text)).toBe('North')
  // Level with the one of the south, nobody is only behind the north.
  const joint = await of(1150)
  expect(joint.claim('rank', 'percent-large')).toMatchObject({ rank: 2, joint: true, behindOnly: false })
  expect(behind(joint.text)).toBeUndefined()
  expect(joint.text).toMatch(/joint second biggest/)
})

test('the only one to lose officers is the only one of all areas, present and seen', async () => {
  const of = async (more: Record<string, (number | string)[]>) =>
    tell(await stocks({ ...many(20, [1000, 1010]), north: [1000, 900], ...more }), 'north')
  const only = /the only|alone among|[Oo]nly/
  const missing = await of({ p7: [1000, '[c]'] })
  expect(missing.guards('spread')).toContain('areas-missing')
  expect(missing.text).not.toMatch(only)
  // It lost less than print shows, and lost all the same.
  const unseen = await of({ p7: [1000, 999.6] })
  expect(unseen.claim('spread', 'against')).toBeUndefined()
  expect(unseen.guards('spread')).toContain('within-rounding')
  expect(unseen.text).not.toMatch(only)
  expect((await of({})).text).toMatch(/the only (local )?place|alone among/)
})

test('all areas rose only where every one of them rose', async () => {
  const of = async (last: number) => tell(await stocks({ ...many(5, [1000, 1010]), north: [1000, last] }))
  const level = await of(1000)
  expect(level.claim('spread')).toMatchObject({ all: false })
  expect(level.text).not.toMatch(/\ball (six|6)\b/i)
  expect((await of(1001)).text).toMatch(/at all six places/)
})

const one = (resigned: number | string, retired = 500): AreaCells => ({
  resigned: [380, resigned],
  retired: [500, retired],
})
const shares = (last = one(300)): AreasCells => ({
  ...Object.fromEntries(Array.from({ length: 43 }, (_, i) => [`p${i}`, one(400 - i)])),
  p42: last,
})

test('a share is ranked of the 42 areas with figures, and behind nobody by name', async () => {
  // Nobody left the last one, so that it has no share and the nation has one; or it is suppressed, and there is neither.
  const none = tell(await flows(shares(one(0, 0))), 'p1')
  expect(none.text).toMatch(/second highest.* of the 42 places with figures/)
  for (const told of [none, tell(await flows(shares(one('[c]'))), 'p1')]) {
    expect(told.claim('rank', 'level-large', 'resignation-share')).toMatchObject({ rank: 2, behindOnly: false })
    expect(told.text).not.toMatch(/43 places|[Oo]nly P0|behind/)
  }
  const full = tell(await flows(shares()), 'p1')
  expect(full.text).toMatch(/[Oo]nly P0|behind only P0/)
  expect(full.text).not.toMatch(/with figures/)
})

test('a place from the other end is the lowest, and neither good nor bad', async () => {
  const { text } = tell(await flows(shares()), 'p42')
  expect(text).toMatch(/lowest share/)
  expect(text).not.toMatch(/highest share|\b(best|worst|good|bad|better|worse)\b/i)
})

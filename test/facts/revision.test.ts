import { expect, test } from 'vitest'
import { joined } from '../fixtures/joined.ts'

const facts = (extra: number | string, first?: number | string | null, area = 'north') =>
  joined(
    {
      north: { resigned: [1], retired: [1], extra: [extra], target: [100], extraFirst: first === undefined ? [] : [first] },
      south: { resigned: [1], retired: [1], extra: [50], target: [100], extraFirst: [50] },
    },
    { area },
  ) // biome-ignore format: areas
const revision = (extra: number, first: number) => facts(extra, first).claim('revision', '', 'extra')

test('a figure that differs from the edition before is told with both and the difference', () => {
  const found = facts(234, 236)
  const claim = found.claim('revision', '', 'extra')
  expect(claim).toMatchObject({ direction: 'down', ofPeriod: '2011', now: 'extra@north@2011', was: 'extra-first@north@2011' }) // biome-ignore format: a claim
  expect(['now', 'was', 'by'].map((role) => found.figure(claim, role))).toEqual([234, 236, -2])
  expect(revision(236, 234)).toMatchObject({ direction: 'up' })
})

test('nothing revised is no revision, and no refusal', () => {
  expect(revision(236, 236)).toBeUndefined()
  expect(facts(236, 236).guards('revision', 'extra')).toEqual([])
})

test('revised by less than print shows is not told', () => {
  expect(facts(236.4, 235.6).guards('revision', 'extra')).toEqual(['within-rounding'])
  expect(revision(236.6, 236.4)).toMatchObject({ direction: 'up' })
})

test('a figure that one edition lacks is no revision', () => {
  expect(facts('[c]', 236).guards('revision', 'extra')).toEqual(['no-value'])
  expect(facts(236, '[c]').guards('revision', 'extra')).toEqual(['no-value'])
  expect(facts(236).guards('revision', 'extra')).toEqual(['no-value'])
  expect(facts(0, 0).guards('revision', 'extra')).toEqual([])
})

test('the whole is revised where its areas are, all being there', () => {
  expect(facts(234, 236, 'everywhere').claim('revision', '', 'extra')).toMatchObject({ direction: 'down' })
  expect(facts(234, undefined, 'everywhere').guards('revision', 'extra')).toEqual(['no-value'])
})

test('a measure without an earlier edition is never revised', () => {
  expect(facts(234, 236).guards('revision', 'target')).toEqual([])
  expect(facts(234, 236).claims('revision', 'target')).toEqual({})
})

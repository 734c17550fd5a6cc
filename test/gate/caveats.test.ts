import { expect, test } from 'vitest'
import { gateCaveats, isSameAgain } from '../../src/gate/caveats.ts'
import type { GateFinding } from '../../src/gate/finding.ts'

const finding = (more: Partial<GateFinding>): GateFinding => ({
  severity: 'look', kind: 'jump', table: 'main', areas: [], where: [], text: 'Odd.', todo: 'Ask.', ...more,
}) // biome-ignore format: a value

test('an open gate says nothing', () => {
  expect(gateCaveats([finding({ severity: 'note', kind: 'next-period' })], 'small')).toEqual([])
})

test('what stops it stands first, what is about the own area before the rest', () => {
  const all = [
    finding({ severity: 'stop', kind: 'period-gone', text: 'Gone.' }),
    finding({ text: 'Of north.', areas: ['north'] }),
    finding({ text: 'Of south.', areas: ['south'] }),
  ]
  expect(gateCaveats(all, 'small', 'south')).toEqual([
    'Stopped at the gate: Gone. Ask.',
    'Not for use until the gate opens: nib gate small with the same files says more.',
    'Of south. Ask.',
    'Of north. Ask.',
  ])
})

test('of many, ten are told and the rest counted', () => {
  const said = gateCaveats(Array.from({ length: 13 }, (_, i) => finding({ text: `${i}.` })), 'small') // biome-ignore format: a call
  expect(said).toHaveLength(11)
  expect(said.at(-1)).toBe('And 3 more: run nib gate small.')
})

test('of revisions the three biggest are told', () => {
  const revision = (says: string) => ({ measure: 'm', area: 'A', period: '2020', from: 1, to: 2, says, where: {} })
  const [said] = gateCaveats([finding({ kind: 'revised', revisions: ['a', 'b', 'c', 'd'].map(revision) })], 'small')
  expect(said).toBe('Odd. The biggest: a; b; c. Ask.')
})

test('the shipped table over again has nothing to say, but not where another table is new or wrong', () => {
  const again = finding({ severity: 'stop', kind: 'same-again' })
  expect(isSameAgain([again])).toBe(true)
  expect(gateCaveats([again], 'small')).toEqual([])
  expect(isSameAgain([again, finding({ severity: 'note', kind: 'next-period', table: 'other' })])).toBe(false)
  expect(isSameAgain([again, finding({})])).toBe(false)
})

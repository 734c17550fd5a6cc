import { expect, test } from 'vitest'
import { formats } from '../../src/archive/store.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { asOf, freed, freeFrom, isFit, withhold } from '../../src/embargo.ts'
import { prepare } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { library, workforce } from '../fixtures/desk.ts'

const desk = await workforce()
const at = (publishedAt: string | null, now: Date | null): Brief =>
  draft({ ...desk, publishedAt }, prepare(desk, library, realEffects(), { edition: 'local' }), 0, now)

const second = 1000
/** What London’s clocks show, and the instant that is: read off when clocks change, not worked out here. */
const instants: [string, string][] = [
  ['2024-07-24T09:30', '2024-07-24T08:30:00Z'],
  ['2024-01-31T09:30', '2024-01-31T09:30:00Z'],
  ['2024-03-31T02:30', '2024-03-31T01:30:00Z'],
  ['2024-10-27T01:30', '2024-10-27T01:30:00Z'],
  ['2024-10-27T01:30:00+01:00', '2024-10-27T00:30:00Z'],
]
test.each(instants)('%s: withheld a second before, free at the second itself', (stated, instant) => {
  const out = new Date(instant)
  const before = at(stated, new Date(out.getTime() - second))
  expect(before).toMatchObject({ usable: false, withheld: ['embargo'], embargoedUntil: stated })
  for (const make of [formats.md, formats.html, formats.txt])
    expect(make(before)).toContain('WITHHELD: EMBARGOED UNTIL')
  const now = at(stated, out)
  expect(now).toMatchObject({ usable: true, withheld: [], embargoedUntil: null })
  for (const make of [formats.md, formats.html, formats.txt]) expect(make(now)).not.toContain('WITHHELD')
})

test('an hour of the night when clocks go back comes twice: the first time does not free it', () => {
  expect(at('2024-10-27T01:30', new Date('2024-10-27T00:30:00Z')).usable).toBe(false)
})

test('without a time, or a clock, a draft is withheld', () => {
  expect(at(null, new Date('2999-01-01T00:00:00Z'))).toMatchObject({ usable: false, withheld: ['embargo'] })
  expect(at('2024-07-24T09:30', null)).toMatchObject({ usable: false, embargoedUntil: '2024-07-24T09:30' })
})

test('an embargo is laid and lifted by the clock alone, and nothing else is lifted with it', () => {
  const kept = at('2024-07-24T09:30', null)
  const out = new Date('2024-07-24T08:30:00Z')
  expect(asOf(asOf(kept, out), null)).toEqual(kept)
  expect(asOf(kept, out)).toEqual(at('2024-07-24T09:30', out))
  for (const reason of ['sample', 'read-back', 'gate'] as const) {
    const stopped = withhold(kept, reason)
    expect(isFit(stopped)).toBe(false)
    expect(asOf(stopped, out)).toMatchObject({ usable: false, withheld: [reason] })
    expect(freed(stopped)).toMatchObject({ usable: false, withheld: [reason] })
  }
  expect(freed(kept)).toMatchObject({ usable: true, embargoedUntil: null })
})

test('a draft that does not say why it is not usable is never freed', () => {
  const { withheld: _, ...old } = at('2024-07-24T09:30', null)
  expect(asOf(old, new Date('2999-01-01T00:00:00Z')).usable).toBe(false)
})

test('a publication that is put off holds drafts made before, and one that is brought forward frees none', () => {
  const made = at('2024-07-24T09:30', null)
  expect(freeFrom(made, '2024-07-24T14:00')).toEqual(new Date('2024-07-24T13:00:00Z'))
  expect(freeFrom(made, '2024-07-24T09:00')).toEqual(new Date('2024-07-24T08:30:00Z'))
  expect(freeFrom(made, null)).toBeNull()
  expect(freeFrom(at(null, null), '2024-07-24T09:30')).toBeNull()
})

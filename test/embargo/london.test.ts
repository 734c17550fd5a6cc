import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, isoInLondon, saidInLondon } from '../../src/london.ts'

/** Read off published tables of when clocks change: the last Sundays of March and October, at 01:00 GMT. */
const cases: [string, string | null, string][] = [
  ['2024-07-24T09:30', '2024-07-24T08:30:00Z', 'summer'],
  ['2024-01-31T09:30', '2024-01-31T09:30:00Z', 'winter'],
  ['2024-07-24T09:30:00+01:00', '2024-07-24T08:30:00Z', 'an offset stands as it is'],
  ['2024-07-24T09:30:00Z', '2024-07-24T09:30:00Z', 'an offset that is not London’s'],
  ['2024-03-31T00:59:59', '2024-03-31T00:59:59Z', 'a second before clocks go forward'],
  ['2024-03-31T01:00', null, 'the hour that is left out'],
  ['2024-03-31T01:59:59', null, 'its last second'],
  ['2024-03-31T02:00', '2024-03-31T01:00:00Z', 'the first second of summer time'],
  ['2024-10-27T00:59:59', '2024-10-26T23:59:59Z', 'before the hour that comes twice'],
  ['2024-10-27T01:00', '2024-10-27T01:00:00Z', 'that hour: the second time'],
  ['2024-10-27T01:30', '2024-10-27T01:30:00Z', 'in it: the second time'],
  ['2024-10-27T02:00', '2024-10-27T02:00:00Z', 'after it'],
  ['2024-02-30T09:30', null, 'no such day'],
  ['2024-07-24T24:30', null, 'no such hour'],
  ['tomorrow', null, 'no time'],
]
test.each(cases)('%s is %s: %s', (text, instant) => {
  expect(instantOf(text)).toEqual(instant === null ? null : new Date(instant))
})

test('an instant is told as clocks in London show it', () => {
  expect(saidInLondon(new Date('2024-07-24T08:30:00Z'))).toBe('9.30am on Wednesday July 24 2024 (BST)')
  expect(saidInLondon(new Date('2024-01-31T00:05:07Z'))).toBe('12.05.07am on Wednesday January 31 2024 (GMT)')
  expect(saidInLondon(new Date('2024-10-27T12:00:00Z'))).toBe('12.00pm on Sunday October 27 2024 (GMT)')
})

test('every instant is found again from how London shows it, whatever the time zone here', () => {
  const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2040, 0) / 1000 })
  fc.assert(
    fc.property(seconds, (s) => {
      const at = new Date(s * 1000)
      expect(instantOf(isoInLondon(at))).toEqual(at)
      // Without the offset it is the same instant, or, in the hour that comes twice, one that clocks show alike, an hour later.
      const again = instantOf(isoInLondon(at).slice(0, 19))!
      expect([0, 3_600_000]).toContain(again.getTime() - at.getTime())
      expect(isoInLondon(again).slice(0, 19)).toBe(isoInLondon(at).slice(0, 19))
    }),
    { numRuns: 2000 },
  )
})

import { expect, test } from 'vitest'
import { clauseIn, clauseOf, didIn } from '../../src/prose/clause.ts'

test.each([
  ['left', true, 'who left', 'in Kent who left', 'in Kent left'],
  ['sank', false, 'that sank', 'in Kent that sank', 'in Kent sank'],
  ['were recorded', false, 'recorded', 'recorded in Kent', 'were recorded in Kent'],
  ['were recorded', true, 'recorded', 'recorded in Kent', 'were recorded in Kent'],
  ['were lost at sea', false, 'that were lost at sea', 'in Kent that were lost at sea', 'in Kent were lost at sea'],
  [
    'were dismissed or left',
    true,
    'who were dismissed or left',
    'in Kent who were dismissed or left',
    'in Kent were dismissed or left',
  ],
])('“%s” of people (%s) is said as “%s”, “%s” and “%s”', (did, people, clause, placed, verb) => {
  expect(clauseOf(did, people)).toBe(clause)
  expect(clauseIn(clause, 'in Kent')).toBe(placed)
  expect(didIn(did, 'in Kent')).toBe(verb)
})

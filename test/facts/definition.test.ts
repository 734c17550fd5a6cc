import { expect, test } from 'vitest'
import { joined } from '../fixtures/joined.ts'

const facts = (resigned: number | string, area = 'north') =>
  joined({ north: { resigned: [resigned], retired: [100] }, south: { resigned: [50], retired: [50] } }, { area })

test('what a measure counts is told in the words of the definition, with no figure', () => {
  const found = facts(50).found.claims.find(({ kind }) => kind === 'definition')
  expect(found).toMatchObject({ measure: 'resigned-share', figures: [], params: { explains: 'resigning' } })
  expect(JSON.stringify(found?.params)).toContain('Chose to leave.')
  expect(facts(50, 'everywhere').found.claims.some(({ kind }) => kind === 'definition')).toBe(true)
})

test('where there is nothing of it to tell, neither is what it counts', () => {
  expect(facts('[c]').found.claims.some(({ kind }) => kind === 'definition')).toBe(false)
  expect(facts('[c]', 'everywhere').found.claims.some(({ kind }) => kind === 'definition')).toBe(false)
  expect(facts('[c]', 'south').found.claims.some(({ kind }) => kind === 'definition')).toBe(true)
})

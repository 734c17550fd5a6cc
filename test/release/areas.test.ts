import { expect, test } from 'vitest'
import { realEffects } from '../../src/effects.ts'
import { near } from '../../src/near.ts'
import { findArea } from '../../src/release/areas.ts'
import { loadRelease, releaseNames } from '../../src/release/load.ts'
import { library } from '../fixtures/desk.ts'
import { load, places, problems } from '../fixtures/small.ts'

const { areas } = loadRelease('police-workforce', library, realEffects())
const key = (typed: string) => findArea(areas, typed).key
const missed = (typed: string) => problems(() => findArea(areas, typed))

test('an area is found by its key, its code and every form of its name', () => {
  for (const area of areas.listed)
    for (const name of [area.key, area.code!, area.full, area.name, area.list, ...area.names, ...area.aliases])
      expect(key(name)).toBe(area.key)
})

test.each([
  ['London, City of', 'city-of-london'],
  ['avon & somerset', 'avon-and-somerset'],
  ['AVON AND SOMERSET', 'avon-and-somerset'],
  ['avon-and-somerset', 'avon-and-somerset'],
  ['the Met', 'metropolitan-police'],
  ['met', 'metropolitan-police'],
  ['herts', 'hertfordshire'],
  ['  Hertfordshire   Constabulary ', 'hertfordshire'],
  ['dyfed powys', 'dyfed-powys'],
  ['e23000027', 'hertfordshire'],
  ['Hértfordshire', 'hertfordshire'],
  ['whole', 'england-and-wales'],
  ['England & Wales', 'england-and-wales'],
])('%s is %s', (typed, wanted) => expect(key(typed)).toBe(wanted))

test('a near miss is answered with the name that was meant', () => {
  expect(missed('Hertfordshir')[0]?.text).toContain('Did you mean “hertfordshire”?')
  expect(missed('Cheshrie')[0]?.code).toBe('unknown-area-name')
  expect(missed('Atlantis')[0]?.text).not.toContain('Did you mean')
})

test.each(['', ' ', '???', '&&', 'the', 'the force', '\u202e', 'constructor'])('“%s” is no area', (typed) => {
  expect(missed(typed).map(({ code }) => code)).toEqual(['unknown-area-name'])
  expect(problems(() => findArea(load({ ...base }, places).areas, typed))).toHaveLength(1)
})
const base = load().definition as unknown as Record<string, unknown>

test('what was typed cannot steer a terminal', () => {
  expect(missed('\u001b[2Jherts\u202e')[0]?.text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('a name is near another by a third of its letters', () => {
  expect(near('offical', ['official', 'sample'])).toBe('official')
  expect(near('Nroth', ['South', 'North'])).toBe('North')
  expect(near('md', ['html', 'txt'])).toBeNull()
  expect(near('xx', ['pa'])).toBeNull()
  expect(near('x', [])).toBeNull()
  expect(near('x'.repeat(1e5), ['y'.repeat(1e5)])).toBeNull()
})

test('a release that is not there is answered with those that are', () => {
  const found = problems(() => loadRelease('police-workfroce', library, realEffects()))
  expect(found.map(({ code }) => code)).toEqual(['unknown-release'])
  expect(found[0]?.text).toContain('Did you mean “police-workforce”?')
  for (const name of ['../data/police-workforce', '', 'areas', 'Police-Workforce', 'a/b'])
    expect(problems(() => loadRelease(name, library, realEffects())).map(({ code }) => code)).toEqual([
      'unknown-release',
    ])
  expect(releaseNames(library, realEffects())).toContain('police-workforce')
})

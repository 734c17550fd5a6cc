import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { open, prepare } from '../../src/pipeline.ts'
import { findArea } from '../../src/release/areas.ts'
import { markdown } from '../../src/render/markdown.ts'
import { after, library } from '../fixtures/desk.ts'

/** A case is a folder: what was asked for beside the draft that an editor approved. A new case is a new folder, with no code. */
interface Case {
  release: string
  area: string
  edition: string
  style?: string
  period?: string
  /** The data of a library of tests, in place of the shipped one. */
  data?: string
}

const here = import.meta.dirname
const cases = readdirSync(here).filter((name) => existsSync(join(here, name, 'case.yaml')))
const renew = process.env['NIB_RENEW'] === '1'

test.each(cases)('%s reads as approved', async (name) => {
  const { release, area, data, ...choice } = parse(readFileSync(join(here, name, 'case.yaml'), 'utf8')) as Case
  const from = data === undefined ? library : { ...library, data: join(here, '..', data) }
  const desk = await open(release, from, realEffects())
  const key = findArea(desk.release.areas, area).key
  const order = prepare(desk, from, realEffects(), choice)
  const made = markdown(draft(desk, order, desk.table.areas.findIndex((a) => a.key === key), after))
  const golden = join(here, name, 'brief.md')
  if (renew) writeFileSync(golden, made)
  const hint = 'Read the difference as an editor would. If it is right, renew: npm run goldens, and review the diff.'
  expect(made, hint).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '')
})

test('the nation and six forces or more are among the cases', () => {
  expect(cases).toEqual(expect.arrayContaining(['national', 'hertfordshire', 'metropolitan-police', 'city-of-london']))
  expect(cases.length).toBeGreaterThanOrEqual(7)
})

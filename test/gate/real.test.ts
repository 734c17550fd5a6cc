import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gate, gateLevels } from '../../src/gate/gate.ts'
import { open, realEffects } from '../../src/index.ts'
import { levelsOf } from '../../src/pipeline.ts'
import { readCsv } from '../../src/read/csv.ts'
import { buildTable } from '../../src/table/build.ts'
import { leavers, library, workforce } from '../fixtures/desk.ts'
import { kindsOf } from './made-up.ts'

const shipped = readFileSync(join(library.data, 'police-workforce/workforce.csv'), 'utf8')

test('the police workforce of 2023, after that of 2022, opens the gate', async () => {
  const { release, table, sheets } = await workforce()
  const text = shipped.replace(/^2023,.*\n/gm, '')
  const before = { workforce: readCsv(new TextEncoder().encode(text), 'workforce.csv') }
  const then = { sheets: before, table: buildTable(release, before) }
  const findings = gate(release, { table, sheets }, then, ['workforce'])
  expect(findings.map(({ severity, text }) => [severity, text])).toEqual([
    ['note', 'One new period, 31 March 2023, follows 31 March 2022.'],
  ])
})

/** What the gate finds of each year step; each stands so in the published table. */
const steps: Record<string, string[]> = {
  // Essex in 2008 is at 78% of its headcount: a fault in the data.
  2008: ['off-headcount Police officers (FTE) on 31 March 2008'],
  // Cleveland's and Lincolnshire's staff fell far; Staffordshire's special constables rose by a third.
  2011: ['jump Staffordshire, special constables', 'jump Cleveland, paid police workforce'],
  2013: ['jump Lincolnshire, paid police workforce'],
  // Essex's PCSOs fell by more than half, and Norfolk's to nought.
  2017: ['jump Essex, police community support officers'],
  2019: ['zero Norfolk, police community support officers'],
}

test('no year step of the police workforce cries wolf', async () => {
  const desk = await workforce()
  const said = desk.table.periods.slice(1).map(({ id }) => {
    const findings = gate(desk.release, desk, desk, ['workforce'], id)
    expect(findings.filter((f) => f.severity === 'stop')).toEqual([])
    return [id, findings.flatMap((f) => (f.severity === 'look' ? [`${f.kind} ${f.text.split(/:|, far/)[0]}`] : []))]
  })
  expect(said).toHaveLength(16)
  expect(Object.fromEntries(said.filter(([, looks]) => looks!.length > 0))).toEqual(steps)
})

test('nor does one of the police leavers: seven findings in its 17 years, all of large moves', async () => {
  const desk = await leavers()
  const counts = desk.table.periods.slice(-17).map(({ id }) => kindsOf(gate(desk.release, desk, desk, Object.keys(desk.release.definition.tables), id)).length) // biome-ignore format: a call
  expect(counts).toEqual([1, 0, 2, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1])
})

test('nor of children’s social work, with its rates, regions and councils that came and went', async () => {
  const desk = await open('childrens-social-work', library, realEffects())
  const levels = levelsOf(desk, library, realEffects()).map((one) => ({ release: one.release, now: one, then: one }))
  const steps = desk.table.periods.slice(1).map(({ id }) => gateLevels(levels, ['flows', 'stocks'], id))
  expect(steps.map((found) => kindsOf(found).length)).toEqual([5, 1, 6, 8, 7, 6, 3, 4])
  const said = steps.flat().filter((f) => f.severity !== 'note')
  expect(said.filter((f) => f.severity === 'stop')).toEqual([])
  // 73 left in the year before, and the publisher's own table has nought.
  expect(said.map((f) => f.text).join('\n')).toContain('Manchester, children\'s social workers leaving: 0 in year to September 2022, where it was 73') // biome-ignore format: a call
})

import { expect, test } from 'vitest'
import { type Desk, draft, prepare, realEffects } from '../../src/index.ts'
import { after, library } from '../fixtures/desk.ts'
import type { AreaCells } from '../fixtures/joined.ts'
import { csvOf, edited, openWith } from '../fixtures/leavers-given.ts'
import { flows, tell } from './road.ts'

/** The nation's draft of the year in which the figures came out. */
function national(desk: Desk): string {
  const order = prepare(desk, library, realEffects(), { edition: 'national', period: '2022/23' })
  const { headline, pars } = draft(desk, order, desk.table.areas.length - 1, after)
  return [headline.text, ...pars.map((p) => p.text)].join('\n')
}

/** The later edition with the Met's figure moved. */
const later = (by: number) =>
  openWith({
    uplift: edited('uplift', (cells) =>
      cells[2] === 'Metropolitan Police' ? cells.with(5, String(Number(cells[5]) + by)) : cells,
    ),
  })
const total = (table: string): number =>
  csvOf(table)
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0)
const comma = (n: number): string => n.toLocaleString('en-GB')

test('a figure that differs from the edition before is told with both, and one that does not is not called revised', async () => {
  const text = national(await later(0))
  // By hand: the last column of both files.
  expect(total('uplift')).toBeLessThan(total('uplift-first'))
  expect(text).toContain(comma(total('uplift')))
  expect(text).toContain(comma(total('uplift-first')))
  expect(text).toMatch(/revised down/)
  const same = await openWith({ uplift: csvOf('uplift-first') })
  expect(national(same)).not.toMatch(/revised/)
})

test('a revision the other way is told the other way', async () => {
  const up = total('uplift-first') - total('uplift') + 7
  expect(national(await later(up))).toMatch(/revised up/)
})

test('a target met in one edition and missed in the other is called neither', async () => {
  const missed = national(await later(20_000 - total('uplift') - 5))
  expect(missed).not.toMatch(/target of 20,000[^.]*met|met its target/i)
})

test('a revision that print does not show is not called one', async () => {
  const of = (extra: number, first: number): AreaCells => ({ resigned: [100, 110], retired: [300, 300], extra: [null, extra], target: [null, 100], extraFirst: [null, first] }) // biome-ignore format: cells
  const told = async (extra: number, first: number) => tell(await flows({ north: of(extra, first), south: of(120, 120) }), 'north') // biome-ignore format: a call
  expect((await told(110, 105)).text).toMatch(/with 110, a figure revised from 105/)
  const hidden = await told(110.4, 109.6)
  expect(hidden.guards('revision', 'extra-officers')).toEqual(['within-rounding'])
  expect(hidden.text).not.toMatch(/revised/)
})

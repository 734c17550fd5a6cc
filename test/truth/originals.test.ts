import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Desk } from '../../src/index.ts'
import { drafts, openDesk } from './briefs.ts'
import { whole } from './reckon.ts'
import { nation, shipped } from './workforce.ts'

const path = fileURLToPath(
  new URL('../../../shared/data/police-workforce/open-data-table-police-workforce-260723.ods', import.meta.url),
)
const absent = !existsSync(path)

/** As published: SOURCE.md has where. */
const known: [string, string, number][] = [
  ['officers-headcount', '2010', 146_030],
  ['officers-headcount', '2018', 125_094],
  ['officers-headcount', '2023', 149_566],
  ['officers', '2023', 147_430],
  ['pcsos', '2023', 7_806],
]

function total({ table }: Desk, measure: string, period: string): number {
  const m = table.measures.findIndex((one) => one.key === measure)
  const p = table.periods.findIndex((one) => one.id === period)
  return table.values[(m * table.areas.length + table.areas.length - 1) * table.periods.length + p]!
}

describe('known totals of the 43 forces', () => {
  test.each(known)('%s of %s are %i in the extract, read by hand and by Nib', async (measure, period, value) => {
    expect(whole(shipped().h(measure, nation, period))).toBe(value)
    expect(Math.round(total(await openDesk(), measure, period))).toBe(value)
  })
})

describe.skipIf(absent)('the original spreadsheet (skipped where it is not beside the checkout)', async () => {
  const [original, extract] = absent ? [] : [await openDesk({ workforce: path }), await openDesk()]
  test.each(known)('%s of %s are %i', (measure, period, value) => {
    expect(Math.round(total(original!, measure, period))).toBe(value)
  })
  test.each(['local', 'national', 'list', 'nib'])(
    'gives the same words as the extract in the edition %s',
    (edition) => {
      const words = (desk: Desk) =>
        drafts(desk, edition).briefs.map((b) => [
          b.area.key,
          b.period.id,
          b.headline.text,
          ...b.pars.map((par) => par.text),
        ])
      expect(words(original!)).toEqual(words(extract!))
    },
  )
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataChanges } from '../../src/diff/data.ts'
import { open, realEffects } from '../../src/index.ts'
import type { Table } from '../../src/table/table.ts'
import { library, workforce } from '../fixtures/desk.ts'

const path = `${library.data}/police-workforce/workforce.csv`
const real = realEffects()
const lines = readFileSync(path, 'utf8').split('\n')

async function tableOf(kept: readonly string[]): Promise<Table> {
  const bytes = new TextEncoder().encode(kept.join('\n'))
  const effects = { ...real, readBytes: (p: string) => (p === path ? bytes : real.readBytes(p)) }
  return (await open('police-workforce', library, effects)).table
}

const { table: all } = await workforce()
const without2023 = await tableOf(lines.filter((line) => !line.startsWith('2023,')))
const specialsOfKent = (line: string) => /^2022,[^,]*,Kent,Special Constable,/i.test(line)
const withoutKent = await tableOf(lines.filter((line) => !specialsOfKent(line)))

test('a table beside itself has no changes', () => {
  expect(dataChanges(all, all)).toEqual([])
})

test('a year that came is new, one that is no longer there is gone, and its cells are those of the table that has it', () => {
  const came = dataChanges(without2023, all)
  const gone = dataChanges(all, without2023)
  expect(came.length).toBeGreaterThan(43)
  expect(new Set(came.map(({ kind, period }) => `${kind} ${period}`))).toEqual(new Set(['new 2023']))
  expect(new Set(gone.map(({ kind, period }) => `${kind} ${period}`))).toEqual(new Set(['gone 2023']))
  const turned = came.map((d) => ({ ...d, kind: 'gone', from: d.to, to: d.from }))
  expect(gone).toEqual(expect.arrayContaining(turned))
  expect(gone).toHaveLength(came.length)
})

test('a figure whose row was taken out is gone, at the row where it stood', () => {
  const rows = lines.flatMap((line, i) => (specialsOfKent(line) ? [i + 1] : []))
  expect(rows).toHaveLength(1)
  const gone = dataChanges(all, withoutKent).find((d) => d.measure === 'specials' && d.area === 'kent')
  const from = Number(lines[rows[0]! - 1]!.split(',').at(-1))
  expect(gone).toMatchObject({ kind: 'gone', period: '2022', from, to: null, cells: [{ rows: `${rows[0]}` }] })
})

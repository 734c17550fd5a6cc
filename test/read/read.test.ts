import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findHeader } from '../../src/read/header.ts'
import { readSheets } from '../../src/read/read.ts'
import { content, pack, row, sheet, text } from './files.ts'

const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)

test('text is read by its ending in any letter case, and a sheet name is not looked for in it', async () => {
  for (const name of ['a.csv', 'A.CSV', 'a.tsv', 'a.txt', 'a'])
    expect(await readSheets(bytes('a\tb\n1\t2'), name, { sheet: 'Data' })).toMatchObject([{ name: null, rows: [['a', 'b'], ['1', '2']] }]) // biome-ignore format: a table
})

test('a workbook gives the sheet that is asked for, or all', async () => {
  const file = pack(content(sheet(row(text('n')), 'Notes') + sheet(row(text('d')), 'Data')))
  expect((await readSheets(file, 'a.ods', { sheet: 'data' })).map(({ name }) => name)).toEqual(['Data'])
  expect((await readSheets(file, 'a.ods')).map(({ name }) => name)).toEqual(['Notes', 'Data'])
  expect(await readSheets(file, 'a')).toHaveLength(2)
})

const folder = new URL('../../../shared/data/police-workforce/', import.meta.url)
const original = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.ods')) : undefined

test.skipIf(original === undefined)(
  'the police workforce table is read as published (needs ../shared/data)',
  async () => {
    const [data, ...more] = await readSheets(readFileSync(new URL(original ?? '', folder)), original ?? '', {
      sheet: 'Data',
    })
    expect(more).toEqual([])
    const header = findHeader(data!, ['Force Name', 'Total (headcount)', 'Total (FTE)'])
    expect(header.row).toBe(0)
    expect(data!.rows).toHaveLength(29_304 + 1)
    const fte = data!.rows.slice(1).map((cells) => cells[header.columns.get('Total (FTE)')!])
    expect([...new Set(fte.filter((cell) => typeof cell !== 'number'))]).toEqual(['N/A'])
    expect(data!.rows[1]).toEqual([2007, 'E23000036', 'Avon & Somerset', 'South West', 'Female', 'Chief Inspector', 'Police Officer', 7, 6.6]) // biome-ignore format: a row
  },
)

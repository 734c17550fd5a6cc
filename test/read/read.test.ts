import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NibError } from '../../src/messages.ts'
import { findHeader } from '../../src/read/header.ts'
import { readSheets } from '../../src/read/read.ts'
import { content, ods, pack, row, sheet, text } from './files.ts'

const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)
const refused = async (file: Uint8Array, name: string): Promise<string[]> => {
  const error: unknown = await readSheets(file, name, { sheet: 'Data' }).then(
    () => null,
    (reason) => reason,
  )
  return error instanceof NibError ? error.problems.map(({ code }) => code) : [String(error)]
}

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

test('a file that is not what its name says is damaged, and other kinds are unknown', async () => {
  expect(await refused(bytes('a,b'), 'a.ods')).toEqual(['damaged-file'])
  expect(await refused(ods(''), 'a.csv')).toEqual(['damaged-file'])
  expect(await refused(ods(''), 'a.xlsx')).toEqual(['unknown-format'])
  expect(await refused(bytes('%PDF'), 'a.pdf')).toEqual(['unknown-format'])
  for (const name of ['a.ods', 'a.csv', 'a']) expect(await refused(bytes(''), name)).toEqual(['empty-file'])
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

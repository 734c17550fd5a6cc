import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { extract } from '../../src/commands/extract.ts'
import { realEffects } from '../../src/effects.ts'
import { library } from '../fixtures/desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'nib-'))
afterAll(() => rmSync(folder, { recursive: true }))
const shipped = (path: string): string => readFileSync(join(library.data, path), 'utf8')

/** The files an extract writes, below the folder it was told. */
async function written(table: string, text: string): Promise<string[]> {
  const path = join(folder, 'given.csv')
  writeFileSync(path, text)
  const paths: string[] = []
  const effects = { ...realEffects(), write: (to: string) => void paths.push(to), out: () => {} }
  const options = { file: { [table]: path }, out: '/out', library: join(library.data, '..') }
  expect(await extract('police-leavers', options, effects)).toBe(0)
  return paths
}

test('an extract of a real file loses the sample from its name, and one of the sample keeps it', async () => {
  const sample = shipped('police-leavers/sample-joiners.csv')
  expect(await written('joiners', sample)).toEqual(['/out/sample-joiners.csv'])
  const other = sample.replace(/[\d.]+$/gm, (_, at: number) => `${at % 500}`)
  expect(await written('joiners', other)).toEqual(['/out/joiners.csv'])
})

test('an extract of a table that another release ships stays below the folder that was asked for', async () => {
  expect(await written('workforce', shipped('police-workforce/workforce.csv'))).toEqual(['/out/workforce.csv'])
})

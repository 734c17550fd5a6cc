import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { type NewOptions, newRelease } from '../../src/commands/new.ts'
import { realEffects } from '../../src/effects.ts'
import { NibError } from '../../src/messages.ts'
import { library } from '../fixtures/desk.ts'
import { csvOf, type Shape, shapes } from '../look/shapes.ts'
import { content, number, pack, row, sheet, text } from '../read/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'nib-'))
const own = join(folder, 'library')
const data = (path: string) => readFileSync(join(own, 'data', path), 'utf8')
beforeAll(() => {
  mkdirSync(join(own, 'data/areas'), { recursive: true })
  cpSync(library.templates, join(own, 'templates'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

const given = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
async function made(path: string, options: NewOptions = {}): Promise<string> {
  let said = ''
  const effects = {
    ...realEffects(),
    out: (more: string) => {
      said += more
    },
  }
  expect(await newRelease(path, { library: own, ...options }, effects)).toBe(0)
  return said
}
async function told(path: string, options: NewOptions = {}): Promise<NibError['problems']> {
  try {
    await made(path, options)
  } catch (error) {
    if (error instanceof NibError) return error.problems
    throw error
  }
  throw new Error('nothing was told')
}

const cells = (rows: NonNullable<Shape['rows']>): string =>
  rows.map((cells) => row(cells.map((c) => (typeof c === 'number' ? number(c) : text(c ?? ''))).join(''))).join('')
const odsOf = (sheets: NonNullable<Shape['sheets']>): Uint8Array =>
  pack(
    content(
      Object.entries(sheets)
        .map(([name, rows]) => sheet(cells(rows), name))
        .join(''),
    ),
  )

test.each(Object.entries(shapes))('%s: the definition as drafted gives copy', async (name, shape) => {
  const key = name.toLowerCase().replace(/[^a-z]+/g, '-')
  const path = shape.sheets ? given(`${key}.ods`, odsOf(shape.sheets)) : given(`${key}.csv`, csvOf(shape))
  await made(path)
  expect(existsSync(join(own, 'data', key, path.split('/').at(-1)!))).toBe(true)
  let copy = ''
  let notes = ''
  const effects = {
    ...realEffects(),
    out: (more: string) => {
      copy += more
    },
    note: (more: string) => {
      notes += more
    },
  }
  const options = { area: 'whole', file: {}, out: join(folder, 'output'), stdout: true, library: own }
  await brief(key, options, effects)
  expect(copy).toMatch(/EMBARGOED[\s\S]+\d[\s\S]+Source: (PUBLISHER|Office)/)
  await brief(key, { ...options, area: 'all', stdout: false }, effects)
  expect(notes).not.toMatch(/do not hold/)
})

const plain = csvOf(shapes['tidy']!)

test('what is believed is told, and what is unsure', async () => {
  const said = await made(given('believed.csv', plain), { dryRun: true })
  expect(said).toMatch(/^headings +row 1; figures in rows 2 to 31$/m)
  expect(said).toMatch(/^area +Council, Code: 6 councils$/m)
  expect(said).toMatch(/^unsure: whole: only if the table has every council of England$/m)
  expect(said).toMatch(/^release: believed$/m)
  expect(readdirSync(join(own, 'data'))).not.toContain('believed')
})

test('a sample keeps its name and its stamp', async () => {
  await made(given('sample-fires.csv', plain))
  expect(data('fires/sample-fires.csv')).toBe(plain)
  expect(data('fires/release.yaml')).toMatch(/^status: sample$/m)
})

test('each guess has its reason, and each that is unsure is marked', async () => {
  await made(given('marked.csv', plain))
  expect(data('marked/release.yaml')).toMatch(/^status: provisional$/m)
  expect(data('marked/release.yaml')).toMatch(/# Check: who publishes it.*\npublisher: PUBLISHER/)
  expect(data('marked/release.yaml')).toMatch(/# 5 from 2019 to 2023: .*\n +period: /)
  expect(data('areas/marked-areas.yaml')).toMatch(/ {2}- key: ashmere\n {4}code: E06000901\n {4}full: Ashmere\n/)
})

test('what is there is not written over, unless asked', async () => {
  const path = given('twice.csv', plain)
  await made(path)
  const problems = await told(path)
  expect(problems.map(({ code }) => code)).toEqual(['is-there', 'is-there', 'is-there'])
  await made(path, { force: true })
  await made(path, { key: 'another' })
  expect(data('another/release.yaml')).toMatch(/^release: another$/m)
})

test('a list that Nib ships lends the forms of its names, and one of the library’s own before it', async () => {
  const rows = ['Avon & Somerset,E23000036', 'Dyfed-Powys,W15000004', 'Kent,E23000032']
  const table = rows.flatMap((r, i) => [2021, 2022, 2023].map((y) => `${y},${r},${100 + i * 9 + (y % 5)}`))
  await made(given('lent.csv', ['Calendar year,Force,Code,Arrests', ...table].join('\n')))
  expect(data('areas/lent-areas.yaml')).toMatch(/full: Avon and Somerset Police\n/)
  const mine = readFileSync(join(library.data, 'areas/police-forces.yaml'), 'utf8').replace(
    'full: Kent Police',
    'full: The Kent Force',
  )
  writeFileSync(join(own, 'data/areas/mine.yaml'), mine)
  await made(join(folder, 'lent.csv'), { force: true })
  expect(data('areas/lent-areas.yaml')).toMatch(/full: The Kent Force\n/)
  rmSync(join(own, 'data/areas/mine.yaml'))
})

test.each<[string, string, string[]]>([
  ['empty.csv', '', ['empty-file']],
  ['no-table.csv', 'A letter about nothing\n\nYours', ['no-table']],
  ['no-figures.csv', 'Area,Year,Colour\nAshmere,2021,red\nDunmoor,2021,blue\nAshmere,2022,red', ['no-figures']],
  [
    'alike.csv',
    'Year,Area,Fires,Fires,Floods,Floods\n2021,Ashmere,1,2,3,4\n2022,Ashmere,1,2,3,4',
    ['duplicate-column', 'duplicate-column'],
  ],
])('%s is refused, and the reason told', async (name, bytes, codes) => {
  expect((await told(given(name, bytes))).map(({ code }) => code)).toEqual(codes)
})

test('a wrong name is answered with the file that is there', async () => {
  given('neighbours.csv', plain)
  const [problem] = await told(join(folder, 'nieghbours.csv'))
  expect(problem!.code).toBe('no-file')
  expect(problem!.text).toMatch(/Did you mean “neighbours.csv”/)
})

test('a key that is none is answered with one', async () => {
  const [problem] = await told(given('key.csv', plain), { key: 'My Key' })
  expect(problem!.code).toBe('bad-usage')
  expect(problem!.text).toMatch(/my-key/)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { brief } from '../../src/commands/brief.ts'
import { newRelease } from '../../src/commands/new.ts'
import { realEffects } from '../../src/effects.ts'
import { Drafted } from '../fixtures/drafted.ts'
import { content, number, pack, row, sheet, text } from '../read/files.ts'
import { xlsx } from '../read/xlsx-files.ts'

const drafted = new Drafted()
afterAll(() => drafted.remove())

type Cells = readonly (string | number)[]
/** Invented towns with invented fires. */
const towns = ['Ashmere', 'Brockley', 'Castle Dene', 'Dunmoor', 'Eastwick']
const years = [2019, 2020, 2021, 2022, 2023]
const fires = (town: number, year: number): number => 100 + 20 * town + ((year * 7 + town * 3) % 13)
const code = (town: number) => `E0600090${town + 1}`
const head = ['Calendar year', 'Council', 'Code', 'Fires']
const rows: Cells[] = years.flatMap((y) => towns.map((town, t): Cells => [y, town, code(t), fires(t, y)]))
const bytes = (said: string): Uint8Array => new TextEncoder().encode(said)
const csvOf = (all: readonly Cells[]) => bytes(all.map((cells) => cells.join(',')).join('\n'))

const cell = (value: string | number) =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
const xlsxRows = (all: readonly Cells[]) => all.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
const odsRows = (all: readonly Cells[]) =>
  all.map((cells) => row(cells.map((c) => (typeof c === 'number' ? number(c) : text(c))).join(''))).join('')
const perYear = years.map((y) => [
  String(y),
  [['Council', 'Code', 'Fires'], ...rows.filter(([at]) => at === y).map((cells) => cells.slice(1))],
]) as [string, Cells[]][]
/** Larger than what is published, as workings are. */
const workings = [...rows, ...rows].map((cells, i) => [...cells, i])
const notes: Cells[] = [['Fires attended, by council'], ['Made up']]

const jsonStat = {
  version: '2.0',
  class: 'dataset',
  label: 'Fires',
  id: ['year', 'council', 'unit'],
  size: [years.length, towns.length, 1],
  dimension: {
    year: { label: 'Calendar year', category: { index: years.map(String) } },
    council: {
      label: 'Council',
      category: {
        index: towns.map((_, t) => code(t)),
        label: Object.fromEntries(towns.map((town, t) => [code(t), town])),
      },
    },
    unit: { label: 'Indicator', category: { index: ['fires'], label: { fires: 'Fires' } } },
  },
  value: rows.map((cells) => cells[3]),
}
const sdmx: Cells[] = [
  ['DATAFLOW', 'FREQ', 'REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS'],
  ...rows.map(([y, , c, n]): Cells => ['OFF:FIRES(1.0)', 'A', c!, 'FIRES', y!, n!, 'A']),
]

const files: Readonly<Record<string, [string, Uint8Array]>> = {
  CSV: ['plain.csv', csvOf([head, ...rows])],
  'XLSX, beside notes': ['book.xlsx', xlsx({ sheets: { Notes: xlsxRows(notes), Data: xlsxRows([head, ...rows]) } })],
  'XLSX, beside hidden workings': [
    'hidden.xlsx',
    xlsx({
      sheets: { Workings: xlsxRows([[...head, 'n'], ...workings]), Data: xlsxRows([head, ...rows]) },
      hidden: { Workings: 'hidden' },
    }),
  ],
  'XLSX, one sheet a year': [
    'years.xlsx',
    xlsx({ sheets: Object.fromEntries(perYear.map(([y, all]) => [y, xlsxRows(all)])) }),
  ],
  'XLSX, one sheet a year among words': [
    'words.xlsx',
    xlsx({ sheets: Object.fromEntries(perYear.map(([y, all]) => [`Fires ${y}`, xlsxRows(all)])) }),
  ],
  ODS: ['book.ods', pack(content(sheet(odsRows([head, ...rows]), 'Data') + sheet(odsRows(notes), 'Notes')))],
  Parquet: [
    'plain.parquet',
    new Uint8Array(
      parquetWriteBuffer({
        columnData: head.map((name, i) => ({
          name,
          data: rows.map((cells) => cells[i]!),
          type: i === 0 || i === 3 ? 'INT32' : 'STRING',
        })),
      }),
    ),
  ],
  'JSON-stat': ['plain.json', bytes(JSON.stringify(jsonStat))],
  'SDMX-CSV': ['sdmx.csv', csvOf(sdmx)],
}

async function run(name: string, file: Uint8Array, key: string) {
  let [told, copy] = ['', '']
  const effects = (take: (more: string) => void) => ({ ...realEffects(), out: take, note: () => undefined })
  const status = await newRelease(
    drafted.given(name, file),
    { library: drafted.own, key },
    effects((more) => {
      told += more
    }),
  )
  expect(status).toBe(0)
  for (const area of ['whole', 'all']) {
    const options = { area, file: {}, out: join(drafted.folder, 'output'), stdout: true, library: drafted.own }
    const taking = effects((more) => {
      copy += more
    })
    expect(await brief(key, options, taking)).toBe(0)
  }
  return { told, copy, definition: readFileSync(join(drafted.own, 'data', key, 'release.yaml'), 'utf8') }
}

const [now, before] = [2023, 2022].map((y) => towns.reduce((n, _, t) => n + fires(t, y), 0))

test.each(Object.entries(files))('%s: the file gives a definition, and that gives copy', async (what, [name, file]) => {
  const { told, copy } = await run(name, file, what.toLowerCase().replace(/[^a-z]+/g, '-'))
  expect(told).toMatch(/^lead +fires: /m)
  expect(told).toMatch(/5 from 2019 to 2023/)
  expect(copy).toMatch(new RegExp(`\\b${now} fires .*\\b${before}\\b`))
  for (const [t] of towns.entries())
    expect(copy).toMatch(new RegExp(`\\b${fires(t, 2023)}\\b.*\\b${fires(t, 2022)}\\b`))
})

test('a hidden sheet is told, and not chosen though it is larger, unless it is asked for', async () => {
  const [name, file] = files['XLSX, beside hidden workings']!
  const { told, definition } = await run(name, file, 'told')
  expect(told).toMatch(/^sheet +Data: it is the only one that is not hidden; hidden, and not looked at: Workings$/m)
  expect(definition).toMatch(/# hidden in the workbook, and not looked at: Workings\n/)
  let asked = ''
  const effects = {
    ...realEffects(),
    out: (more: string) => {
      asked += more
    },
  }
  await newRelease(
    drafted.given(name, file),
    { library: drafted.own, key: 'asked', sheet: 'workings', dryRun: true },
    effects,
  )
  expect(asked).toMatch(/^sheet +Workings: it was asked for$/m)
})

test('of several sheets it is told which was chosen, and why', async () => {
  const few = [head, ...rows.slice(0, 10)]
  const sheets = { Cover: xlsxRows(notes), Few: xlsxRows(few), All: xlsxRows([head, ...rows]) }
  const { told, definition } = await run('several.xlsx', xlsx({ sheets }), 'several')
  expect(told).toMatch(/^sheet +All: it holds the largest table; Few holds a smaller one; not read: Cover, Few$/m)
  expect(definition).toMatch(
    /# the sheet was chosen: it holds the largest table; Few holds a smaller one\n +sheet: All\n/,
  )
})

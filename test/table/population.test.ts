import { expect, test } from 'vitest'
import { readCsv } from '../../src/read/csv.ts'
import { buildTable } from '../../src/table/build.ts'
import { gatherEvidence } from '../../src/verify/evidence.ts'
import { look } from '../fixtures/found.ts'
import { type Changes, definition, load, merged, problems, told, words } from '../fixtures/small.ts'

const population: Changes = {
  file: 'people.csv',
  area: { name: 'Area' },
  period: { column: 'Mid', kind: 'day', day: '30 June', within: true },
}

/** Officers, or whatever they are, over a population; `main` is how the lead is dated. */
function releaseOf(main: Changes, from: string, more: Changes = {}, made = 'sum') {
  const changes: Changes = {
    areas: { whole: { made } },
    tables: { main: { period: main }, people: population },
    measures: {
      officers: { unit: 'count', comparable: { from, recordsBegin: true } },
      people: {
        from: 'people',
        value: 'People',
        unit: 'headcount',
        comparable: { from: '2010', recordsBegin: false },
        words: { name: 'population', noun: ['person', 'people'] },
      },
      rate: { rate: 'officers', over: 'people', per: 100_000, role: 'other', words: words('officer rate'), ...more },
    },
  }
  const def = merged(definition, changes)
  // A year that is a stretch of time has no day.
  const period = ((def['tables'] as Changes)['main'] as Changes)['period'] as Changes
  if (period['kind'] !== 'day') delete period['day']
  return load(def)
}

const sheet = (text: string, file: string) => readCsv(new TextEncoder().encode(text), file)
const sheetsOf = (officers: readonly string[], people: readonly string[]) => ({
  main: sheet(`Year,Area,Officers\n${officers.join('\n')}\n`, 'main.csv'),
  people: sheet(`Mid,Area,People\n${people.join('\n')}\n`, 'people.csv'),
})

/** Officers and people of north, south and east: of a year each. */
const rows = (year: string, cells: readonly (number | string)[]) =>
  ['North', 'South', 'East'].map((area, i) => `${year},${area},${cells[i]}`)

const kinds: [string, Changes, string, string, string][] = [
  ['financial-year', { kind: 'financial-year' }, '2022/23', '2021/22', '2021/22'],
  ['calendar-year', { kind: 'calendar-year' }, '2022', '2021', '2021'],
  ['a year to 30 September', { kind: 'year', ends: '30 September' }, '2022', '2021', '2021'],
  // The year to 31 March 2023 holds 30 June 2022.
  ['a stock on 31 March', { kind: 'day', day: '31 March' }, '2023', '2022', '2022'],
]

test.each(kinds)('%s is over the mid-year population that lies in it', (_, main, now, was, from) => {
  const release = releaseOf(main, from)
  const sheets = sheetsOf(
    [...rows(was, [100, 200, 300]), ...rows(now, [110, 210, 310])],
    [...rows('2021', [50_000, 80_000, 100_000]), ...rows('2022', [55_000, 84_000, 124_000])],
  )
  const table = buildTable(release, sheets)
  expect(told(table, 'north', now, 'rate')).toBeCloseTo(200, 9)
  expect(told(table, 'south', now, 'rate')).toBeCloseTo(250, 9)
  expect(told(table, 'east', was, 'rate')).toBeCloseTo(300, 9)
  // 630 of 263,000; and not the mean of 200, 250 and 250.
  expect(told(table, 'everywhere', now, 'rate')).toBeCloseTo(239.543726, 6)
  const at = table.periods.length - 1
  const people = table.measures.findIndex((m) => m.key === 'people')
  expect(table.measures[people]!.periods[at]!.label).toBe('30 June 2022')
  expect(gatherEvidence(release, sheets).value('rate', 0, at)).toBeCloseTo(200, 6)
  expect(gatherEvidence(release, sheets).begins('rate').period).toBe(0)
})

test('at: start takes the population of the year before', () => {
  const release = releaseOf({ kind: 'financial-year' }, '2021/22', { at: 'start' })
  const sheets = sheetsOf(rows('2022/23', [100, 200, 300]), rows('2021', [50_000, 80_000, 100_000]))
  const table = buildTable(release, sheets)
  expect(told(table, 'north', '2022/23', 'rate')).toBeCloseTo(200, 9)
  expect(gatherEvidence(release, sheets).value('rate', 1, table.periods.length - 1)).toBeCloseTo(250, 6)
})

test.each([
  ['officers suppressed', rows('2022/23', [100, '[c]', 300]), rows('2022', [50_000, 80_000, 100_000]), 'officers'],
  ['no people', rows('2022/23', [100, 200, 300]), rows('2022', [50_000, 80_000, 100_000]).toSpliced(1, 1), 'people'],
  ['nobody', rows('2022/23', [100, 200, 300]), rows('2022', [50_000, 0, 100_000]), 'people'],
])('%s: no rate of that area, and where one has none, none of the whole', (what, officers, people, lacking) => {
  const release = releaseOf({ kind: 'financial-year' }, '2022/23')
  const table = buildTable(release, sheetsOf(officers, people))
  expect(told(table, 'north', '2022/23', 'rate')).toBeCloseTo(200, 9)
  expect(told(table, 'south', '2022/23', 'rate')).toBe('incomplete')
  const { found } = look(release, table, { area: 'south' })
  const refused = found.refusals.find((r) => r.kind === 'level' && r.measure === 'rate')!
  expect(refused.guard).toBe('no-value')
  expect(refused.seen).toMatch(new RegExp(`^${lacking}`))
  expect(found.claims.filter((c) => c.measure === 'rate')).toEqual([])
  if (what === 'nobody') return
  expect(told(table, 'everywhere', '2022/23', 'rate')).toBe('incomplete')
  expect(look(release, table).found.claims.filter((c) => c.measure === 'rate')).toEqual([])
})

test('the population of a year without events makes no rate, and no event is set against another year’s people', () => {
  const release = releaseOf({ kind: 'financial-year' }, '2021/22')
  const table = buildTable(
    release,
    sheetsOf(
      [...rows('2021/22', [100, 200, 300]), ...rows('2022/23', [100, 200, 300])],
      [...rows('2022', [50_000, 80_000, 100_000]), ...rows('2023', [1, 1, 1])],
    ),
  )
  expect(['2021/22', '2022/23', '2023/24'].map((p) => told(table, 'north', p, 'rate'))).toEqual([
    'incomplete',
    200,
    'incomplete',
  ])
})

test('a rate of fewer than 20 is not claimed, and one of 20 is', () => {
  const release = releaseOf({ kind: 'financial-year' }, '2021/22')
  const sheets = sheetsOf(
    [...rows('2021/22', [19, 20, 300]), ...rows('2022/23', [20, 19, 310])],
    [...rows('2021', [50_000, 80_000, 100_000]), ...rows('2022', [50_000, 80_000, 100_000])],
  )
  const table = buildTable(release, sheets)
  const of = (area: string) => {
    const { found } = look(release, table, { area })
    const mine = found.refusals.filter((r) => r.measure === 'rate' && r.guard === 'few-events')
    const told = found.claims.filter((c) => c.measure === 'rate').map((c) => c.kind)
    return { told, refused: mine.map((r) => `${r.kind} ${r.seen}`) }
  }
  // North has 20 now and had 19: a level, and no change. 40 per 100,000 is behind East's 310 and ahead of South's 23.75.
  expect(of('north')).toEqual({
    told: ['level', 'rank', 'local-national'],
    refused: ['share-change 19', 'record 2021/22', 'since 2021/22', 'rank south, small'],
  })
  expect(of('south').told).toEqual([])
  expect(of('south').refused).toContain('level 19')
  expect(of('east').told).toContain('share-change')
})

test('what a rate over a population may be made of', () => {
  const paths = (more: Changes) =>
    problems(() => releaseOf({ kind: 'financial-year' }, '2021/22', more)).map(
      ({ text }) => /“([^”]*)”/.exec(text)?.[1],
    )
  expect(paths({})).toEqual([])
  expect(paths({ per: 1000, decimals: 0 })).toEqual([])
  expect(paths({ per: 500 })).not.toEqual([])
  // In per cent the two are counted in one unit, and it is said when.
  expect(paths({ per: undefined })).toEqual(['measures.rate', 'measures.rate.at'])
  expect(paths({ over: 'rate' })).toEqual(['measures.rate.over'])
  expect(paths({ rate: 'nothing' })).toEqual(['measures.rate.rate'])
})

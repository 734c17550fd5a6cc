import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTable } from '../../src/table/build.ts'
import { flags } from '../../src/table/cell.ts'
import { at, measureIndex } from '../../src/table/table.ts'
import { type AreaCells, csvOf, joinedTable, listOf, sheetsOf } from '../fixtures/joined.ts'
import { joinedDefinition } from '../fixtures/joined-definition.ts'
import { brief, type Changes, load, merged, problems, told, words } from '../fixtures/small.ts'

const north: AreaCells = {
  resigned: [30, 40, 60],
  retired: [70, 60, 40],
  joiners: [90, 120, 100],
  officers: [1000, 1100, 1250, 1300],
}
const derived: Changes = {
  measures: {
    both: { sum: ['resigned', 'retired'], words: words('both') },
    'stayed-on': { difference: 'leavers', less: 'resigned', words: words('rest') },
    'end-rate': { rate: 'leavers', over: 'officers', at: 'end', words: words('rate') },
  },
}

test('a stock on 31 March 2012 is at the end of 2011/12 and the start of 2012/13', () => {
  const table = joinedTable({ north })
  expect(table.periods.map((p) => p.id)).toEqual(['2009/10', '2010/11', '2011/12', '2012/13'])
  const officers = table.measures[measureIndex(table, 'officers')]!
  expect(officers.periods.map((p) => p.id)).toEqual(['2010', '2011', '2012', '2013'])
  expect(officers.periods[2]).toMatchObject({ kind: 'day', end: '2012-03-31', label: '31 March 2012' })
  expect(told(table, 'north', '2011/12', 'officers')).toBe(1250)
  expect(told(table, 'north', '2012/13', 'leaving-rate')).toBe(100 / 1250)
  expect(told(table, 'north', '2009/10')).toBe(1000)
})

test('shares, rates, sums and differences are made of the values of their period', () => {
  const table = joinedTable({ north }, { changes: derived })
  const row = (measure: string) => ['2010/11', '2011/12', '2012/13'].map((p) => told(table, 'north', p, measure))
  expect(row('resigned-share')).toEqual([0.3, 0.4, 0.6])
  expect(row('leaving-rate')).toEqual([0.1, 0.0909090909091, 0.08])
  expect(row('end-rate')).toEqual([0.0909090909091, 0.08, 0.0769230769231])
  expect(row('both')).toEqual([100, 100, 100])
  expect(row('stayed-on')).toEqual([70, 60, 40])
})

test('a measure may be made of one that stands further down', () => {
  const below: Changes = { measures: { 'a-share': { share: 'both', of: 'leavers', words: words('a') }, ...(derived['measures'] as Changes) } } // biome-ignore format: measures
  expect(told(joinedTable({ north }, { changes: below }), 'north', '2012/13', 'a-share')).toBe(1)
})

test('without the start of the year there is no rate, and over nought there is no share and no rate', () => {
  const rates = (...officers: (number | string | null)[]) => {
    const table = joinedTable({ north: { ...north, officers } })
    return ['2010/11', '2011/12'].map((p) => told(table, 'north', p, 'leaving-rate'))
  }
  expect(rates(1000, 1100)).toEqual([0.1, 0.0909090909091])
  for (const start of [null, '', '[c]', 0]) expect(rates(start, 1000)).toEqual(['incomplete', 0.1])
  const nobody = joinedTable({ north: { ...north, resigned: [0, 40, 60], retired: [0, 60, 40] } })
  expect(told(nobody, 'north', '2010/11', 'resigned-share')).toBe('incomplete')
  expect(told(nobody, 'north', '2010/11', 'leaving-rate')).toBe(0)
})

test('a share of more than all or less than nothing is no value, and a rate of more than one is', () => {
  const changes: Changes = {
    measures: {
      over: { share: 'joiners', of: 'leavers', words: words('x') },
      below: { share: 'lost', of: 'leavers', words: words('x') },
      lost: { difference: 'leavers', less: 'joiners', words: words('x') },
    },
  }
  const table = joinedTable({ north: { ...north, officers: [1000, 1100, 80] } }, { changes })
  expect(['2010/11', '2011/12', '2012/13'].map((p) => told(table, 'north', p, 'over'))).toEqual([0.9, 'incomplete', 1])
  expect(['2010/11', '2011/12', '2012/13'].map((p) => told(table, 'north', p, 'below'))).toEqual([0.1, 'incomplete', 0])
  expect(told(table, 'north', '2011/12', 'lost')).toBe(-20)
  expect(told(table, 'north', '2012/13', 'leaving-rate')).toBe(1.25)
})

test('what is said of a cell is said of what is made of it: of the stock, a year on', () => {
  const table = joinedTable({ north: { ...north, officers: [1000, '1100 [p]', 1250, 1300] } })
  const mask = (measure: string) =>
    table.periods.map((_, p) => table.flags[at(table, measureIndex(table, measure), 0, p)])
  expect(mask('officers')).toEqual([0, flags.provisional, 0, 0])
  expect(mask('leaving-rate')).toEqual([0, 0, flags.provisional, 0])
})

test('a table that holds the whole alone is taken as it stands, and tells of no area', () => {
  const changes: Changes = { tables: { officers: { holds: 'whole' } } }
  const release = load(merged(joinedDefinition, changes), listOf({ north, south: north }))
  const csv = csvOf({ north, south: north })
  const build = (officers: string) => buildTable(release, sheetsOf({ ...csv, officers }))
  const table = build('As at,Area,Number\n2010,Everywhere,4000\n2011,Everywhere,[c]\n2012,Everywhere,5000\n')
  expect(['2009/10', '2010/11', '2011/12'].map((p) => told(table, 'everywhere', p))).toEqual([4000, 'suppressed', 5000])
  expect(told(table, 'north', '2009/10')).toBe('missing')
  expect(told(table, 'everywhere', '2010/11', 'leaving-rate')).toBe(0.05)
  expect(told(table, 'north', '2010/11', 'leaving-rate')).toBe('incomplete')
  expect(problems(() => build('As at,Area,Number\n2010,North,5\n')).map(brief)).toEqual(['unknown-area B2'])
})

test('a day on which no year of the lead ends cannot be set beside it', () => {
  const build = (extra: string) =>
    problems(() => buildTable(load(joinedDefinition, listOf({ north })), sheetsOf({ ...csvOf({ north }), extra })))
  const [found, ...more] = build('As at,Area,Extra,Target\n31 March 2012,North,5,5\n30 June 2012,North,5,5\n')
  expect(more).toEqual([])
  expect(found).toMatchObject({ code: 'bad-period', place: { file: 'extra.csv', at: 'A3' } })
  expect(found?.text).toContain('30 June 2012')
})

test('two days of one year are not one period, whichever table comes first', () => {
  const release = (table: string) =>
    load(merged(joinedDefinition, {
      tables: { officers: { period: { day: '31 March' } }, extra: { period: { column: 'As at', kind: 'day' } } },
      measures: { leavers: { role: 'part' }, [table]: { role: 'lead', tells: 'any' } },
    }), listOf({ north })) // biome-ignore format: a definition
  const june = 'As at,Area,Extra,Target\n30 June 2012,North,5,5\n'
  const csv = { ...csvOf({ north }), extra: june, leavers: 'Year,Area,Reason,Number\n', joiners: 'Year,Area,Number\n' }
  expect(problems(() => buildTable(release('officers'), sheetsOf(csv))).map(({ place }) => place)).toEqual([{ file: 'extra.csv', at: 'A2' }]) // biome-ignore format: a place
  const odd = problems(() => buildTable(release('extra'), sheetsOf(csv)))
  expect(new Set(odd.map(({ code, place }) => `${code} ${place.file}`))).toEqual(new Set(['bad-period officers.csv']))
})

const cell = fc.integer({ min: 1, max: 5000 })
test('shares of the parts add up to one, less and difference to the whole, and a rate times its base to its part', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const [resigned, retired, officers] = [0, 1, 2].map((i) => rows.map((row) => row[i]!))
      const changes = merged(derived, { measures: { other: { share: 'retired', of: 'leavers', words: words('x') } } })
      const table = joinedTable({ north: { resigned, retired, officers } as AreaCells }, { changes })
      for (const [i, [first, second, base]] of rows.entries()) {
        const value = (measure: string) => told(table, 'north', `${2010 + i}/${11 + i}`, measure) as number
        expect(value('resigned-share') + value('other')).toBeCloseTo(1, 9)
        expect(value('stayed-on') + value('resigned')).toBe(first + second)
        expect(value('both')).toBe(value('leavers'))
        expect(value('leaving-rate') * base).toBeCloseTo(first + second, 5)
      }
    }),
    { numRuns: 40 },
  )
})

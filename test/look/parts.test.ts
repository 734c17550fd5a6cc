import { expect, test } from 'vitest'
import { lookAt } from '../../src/look/look.ts'
import { countedWords } from '../../src/look/noun.ts'
import { publisherOf } from '../../src/look/title.ts'
import { unitOf } from '../../src/look/unit.ts'
import { keyOf, plural, singular, wordsOf } from '../../src/look/words.ts'
import { lines, look, sheet } from './summary.ts'

const numbers = { min: 0, max: 90, decimals: 0, percent: false, pounds: false }

test.each<[string, Partial<typeof numbers>, string]>([
  ['Leavers', {}, 'count'],
  ['leavers_headcount', {}, 'headcount'],
  ['Total (FTE)', { decimals: 2 }, 'fte'],
  ['Full-time equivalent officers', { decimals: 1 }, 'fte'],
  ['turnover_rate_fte', { decimals: 1 }, 'percent?'],
  ['Share of pupils', { decimals: 1 }, 'percent'],
  ['Fires', { percent: true }, 'percent'],
  ['Rate per 1,000 population', { decimals: 1, max: 900 }, 'rate 1000'],
  ['Deaths per 100,000', { decimals: 1 }, 'rate 100000'],
  ['Crime rate', { max: 700 }, 'rate 1000?'],
  ['Price index', { max: 140 }, 'index'],
  ['Spending (£)', { max: 90000 }, 'money'],
  ['Income', { pounds: true }, 'money'],
  ['Average days to complete', { decimals: 1 }, 'days'],
  ['Days lost', {}, 'days?'],
  ['Mean score', { decimals: 1 }, 'index?'],
  ['Something', { decimals: 1 }, 'count?'],
])('“%s” %j is taken for %s', (name, more, wanted) => {
  const { unit, per, check } = unitOf(name, { ...numbers, ...more })
  expect(`${unit}${per === null ? '' : ` ${per}`}${check ? '?' : ''}`).toBe(wanted)
})

test.each([
  ['leavers_headcount', 'leavers', 'leaver', 'leavers'],
  ['Number of vacancies (FTE)', 'vacancies', 'vacancy', 'vacancies'],
  ['agencyFte', 'agency staff', 'agency staff', 'agency staff'],
  ['Extra officers', 'extra officers', 'extra officer', 'extra officers'],
  ['PCSOs', 'PCSOs', 'PCSO', 'PCSOs'],
  ['Police staff', 'police staff', 'police staff', 'police staff'],
  ['Total (headcount)', '', '', ''],
  ['OBS_VALUE', '', '', ''],
])('“%s” is %s, one %s, many %s', (heading, words, one, many) => {
  expect(wordsOf(heading)).toBe(words)
  if (words === '') return
  expect(plural(words)).toBe(many)
  expect(singular(plural(words))).toBe(one)
})

test.each([
  ['incidents reported', true, 'incidents reported', 'incident', 'incidents', 'incidents', 'were reported'],
  ['fires', true, 'fires', 'fire', 'fires', 'fires', 'were recorded'],
  ['officers employed', false, 'officers employed', 'officer employed', 'officers employed', 'officers employed', null],
  ['officers', false, 'officers', 'officer', 'officers', 'officer numbers', null],
  ['staff in post', false, 'staff in post', 'member of staff in post', 'staff in post', 'staff numbers', null],
])(
  '“%s” (flow: %s): name %s, one %s, many %s, in headlines %s, did %s',
  (said, isFlow, name, one, many, stock, did) => {
    expect(countedWords(said, isFlow)).toMatchObject({ name, noun: [one, many], stock, did })
  },
)

test('things with the same noun are told apart in headlines', () => {
  const rows = years.flatMap((y) => four.map((town, i) => [y, town, 9 + i, 5 + i, 2 + i]))
  const { measures } = look(lines(['Year', 'Town', 'Offences recorded', 'Offences charged', 'Fires'], ...rows))
  expect(measures.map(({ words }) => words.stock)).toEqual(['offences recorded', 'offences charged', 'fires'])
})

test('a key has lower-case words and hyphens alone', () => {
  expect(keyOf('Vacancy rate (%)')).toBe('vacancy-rate-percent')
  expect(keyOf("King's Lynn & Châteauroux")).toBe('kings-lynn-and-chateauroux')
})

test('marks that are known are told apart from those that are not, and a formula in error is no mark', () => {
  const cells = ['[x]', 'c', '-', '§', '#REF!', 5, 6, 7, 8, 9, 10]
  const looked = look(
    lines(['Calendar year', 'Council', 'Fires'], ...cells.map((cell, i) => [2000 + i, 'Ashmere', cell])),
  )
  expect(looked.marks.map(({ mark, means }) => [mark, means])).toEqual([
    ['c', 'suppressed'],
    ['-', null],
    ['§', null],
  ])
  expect(looked.byHand.join('\n')).toMatch(/“#REF!” stands in 1 cell[\s\S]*“-” means, it may be[\s\S]*“§” means/)
})

const four = ['Ashmere', 'Brockley', 'Castle', 'Dunmoor']
const years = [2021, 2022]

test('a row that is the sum of the others is told for one, whatever it is called', () => {
  const rows = years.flatMap((y) => [
    ...four.map((name, i) => [y, name, 10 + i * i + (y % 3)]),
    [y, 'The county', 54 + 4 * (y % 3)],
  ])
  const { area, doubts } = look(lines(['Calendar year', 'Council', 'Fires'], ...rows))
  expect(area.whole).toMatchObject({ name: 'The county', made: 'published' })
  expect(area.main.areas.map(({ name }) => name)).toEqual(four)
  expect(doubts.join('\n')).toMatch(/whole: The county is taken for the total/)
})

test('a total that is no sum of the areas is told', () => {
  const rows = years.flatMap((y) => [...four.map((name, i) => [y, name, 10 + i]), [y, 'All forces', 99]])
  const { area, doubts } = look(lines(['Calendar year', 'Force', 'Fires'], ...rows))
  expect(area.whole).toMatchObject({ name: 'All areas', made: 'published', row: { name: 'All forces' } })
  expect(doubts.join('\n')).toMatch(/whole: it is the sum of the forces in 0 of 2 cases/)
})

test('a measure whose row for the whole lies among the areas is not added up, whatever it is called', () => {
  const rows = years.flatMap((y) => [...four.map((name, i) => [y, name, 10 + i, 20 + i]), [y, 'England', 46, 22]])
  const { measures, doubts } = look(lines(['Calendar year', 'Council', 'Fires', 'Workload'], ...rows))
  expect(measures.map(({ key, unit }) => [key, unit])).toEqual([
    ['fires', 'count'],
    ['workload', 'index'],
  ])
  expect(doubts.join('\n')).toMatch(
    /measure workload: unit: the publisher's row for the whole lies among those of the areas/,
  )
})

test('rows that nothing tells apart are told', () => {
  const { doubts } = look(
    lines(['Calendar year', 'Council', 'Fires'], [2021, 'Ashmere', 1], [2021, 'Ashmere', 2], [2022, 'Ashmere', 3]),
  )
  expect(doubts.join('\n')).toMatch(/rows: 1 are about the same area, period and categories/)
})

test('what is not found is listed to be written by hand', () => {
  const { byHand, period } = look(
    lines(['Council', 'Fires', 'Quarter'], ...four.map((name, i) => [name, i, `Q${i + 1}`])),
  )
  expect(period).toBeNull()
  expect(byHand.join('\n')).toMatch(/“Quarter” holds a part of the year/)
  expect(byHand.join('\n')).toMatch(/period: the column of periods/)
})

test('a year and a part of it in two columns are told, and not guessed at', () => {
  const rows = years.flatMap((y) => [1, 2, 3, 4].map((q) => [y, `Q${q}`, 'Ashmere', q + y]))
  const { byHand } = look(lines(['Year', 'Quarter', 'Council', 'Fires'], ...rows))
  expect(byHand.join('\n')).toMatch(/“Quarter” holds a part of the year: make one column of it/)
})

test.each([
  ['measure, then year', ['Fires 2021', 'Fires 2022', 'Floods 2021', 'Floods 2022']],
  ['year, then measure', ['2021 Fires', '2022 Fires', '2021 Floods', '2022 Floods']],
  ['in brackets', ['Fires (2021)', 'Fires (2022)', 'Floods (2021)', 'Floods (2022)']],
  ['with a dash', ['Fires - 2021', 'Fires - 2022', 'Floods - 2021', 'Floods - 2022']],
])('a period in one heading with its measure is read: %s', (_, headings) => {
  const rows = four.map((name, i) => [name, 5 + i, 7 + i, 1, 2, 2 + i])
  const { period, measures, byHand, ignore } = look(lines(['Council', ...headings, 'Change 2021 to 2022'], ...rows))
  expect(period).toMatchObject({ in: 'columns', from: '2021', to: '2022' })
  expect(measures.map(({ key, value }) => [key, value])).toEqual([
    ['fires', 'Fires'],
    ['floods', 'Floods'],
  ])
  expect(byHand).toEqual([])
  expect(ignore.map(({ name }) => name)).toEqual(['Change 2021 to 2022'])
})

const yearly = (name: string, more = 0) =>
  sheet(name, [['Council', 'Fires'], ...four.map((town, i) => [town, i + more])])

test.each([
  ['years alone', ['2021', '2022', 'Notes'], '2021, 2022'],
  ['a word and a year', ['Fires 2021', 'Fires 2022', 'Other'], 'Fires 2021, Fires 2022'],
  ['tables with a number and a year', ['Table 1 2021-22', 'Table 1 2022-23'], 'Table 1 2021-22, Table 1 2022-23'],
])('one sheet a year is known by the names of its sheets: %s', (_, names, wanted) => {
  const { sheet: found, period } = lookAt(
    names.map((name, i) => yearly(name, i)),
    'table.ods',
  )
  expect(found.periods?.join(', ')).toBe(wanted)
  expect(period).toMatchObject({ in: 'sheets', count: 2 })
})

test('sheets of one heading whose names are no periods are no years', () => {
  const { sheet: found } = lookAt([yearly('North'), yearly('South')], 'table.ods')
  expect(found).toMatchObject({ name: 'North', periods: null, others: ['South'] })
  expect(found.why).toMatch(/largest table; South holds a smaller one/)
})

test.each([
  [['Source: Office of Invented Statistics'], 'Office of Invented Statistics'],
  [['A title', 'Source: the Home Office, Table 5 (2023)'], 'Home Office'],
  [['Published by: Department for Rain'], 'Department for Rain'],
  [['Source: see notes below'], null],
  [['Sources differ'], null],
])('%j are the words of %s', (above, publisher) => {
  expect(publisherOf({ above: [], below: above })).toBe(publisher)
})

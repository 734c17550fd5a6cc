import { expect, test } from 'vitest'
import { whenOf } from '../../src/look/when.ts'

const told = (texts: readonly string[], heading = 'Period', about = '') => {
  const when = whenOf(texts, { heading, about })
  if (when === null) return 'none'
  const on = when.day ?? when.ends
  return `${when.kind}${on ? ` ${on}` : ''}${when.stock ? ' stock' : ''} ${when.from} to ${when.to}${when.check ? '?' : ''}`
}

test.each<[string, string, string[], string]>([
  ['financial years', 'Financial year', ['2021/22', '2022/23'], 'financial-year 2021/22 to 2022/23'],
  ['with a hyphen', 'Year', ['2021-22', '2022-23'], 'financial-year 2021/22 to 2022/23?'],
  ['as six figures', 'time_period', ['202122', '202223'], 'financial-year 2021/22 to 2022/23?'],
  ['called academic', 'Academic year', ['2021/22', '2022/23'], 'academic-year 2021/22 to 2022/23'],
  ['that may be months', 'Year', ['2010-11', '2011-12'], 'financial-year 2010/11 to 2011/12?'],
  ['years that do not follow', 'Year', ['2021/24', '2022/23'], 'none'],
  ['bare years', 'Year', ['2021', '2022'], 'calendar-year 2021 to 2022?'],
  ['called calendar', 'Calendar year', ['2021', '2022'], 'calendar-year 2021 to 2022'],
  ['called financial', 'Financial year', ['2021', '2022'], 'year 31 March 2021 to 2022?'],
  ['bare years on a day', 'As at 31 March', ['2021', '2022'], 'day 31 March 2021 to 2022'],
  ['years to a month', 'Year', ['Year to March 2022', 'Year to March 2023'], 'year 31 March 2022 to 2023'],
  [
    'years ending',
    'Year',
    ['Year ending September 2022', 'Year ending September 2023'],
    'year 30 September 2022 to 2023',
  ],
  ['years to several months', 'Year', ['Year to March 2022', 'Year to June 2022'], 'year 2022 to 2022?'],
  ['quarters', 'Quarter', ['2022 Q4', '2023 Q1'], 'quarter 2022-Q4 to 2023-Q1'],
  ['quarters first', 'Quarter', ['Q4 2022', 'Q1 2023'], 'quarter 2022-Q4 to 2023-Q1'],
  ['quarters in words', 'Quarter', ['October to December 2022', 'January to March 2023'], 'quarter 2022-Q4 to 2023-Q1'],
  ['quarters of a financial year', 'Quarter', ['2022/23 Q1', '2022/23 Q2'], 'quarter 2022-Q2 to 2022-Q3?'],
  ['half-years', 'Half', ['2022 H2', '2023 H1'], 'half-year 2022-H2 to 2023-H1'],
  ['months', 'Month', ['Dec-22', 'Jan-23'], 'month 2022-12 to 2023-01'],
  ['months in words', 'Month', ['December 2022', 'January 2023'], 'month 2022-12 to 2023-01'],
  ['months as numbers', 'Month', ['2022-12', '2023-01'], 'month 2022-12 to 2023-01'],
  ['first days of months', 'Month', ['2022-12-01', '2023-01-01', '2023-02-01'], 'month 2022-12 to 2023-02'],
  ['last days of months', 'As at', ['2022-12-31', '2023-01-31', '2023-02-28'], 'month stock 2022-12 to 2023-02'],
  ['last days of quarters', 'Date', ['31 December 2022', '31 March 2023'], 'quarter stock 2022-Q4 to 2023-Q1?'],
  ['the same day each year', 'As at', ['31 March 2022', '31 March 2023'], 'day 31 March 2022 to 2023'],
  ['the same date each year', 'Date', ['2007-03-01', '2008-03-01'], 'day 1 March 2007 to 2008?'],
  ['a date that its heading gainsays', 'As at 31 March', ['2007-03-01', '2008-03-01'], 'day 1 March 2007 to 2008?'],
  ['no periods', 'Year', ['red', 'blue'], 'none'],
  ['one that is none', 'Year', ['2021', 'total'], 'none'],
])('%s: “%s” of %j is %s', (_, heading, texts, wanted) => {
  expect(told(texts, heading)).toBe(wanted)
})

test('the text around a table may say what the years are, and that is unsure', () => {
  expect(told(['2021', '2022'], 'Year', 'Social workers as at 30 September')).toBe('day 30 September 2021 to 2022?')
  expect(told(['2021', '2022'], 'Year', 'Crime, years ending March')).toBe('year 31 March 2021 to 2022?')
  expect(told(['2021/22', '2022/23'], 'Year', 'Pupils by academic year')).toBe('academic-year 2021/22 to 2022/23')
})

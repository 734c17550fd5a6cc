import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPeriod, seasonOf, spanOf, twelveMonthsTo, yearName, yearOf } from '../../src/prose/period.ts'
import type { Style } from '../../src/prose/style.ts'
import {
  after,
  before,
  comparePeriods,
  contiguous,
  isMonthEnd,
  type Period,
  periodTo,
  yearsBetween,
} from '../../src/table/period.ts'
import { makePeriod } from '../../src/table/period-text.ts'

const year = fc.integer({ min: 1850, max: 2150 })
const financial = (from: number): Period => makePeriod(`${from}/${from + 1}`, 'financial-year')!
const calendar = (from: number): Period => makePeriod(from, 'calendar-year')!
const isoDay = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const stockOn = (day: string): Period => makePeriod(day, 'day')!

/** The one day whose neighbours cannot lead back to it: a year later or earlier it is a month's end. */
const isLostDay = (day: string): boolean => day.endsWith('-02-28') && !isMonthEnd(day)

const period = fc.oneof(year.map(financial), year.map(calendar), isoDay.filter((day) => !isLostDay(day)).map(stockOn))

test('before then after is where it started, and after then before', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(after(before(one))).toEqual(one)
    }),
  )
  fc.assert(
    fc.property(period, (one) => {
      expect(before(after(one))).toEqual(one)
    }),
  )
})

test('the ends of February follow one another through leap years', () => {
  const ends = [2023, 2024, 2025, 2026, 2027, 2028].map((one) => makePeriod(one, 'day', '29 February')!)
  expect(ends.map((one) => one.end.slice(5))).toEqual(['02-28', '02-29', '02-28', '02-28', '02-28', '02-29'])
  expect(contiguous(ends)).toBe(true)
  expect(contiguous([1899, 1900, 1901].map((one) => makePeriod(one, 'day', '29 February')!))).toBe(true)
})

test('a stock at the end of a month has its neighbours at the end of that month', () => {
  fc.assert(
    fc.property(isoDay, (day) => {
      if (!isMonthEnd(day)) return
      const one = before(stockOn(day))
      expect(isMonthEnd(one.end)).toBe(true)
      expect(one.end.slice(5, 7)).toBe(day.slice(5, 7))
    }),
  )
})

test('years between add up, and turn their sign with the order', () => {
  fc.assert(
    fc.property(year, year, year, (a, b, c) => {
      const [x, y, z] = [financial(a), financial(b), financial(c)]
      expect(yearsBetween(x, y) + yearsBetween(y, z)).toBe(yearsBetween(x, z))
      expect(yearsBetween(x, y) + yearsBetween(y, x)).toBe(0)
    }),
  )
  expect(yearsBetween(financial(2006), financial(2023))).toBe(17)
  expect(yearsBetween(stockOn('2010-03-31'), stockOn('2023-03-31'))).toBe(13)
})

test('a period reads back from its own id and label', () => {
  fc.assert(
    fc.property(year, (one) => {
      expect(makePeriod(financial(one).id, 'financial-year')).toEqual(financial(one))
    }),
  )
  fc.assert(
    fc.property(year, (one) => {
      expect(makePeriod(calendar(one).id, 'calendar-year')).toEqual(calendar(one))
    }),
  )
  fc.assert(
    fc.property(isoDay, (day) => {
      expect(makePeriod(stockOn(day).label, 'day')).toEqual(stockOn(day))
    }),
  )
})

test('a stock is the day that the cell says', () => {
  fc.assert(
    fc.property(isoDay, (day) => {
      expect(stockOn(day)).toMatchObject({ start: day, end: day })
    }),
  )
})

test('periods sort oldest first', () => {
  fc.assert(
    fc.property(fc.array(year), (years) => {
      const sorted = years.map(financial).sort(comparePeriods)
      expect(sorted.map((one) => one.id)).toEqual(years.toSorted((a, b) => a - b).map((one) => financial(one).id))
    }),
  )
  expect(comparePeriods(financial(2000), financial(2000))).toBe(0)
})

test('a run is contiguous until one period is taken out of its middle', () => {
  fc.assert(
    fc.property(year, fc.integer({ min: 3, max: 20 }), fc.nat(), (from, length, cut) => {
      const run = Array.from({ length }, (_, i) => financial(from + i))
      expect(contiguous(run)).toBe(true)
      expect(contiguous(run.toSpliced(1 + (cut % (length - 2)), 1))).toBe(false)
      expect(contiguous(run.toReversed())).toBe(false)
    }),
  )
  expect(contiguous([])).toBe(true)
  expect(contiguous([financial(2020)])).toBe(true)
  expect(contiguous([financial(2020), financial(2020)])).toBe(false)
})

test('a stock that moves to another day, and a change of kind, break the run', () => {
  expect(contiguous([stockOn('2022-03-31'), stockOn('2023-09-30')])).toBe(false)
  expect(contiguous([stockOn('2022-03-31'), stockOn('2023-03-31')])).toBe(true)
  expect(contiguous([calendar(2022), financial(2023)])).toBe(false)
})

const uk = { dates: 'day-first', yearJoin: '/' } as Style

test.each([
  ['2018-01', 'month', 'in January 2018', 'at the end of January 2018', 'January 2018', 'January', '2018'],
  [
    '2018 Q1',
    'quarter',
    'between January and March 2018',
    'at the end of March 2018',
    'January to March 2018',
    'January to March',
    '2018',
  ],
  [
    '2018 H2',
    'half-year',
    'between July and December 2018',
    'at the end of December 2018',
    'July to December 2018',
    'July to December',
    '2018',
  ],
] as const)('%s in words', (text, kind, flow, stock, name, season, year) => {
  const one = makePeriod(text, kind)!
  expect([inPeriod(one, uk, false), inPeriod(one, uk, true)]).toEqual([flow, stock])
  expect([yearName(one, uk), seasonOf(one), yearOf(one)]).toEqual([name, season, year])
  expect([spanOf(one), twelveMonthsTo(one)]).toEqual([kind, `12 months to ${stock.slice('at the end of '.length)}`])
})

test('a half-year that lies in two years is named by its months', () => {
  const winter = periodTo('2019-03-31', 'half-year')
  expect([yearOf(winter), seasonOf(winter), inPeriod(winter, uk, false)]).toEqual([
    'October 2018 to March 2019',
    'October to March',
    'between October 2018 and March 2019',
  ])
})

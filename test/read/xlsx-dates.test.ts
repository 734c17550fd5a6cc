import { expect, test } from 'vitest'
import { shownAs } from '../../src/read/number-format.ts'
import { dateOf, timeOf } from '../../src/read/serial.ts'
import { readXlsx } from '../../src/read/xlsx.ts'
import { oneSheet } from './xlsx-files.ts'

test('a day is told as ISO text, in both systems of dates', () => {
  for (const [serial, date] of [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45016, '2023-03-31'],
    [45016.395833333336, '2023-03-31T09:30:00'],
    [45016.9999999999, '2023-04-01'],
    [2958465, '9999-12-31'],
  ] as const)
    expect(dateOf(serial, false)).toBe(date)
  expect(dateOf(0, true)).toBe('1904-01-01')
  expect(dateOf(43554, true)).toBe('2023-03-31')
  for (const none of [0, 0.5, -1, 2958466, 1e300]) expect(dateOf(none, false)).toBeUndefined()
})

test('a length of time is told as ODS tells it', () => {
  expect(timeOf(0.395833333333333)).toBe('PT09H30M00S')
  expect(timeOf(1.5)).toBe('PT36H00M00S')
  expect(timeOf(0.5 / 86_400)).toBe('PT00H00M00.5S')
  expect(timeOf(-0.5)).toBeUndefined()
})

test('a format that a workbook knows by number', () => {
  const is = (look: string | undefined, ids: number[]) => {
    for (const id of ids) expect([id, shownAs(id, undefined)?.format]).toEqual([id, look])
  }
  is('date', [14, 15, 16, 17, 22, 27, 31, 36, 50, 58])
  is('time', [18, 21, 32, 45, 47])
  is('percentage', [9, 10])
  is('currency', [5, 8, 42, 44])
  is(undefined, [0, 1, 2, 3, 4, 11, 12, 37, 38, 43, 48, 49])
})

test('a format by its code', () => {
  const shown: Record<string, string | undefined> = {
    'yyyy-mm-dd': 'date',
    '[$-409]mmm\\-yy;@': 'date',
    'dd/mm/yyyy hh:mm': 'date',
    mmm: 'date',
    'h:mm AM/PM': 'time',
    '[h]:mm:ss': 'time',
    'mm:ss.0': 'time',
    '0.0%': 'percentage',
    '[Red]0%;[Blue]-0%': 'percentage',
    General: undefined,
    '0.00E+00': undefined,
    '#,##0;[Red]-#,##0': undefined,
    '0" days"': undefined,
    '0\\d': undefined,
    '#,##0_d': undefined,
    '[>100]0;0.0': undefined,
    '@': undefined,
    '#,##0;yyyy': undefined,
  }
  for (const [code, look] of Object.entries(shown)) expect([code, shownAs(164, code)?.format]).toEqual([code, look])
  for (const code of ['[$£-809]#,##0.00', '"£"#,##0', '£#,##0', '[$GBP] 0'])
    expect(shownAs(164, code)).toEqual({ format: 'currency', currency: 'GBP' })
  expect(shownAs(164, '[$$-409]#,##0')).toEqual({ format: 'currency' })
})

test('a code of the workbook wins over the number, and a cell has the style it names', () => {
  const cells = [0, 1, 2, 3, 4].map((s) => `<c s="${s}"><v>45016.5</v></c>`).join('')
  const file = oneSheet(`<row>${cells}<c s="3"><v>0</v></c><c s="99"><v>7</v></c></row>`, {
    styles: [0, '0.0%', 'hh:mm', 14, '[$€-2] 0'],
  })
  const { rows, formats } = readXlsx(file, 'a.xlsx').sheets[0]!
  // A nought shown as a date is no day.
  expect(rows).toEqual([[45016.5, 45016.5, 'PT1080396H00M00S', '2023-03-31T12:00:00', 45016.5, 0, 7]])
  expect(formats).toEqual([
    { row: 0, column: 1, format: 'percentage' },
    { row: 0, column: 2, format: 'time' },
    { row: 0, column: 3, format: 'date' },
    { row: 0, column: 4, format: 'currency', currency: 'EUR' },
  ])
})

test('the system of dates from 1904 is the workbook’s to say, and dates written as text stay', () => {
  const file = oneSheet('<row><c s="0"><v>43554</v></c><c t="d"><v>2023-03-31T00:00:00.000Z</v></c><c t="d"><v>2023-03-31T09:30:00</v></c></row>', { styles: [14], date1904: true }) // biome-ignore format: a row
  expect(readXlsx(file, 'a.xlsx').sheets[0]?.rows).toEqual([['2023-03-31', '2023-03-31', '2023-03-31T09:30:00']])
})

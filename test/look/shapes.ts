import type { Answer } from './summary.ts'
import { lines } from './summary.ts'

type Cells = readonly (string | number | null)[]

/** Invented places with invented figures. */
const places = ['Ashmere', 'Brockley Vale', 'Castle Dene', 'Dunmoor', 'Eastwick', 'Fenholt'] as const
const code = (i: number): string => `E0600090${i + 1}`
const value = (area: number, year: number, more = 0): number => 40 + area * 13 + ((year * 7 + area * 5) % 11) + more
const years = [2019, 2020, 2021, 2022, 2023]
const each = <T>(make: (place: string, area: number, year: number) => T): T[] =>
  years.flatMap((year) => places.map((place, area) => make(place, area, year)))

export interface Shape {
  /** Rows of the table, or of each of its sheets. */
  rows?: readonly Cells[]
  sheets?: Readonly<Record<string, readonly Cells[]>>
  answer: Answer
  unsure?: readonly RegExp[]
  byHand?: readonly RegExp[]
}

const six = { area: ['Council', 'Code'], levels: { authority: 6 }, whole: 'England sum' }

export const shapes: Readonly<Record<string, Shape>> = {
  tidy: {
    rows: [['Calendar year', 'Council', 'Code', 'Fires'], ...each((place, a, y) => [y, place, code(a), value(a, y)])],
    answer: {
      ...six,
      headings: [1, 1],
      rows: [2, 31],
      period: 'Calendar year calendar-year 2019 to 2023, 5',
      measures: { fires: 'count' },
    },
  },
  'wide by measure': {
    rows: [
      ['As at 31 March', 'Council', 'Code', 'Officers (headcount)', 'Officers (FTE)', 'Vacancy rate (%)', 'Cost (£)'],
      ...each((place, a, y) => [y, place, code(a), value(a, y, 9), value(a, y) + 0.5, 3.5 + a, 1000 * value(a, y)]),
    ],
    answer: {
      ...six,
      headings: [1, 1],
      rows: [2, 31],
      period: 'As at 31 March day 31 March 2019 to 2023, 5',
      measures: {
        'officers-headcount': 'headcount',
        'officers-fte': 'fte',
        'vacancy-rate-percent': 'percent',
        'cost-pounds': 'money',
      },
    },
  },
  'wide by year': {
    rows: [
      ['Council', 'Code', '2019/20', '2020/21', '2021/22', '2022/23'],
      ...places.map((place, a) => [place, code(a), ...[2019, 2020, 2021, 2022].map((y) => value(a, y))]),
    ],
    answer: {
      ...six,
      headings: [1, 1],
      rows: [2, 7],
      period: 'columns financial-year 2019/20 to 2022/23, 4',
      measures: { table: 'count' },
    },
    unsure: [/period: they may be academic years/, /words: “Value” does not say/],
  },
  'measure and year in one heading': {
    rows: [
      ['Council', 'Code', 'Fires 2021', 'Fires 2022', 'Fires 2023', 'Change 2022 to 2023'],
      ...places.map((place, a) => [
        place,
        code(a),
        ...[2021, 2022, 2023].map((y) => value(a, y)),
        value(a, 2023) - value(a, 2022),
      ]),
    ],
    answer: {
      ...six,
      headings: [1, 1],
      rows: [2, 7],
      period: 'columns calendar-year 2021 to 2023, 3',
      measures: { fires: 'count' },
      ignore: ['Change 2022 to 2023'],
    },
    unsure: [/period: nothing says what the years are/, /column “Change 2022 to 2023”: it is not read/],
  },
  'one sheet a year': {
    sheets: Object.fromEntries([
      ['Notes', [['Fires attended, by council and calendar year']]],
      ...years.map((y) => [
        String(y),
        [['Council', 'Code', 'Fires'], ...places.map((place, a) => [place, code(a), value(a, y)])],
      ]),
    ]),
    answer: {
      ...six,
      sheet: '2019, 2020, 2021, 2022, 2023',
      headings: [1, 1],
      rows: [2, 7],
      period: 'sheets calendar-year 2019 to 2023, 5',
      measures: { fires: 'count' },
    },
  },
  'several rows of headings': {
    rows: [
      ['Fires and false alarms by council'],
      [null, null, 'Fires', null, null, 'False alarms', null, null],
      ['Council', 'Code', 2021, 2022, 2023, 2021, 2022, 2023],
      ...places.map((place, a) => [
        place,
        code(a),
        ...[2021, 2022, 2023].map((y) => value(a, y, y === 2022 ? 8 : 0)),
        ...[2021, 2022, 2023].map((y) => value(a, y, y % 2 ? 3 : 9)),
      ]),
    ],
    answer: {
      ...six,
      headings: [2, 3],
      rows: [4, 9],
      period: 'columns calendar-year 2021 to 2023, 3',
      measures: { fires: 'count', 'false-alarms': 'count' },
    },
    unsure: [/period: nothing says what the years are/],
  },
  'title, notes and footers': {
    rows: [
      ['Table 3: Fires attended by council, year ending 30 September'],
      ['Source: Office of Invented Statistics'],
      [],
      ['Year', 'Council', 'Code', 'Fires'],
      ...each((place, a, y) => [
        y,
        place,
        code(a),
        a === 2 && y === 2020 ? '[x]' : a === 3 && y === 2021 ? '..' : value(a, y),
      ]),
      [],
      ['1. Figures are as recorded by councils.'],
      ['[x] not available'],
    ],
    answer: {
      ...six,
      headings: [4, 4],
      rows: [5, 34],
      period: 'Year year 30 September 2019 to 2023, 5',
      measures: { fires: 'count' },
      marks: { '..': 'not-available' },
    },
    unsure: [/period: read from the text around the table/],
  },
  'totals and regions among the rows': {
    rows: [
      ['Financial year', 'Area name', 'Area code', 'Fires'],
      ...years.flatMap((y): Cells[] => {
        const sum = (areas: readonly number[]) => areas.reduce((all, a) => all + value(a, y), 0)
        const year = `${y}/${(y + 1) % 100}`
        return [
          [year, 'England', 'E92000001', sum([0, 1, 2, 3, 4, 5])],
          [year, 'North East', 'E12000001', sum([0, 1, 2])],
          ...[0, 1, 2].map((a) => [year, places[a]!, code(a), value(a, y)]),
          [year, 'South West', 'E12000009', sum([3, 4, 5])],
          ...[3, 4, 5].map((a) => [year, places[a]!, code(a), value(a, y)]),
        ]
      }),
    ],
    answer: {
      headings: [1, 1],
      rows: [2, 46],
      area: ['Area name', 'Area code'],
      levels: { authority: 6, region: 2 },
      whole: 'England published',
      period: 'Financial year financial-year 2019/20 to 2023/24, 5',
      measures: { fires: 'count' },
    },
  },
  'areas of several levels with a parent': {
    rows: [
      [
        'time_period',
        'time_identifier',
        'geographic_level',
        'country_code',
        'country_name',
        'region_code',
        'region_name',
        'la_name',
        'new_la_code',
        'pupils',
        'absence_rate',
      ],
      ...[202122, 202223].flatMap((t): Cells[] => [
        [t, 'Academic year', 'National', 'E92000001', 'England', null, null, null, null, 600 + 6 * (t % 2), 5.5],
        ...[0, 1].map(
          (r): Cells => [
            t,
            'Academic year',
            'Regional',
            'E92000001',
            'England',
            `E1200000${r + 1}`,
            ['North East', 'North West'][r]!,
            null,
            null,
            300 + 3 * (t % 2),
            5 + r,
          ],
        ),
        ...places.map(
          (place, a): Cells => [
            t,
            'Academic year',
            'Local authority',
            'E92000001',
            'England',
            `E1200000${a < 3 ? 1 : 2}`,
            a < 3 ? 'North East' : 'North West',
            place,
            code(a),
            100 + (t % 2),
            a === 1 ? 'c' : 4 + a / 2,
          ],
        ),
      ]),
    ],
    answer: {
      headings: [1, 1],
      rows: [2, 19],
      area: ['la_name', 'region_name', 'country_name', 'new_la_code', 'region_code', 'country_code'],
      levels: { authority: 6, region: 2 },
      whole: 'England published',
      period: 'time_period academic-year 2021/22 to 2022/23, 2',
      by: { time_identifier: '1' },
      measures: { pupils: 'count', 'absence-rate': 'percent' },
      marks: { c: 'suppressed' },
      ignore: ['geographic_level'],
    },
    unsure: [/measure absence-rate: unit: it is called a rate/],
  },
  'codes alone': {
    rows: [['Year ending March', 'LAD code', 'Fires'], ...each((_, a, y) => [y, code(a), value(a, y)])],
    answer: {
      headings: [1, 1],
      rows: [2, 31],
      area: ['LAD code'],
      levels: { authority: 6 },
      whole: 'England sum',
      period: 'Year ending March year 31 March 2019 to 2023, 5',
      measures: { fires: 'count' },
    },
    unsure: [/area: the table has codes and no names/],
    byHand: [/the names of the areas/],
  },
  'a long table of indicators, with a total': {
    rows: [
      ['Month', 'Force', 'Sex', 'Indicator', 'Value'],
      ...['Jan-23', 'Feb-23', 'Mar-23'].flatMap((month, m) =>
        ['Ashmere Police', 'Brockley Police', 'Castle Police'].flatMap((force, f): Cells[] =>
          ['Arrests', 'Detection rate (%)'].flatMap((indicator, i) =>
            [
              ['Female', 10],
              ['Male', 20],
              ['All', 30],
            ].map(([sex, n]) => [month, force, sex!, indicator, i === 1 ? 12.5 + f : Number(n) * (1 + f) * (1 + m)]),
          ),
        ),
      ),
    ],
    answer: {
      headings: [1, 1],
      rows: [2, 55],
      area: ['Force'],
      levels: { area: 3 },
      whole: 'All areas sum',
      period: 'Month month 2023-01 to 2023-03, 3',
      by: { Sex: '3, All', Indicator: '2 measures' },
      measures: { arrests: 'count', 'detection-rate-percent': 'percent' },
    },
    unsure: [/whole: say what the areas make together/],
  },
  'SDMX-CSV': {
    rows: [
      ['DATAFLOW', 'FREQ', 'REF_AREA', 'UNIT_MEASURE', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'DECIMALS'],
      ...['2022-Q4', '2023-Q1', '2023-Q2'].flatMap((q, n) =>
        ['AA', 'BB', 'CC'].map(
          (area, a): Cells => ['OFF:DF(1.0)', 'Q', area, 'PS', q, 100 + a * 7 + n, a === 1 ? 'P' : 'A', 0],
        ),
      ),
    ],
    answer: {
      headings: [1, 1],
      rows: [2, 10],
      area: ['REF_AREA'],
      levels: { area: 3 },
      whole: 'All areas sum',
      period: 'TIME_PERIOD quarter 2022-Q4 to 2023-Q2, 3',
      by: { DATAFLOW: '1', FREQ: '1' },
      measures: { table: 'count' },
      marks: { P: 'provisional' },
      ignore: ['DECIMALS', 'UNIT_MEASURE'],
    },
    unsure: [/whole: say what the areas make/],
    byHand: [/the names of the areas/],
  },
}

export const csvOf = (shape: Shape): string => lines(...(shape.rows ?? []))

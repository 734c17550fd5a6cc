import type { Answer } from './summary.ts'

/** What somebody who knows the table would say of it, and of what they could not be sure from the table alone. */
export interface Known {
  answer: Answer
  unsure: readonly RegExp[]
}

const forces = { area: ['Force Name', 'Geo code'], levels: { 'police force': 43 }, whole: 'England and Wales sum' }
const oneRow = { headings: [1, 1] as [number, number] }
const summed = /: no category is a total, and all are added up/
const unnamed = /words: “Total .*” does not say what is counted/
const service = { by: { 'Length of service': '11' }, ignore: ['Region'] }
const uplift: Known = {
  answer: {
    ...forces,
    ...oneRow,
    rows: [2, 44],
    period: 'As at day 31 March 2023 to 2023, 1',
    measures: { 'extra-officers': 'count', target: 'count' },
    ignore: ['Region'],
  },
  unsure: [/whole: only if the table has every force/],
}

/** The tables that the repository ships, by their path below data/. */
export const shipped: Readonly<Record<string, Known>> = {
  'police-workforce/workforce.csv': {
    answer: {
      ...forces,
      ...oneRow,
      // The British Transport Police is in the table, without a code.
      levels: { 'police force': 43, area: 1 },
      rows: [2, 11221],
      period: 'As at 31 March... day 31 March 2007 to 2023, 17',
      by: { 'Worker type': '5', 'Rank description': '15' },
      // Special constables have no full-time equivalent, so that the headcount is the more complete and leads.
      measures: { 'workers-headcount': 'headcount', 'workers-fte': 'fte' },
      marks: { 'N/A': 'not-applicable' },
    },
    unsure: [summed, unnamed],
  },
  'police-leavers/sample-leavers.csv': {
    answer: {
      ...forces,
      ...oneRow,
      rows: [2, 5419],
      period: 'Financial year financial-year 2006/07 to 2023/24, 18',
      by: { 'Worker type': '1', 'Reason for leaving': '7' },
      measures: { 'leavers-headcount': 'headcount', 'leavers-fte': 'fte' },
      ignore: ['Region'],
    },
    unsure: [summed, unnamed],
  },
  'police-leavers/sample-joiners.csv': {
    answer: {
      ...forces,
      ...oneRow,
      rows: [2, 775],
      period: 'Financial year financial-year 2006/07 to 2023/24, 18',
      by: { 'Joiner type': '1' },
      measures: { 'joiners-fte': 'fte' },
      ignore: ['Region'],
    },
    unsure: [unnamed],
  },
  'police-leavers/sample-leavers-by-service.csv': {
    answer: {
      ...forces,
      ...oneRow,
      ...service,
      rows: [2, 474],
      period: 'Financial year financial-year 2023/24 to 2023/24, 1',
      measures: { 'leavers-headcount': 'headcount' },
    },
    unsure: [summed, unnamed],
  },
  'police-leavers/sample-in-post-by-service.csv': {
    answer: {
      ...forces,
      ...oneRow,
      ...service,
      rows: [2, 474],
      period: 'As at 31 March day 31 March 2023 to 2023, 1',
      measures: { 'staff-in-post-headcount': 'headcount' },
    },
    unsure: [summed, unnamed],
  },
  'police-leavers/sample-uplift-2023-04-26.csv': uplift,
  'police-leavers/sample-uplift-2023-07-26.csv': uplift,
  'police-leavers-published/published-leavers-national.csv': {
    answer: {
      ...oneRow,
      rows: [2, 24],
      area: ['Area'],
      levels: { whole: 1 },
      whole: 'England and Wales alone',
      period: 'Financial year financial-year 2006/07 to 2023/24, 8',
      by: { 'Reason for leaving': '4, All leavers excluding transfers', Basis: '2 measures' },
      measures: { 'leavers-fte': 'fte', 'leavers-headcount': 'headcount' },
    },
    unsure: [/Reason for leaving: the other categories do not add up/, /10 of the 18 periods .* are missing/],
  },
  'police-leavers-published/published-workforce-national.csv': {
    answer: {
      ...oneRow,
      rows: [2, 63],
      area: ['Area'],
      levels: { whole: 1 },
      whole: 'England and Wales alone',
      period: 'As at 31 March day 31 March 2003 to 2024, 22',
      by: { 'Worker type': '2', Rank: '2, All ranks' },
      measures: { 'workers-fte': 'fte' },
    },
    unsure: [/Worker type: no category is a total/],
  },
}

/** Originals, which are too large to ship: they are looked for below the folder that NIB_TABLES names. */
export const originals: Readonly<Record<string, Known>> = {
  'police-workforce/open-data-table-police-workforce-260723.ods': {
    answer: {
      ...oneRow,
      sheet: 'Data',
      rows: [2, 29305],
      area: ['Force Name', 'Geo code'],
      levels: { 'police force': 43, area: 1 },
      whole: 'England and Wales sum',
      period: 'As at 31 March... day 31 March 2007 to 2023, 17',
      by: { Sex: '5', 'Rank description': '16', 'Worker type': '6' },
      measures: { 'police-workers-headcount': 'headcount', 'police-workers-fte': 'fte' },
      marks: { 'N/A': 'not-applicable' },
      ignore: ['Region'],
    },
    unsure: [summed, unnamed],
  },
  'childrens-social-work/csww_indicators_2017_to_2025.csv': {
    answer: {
      ...oneRow,
      rows: [2, 1464],
      area: ['la_name', 'region_name', 'country_name', 'new_la_code', 'region_code', 'country_code'],
      levels: { authority: 155, region: 9, 'part of a region': 2 },
      whole: 'England published',
      // The table says “Reporting year” and means the year to 30 September: told as unsure below.
      period: 'time_period calendar-year 2017 to 2025, 9',
      by: { time_identifier: '1' },
      measures: {
        // Social workers in post are counted on a day, and the table is dated by years: starters are not.
        'starters-fte': 'fte',
        'inpost-fte': 'fte',
        'inpost-headcount': 'headcount',
        'starters-headcount': 'headcount',
        'leavers-fte': 'fte',
        'leavers-headcount': 'headcount',
        'turnover-rate-fte': 'percent',
        'turnover-rate-headcount': 'percent',
        'agency-fte': 'fte',
        'agency-headcount': 'headcount',
        'agency-rate-fte': 'percent',
        'agency-rate-headcount': 'percent',
        'agency-cover-fte': 'fte',
        'agency-cover-rate-fte': 'percent',
        'vacancy-fte': 'fte',
        'vacancy-rate-fte': 'percent',
        'vacancy-agency-cover-rate-fte': 'percent',
        'case-holders-fte': 'fte',
        cases: 'count',
        // Cases a worker: no sum, and no unit of its own.
        'caseload-fte': 'index',
        'working-days-lost-fte': 'days',
        'absence-rate-fte': 'percent',
      },
      marks: { x: 'not-available', z: 'not-applicable', u: 'low-reliability', low: 'low-reliability', c: 'suppressed' },
      ignore: ['geographic_level', 'old_la_code'],
    },
    unsure: [
      /period: “Reporting year” does not say what the years are/,
      /inpost-fte, .* look like counts on a day, and starters-fte, .* like counts over the period/,
      /caseload-fte: unit: an average or ratio/,
      /working-days-lost-fte: unit: days are never added up/,
      /mark “low”/,
    ],
  },
}

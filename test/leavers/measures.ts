/** What each measure of the release counts, written by hand and not read from the release definition. */

type Cells = Readonly<Record<string, string>>

/** Years are told by the one they end in: 2024 is the flow of 2023/24 and the stock of 31 March 2024. */
interface Common {
  dated: 'flow' | 'stock'
  /** The year the comparable series begins in. */
  from: number
  recordsBegin: boolean
}
export interface Counted extends Common {
  file: string
  column: string
  unit: 'fte' | 'headcount'
  take(cells: Cells): boolean
  /** The table has a row of the whole and none of any area. */
  wholeOnly?: true
}
export interface Ratio extends Common {
  unit: 'share' | 'rate'
  part: string
  base: string
  /** The base is what stood on 31 March before the year. */
  start: boolean
  decimals: number
}
export interface Made extends Common {
  unit: 'fte' | 'headcount'
  op: 'add' | 'subtract'
  of: readonly [string, string]
}

export const files = {
  leavers: 'sample-leavers.csv',
  leaversByService: 'sample-leavers-by-service.csv',
  inPostByService: 'sample-in-post-by-service.csv',
  joiners: 'sample-joiners.csv',
  workforce: '../police-workforce/workforce.csv',
  national: 'published-workforce-national.csv',
  uplift: 'sample-uplift-2023-07-26.csv',
  upliftFirst: 'sample-uplift-2023-04-26.csv',
}
const [fte, headcount] = ['Total (FTE)', 'Total (headcount)']

/** Every reason for leaving but a transfer to another force. */
const reasons = [
  'Voluntary resignation',
  'Dismissed or contract terminated',
  'Normal retirement',
  'Medical retirement',
  'Death',
  'Other',
]
function left(unit: 'fte' | 'headcount', among: readonly string[]): Counted {
  return {
    file: files.leavers,
    column: unit === 'fte' ? fte : headcount,
    unit,
    dated: 'flow',
    from: 2007,
    // Only the heads are said to begin where records do.
    recordsBegin: unit === 'headcount',
    take: (c) => c['Worker type'] === 'Police Officer' && among.includes(c['Reason for leaving']!),
  }
}

const [underOne, ...underFive] = [
  'Less than 1 year',
  '1 to less than 2 years',
  '2 to less than 3 years',
  '3 to less than 4 years',
  '4 to less than 5 years',
]
function served(dated: 'flow' | 'stock', passes: (band: string) => boolean): Counted {
  return {
    file: dated === 'flow' ? files.leaversByService : files.inPostByService,
    column: headcount,
    unit: 'headcount',
    dated,
    from: dated === 'flow' ? 2024 : 2023,
    recordsBegin: false,
    take: (c) => passes(c['Length of service']!),
  }
}
const isUnderFive = (band: string): boolean => band === underOne || underFive.includes(band)

function inPost(unit: 'fte' | 'headcount'): Counted {
  return {
    file: files.workforce,
    column: unit === 'fte' ? fte : headcount,
    unit,
    dated: 'stock',
    from: 2007,
    recordsBegin: false,
    take: (c) => c['Worker type']!.toLowerCase() === 'police officer',
  }
}

function national(from: number, worker: string, rank: string): Counted {
  return {
    file: files.national,
    column: fte,
    unit: 'fte',
    dated: 'stock',
    from,
    recordsBegin: false,
    wholeOnly: true,
    take: (c) => c['Worker type'] === worker && c['Rank'] === rank,
  }
}

function recruited(file: string, column: string): Counted {
  return { file, column, unit: 'headcount', dated: 'stock', from: 2023, recordsBegin: false, take: () => true }
}

export const counted: Readonly<Record<string, Counted>> = {
  resignations: left('headcount', ['Voluntary resignation']),
  dismissals: left('headcount', ['Dismissed or contract terminated']),
  leavers: left('headcount', reasons),
  'resignations-fte': left('fte', ['Voluntary resignation']),
  'dismissals-fte': left('fte', ['Dismissed or contract terminated']),
  'retirements-fte': left('fte', ['Normal retirement']),
  'medical-fte': left('fte', ['Medical retirement']),
  'deaths-fte': left('fte', ['Death']),
  'other-fte': left('fte', ['Other']),
  'leavers-fte': left('fte', reasons),
  'joiners-fte': {
    ...left('fte', []),
    file: files.joiners,
    take: (c) => c['Joiner type'] === 'Joiners excluding transfers',
  },
  officers: inPost('fte'),
  'officers-headcount': inPost('headcount'),
  'under-five': served('flow', isUnderFive),
  'five-and-over': served('flow', (band) => !isUnderFive(band)),
  'under-one': served('flow', (band) => band === underOne),
  'in-post-under-five': served('stock', isUnderFive),
  'in-post-five-and-over': served('stock', (band) => !isUnderFive(band)),
  'officers-national': national(2003, 'Police Officer', 'All ranks'),
  'constables-national': national(2007, 'Police Officer', 'Constable'),
  'pcsos-national': national(2003, 'Police Community Support Officer', 'All ranks'),
  'extra-officers': recruited(files.uplift, 'Extra officers'),
  'extra-officers-first': recruited(files.upliftFirst, 'Extra officers'),
  'extra-target': recruited(files.uplift, 'Target'),
}

const flow = { dated: 'flow', recordsBegin: false } as const
const share = { unit: 'share', start: false, decimals: 0, recordsBegin: false } as const
const rate = { ...flow, unit: 'rate', start: true, from: 2008 } as const

/** A rate is told from the second year: the first one's base, of 31 March 2006, is in no table. */
export const ratios: Readonly<Record<string, Ratio>> = {
  'resignation-share': { ...share, part: 'resignations-fte', base: 'leavers-fte', dated: 'flow', from: 2007 },
  'under-five-share': { ...share, part: 'under-five', base: 'leavers', dated: 'flow', from: 2024 },
  'under-one-share': { ...share, part: 'under-one', base: 'leavers', dated: 'flow', from: 2024 },
  'in-post-under-five-share': {
    ...share,
    part: 'in-post-under-five',
    base: 'officers-headcount',
    dated: 'stock',
    from: 2023,
  },
  'leaving-rate': { ...rate, part: 'leavers', base: 'officers-headcount', decimals: 1 },
  'leaving-rate-fte': { ...rate, part: 'leavers-fte', base: 'officers', decimals: 2 },
  'joining-rate-fte': { ...rate, part: 'joiners-fte', base: 'officers', decimals: 2 },
}

const stock = { dated: 'stock', unit: 'fte', recordsBegin: false } as const
export const made: Readonly<Record<string, Made>> = {
  'other-ranks-national': { ...stock, op: 'subtract', of: ['officers-national', 'constables-national'], from: 2007 },
  'officers-and-pcsos': { ...stock, op: 'add', of: ['officers-national', 'pcsos-national'], from: 2003 },
}

export const breakdowns: Readonly<Record<string, { of: string; parts: readonly string[] }>> = {
  reason: {
    of: 'leavers-fte',
    parts: ['resignations-fte', 'dismissals-fte', 'retirements-fte', 'medical-fte', 'deaths-fte', 'other-fte'],
  },
  service: { of: 'leavers', parts: ['under-five', 'five-and-over'] },
  'in-post-service': { of: 'officers-headcount', parts: ['in-post-under-five', 'in-post-five-and-over'] },
  rank: { of: 'officers-national', parts: ['constables-national', 'other-ranks-national'] },
  'worker-type': { of: 'officers-and-pcsos', parts: ['officers-national', 'pcsos-national'] },
}

/** Everything of a measure but how it is reckoned. */
export const about = (measure: string): Counted | Ratio | Made | undefined =>
  counted[measure] ?? ratios[measure] ?? made[measure]

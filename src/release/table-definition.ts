import type * as Zod from 'zod'

/**
 * What a series is dated by. `day`: a stock on one day of each year (`2023` with day `31 March`). All others are stretches of
 * time: `financial-year` from 1 April, `academic-year` from 1 September (both `2022/23`), `calendar-year`, `year` ending on
 * any day (`2023`), `half-year` (`2023-H1`), `quarter` (`2023-Q1`), `month` (`2023-03`).
 */
const periodKinds = [
  'day',
  'financial-year',
  'calendar-year',
  'academic-year',
  'year',
  'half-year',
  'quarter',
  'month',
] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Shorter than a year: each is set beside the same of the year before, and rules of their own tell of them. */
export const shorterKinds: readonly PeriodKind[] = ['half-year', 'quarter', 'month']

/** The shape of a table: where its columns are, what its rows are told apart by, and what its marks mean (docs/definition.md). */
export function tableSchema(z: typeof Zod) {
  const category = z.union([z.string(), z.number()]).transform(String)
  const column = z.string()
  /** Of several columns the first that holds something counts. */
  const columns = z.union([column, z.array(column).min(2)])

  const period = z
    .strictObject({
      /** Where the periods stand: in a column, as headings of columns (wide by year), or as names of sheets. */
      in: z.enum(['column', 'columns', 'sheets']).default('column'),
      column: column.optional(),
      kind: z.enum(periodKinds),
      /** Of a stock on one day a year: that day. */
      day: z.string().optional(),
      /** Of a year that ends on any day: that day. */
      ends: z.string().optional(),
      /** Counted at the end of the period, not during it. */
      stock: z.boolean().default(false),
      /** Of a stock on one day a year, such as a mid-year population: it stands for the year that the day lies in. */
      within: z.boolean().optional(),
    })
    .refine((p) => (p.in === 'column') === (p.column !== undefined), {
      message: 'a column is named where the periods stand in a column, and only then',
      path: ['column'],
    })
    .refine((p) => p.day === undefined || p.kind === 'day', { message: 'a day is of the kind day', path: ['day'] })
    .refine((p) => !p.within || p.day !== undefined, {
      message: 'within is of the kind day, and its day is named',
      path: ['within'],
    })
    .refine((p) => p.ends === undefined || p.kind === 'year' || p.kind === 'academic-year', {
      message: 'the end of a year is of the kind year or academic-year',
      path: ['ends'],
    })

  return z.strictObject({
    file: z.string(),
    sheet: z.string().optional(),
    /** Not published every year: that a year is not in it is no news. */
    once: z.boolean().default(false),
    /** `whole`: the publisher's own figures of the whole, with nothing to be added up. */
    holds: z.enum(['areas', 'whole']).default('areas'),
    /** Rows of headings over one another; joined from above with ` | `. */
    headings: z.int().min(1).max(5).default(1),
    area: z
      .strictObject({ name: columns.optional(), code: columns.optional() })
      .refine((a) => a.name !== undefined || a.code !== undefined, {
        message: 'a column of names or of codes was meant',
      }),
    period,
    by: z.record(z.string(), z.record(z.string(), z.array(category).nullable())).default({}),
    over: z.record(z.string(), z.array(category).min(1)).default({}),
    /** Rows with other values are left out. */
    only: z.record(z.string(), z.array(category).min(1)).default({}),
    /** The column that holds the marks of a row's values. */
    status: column.optional(),
    /** How text is read as numbers: 1,234.5 (`point`) or 1.234,5 (`comma`). */
    numbers: z.enum(['point', 'comma']).optional(),
    /** Columns that are not read; `all`: every one that is not named. */
    ignore: z.union([z.literal('all'), z.array(z.string())]).default([]),
    marks: z
      .record(
        z.string(),
        z.enum(['suppressed', 'not-available', 'not-applicable', 'low-reliability', 'provisional', 'revised', 'break']),
      )
      .default({}),
  })
}

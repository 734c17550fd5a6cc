import type * as z from 'zod'
import { schemaOf } from '../zod.ts'

/**
 * The shape of a release definition and of an areas list (docs/definition.md says it in words).
 * The schemas are the one source of both the types and the JSON Schemas that editors load.
 */
const schemas = schemaOf((z) => {
  /** Words that reach copy carry no control, direction or private-use marks; those would be invisible in a paper. */
  const words = z
    .string()
    .transform((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(1))
  const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key: lower-case words joined by hyphens')
  const noun = z.tuple([words, words])
  const category = z.union([z.string(), z.number()]).transform(String)

  const measureWords = z.strictObject({
    name: words,
    short: words.optional(),
    noun,
    stock: words,
    aside: words.optional(),
  })

  const common = {
    role: z.enum(['lead', 'other', 'part', 'base', 'supplement']).default('supplement'),
    people: z.boolean().default(true),
    words: measureWords,
  }

  const baseMeasure = z.strictObject({
    from: z.string(),
    where: z.record(z.string(), z.union([category, z.array(category).min(1)])).default({}),
    value: z.string(),
    unit: z.enum(['fte', 'headcount', 'count']),
    /** The measure that counts the heads of the same things: a full-time equivalent far off it is likely a fault. */
    twin: z.string().optional(),
    comparable: z.strictObject({
      from: z.union([z.string(), z.number()]).transform(String),
      recordsBegin: z.boolean(),
      breaks: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
    }),
    ...common,
  })

  const shareMeasure = z.strictObject({ share: z.string(), of: z.string(), ...common })

  const table = z.strictObject({
    file: z.string(),
    sheet: z.string().optional(),
    area: z.strictObject({ name: z.string(), code: z.string().optional() }),
    period: z.strictObject({
      column: z.string(),
      kind: z.enum(['day', 'financial-year', 'calendar-year']),
      day: z.string().optional(),
    }),
    by: z.record(z.string(), z.record(z.string(), z.array(category).nullable())).default({}),
    over: z.record(z.string(), z.array(category).min(1)).default({}),
    ignore: z.array(z.string()).default([]),
    marks: z
      .record(
        z.string(),
        z.enum(['suppressed', 'not-available', 'not-applicable', 'low-reliability', 'provisional', 'revised', 'break']),
      )
      .default({}),
  })

  const release = z.strictObject({
    release: key,
    title: words,
    publisher: words,
    published: z.iso.datetime({ offset: true }).optional(),
    status: z.enum(['official', 'provisional', 'sample']),
    slug: words,
    areas: z.strictObject({
      list: key,
      noun,
      adjective: words,
      whole: z.strictObject({
        key,
        code: z.string().optional(),
        name: words,
        made: z.literal('sum'),
        aliases: z.array(z.string()).default([]),
      }),
    }),
    tables: z.record(key, table),
    measures: z.record(key, z.union([baseMeasure, shareMeasure])),
    breakdowns: z.record(key, z.strictObject({ of: z.string(), parts: z.array(z.string()).min(2), noun })).default({}),
  })

  const area = z.strictObject({
    key,
    code: z.string().optional(),
    full: words,
    name: words,
    short: words,
    list: words,
    names: z.array(z.string()).min(1),
    aliases: z.array(z.string()).default([]),
  })

  const areas = z.strictObject({
    list: key,
    level: words,
    expect: z.int().positive(),
    areas: z.array(area).min(1),
    others: z.array(area).default([]),
  })

  return { release, areas, table, baseMeasure, shareMeasure, area }
})

type Schemas = ReturnType<typeof schemas>
export const releaseSchema = () => schemas().release
export const areasSchema = () => schemas().areas

export type ReleaseDefinition = z.infer<Schemas['release']>
export type AreasDefinition = z.infer<Schemas['areas']>
export type TableDefinition = z.infer<Schemas['table']>
export type BaseMeasureDefinition = z.infer<Schemas['baseMeasure']>
type ShareMeasureDefinition = z.infer<Schemas['shareMeasure']>
export type MeasureDefinition = BaseMeasureDefinition | ShareMeasureDefinition
export type AreaDefinition = z.infer<Schemas['area']>
export type Mark = TableDefinition['marks'][string]

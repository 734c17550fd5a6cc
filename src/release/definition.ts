import type * as z from 'zod'
import { schemaOf } from '../zod.ts'
import { measureSchemas } from './measure-definition.ts'
import { tableSchema } from './table-definition.ts'
import { wordsSchema } from './words.ts'

/**
 * The shape of a release definition and of an areas list (docs/definition.md says it in words).
 * The schemas are the one source of both the types and the JSON Schemas that editors load.
 */
const schemas = schemaOf((z) => {
  const words = wordsSchema(z)
  const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key: lower-case words joined by hyphens')
  const noun = z.tuple([words, words])
  const { measure, base } = measureSchemas(z, words)

  const instant = z.iso.datetime({ offset: true, local: true })

  const table = tableSchema(z)
  const release = z.strictObject({
    release: key,
    title: words,
    publisher: words,
    /** When the shipped tables came out, and when those of the next edition will; by London's clocks, where no offset is given. */
    published: instant.optional(),
    next: instant.optional(),
    status: z.enum(['official', 'provisional', 'sample']),
    slug: words,
    /** What it is about, for systems that sort news. */
    subjects: z
      .array(z.strictObject({ name: words, uri: z.url().exactOptional() }))
      .min(1)
      .exactOptional(),
    areas: z.strictObject({
      list: key,
      /** Further levels: each has drafts and ranks of its own. */
      also: z
        .array(z.strictObject({ list: key, noun, adjective: z.union([z.literal(''), words]).optional() }))
        .default([]),
      noun,
      /** What stands before the many of the whole: police officers. */
      adjective: z.union([z.literal(''), words]).default(''),
      /** Areas are places, so that people work in Kent, and not bodies, so that they work at Kent Police. */
      places: z.boolean().default(false),
      whole: z.strictObject({
        key,
        code: z.string().optional(),
        name: words,
        /** Added up from the areas; the publisher's own row; or there is none. */
        made: z.enum(['sum', 'published', 'none']),
        aliases: z.array(z.string()).default([]),
      }),
    }),
    tables: z.record(key, table),
    measures: z.record(key, measure),
    breakdowns: z.record(key, z.strictObject({ of: z.string(), parts: z.array(z.string()).min(2), noun })).default({}),
    /** What was to be reached, and when: `of` is held against `target`. */
    targets: z.record(key, z.strictObject({ of: z.string(), target: z.string() })).default({}),
    /** What comes in beside what goes out, as numbers and as rates. */
    balances: z
      .record(key, z.strictObject({ in: z.string(), out: z.string(), inRate: z.string(), outRate: z.string() }))
      .default({}),
    /** What a measure counts and what it does not, in the words of the copy. */
    explains: z.record(key, z.strictObject({ measure: z.string(), text: z.array(words).min(1) })).default({}),
    /** What a reader may look for and no table of this release holds: measure → why. */
    absent: z.record(key, words).default({}),
    /** The release whose rules and editions this one uses, beside the shared ones and its own. */
    borrows: key.optional(),
  })

  const id = z.union([z.string(), z.number()]).transform(String)
  const area = z.strictObject({
    key,
    code: z.string().optional(),
    /** Other codes of the very same area: a county that became a unitary council within its borders. */
    codes: z.array(z.string()).optional(),
    /** The area of another list that it lies in. */
    parent: key.optional(),
    /** The first period in which there is such an area, and the last. */
    from: id.optional(),
    until: id.optional(),
    /** Periods from which it is not like what it was: its borders moved. */
    breaks: z.array(id).optional(),
    /** What became of what, for editors: told beside drafts near that time. */
    note: words.optional(),
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

  return { release, areas, table, measure, base, area }
})

type Schemas = ReturnType<typeof schemas>
export const releaseSchema = () => schemas().release
export const areasSchema = () => schemas().areas

export type ReleaseDefinition = z.infer<Schemas['release']>
export type AreasDefinition = z.infer<Schemas['areas']>
export type TableDefinition = z.infer<Schemas['table']>
export type BaseMeasureDefinition = z.infer<Schemas['base']>
export type MeasureDefinition = z.infer<Schemas['measure']>
export type AreaDefinition = z.infer<Schemas['area']>
export type Mark = TableDefinition['marks'][string]

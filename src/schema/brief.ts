import * as z from 'zod'
import { kinds } from '../facts/fact.ts'
import { type Brief, withholding } from '../prose/brief.ts'
import { kinds as versionKinds } from '../render/issued.ts'

const span = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(['figure', 'period', 'area', 'claim', 'quote']),
  ref: z.string(),
})
const sentence = { text: z.string().min(1), spans: z.array(span) }
const of = z.array(z.string())
const how = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('cells'),
    file: z.string(),
    sheet: z.string().optional(),
    column: z.string(),
    rows: z.string().regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/),
    where: z.strictObject({ measure: z.string(), period: z.string(), areas: z.string() }).optional(),
    agg: z.enum(['sum', 'value']),
  }),
  z.strictObject({ op: z.enum(['add', 'subtract', 'percent-change', 'point-change']), of }),
  z.strictObject({ op: z.literal('divide'), of, times: z.number().optional() }),
  z.looseObject({ op: z.enum(['rank', 'count', 'years-between', 'target', 'desk']), of: of.optional() }),
])

/** The brief (`brief/1`) as a schema: what the build ships as JSON Schema, and what a brief read from disk is held against. */
export const briefSchema: z.ZodType<Brief> = z.strictObject({
  schema: z.literal('brief/1'),
  id: z.string(),
  release: z.strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    edition: z.string(),
    publishedAt: z.string().nullable(),
    status: z.enum(['official', 'provisional', 'sample']),
    subjects: z.array(z.strictObject({ name: z.string(), uri: z.string().exactOptional() })).exactOptional(),
  }),
  area: z.strictObject({ key: z.string(), code: z.string().exactOptional(), name: z.string(), level: z.string() }),
  period: z.strictObject({ id: z.string(), label: z.string(), start: z.iso.date(), end: z.iso.date() }),
  edition: z.string(),
  style: z.string(),
  slug: z.string(),
  embargoedUntil: z.string().nullable(),
  usable: z.boolean(),
  withheld: z.array(z.enum(withholding)).exactOptional(),
  headline: z.strictObject({
    ...sentence,
    rule: z.string().exactOptional(),
    facts: z.array(z.string()).exactOptional(),
  }),
  pars: z.array(z.strictObject({ ...sentence, slot: z.string(), rule: z.string(), facts: z.array(z.string()) })),
  figures: z.record(
    z.string(),
    z.strictObject({
      value: z.number(),
      unit: z.enum([
        ...(['fte', 'headcount', 'count', 'percent', 'points', 'share', 'rate', 'rank', 'years'] as const),
        ...(['per', 'index', 'money', 'days'] as const),
      ]),
      how: how as z.ZodType<Brief['figures'][string]['how']>,
    }),
  ),
  facts: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      kind: z.enum(Object.keys(kinds) as [keyof typeof kinds]),
      measure: z.string(),
      area: z.string(),
      period: z.string(),
      figures: z.array(z.string()),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
      caveats: z.array(z.string()),
      newsworthiness: z.strictObject({ score: z.number(), because: z.array(z.string()) }),
    }),
  ),
  caveats: z.array(z.string()),
  rules: z.record(z.string(), z.string()).exactOptional(),
  edits: z
    .array(
      z.strictObject({
        par: z.int().min(0),
        rule: z.string(),
        facts: z.array(z.string()),
        was: z.string(),
        text: z.string(),
        by: z.string(),
        at: z.string(),
        held: z.strictObject({ now: z.string().nullable() }).exactOptional(),
      }),
    )
    .exactOptional(),
  /** What stands on it when it is delivered. */
  issued: z
    .strictObject({
      uri: z.string(),
      version: z.int().min(1),
      kind: z.enum(versionKinds),
      notes: z.array(z.string()),
      firstCreated: z.string(),
      versionCreated: z.string(),
      provider: z.strictObject({ name: z.string(), domain: z.string(), since: z.string() }),
      rehearsal: z.boolean(),
      stamps: z.array(z.string()),
    })
    .exactOptional(),
})

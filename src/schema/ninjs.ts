import * as z from 'zod'
import type { NinjsItem } from '../render/ninjs-item.ts'

const some = z.string().min(1)
const instant = z.iso.datetime({ offset: true })
const text = { role: some, contentType: z.literal('text/plain'), value: some }
const count = z.int().min(1)
const body = (contentType: 'text/plain' | 'text/html') =>
  z.strictObject({ role: z.literal('main'), contentType: z.literal(contentType), value: some, charCount: count, wordCount: count }) // biome-ignore format: one body
const concept = { name: some, uri: z.url().exactOptional() }
const sourceType = z.strictObject({
  name: some,
  uri: z.literal('http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia'),
})
const embargo = { embargoedUntil: instant.exactOptional() }
/** What is usable is under no embargo; what is withheld may be. */
const usable = { pubStatus: z.literal('usable') }
const withheld = { pubStatus: z.literal('withheld'), ...embargo }

/** @param status its story's own */
const graphics = (status: typeof usable | typeof withheld) =>
  z.array(
    z.strictObject({
      name: some,
      uri: z.url(),
      type: z.literal('graphic'),
      ...status,
      language: z.literal('en-GB'),
      headlines: z.tuple([z.strictObject(text)]),
      descriptions: z.tuple([z.strictObject(text)]),
      edNote: some.exactOptional(),
      digitalSourceType: sourceType,
      renditions: z.tuple([
        z.strictObject({
          name: some,
          href: z.url().regex(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+=*$/),
          contentType: z.literal('image/svg+xml'),
          sizeInBytes: count,
        }),
      ]),
    }),
  )

const all = {
  uri: z.url(),
  type: z.literal('text'),
  representationType: z.literal('full'),
  standard: z.strictObject({
    name: z.literal('ninjs'),
    version: z.literal('3.1'),
    schema: z.literal('http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'),
  }),
  language: z.literal('en-GB'),
  title: some,
  slugline: some,
  headlines: z.tuple([z.strictObject(text)]),
  descriptions: z.tuple([z.strictObject(text)]),
  edNote: some,
  infoSources: z.tuple([z.strictObject({ name: some, role: z.literal('source') })]),
  subjects: z.array(z.strictObject(concept)).min(1),
  places: z.tuple([z.strictObject({ ...concept, literal: some.exactOptional() })]),
  digitalSourceType: sourceType,
  altIds: z.tuple([z.strictObject({ role: z.literal('brief'), value: some })]),
}
const bodies = z.tuple([body('text/plain'), body('text/html')])
const delivered = {
  ...all,
  version: z.string().regex(/^[1-9]\d*$/),
  firstCreated: instant,
  versionCreated: instant,
  by: some,
}

/**
 * What Nib writes of ninjs 3.1, and nothing else of it: stricter than the standard, which asks for a `uri` alone. A draft that
 * nobody delivered is withheld and has no dates; what is withdrawn has no body and no chart.
 */
export const ninjsSchema: z.ZodType<NinjsItem> = z.union([
  z.strictObject({ ...delivered, ...usable, bodies, associations: graphics(usable).exactOptional() }),
  z.strictObject({ ...delivered, ...withheld, bodies, associations: graphics(withheld).exactOptional() }),
  z.strictObject({ ...delivered, ...embargo, pubStatus: z.literal('canceled') }),
  z.strictObject({ ...all, ...withheld, bodies, associations: graphics(withheld).exactOptional() }),
])

import type * as z from 'zod'
import { type Format, formats } from '../archive/store.ts'
import { schemaOf } from '../zod.ts'

/** The shape of `delivery.yaml` (docs/delivery.md says it in words). What one setting asks of another is checked beside it. */
export const deliverySchema = schemaOf((z) => {
  const text = z
    .string()
    .refine(
      (t) => t.trim() !== '' && !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(t),
      'a text without control characters was meant',
    )
  const format = z.enum(Object.keys(formats) as [Format, ...Format[]])
  const channel = z
    .strictObject({
      folder: text.optional(),
      formats: z.array(format).min(1, 'at least one format was meant').optional(),
      feeds: z.boolean().optional(),
      push: text.optional(),
      format: format.optional(),
      // Whatever stands there may be the secret itself, and what a schema refuses is shown: it is checked elsewhere.
      secret: z.unknown().optional().meta({ type: 'string', pattern: variable.source }),
      retries: z.int().min(0).max(20).optional(),
      timeout: z.number().positive().max(300).optional(),
      areas: z.union([z.enum(['all', 'whole']), z.array(text).min(1, 'at least one area was meant')]).optional(),
    })
    .meta({
      oneOf: [
        either(['folder', 'formats'], ['push', 'format', 'secret', 'retries', 'timeout']),
        either(['push', 'format', 'secret'], ['folder', 'formats', 'feeds']),
      ],
    })
  return z.strictObject({
    provider: z.strictObject({
      name: text,
      domain: z
        .string()
        .max(253)
        .regex(
          /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
          'a domain in lower case was meant',
        ),
      since: z.iso.date('a day was meant, as 2024-01-31'),
    }),
    channels: z.record(z.string(), channel).meta({ propertyNames: { pattern: channelKey.source }, minProperties: 1 }),
  })
})
export type DeliveryFile = z.infer<ReturnType<typeof deliverySchema>>

export const channelKey = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
/** Capitals: a secret that stands where its name should is told from it, and is never looked up or shown. */
export const variable = /^[A-Z][A-Z0-9_]{0,99}$/

/** For editors, which know the JSON Schema alone. */
const either = (required: string[], without: string[]) => ({
  type: 'object',
  required,
  properties: Object.fromEntries([...required.map((key) => [key, true]), ...without.map((key) => [key, false])]),
})

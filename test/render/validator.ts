import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as z from 'zod'
import { ninjsSchema } from '../../src/schema/ninjs.ts'

/** As much of a JSON Schema as is walked. */
export interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema | boolean
  prefixItems?: Schema[]
}

/** The profile as the build ships it. */
export const profile = z.toJSONSchema(ninjsSchema, { io: 'input', unrepresentable: 'any' }) as Schema

/** The file of IPTC's own schema, which is not ours to ship: `NIB_NINJS` names it. */
export const officialFile = process.env['NIB_NINJS']
export const official = (): Schema => JSON.parse(readFileSync(officialFile!, 'utf8')) as Schema

/** A format or a keyword that is not known is an error, and never passed over. Types and names may stand beside a `$ref`, as in the standard. */
export function validator(schema: Schema): ValidateFunction {
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    validateFormats: true,
  })
  ;(addFormats as unknown as (ajv: Ajv2020, options: { mode: 'full' }) => void)(ajv, { mode: 'full' })
  // The schema of another body, which the official one leans on. Nothing of it is written, so nothing may match it.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} })
  return ajv.compile(schema)
}

import { mkdirSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { deliverySchema } from '../deliver/delivery-schema.ts'
import { areasSchema, releaseSchema } from '../release/definition.ts'
import { deskFileSchema } from '../release/desk-file.ts'
import { briefSchema } from './brief.ts'
import { ninjsSchema } from './ninjs.ts'

// Run by the build: the JSON Schemas that are shipped, for tools that read briefs and for editors of definitions.
const folder = new URL('.', import.meta.url)
mkdirSync(folder, { recursive: true })
const schemas = {
  'brief-1': briefSchema,
  'ninjs-profile': ninjsSchema,
  release: releaseSchema(),
  areas: areasSchema(),
  desk: deskFileSchema(),
  delivery: deliverySchema(),
}
for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(json, null, 1)}\n`)
}

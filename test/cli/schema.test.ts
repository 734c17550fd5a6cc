import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { newRelease } from '../../src/commands/new.ts'
import { schemaPath } from '../../src/commands/schema-path.ts'
import { realEffects } from '../../src/effects.ts'
import { areasSchema, releaseSchema } from '../../src/release/definition.ts'
import { csvOf, shapes } from '../look/shapes.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nib-')))
afterAll(() => rmSync(folder, { recursive: true }))
const installed = (at: string) => join(at, 'node_modules/newsnib/dist/schema')
beforeAll(() => {
  for (const at of ['desk', 'a desk']) {
    mkdirSync(installed(join(folder, at)), { recursive: true })
    for (const name of ['release', 'areas']) writeFileSync(join(installed(join(folder, at)), `${name}.json`), '{}')
  }
})

/** As an editor does: an address, or a path from the file's own folder; a space ends it. */
function found(file: string, line: string): string {
  const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)![1]!
  return named.startsWith('file:') ? fileURLToPath(named) : resolve(dirname(file), named)
}
const pathOf = (file: string) => schemaPath(file, 'release', { exists: existsSync })

test('the schema is that of the package installed above the definition, by a path that is right for everybody', () => {
  expect(pathOf(join(folder, 'desk/data/fires/release.yaml'))).toBe(
    '../../node_modules/newsnib/dist/schema/release.json',
  )
  expect(pathOf(join(folder, 'desk/tables/uk/data/fires/release.yaml'))).toBe(
    '../../../../node_modules/newsnib/dist/schema/release.json',
  )
})

test('in a checkout it is the one that was built', () => {
  expect(pathOf(join(root, 'data/fires/release.yaml'))).toBe('../../dist/schema/release.json')
})

test('elsewhere it is an address of the Nib that wrote it', () => {
  const path = pathOf(join(folder, 'nowhere/data/fires/release.yaml'))
  expect(fileURLToPath(path)).toBe(join(root, 'dist/schema/release.json'))
})

test('a folder with a space in its name is no end of the path', () => {
  const file = join(folder, 'a desk/data/my fires/release.yaml')
  expect(found(file, `# yaml-language-server: $schema=${pathOf(file)}`)).toBe(
    join(installed(join(folder, 'a desk')), 'release.json'),
  )
  const other = join(folder, 'a desk/other data/fires/release.yaml')
  expect(pathOf(other)).not.toMatch(/\s/)
})

const schemas = {
  release: z.fromJSONSchema(z.toJSONSchema(releaseSchema(), { io: 'input', unrepresentable: 'any' }) as never),
  areas: z.fromJSONSchema(z.toJSONSchema(areasSchema(), { io: 'input', unrepresentable: 'any' }) as never),
}

test.each(Object.entries(shapes).filter(([, { rows }]) => rows))(
  '%s: what is drafted names its schema first, and is as the schema says',
  async (name, shape) => {
    const key = name.toLowerCase().replace(/[^a-z]+/g, '-')
    const file = join(folder, `${key}.csv`)
    writeFileSync(file, csvOf(shape))
    const written: string[] = []
    const real = realEffects()
    const effects = {
      ...real,
      out: () => undefined,
      write: (path: string, text: string | Uint8Array) => {
        real.write(path, text)
        if (path.endsWith('.yaml')) written.push(path)
      },
    }
    expect(await newRelease(file, { library: join(folder, 'desk') }, effects)).toBe(0)
    expect(written.length).toBeGreaterThan(1)
    for (const path of written) {
      const text = readFileSync(path, 'utf8')
      const kind = path.endsWith('release.yaml') ? 'release' : 'areas'
      expect(found(path, text.split('\n')[0]!)).toBe(join(installed(join(folder, 'desk')), `${kind}.json`))
      const { success, error } = schemas[kind].safeParse(parse(text))
      expect(success, error?.message).toBe(true)
    }
  },
)

test('the schema tells a setting that is none, and one that is wanting', () => {
  const text = readFileSync(join(root, 'data/police-workforce/release.yaml'), 'utf8')
  const whole = parse(text, { merge: true })
  expect(schemas.release.safeParse(whole).success).toBe(true)
  expect(schemas.release.safeParse({ ...whole, colour: 'red' }).success).toBe(false)
  const { slug: _, ...without } = whole
  expect(schemas.release.safeParse(without).success).toBe(false)
})

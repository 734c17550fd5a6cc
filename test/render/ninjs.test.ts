import { parseHTML } from 'linkedom'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { briefSchema } from '../../src/schema/brief.ts'
import { items } from './ninjs-items.ts'
import { official, officialFile, profile, type Schema, validator } from './validator.ts'

const all = await items()
const one = (name: string) => all.find((made) => made.name.endsWith(name))!
const hertfordshire = (what: string) => one(`hertfordshire/local ${what}`)

/** Written by hand from the standard's text: what it requires, and where. */
const required = [
  ...['/uri', '/headlines/*/value', '/bodies/*/value', '/descriptions/*/value'],
  ...['/associations/*/name', '/associations/*/uri', '/associations/*/renditions/*/name'],
  ...['/associations/*/headlines/*/value', '/associations/*/descriptions/*/value'],
]

type Json = Record<string, unknown> | unknown[]
const at = (value: unknown, path: readonly string[]): Json => path.reduce((v, key) => (v as never)[key], value) as Json

/** Where a pattern with stars is in an item. */
function places(item: unknown, pattern: string): string[][] {
  let found: string[][] = [[]]
  for (const key of pattern.split('/').slice(1))
    found = found.flatMap((path) => {
      const here = at(item, path)
      if (key === '*') return Object.keys(here).map((k) => [...path, k])
      return Object.hasOwn(here, key) ? [[...path, key]] : []
    })
  return found
}

/** Every object of an item. */
const objects = (value: unknown, path: string[] = []): string[][] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([key, inner]) => objects(inner, [...path, key])),
      ]

test('items are of every release, every kind of version, with and without charts', () => {
  expect(all).toHaveLength(170)
  expect(all.filter(({ brief, issued }) => brief.release.id === 'police-workforce' && issued === undefined)).toHaveLength(45) // biome-ignore format: one
  expect(new Set(all.map(({ brief }) => brief.release.id)).size).toBe(5)
  expect(new Set(all.map(({ item }) => item.pubStatus))).toEqual(new Set(['usable', 'withheld', 'canceled']))
  expect(all.flatMap(({ item }) => item.associations ?? []).length).toBeGreaterThan(264)
})

const schemas = [
  { name: 'the profile', schema: () => profile, skip: false },
  { name: `the official schema${officialFile ? '' : ' (NIB_NINJS does not name its file)'}`, schema: official, skip: !officialFile }, // biome-ignore format: a table
]
describe.each(schemas)('by $name', ({ schema, skip }) => {
  const valid = skip ? undefined! : validator(schema())
  const isValid = (item: unknown): boolean => valid(item)

  test.skipIf(skip)('every item is valid', () => {
    const wrong = all.filter(({ item }) => !isValid(item)).map(({ name, item }) => [name, isValid(item), valid.errors])
    expect(wrong).toEqual([])
  })

  test.skipIf(skip)('an item without something that is required is not', () => {
    const taken = new Map(required.map((pattern) => [pattern, 0]))
    for (const { item } of all)
      for (const pattern of required)
        for (const path of places(item, pattern)) {
          const without = structuredClone(item)
          delete (at(without, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1)!]
          expect(isValid(without), `${path.join('/')} taken out`).toBe(false)
          taken.set(pattern, taken.get(pattern)! + 1)
        }
    for (const [pattern, times] of taken) expect(times, pattern).toBeGreaterThan(0)
  })

  test.skipIf(skip)('nor is one with a property that is not known, anywhere in it', () => {
    for (const { item } of [hertfordshire('correction'), hertfordshire('withdrawal')])
      for (const path of objects(item)) {
        const more = structuredClone(item)
        Object.assign(at(more, path), { colour: 'red' })
        expect(isValid(more), path.join('/')).toBe(false)
      }
  })

  test.skipIf(skip)('nor is one with a date or an address that is none', () => {
    const { item } = hertfordshire('first')
    for (const change of [{ versionCreated: 'noon' }, { versionCreated: '2024-02-30T10:00:00Z' }, { uri: 'a story' }])
      expect(isValid({ ...item, ...change }), JSON.stringify(change)).toBe(false)
  })
})

test('a format that is not known is an error, not passed over', () => {
  expect(() => validator({ type: 'string', format: 'colour' } as Schema)).toThrow(/unknown format/)
})

test('by the profile, everything that an item has but what may be left out is needed', () => {
  const valid = validator(profile)
  const { item } = hertfordshire('first')
  const optional = /^(?:associations|embargoedUntil)$/
  for (const key of Object.keys(item).filter((k) => !optional.test(k))) {
    const { [key as keyof typeof item]: _, ...without } = item
    expect(valid(without), key).toBe(false)
  }
  expect(valid({ ...item, embargoedUntil: '2024-08-01T09:30:00+01:00' })).toBe(false)
  expect(valid({ ...hertfordshire('withdrawal').item, bodies: item.bodies })).toBe(false)
})

test.skipIf(!officialFile)('the profile is within the official schema', () => {
  const whole = official()
  /** A schema with what it refers to laid into it. */
  const resolved = (schema: Schema): Schema => {
    const name = /^#\/\$defs\/(\w+)$/.exec(schema.$ref ?? '')?.[1]
    if (name === undefined) return schema
    const { properties = {}, required = [], ...rest } = resolved(whole.$defs![name]!)
    return {
      ...rest,
      properties: { ...properties, ...schema.properties },
      required: [...required, ...(schema.required ?? [])],
    }
  }
  const wrong: string[] = []
  let seen = 0
  const compare = (ours: Schema, theirs: Schema, path: string): void => {
    const their = resolved(theirs)
    for (const variant of ours.anyOf ?? []) compare(variant, their, path)
    for (const name of ours.properties ? (their.required ?? []) : [])
      if (!ours.required?.includes(name)) wrong.push(`${path}/${name} is not required`)
    for (const [name, inner] of Object.entries(ours.properties ?? {})) {
      seen++
      const known = their.properties?.[name]
      if (known) compare(inner, known, `${path}/${name}`)
      else wrong.push(`${path}/${name} is not known`)
    }
    const within = [...(ours.prefixItems ?? []), ...(typeof ours.items === 'object' ? [ours.items] : [])]
    for (const inner of within) compare(inner, (their.items ?? {}) as Schema, `${path}/*`)
  }
  compare(profile, whole, '')
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(200)
})

test('the counts of bodies are those of their text', () => {
  for (const { item, brief, name } of all)
    for (const { contentType, value, charCount, wordCount } of item.bodies ?? []) {
      const isHtml = contentType === 'text/html'
      const text = isHtml ? parseHTML(`<html><body>${value}</body></html>`).document.body.textContent! : value
      expect(Array.from(text).length, name).toBe(charCount)
      expect(text.match(/\S+/g)!.length, name).toBe(wordCount)
      for (const par of brief.pars) expect(text).toContain(par.text)
    }
})

test('what may not be used is withheld or canceled, its charts with it, and says so in its body', () => {
  for (const { item, brief, issued, name } of all) {
    const usable = brief.usable && issued !== undefined && !issued.rehearsal && issued.kind !== 'withdrawal'
    expect(item.pubStatus === 'usable', name).toBe(usable)
    for (const { pubStatus } of item.associations ?? []) expect(pubStatus).toBe(item.pubStatus)
    if (issued?.kind === 'withdrawal') {
      expect(item).toMatchObject({ pubStatus: 'canceled' })
      expect(item.bodies ?? item.associations).toBeUndefined()
      expect(item.edNote).toMatch(/^WITHDRAWN\n.*\nThis story must not be used/)
      for (const par of brief.pars) expect(JSON.stringify(item)).not.toContain(JSON.stringify(par.text))
    }
    const stamps: [boolean, string][] = [
      [brief.release.status === 'sample', 'SAMPLE DATA, NOT FOR PUBLICATION'],
      [issued?.rehearsal === true, 'REHEARSAL, NOT FOR PUBLICATION'],
      [brief.embargoedUntil !== null || brief.release.publishedAt === null, 'EMBARGOED'],
    ]
    for (const [stands, stamp] of stamps)
      for (const text of [item.title, item.edNote, ...(item.bodies ?? []).map(({ value }) => value)])
        expect(text.includes(stamp), `${name}: ${stamp}`).toBe(stands)
    expect(item.embargoedUntil).toBe(brief.embargoedUntil ?? undefined)
  }
})

test('the kind of version stands in its title and its note, with what was wrong', () => {
  expect(hertfordshire('correction').item).toMatchObject({
    title: 'CORRECTION: POLICE Workforce Hertfordshire',
    version: '2',
    edNote: expect.stringMatching(/^CORRECTION\nParagraph two: reads “4,668”, should read “4,688”\.\n/),
  })
  expect(hertfordshire('first').item).toMatchObject({ title: 'POLICE Workforce Hertfordshire', version: '1' })
})

test('a draft that nobody delivered has neither version nor date', () => {
  const { item } = hertfordshire('draft')
  expect(item.uri).toBe('tag:nib.invalid,2024:police-workforce/2023-07-26/2023/hertfordshire/local')
  expect(item.version ?? item.firstCreated ?? item.versionCreated ?? item.by).toBeUndefined()
})

test('that a person edited it is said, and what still waits for a person is not', () => {
  const edited = all.find(({ brief, issued }) => brief.edits && issued?.kind === 'first')!
  expect(edited.item.edNote).toContain('Edited by a person: paragraph 2.')
  expect(edited.item.bodies![1]!.value).toContain('<p>A person’s &lt;b&gt;words&lt;/b&gt; &amp; “marks”.</p>')
})

test('a chart is a drawing that stands alone, with its words beside it', () => {
  for (const { item, charts } of all.filter(({ issued }) => issued?.kind === 'first'))
    for (const [i, { renditions, descriptions, uri }] of (item.associations ?? []).entries()) {
      const { href, sizeInBytes } = renditions[0]!
      const bytes = Buffer.from(href.split(',')[1]!, 'base64')
      expect(bytes.toString()).toBe(charts[i]!.svg)
      expect(bytes.length).toBe(sizeInBytes)
      expect(descriptions[0]!.value).toBe(charts[i]!.alt)
      expect(uri).toBe(`${item.uri}#${charts[i]!.kind}`)
      const roots: string[] = []
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => expect.fail(error.message))
      parser.on('opentag', (tag) => roots.push(`${tag.uri} ${tag.local}`))
      parser.write(bytes.toString()).close()
      expect(roots[0]).toBe('http://www.w3.org/2000/svg svg')
    }
})

test('a place has the address of its code, where the code is one of the national statistics', () => {
  for (const { item, brief } of all) {
    const [place] = item.places
    expect(place!.name).toBe(brief.area.name)
    expect(place!.literal).toBe(brief.area.code)
    const isNational = /^[EWSNK]\d{8}$/.test(brief.area.code ?? '')
    expect(place!.uri?.endsWith(`/${brief.area.code}`)).toBe(isNational ? true : undefined)
  }
})

test('subjects are the definition’s, and a brief that has none takes the title of its release', async () => {
  const { brief } = hertfordshire('draft')
  expect(briefSchema.parse(brief).release.subjects).toContainEqual({
    name: 'law enforcement',
    uri: 'http://cv.iptc.org/newscodes/mediatopic/20000129',
  })
  const { subjects: _, ...release } = brief.release
  const { ninjsItem } = await import('../../src/render/ninjs.ts')
  expect(ninjsItem({ ...brief, release }).subjects).toEqual([{ name: 'Police workforce, England and Wales' }])
})

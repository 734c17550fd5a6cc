import { parseHTML } from 'linkedom'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Brief } from '../../src/prose/brief.ts'
import { atom, type Delivered } from '../../src/render/atom.ts'
import type { Issued, Kind } from '../../src/render/issued.ts'
import { draftOf, workforce } from '../fixtures/desk.ts'
import { issuedAs } from '../fixtures/issued.ts'

const desk = await workforce()
const made = Object.fromEntries(
  ['hertfordshire', 'kent', 'durham'].map((area) => [area, draftOf(desk, area, { edition: 'local' })]),
)
const feed = {
  id: 'tag:newsroom.example,2024-01-01:feed/hertfordshire',
  title: 'Hertfordshire',
  provider: issuedAs('first').provider,
}
const uriOf = (area: string) => `tag:newsroom.example,2024-01-01:police-workforce/2023/${area}/local`

function item(area: string, kind: Kind, changes: Partial<Issued> = {}, brief: Partial<Brief> = {}): Delivered {
  return { brief: { ...made[area]!, ...brief }, issued: issuedAs(kind, { uri: uriOf(area), ...changes }) }
}

/** An entry as a reader has it: its elements by name. */
type Entry = Record<string, string>

/** Reads a feed with a parser that takes nothing but well-formed XML. */
function read(xml: string): { feed: Entry; entries: Entry[] } {
  const found = { feed: {} as Entry, entries: [] as Entry[] }
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => expect.fail(error.message))
  const here = () => (open[1] === 'entry' ? found.entries.at(-1)! : found.feed)
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom')
    open.push(local)
    if (local === 'entry') found.entries.push({})
    for (const [name, { value }] of Object.entries(attributes)) here()[`${local} ${name}`] = value
  })
  parser.on('text', (text) => {
    const name = open.at(-1)!
    here()[name] = (here()[name] ?? '') + text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return found
}

test('a feed has an entry a story, in its newest version, the newest first, and says so itself', () => {
  const items = [
    item('kent', 'first', { versionCreated: '2024-08-01T08:45:00.000Z' }),
    item('hertfordshire', 'first'),
    item('hertfordshire', 'correction'),
    item('durham', 'first', { versionCreated: '2024-08-01T08:31:00.000Z' }),
  ]
  const { feed: head, entries } = read(atom(feed, items))
  expect(entries.map(({ id }) => id)).toEqual(['hertfordshire', 'kent', 'durham'].map(uriOf))
  expect(head).toMatchObject({ id: feed.id, title: 'Hertfordshire', updated: '2024-08-01T10:15:00.000Z', name: 'Example Newsroom' }) // biome-ignore format: one
  expect(entries[0]).toMatchObject({
    title: `Correction: ${made['hertfordshire']!.headline.text}`,
    updated: '2024-08-01T10:15:00.000Z',
    published: '2024-08-01T08:30:00.000Z',
    name: 'Example Newsroom',
    'category term': 'police-workforce',
    'category label': 'Police workforce, England and Wales',
    'content type': 'html',
  })
  expect(atom(feed, items)).toBe(atom(feed, [...items].reverse()))
})

test('the content of an entry is the copy, below what was corrected', () => {
  const { entries } = read(atom(feed, [item('hertfordshire', 'correction')]))
  const { body } = parseHTML(`<html><body>${entries[0]!['content']}</body></html>`).document
  const pars = [...body.querySelectorAll('p')].map((p) => p.textContent)
  expect(pars.slice(0, 2)).toEqual(['CORRECTION', 'Paragraph two: reads “4,668”, should read “4,688”.'])
  for (const { text } of made['hertfordshire']!.pars) expect(body.textContent).toContain(text)
})

test('what may not be used never stands in a feed', () => {
  const never = [
    item('kent', 'first', {}, { usable: false }),
    item('durham', 'first', { rehearsal: true }),
    item('hertfordshire', 'first', {}, { embargoedUntil: '2030-01-01T09:30:00Z' }),
    item('hertfordshire', 'withdrawal', {}, { embargoedUntil: '2030-01-01T09:30:00Z', usable: false }),
  ]
  const { feed: head, entries } = read(atom(feed, never))
  expect(entries).toEqual([])
  expect(head['updated']).toBe('2024-01-01T00:00:00.000Z')
})

test('a version that may not be used does not take the place of one that may', () => {
  const items = [item('kent', 'first'), item('kent', 'update', { rehearsal: true }), item('kent', 'update', {}, { usable: false })] // biome-ignore format: one
  const { entries } = read(atom(feed, items))
  expect(entries.map(({ updated }) => updated)).toEqual(['2024-08-01T08:30:00.000Z'])
})

test('a story that is withdrawn says so in place of its copy, even where it is no longer usable', () => {
  for (const brief of [{}, { usable: false }]) {
    const { entries } = read(atom(feed, [item('kent', 'first'), item('kent', 'withdrawal', {}, brief)]))
    expect(entries).toHaveLength(1)
    expect(entries[0]!['title']).toBe(`Withdrawn: ${made['kent']!.headline.text}`)
    expect(entries[0]!['content']).toMatch(/WITHDRAWN[\s\S]*must not be used/)
    for (const { text } of made['kent']!.pars) expect(entries[0]!['content']).not.toContain(text.slice(0, 30))
  }
})

test('a name can be anything, and stays what it is', () => {
  const hostile = `<script>alert(1)</script> & "quotes" 'and' ]]> &amp; ]]>`
  const unsayable = '\u0000\u0008\u001b\ufffe\ud800\u202e'
  const { brief, issued } = item('kent', 'correction', { notes: [hostile + unsayable] })
  const changed = {
    ...brief,
    release: { ...brief.release, id: hostile, title: hostile + unsayable, publisher: hostile },
    headline: { ...brief.headline, text: hostile + unsayable },
    pars: [{ ...brief.pars[0]!, text: hostile + unsayable, spans: [] }],
  }
  const provider = { ...issued.provider, name: hostile }
  const xml = atom({ ...feed, title: hostile, provider }, [{ brief: changed, issued: { ...issued, provider } }])
  const { feed: head, entries } = read(xml)
  expect(head).toMatchObject({ title: hostile, name: hostile })
  expect(entries[0]).toMatchObject({
    title: `Correction: ${hostile}`,
    name: hostile,
    'category term': hostile,
    'category label': hostile,
  })
  const { document } = parseHTML(`<html><body>${entries[0]!['content']}</body></html>`)
  expect(document.querySelectorAll('script')).toHaveLength(0)
  expect(document.body.textContent).toContain(hostile)
})

test('no clock is in it', async () => {
  const first = atom(feed, [item('kent', 'first')])
  await new Promise((go) => setTimeout(go, 5))
  expect(atom(feed, [item('kent', 'first')])).toBe(first)
})

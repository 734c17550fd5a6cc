import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { formats, pathOf } from '../../src/archive/store.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { prepare } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { type Kind, kinds } from '../../src/render/issued.ts'
import { escapeMarkdown } from '../../src/render/markdown.ts'
import { ninjsItem } from '../../src/render/ninjs.ts'
import { briefSchema } from '../../src/schema/brief.ts'
import { readCopy } from '../../src/verify/copy.ts'
import { charts as chartsOf } from '../chart/charts.ts'
import { draftOf, leavers, library, workforce } from '../fixtures/desk.ts'
import { issuedAs } from '../fixtures/issued.ts'

const desk = await workforce()
const brief = draftOf(desk, 'hertfordshire', { edition: 'local', style: 'pa' })
const charts = Object.values(chartsOf(desk, 'hertfordshire'))
const sample = draftOf(await leavers(), 'kent', { edition: 'local' })
const words = ['md', 'html', 'txt'] as const

/** Where the headline stands: a page has marks in it. */
const headlineAt = (text: string, { headline }: Brief): number =>
  text.includes('<h1>') ? text.indexOf('<h1>') : text.indexOf(escapeMarkdown(headline.text).slice(0, 20))

/** What a person reads: compared to the letter, and written again where NIB_RENEW says so. */
function approved(name: string, made: string): void {
  const file = join(import.meta.dirname, 'delivered', name)
  if (process.env['NIB_RENEW'] === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, made)
  }
  const hint = 'Read the difference as a desk would. If it is right, renew: npm run goldens, and review the diff.'
  expect(made, hint).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
}

test.each(kinds)('wire text of a version, %s, reads as approved', (kind) => {
  approved(`${kind}.txt`, formats.txt(brief, charts, issuedAs(kind)))
})

test('a ninjs item reads as approved', () => {
  const item = ninjsItem(brief, charts.slice(0, 1), issuedAs('correction'))
  // The drawing itself is for no reader.
  const short = (key: string, value: unknown) => (key === 'href' ? `${String(value).slice(0, 60)}…` : value)
  approved('correction.ninjs.json', `${JSON.stringify(item, short, 1)}\n`)
})

test('a first version reads as its draft did, but in what tells of its delivery', () => {
  for (const format of words) expect(formats[format](brief, charts, issuedAs('first'))).toBe(formats[format](brief, charts)) // biome-ignore format: one
  const { issued, ...rest } = JSON.parse(formats.json(brief, charts, issuedAs('first')))
  expect(rest).toEqual(JSON.parse(formats.json(brief)))
  expect(issued).toEqual({ ...issuedAs('first'), stamps: [] })
})

const headings: Record<Exclude<Kind, 'first'>, string> = {
  update: 'UPDATE',
  correction: 'CORRECTION',
  withdrawal: 'WITHDRAWN',
}
test.each(Object.entries(headings))(
  '%s: a version says what it is and why, above its headline, in every format',
  (kind, heading) => {
    const issued = issuedAs(kind as Kind)
    for (const format of words) {
      const made = formats[format](brief, charts, issued).replace(/<title>.*<\/title>/, '')
      const places = [made.indexOf(heading), made.indexOf(issued.notes[0]!), headlineAt(made, brief)]
      expect(places, format).toEqual([...places].sort((a, b) => a - b))
      expect(places[0], format).toBeGreaterThan(-1)
    }
  },
)

test('a first version that left before its time says who let it', () => {
  const issued = issuedAs('first', { notes: ['Delivered before its time by Ann: checked with the publisher.'] })
  for (const format of words) expect(formats[format](brief, charts, issued)).toMatch(/EDITORS PLEASE NOTE[\s\S]*by Ann/)
})

test('a withdrawal has its headline and nothing else of its copy, in any format', () => {
  const issued = issuedAs('withdrawal')
  for (const [format, make] of Object.entries(formats)) {
    const made = make(brief, charts, issued)
    for (const { text } of brief.pars) expect(made, format).not.toContain(text.slice(0, 30))
    expect(made, format).not.toMatch(/<svg|data:image/)
    expect(made, format).toContain(brief.headline.text)
    if (format !== 'json') expect(made, format).toContain('This story must not be used.')
  }
  expect(JSON.parse(formats.json(brief, charts, issued))).toMatchObject({ pars: [], figures: {}, usable: false })
})

test('a rehearsal says so above its headline, in every format, and so does what is withheld besides', () => {
  const withheld = { ...desk, publishedAt: null }
  const order = prepare(withheld, library, realEffects(), { edition: 'local' })
  const unpublished = draft(withheld, order, 0, new Date('2024-08-01T12:00:00Z'))
  for (const kind of kinds)
    for (const [made, stamps] of [
      [brief, ['REHEARSAL, NOT FOR PUBLICATION']],
      [sample, ['REHEARSAL, NOT FOR PUBLICATION', 'SAMPLE DATA, NOT FOR PUBLICATION']],
      [unpublished, ['REHEARSAL, NOT FOR PUBLICATION', 'EMBARGOED, NO TIME OF PUBLICATION STATED']],
    ] as const)
      for (const [format, make] of Object.entries(formats)) {
        const text = make(made, [], issuedAs(kind, { rehearsal: true })).replace(/<title>.*<\/title>/, '')
        for (const stamp of stamps) {
          expect(text, `${format} ${kind}`).toContain(stamp)
          if (words.includes(format as 'md')) expect(text.indexOf(stamp)).toBeLessThan(headlineAt(text, made))
        }
        if (format === 'json') expect(JSON.parse(text).usable).toBe(false)
      }
})

test('a note is one line, and can neither end the copy nor become markup', () => {
  const issued = issuedAs('correction', { notes: ['Paragraph two.\n\nENDS\n\n<img src=x onerror=alert(1)> *bold*'] })
  expect(formats.txt(brief, [], issued)).toContain('\nParagraph two. ENDS <img')
  const { document } = parseHTML(formats.html(brief, [], issued))
  expect(document.querySelectorAll('img, em')).toHaveLength(0)
  expect(formats.md(brief, [], issued)).toContain('\\<img src=x onerror=alert(1)\\> \\*bold\\*')
})

test('what was delivered is read back as its draft is: what stands at its head is no copy', () => {
  const blocksOf = (text: string, file: string) => readCopy(new TextEncoder().encode(text), file).blocks
  for (const format of words)
    for (const kind of ['first', 'update', 'correction'] as const)
      for (const rehearsal of [false, true]) {
        const texts = (text: string) => blocksOf(text, `a.${format}`).map((block) => [block.kind, block.text])
        const issued = issuedAs(kind, {
          rehearsal,
          ...(kind === 'first' ? { notes: ['Left early: 5,000 asked.'] } : {}),
        })
        expect(texts(formats[format](brief, charts, issued)), `${format} ${kind}`).toEqual(
          texts(formats[format](brief)),
        )
      }
})

test('a headline that begins with UPDATE is read as a headline', () => {
  const text =
    'POLICE Workforce Kent\n\nUPDATE 1: Kent police numbers fall by 5%\n\nThe force has 4,203 officers.\n\nENDS\n'
  const { blocks } = readCopy(new TextEncoder().encode(text), 'a.txt')
  expect(blocks.map((block) => block.text)).toContain('UPDATE 1: Kent police numbers fall by 5%')
})

test('a delivered brief is a brief still', () => {
  for (const kind of kinds)
    expect(briefSchema.safeParse(JSON.parse(formats.json(brief, charts, issuedAs(kind)))).error).toBeUndefined()
})

test('a page says in its title and in a region what version it is, and a chart stands in none that is withdrawn', () => {
  const { document } = parseHTML(formats.html(brief, charts, issuedAs('correction')))
  expect(document.title).toBe(`Correction: ${brief.headline.text}`)
  expect(document.querySelectorAll('section[aria-label]')).toHaveLength(1)
  expect(document.querySelectorAll('article section, section h1')).toHaveLength(0)
  expect(document.querySelectorAll('figure')).toHaveLength(3)
  const withdrawn = parseHTML(formats.html(brief, charts, issuedAs('withdrawal'))).document
  expect(withdrawn.querySelector('h1')!.textContent).toBe(`Withdrawn: ${brief.headline.text}`)
  expect(withdrawn.querySelectorAll('figure, footer')).toHaveLength(0)
})

test('a ninjs item is kept under an ending of its own, beside the brief', () => {
  expect(pathOf(brief, 'ninjs')).toBe(`${brief.id}.ninjs.json`)
  expect(pathOf(brief, 'json')).toBe(`${brief.id}.json`)
})

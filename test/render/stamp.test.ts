import { expect, test } from 'vitest'
import { formats } from '../../src/archive/store.ts'
import { draft } from '../../src/draft.ts'
import { realEffects } from '../../src/effects.ts'
import { type Desk, prepare } from '../../src/pipeline.ts'
import type { Brief } from '../../src/prose/brief.ts'
import { indexPage } from '../../src/render/index-page.ts'
import { briefSchema } from '../../src/schema/brief.ts'
import { after, library, workforce } from '../fixtures/desk.ts'

const desk = await workforce()
const publication = desk.release.definition.published!

function made(changes: Partial<Desk['release']['definition']>, now = after): Brief {
  const status = changes.status ?? desk.status
  const changed = {
    ...desk,
    status,
    release: { ...desk.release, definition: { ...desk.release.definition, ...changes } },
  }
  return draft(changed, prepare(changed, library, realEffects(), { edition: 'local' }), 0, now)
}
const everywhere = (brief: Brief): string[] => [
  formats.md(brief),
  formats.html(brief),
  formats.txt(brief),
  indexPage('Drafts', [{ brief, files: {}, score: 0, because: '' }]),
]

test('what may be used carries no stamp', () => {
  const brief = made({})
  expect(brief).toMatchObject({ usable: true, embargoedUntil: null })
  for (const text of everywhere(brief)) expect(text).not.toMatch(/SAMPLE|WITHHELD/)
})

test('sample data stamps every format above the headline, and is not usable', () => {
  const brief = made({ status: 'sample' })
  expect(brief.usable).toBe(false)
  for (const text of everywhere(brief)) {
    expect(text).toContain('SAMPLE DATA, NOT FOR PUBLICATION')
    const headline = text.includes('<h1>') ? text.indexOf('<h1>') : text.indexOf(brief.headline.text)
    expect(text.indexOf('SAMPLE DATA')).toBeLessThan(headline)
  }
})

test('one second before publication a draft is withheld, and at the minute it is not', () => {
  const at = Date.parse(publication)
  const before = made({}, new Date(at - 1000))
  expect(before).toMatchObject({ usable: false, embargoedUntil: publication })
  for (const text of everywhere(before)) expect(text).toContain('WITHHELD: EMBARGOED UNTIL')
  expect(made({}, new Date(at))).toMatchObject({ usable: true, embargoedUntil: null })
})

test('no stated time of publication means embargoed', () => {
  const { published: _, ...rest } = desk.release.definition
  const changed = { ...desk, publishedAt: null, release: { ...desk.release, definition: rest } }
  const brief = draft(changed, prepare(changed, library, realEffects(), { edition: 'local' }), 0, after)
  expect(brief).toMatchObject({ usable: false, release: { publishedAt: null } })
  for (const text of everywhere(brief)) expect(text).toContain('NO TIME OF PUBLICATION STATED')
})

test('every draft is a brief/1 by the shipped schema, with spans that lie in their text', () => {
  const order = prepare(desk, library, realEffects(), { edition: 'local' })
  for (let area = 0; area < 43; area++) {
    const brief = draft(desk, order, area, after)
    expect(briefSchema.parse(JSON.parse(formats.json(brief)))).toEqual(brief)
    for (const { text, spans } of [brief.headline, ...brief.pars]) {
      for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true)
    }
  }
})

test('a page shows the text of its draft and nothing of its marks', () => {
  const brief = made({})
  const shown = formats
    .html(brief)
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
  for (const { text } of [brief.headline, ...brief.pars]) expect(shown).toContain(text)
  expect(shown).not.toMatch(/[\uE000\uE001]/)
})

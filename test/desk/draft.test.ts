import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, SmallDesk } from '../fixtures/desk-app.ts'
import { pageOf } from '../fixtures/page-of.ts'

const desk = new SmallDesk().table({ North: [100, 110, 120], South: [200, 210, 190], East: [300, 310, 320] })
let app: Asked
const north = '/d/2012/north/local'

beforeAll(async () => {
  await desk.session.make('nib')
  app = desk.app()
})
afterAll(() => desk.remove())

test('the copy stands in the page as it will be filed, with figures and claims marked', async () => {
  const page = pageOf(await app.text(north))
  const { brief } = desk.session.draft('2012/north/local')!
  const words = [...page.querySelectorAll('#copy .words')].map((e) => e.textContent)
  expect(words).toEqual([brief.headline.text, ...brief.pars.map((p) => p.text)])
  const marks = [...page.querySelectorAll('#copy a[data-kind=figure]')].map((e) => e.textContent)
  expect(marks).toEqual(expect.arrayContaining(['120', '9.1 per cent', '110', '20 per cent', '100']))
  expect(page.querySelector('#copy a[data-kind=claim]')).not.toBeNull()
  expect(page.querySelector('#copy [data-kind=area]')!.textContent).toBe('North')
})

/** The mark over a text. */
async function markOf(text: string): Promise<string> {
  const page = pageOf(await app.text(north))
  return [...page.querySelectorAll('#copy a[data-mark]')]
    .find((e) => e.textContent === text)!
    .getAttribute('data-mark')!
}

test("a figure's formula, its cells and the rows of the table, by link and by script", async () => {
  const mark = await markOf('9.1 per cent')
  for (const html of [await app.text(`${north}?mark=${mark}`), await app.text(`${north}/mark/${mark}`)]) {
    const page = pageOf(html)
    const told = page.querySelector('.behind-mark')!
    expect(told.querySelector('h2')!.textContent).toBe('“9.1 per cent”')
    expect(told.textContent).toContain('the first less the second, over the second, times 100')
    // Rows as a spreadsheet numbers them: a heading, then North in 2010, 2011 and 2012.
    const tables = [...told.querySelectorAll('table')].map((table) => ({
      caption: table.querySelector('caption')!.textContent,
      heads: [...table.querySelectorAll('thead th')].map((e) => e.textContent),
      rows: [...table.querySelectorAll('tbody tr')].map((tr) =>
        [...tr.querySelectorAll('th, td')].map((e) => e.textContent),
      ),
      picked: [...table.querySelectorAll('td.picked')].map((e) => e.textContent),
    }))
    expect(tables).toEqual([
      {
        caption: 'main.csv, column Officers: 1 row',
        heads: ['Row', 'Year', 'Area', 'Officers'],
        rows: [['4', '2012', 'North', '120']],
        picked: ['120'],
      },
      {
        caption: 'main.csv, column Officers: 1 row',
        heads: ['Row', 'Year', 'Area', 'Officers'],
        rows: [['3', '2011', 'North', '110']],
        picked: ['110'],
      },
    ])
  }
})

test('a claim tells its fact, its score and why', async () => {
  const page = pageOf(await app.text(north))
  const claim = page.querySelector('#copy a[data-kind=claim]')!
  const told = pageOf(await app.text(`${north}/mark/${claim.getAttribute('data-mark')}`))
  const fact = Object.values(desk.session.draft('2012/north/local')!.brief.facts).find(
    (f) => f.id === claim.getAttribute('data-ref'),
  )!
  expect(told.querySelector('.fact .id')!.textContent).toBe(fact.id)
  expect(told.querySelector('.fact')!.textContent).toContain(fact.newsworthiness.because.join('; '))
  expect(told.querySelector('.fact strong')!.textContent).toBe(fact.newsworthiness.score.toFixed(1))
})

test('charts are drawn beside the page, with a text alternative, and without a style of their own', async () => {
  const link = pageOf(await app.text(north)).querySelector('[data-charts]')!
  expect(link.getAttribute('data-charts')).toBe(`${north}/charts`)
  const address = link.querySelector('a')!.getAttribute('href')!
  for (const html of [await app.text(`${north}/charts`), await app.text(address)]) {
    const page = pageOf(html)
    const charts = [...page.querySelectorAll('figure[data-chart]')]
    expect(charts.map((e) => e.getAttribute('data-chart'))).toContain('series')
    for (const chart of charts) {
      expect(chart.querySelector('[role=img]')!.getAttribute('aria-label')).toMatch(/\w+ .*\d/)
      expect(chart.querySelector('svg')).not.toBeNull()
      expect(chart.querySelector('style, [style]')).toBeNull()
    }
  }
  expect(await app.text(`${north}.html`)).toContain('<svg')
})

test('a draft is downloaded in the formats that are kept', async () => {
  const kinds = { html: 'text/html', md: 'text/markdown', txt: 'text/plain' }
  for (const [format, type] of Object.entries(kinds)) {
    const reply = await app.get(`${north}.${format}`)
    expect(reply.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="small-2024-01-01-2012-north-local.${format}"`,
    )
    expect(await reply.text()).toContain('North sees biggest percentage rise in officers of three places')
  }
})

test('the page has landmarks, one first heading, and a name for everything that is used', async () => {
  for (const path of ['/', north, `${north}?edit=1`, `${north}?show=changes`, '/nothing']) {
    const page = pageOf(await app.text(path))
    expect(page.querySelectorAll('main'), path).toHaveLength(1)
    expect(page.querySelector('.skip')!.getAttribute('href')).toBe('#main')
    if (!path.includes('changes')) expect(page.querySelectorAll('h1'), path).toHaveLength(1)
    for (const field of page.querySelectorAll('input:not([type=hidden]), textarea, select'))
      expect(page.querySelector(`label[for="${field.id}"]`), `${path} ${field.id}`).not.toBeNull()
    for (const control of page.querySelectorAll('a, button'))
      expect(control.getAttribute('aria-label') ?? control.textContent!.trim(), path).not.toBe('')
    const ids = [...page.querySelectorAll('[id]')].map((e) => e.id)
    expect(new Set(ids).size, path).toBe(ids.length)
  }
})

test('every key that the page lists is one that something has', async () => {
  const page = pageOf(await app.text(north))
  const has = new Set([...page.querySelectorAll('[data-key]')].map((e) => e.getAttribute('data-key')))
  for (const key of ['n', 'd', 'y', 'a', 'c', 'h', 'b', 'm', '?', 'Escape']) expect(has, key).toContain(key)
  const list = page.querySelector('#keys')!.textContent!
  for (const key of ['j', 'k', 'n', 'p', 'e', 'a', 'c', 'h', 'b', 'd', 'f', 'm', 'y', '/', 'Enter', 'Esc', '?'])
    expect(list, key).toContain(key)
})

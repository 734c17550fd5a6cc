import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { figure, html } from '../../src/render/html.ts'
import { flags } from '../../src/table/cell.ts'
import { draftOf, leavers, workforce } from '../fixtures/desk.ts'
import { altered, charts } from './charts.ts'
import { below, lines, marks, parsed } from './drawn.ts'

const desk = await workforce()
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
const sizes = (svg: string) => lines(parsed(svg)).map((line) => line.length)

test('a break interrupts the line, is marked, and is told; what lies across it is no highest', () => {
  expect(sizes(charts(desk, 'kent').series!.svg)).toEqual([17])
  const broken = altered(desk, { flags: [{ area: 'kent', year: '2012', flag: flags.break }] })
  const { series } = charts(broken, 'kent')
  expect(sizes(series!.svg)).toEqual([5, 12])
  expect(below(parsed(series!.svg)).filter((one) => one.text === 'break' && one.name === 'text')).toHaveLength(1)
  expect(series!.alt).toContain('a break in the series before 2012')
  expect(series!.alt).not.toMatch(/highest|lowest/)
  // No change is drawn over a break of this very year.
  const now = altered(desk, { flags: [{ area: 'kent', year: '2023', flag: flags.break }] })
  expect(charts(now, 'kent').among?.alt ?? '').not.toContain('change in police officers')
})

test('a gap is a gap: nothing is drawn where there is no value', () => {
  const holed = altered(desk, { values: ['2012', '2014'].map((year) => ({ area: 'kent', year, value: Number.NaN })) })
  const { series } = charts(holed, 'kent')
  const svg = parsed(series!.svg)
  // What stands alone between two gaps has no line, and is a dot.
  expect(sizes(series!.svg).filter((n) => n > 1)).toEqual([5, 9])
  expect(marks(svg, 'dot')[0]!.children).toHaveLength(1)
  expect(series!.alt).toContain('gaps where there is no figure')
})

test('fewer than three values make no chart', () => {
  const only = (kept: readonly string[]) =>
    altered(desk, {
      values: years(2007, 2023)
        .filter((year) => !kept.includes(year))
        .map((year) => ({ area: 'kent', year, value: Number.NaN })),
    })
  expect(sizes(charts(only(['2021', '2022', '2023']), 'kent').series!.svg)).toEqual([3])
  expect(charts(only(['2022', '2023']), 'kent').series).toBeUndefined()
  expect(charts(only([]), 'kent').among?.title ?? '').not.toContain('police officers')
})

test('the parts are drawn where they add up, and not where one is missing', () => {
  const { mix } = charts(desk, 'kent')
  expect(mix!.title).toBe('Police officers by rank, Kent, 2022 and 2023')
  expect(marks(parsed(mix!.svg), 'bar').map((bars) => bars.children.length)).toEqual([7])
  const missing = ['2023'].map((year) => ({ area: 'kent', year, value: Number.NaN, measure: 'sergeants' }))
  expect(charts(altered(desk, { values: missing }), 'kent').mix?.title ?? '').not.toContain('by rank')
})

test('no name of an area can become markup', () => {
  const hostile = `<script>alert("1")</script>&amp; 'x' ]]>`
  const evil = altered(desk, { name: (name) => `${name} ${hostile}` })
  for (const key of ['kent', 'city-of-london', 'england-and-wales'])
    for (const chart of Object.values(charts(evil, key))) {
      const svg = parsed(chart.svg)
      expect(below(svg).map(({ name }) => name)).not.toContain('script')
      if (chart.kind === 'among') expect(svg.text).toContain('alert("1")</script>&amp;')
      const page = parseHTML(`<html><body>${figure(chart)}</body></html>`).document
      expect(page.querySelectorAll('script')).toHaveLength(0)
      expect(page.querySelector('figure')!.getAttribute('aria-label')).toBe(chart.alt)
      expect(page.querySelector('figcaption')!.textContent).toBe(chart.title)
    }
})

test('the same again is the same to the letter, and three in a page have nothing that clashes', () => {
  const again = charts(desk, 'kent')
  expect(charts(desk, 'kent')).toEqual(again)
  for (const { svg } of Object.values(again)) {
    expect(svg).not.toMatch(/\sid="|url\(|NaN|undefined|href=/)
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toContain('http')
  }
})

test('every colour is the page’s, with one of its own to fall back on', () => {
  for (const { svg } of Object.values(charts(desk, 'kent')))
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g))
      expect(colour).toMatch(/^(?:var\(--[a-z]+, #[0-9a-f]+\)|none|currentColor)$/)
})

test('charts stand in the page below its article, and a page without is what it was', () => {
  const brief = draftOf(desk, 'kent', { edition: 'local' })
  const all = Object.values(charts(desk, 'kent'))
  const { document } = parseHTML(html(brief, all))
  expect(document.querySelectorAll('figure[role=img][aria-label] > figcaption + svg')).toHaveLength(3)
  expect(document.querySelectorAll('article figure')).toHaveLength(0)
  expect(html(brief, [])).toBe(html(brief))
  expect(html(brief)).not.toMatch(/figcaption|<figure/)
})

test('a chart of sample data says so itself', async () => {
  const all = Object.values(charts(await leavers(), 'kent'))
  expect(all.map(({ kind }) => kind)).toEqual(['series', 'among', 'mix'])
  for (const { title, alt } of all) {
    expect(title).toMatch(/^SAMPLE DATA: /)
    expect(alt).toMatch(/^Sample data/)
  }
})

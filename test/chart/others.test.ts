import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { realEffects } from '../../src/effects.ts'
import { levelsOf, open } from '../../src/pipeline.ts'
import { library } from '../fixtures/desk.ts'
import { charts } from './charts.ts'
import { below, columns, lines, marks, parsed } from './drawn.ts'

const effects = realEffects()
const rowsOf = (file: string) =>
  Papa.parse<string[]>(readFileSync(resolve(import.meta.dirname, '../../data', file), 'utf8'), {
    skipEmptyLines: true,
  }).data.slice(1)

test('months: the line passes through every one, the axis names years, and ten areas have a row each', async () => {
  const desk = await open('deaths-registered', library, effects)
  const rows = rowsOf('deaths-registered/deaths.csv')
  for (const { key, code } of desk.table.areas) {
    const { series } = charts(desk, key)
    const svg = parsed(series!.svg)
    const drawn = lines(svg).flat()
    const published = rows.filter((row) => row[1] === code).map((row) => Number.parseInt(row[3]!, 10))
    expect(drawn).toHaveLength(published.length)
    for (const [i, { value }] of drawn.entries())
      expect(Math.abs(value - published[i]!)).toBeLessThan(published[i]! / 1000)
    const step = (drawn.at(-1)!.x - drawn[0]!.x) / 121
    for (const [i, { x }] of drawn.entries()) expect(x).toBeCloseTo(drawn[0]!.x + i * step, 2)
    for (const { text } of marks(svg, 'x-axis tick label')[0]!.children) expect(text).toMatch(/^20\d\d$/)
    expect(series!.alt).toContain('by month, January 2010 to February 2020. The number was ')
    expect(series!.alt).toContain('provisional figures from January 2019')
  }
  const { among } = charts(desk, 'wales')
  const svg = parsed(among!.svg)
  const value = (code: string, month: string) =>
    Number.parseInt(rows.find((row) => row[0] === month && row[1] === code)![3]!, 10)
  const changes = desk.table.areas.map(({ code, name }) => ({
    name,
    by: value(code!, '2020-02') / value(code!, '2019-02') - 1,
  }))
  const areas = changes.slice(0, -1).sort((a, b) => b.by - a.by)
  const names = marks(svg, 'text').flatMap((g) => g.children).filter((t) => t.text.length > 0 && !t.text.includes('%')) // biome-ignore format: a call
  const y = (t: { is: Record<string, string> }) => Number(t.is['transform']!.split(',')[1]!.replace(')', ''))
  expect(names.sort((a, b) => y(a) - y(b)).map((t) => t.text)).toEqual(
    [...areas, changes.at(-1)!].map(({ name }) => name),
  )
  const bars = below(marks(svg, 'bar')[0]!).filter(({ name }) => name === 'rect')
  const widths = bars.map(({ is }) => Number(is['width']))
  const least = Math.max(...changes.map(({ by }) => Math.abs(by)))
  const expected = [...areas, changes.at(-1)!].map(({ by }) => Math.abs(by) / least)
  expect(widths.map((w) => w / Math.max(...widths))).toEqual(expected.map((share) => expect.closeTo(share, 4)))
})

test('some 150 councils: a suppressed value is not drawn, and every rate that is, is the published one', async () => {
  const [desk] = levelsOf(await open('childrens-social-work', library, effects), library, effects)
  const rows = rowsOf('childrens-social-work/flows.csv')
  let gaps = 0
  for (const { key, code, codes } of desk.table.areas) {
    const { series } = charts(desk, key)
    if (series === undefined) continue
    const svg = parsed(series.svg)
    const drawn = lines(svg).flat()
    const published = rows.filter((row) => [code, ...(codes ?? [])].includes(row[1])).map((row) => row[3]!)
    const numbers = published.filter((v) => /^[\d.]+$/.test(v)).map(Number)
    gaps += published.length - numbers.length
    expect(drawn.map(({ value }) => Math.round(value))).toEqual(numbers)
    expect(series.alt.includes('gaps')).toBe(
      /,[a-z]+,(?:.*,)?\d/.test(`,${published.join(',').replace(/^(?:[a-z]+,)+/, '')}`),
    )
  }
  expect(gaps).toBeGreaterThan(0)
  const stocks = readFileSync(resolve(import.meta.dirname, '../../data/childrens-social-work/stocks.csv'), 'utf8')
  const { data } = Papa.parse<Record<string, string>>(stocks, { header: true, skipEmptyLines: true })
  const { among } = charts(desk, 'sheffield')
  const rates = new Set(data.filter((r) => r['time_period'] === '2025').map((r) => Number(r['agency_rate_fte'])))
  const all = columns(parsed(among!.svg))
  expect(all.length).toBeGreaterThan(130)
  expect(all.filter(({ fill }) => fill.includes('accent'))).toHaveLength(1)
  for (const { value } of all) expect(rates).toContain(Math.round(value * 10) / 10)
})

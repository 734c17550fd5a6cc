import { expect, test } from 'vitest'
import { whole } from '../../src/table/table.ts'
import { workforce } from '../fixtures/desk.ts'
import { charts } from './charts.ts'
import { below, columns, lines, marks, parsed } from './drawn.ts'
import { officers, ranks } from './table.ts'

const desk = await workforce()
const { areas } = desk.table
const codeOf = (area: number) => (area === whole(desk.table) ? 'all' : areas[area]!.code!)
const all = areas.map((_, area) => area)
/** A drawing keeps three decimals of a height of two hundred or so: that much of the highest value may be lost. */
const near = (value: number, top: number) => expect.closeTo(value, 3 - Math.floor(Math.log10(top)))
const years = Array.from({ length: 17 }, (_, i) => 2007 + i)

test.each(['2023', '2015'])(
  'a line passes through the values of the published rows, up to %s and no further',
  (year) => {
    for (const area of all) {
      const published = officers.get(codeOf(area))!
      const told = years.filter((y) => y <= Number(year)).map((y) => published.get(y)!)
      const { series } = charts(desk, areas[area]!.key, year)
      const drawn = lines(parsed(series!.svg)).flat()
      // Essex in 2008 is likely a fault: it stands beside the line.
      const joined = areas[area]!.key === 'essex' ? told.filter((_, i) => i !== 1) : told
      const top = Math.max(...told)
      expect(drawn.map((p) => p.value)).toEqual(joined.map((v) => near(v, top)))
    }
  },
)

test('the columns are the changes of all forces, the highest first, and the one is picked out', () => {
  const change = (code: string) => (officers.get(code)!.get(2023)! / officers.get(code)!.get(2022)! - 1) * 100
  const expected = all
    .filter((a) => a !== whole(desk.table))
    .map((a) => ({ key: areas[a]!.key, value: change(codeOf(a)) }))
    .sort((a, b) => b.value - a.value)
  for (const { key } of expected) {
    const drawn = columns(parsed(charts(desk, key).among!.svg)).sort((a, b) => a.x - b.x)
    expect(drawn.map((c) => c.value)).toEqual(expected.map(({ value }) => expect.closeTo(value, 2)))
    const picked = drawn.flatMap((c, i) => (c.fill.includes('accent') ? [expected[i]!.key] : []))
    expect(picked).toEqual([key])
  }
})

test('the bars of the ranks are as long as their numbers, now and a year before', () => {
  for (const area of all) {
    const svg = parsed(charts(desk, areas[area]!.key).mix!.svg)
    const bars = below(marks(svg, 'bar')[0]!).filter(({ name }) => name === 'rect')
    const names = marks(svg, 'text')[0]!.children.map(({ text }) => text)
    const order =
      'Constable,Sergeant,Inspector,Chief Inspector,Superintendent,Chief Superintendent,Chief Officer'.split(',')
    expect(names.map((n) => n.slice(0, 6))).toEqual(order.map((n) => n.toLowerCase().slice(0, 6)))
    const published = order.flatMap((r) => [2023, 2022].map((y) => ranks.get(`${codeOf(area)}/${r}`)?.get(y) ?? 0))
    const top = Math.max(...published)
    const widest = Math.max(...bars.map(({ is }) => Number(is['width'])))
    expect(bars.map(({ is }) => (Number(is['width']) / widest) * top)).toEqual(published.map((v) => near(v, top)))
  }
})

test('what the words say of the line is so of the published rows', () => {
  let highest = 0
  for (const area of all) {
    const published = officers.get(codeOf(area))!
    const { alt } = charts(desk, areas[area]!.key).series!
    for (const [, which, year, said] of alt.matchAll(/(highest|lowest) in (\d{4}), at ([\d,]*\d)/g)) {
      const values = years.map((y) => published.get(y)!)
      const extreme = (which === 'highest' ? Math.max : Math.min)(...values)
      expect(published.get(Number(year))).toBe(extreme)
      expect(said).toBe(Math.round(extreme).toLocaleString('en-GB'))
      highest++
    }
    for (const [, said, year] of alt.matchAll(/([\d,]*\d) in (\d{4})[.;]/g))
      expect(said).toBe(Math.round(published.get(Number(year))!).toLocaleString('en-GB'))
    expect(alt).toMatch(/^Line chart: .*, 2007 to 2023\. The number was /)
  }
  expect(highest).toBeGreaterThan(43)
})

test('what the words say of a place is so of the published rows', () => {
  const ordinals = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
  const change = (code: string) => (officers.get(code)!.get(2023)! / officers.get(code)!.get(2022)! - 1) * 100
  const changes = all.filter((a) => a !== whole(desk.table)).map((a) => change(codeOf(a)))
  for (const area of all.slice(0, -1)) {
    const { alt } = charts(desk, areas[area]!.key).among!
    const [, word, end] = /is the (?:(\w+) )?(highest|lowest) of 43 forces/.exec(alt)!
    const place = word === undefined ? 1 : ordinals.indexOf(word) + 1 || Number.parseInt(word, 10)
    const mine = change(codeOf(area))
    const ahead = changes.filter((c) => (end === 'highest' ? c > mine : c < mine)).length
    expect(`${areas[area]!.key} ${place}`).toBe(`${areas[area]!.key} ${ahead + 1}`)
    const [, way, size] = /, (up|down) ([\d.]+) per cent, is/.exec(alt) ?? []
    if (way !== undefined)
      expect((way === 'up' ? 1 : -1) * Number(size)).toBeCloseTo(mine, Math.abs(mine) >= 9.95 ? -0.3 : 1)
  }
})

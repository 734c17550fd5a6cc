import { expect, test } from 'vitest'
import { factsIn } from '../fixtures/found.ts'
import { places, problems, tableOf, told } from '../fixtures/small.ts'

const rows = (cells: readonly [string, number | string][]) =>
  `Year,Area,Officers\n${cells.map(([area, n]) => `2010,${area},${n}`).join('\n')}\n`
const three: [string, number][] = [
  ['North', 12.5],
  ['South', 10],
  ['East', 15],
]
const as = (unit: string, made = 'sum', more = {}) => ({
  areas: { whole: { made } },
  tables: { main: { by: { Kind: { A: null, B: null } } } },
  measures: { officers: { unit, where: { Kind: 'A' }, ...more } },
})
const withKind = (csv: string, kinds = ['A']) => {
  const [head = '', ...lines] = csv.trim().split('\n')
  return `${head},Kind\n${kinds.flatMap((kind) => lines.map((line) => `${line},${kind}`)).join('\n')}\n`
}

test.each(['percent', 'rate', 'index', 'money', 'days'])(
  '%s of areas make no whole, and the publisher’s own does',
  (unit) => {
    const scale = unit === 'percent' ? 0.01 : 1
    const summed = tableOf(withKind(rows(three)), as(unit))
    expect(told(summed, 'north', '2010')).toBeCloseTo(12.5 * scale, 12)
    expect(told(summed, 'everywhere', '2010')).toBe('incomplete')
    const own = tableOf(withKind(rows([...three, ['Everywhere', 11.9]])), as(unit, 'published'))
    expect(told(own, 'everywhere', '2010')).toBeCloseTo(11.9 * scale, 12)
    expect(told(tableOf(withKind(rows(three)), as(unit, 'published')), 'everywhere', '2010')).not.toEqual(expect.any(Number)) // biome-ignore format: a call
  },
)

test('what is counted makes one', () => {
  const counts: [string, number][] = [['North', 12], ['South', 10], ['East', 15]] // biome-ignore format: rows
  expect(told(tableOf(withKind(rows(counts)), as('count')), 'everywhere', '2010')).toBe(37)
})

test.each(['percent', 'rate', 'index', 'money', 'days'])(
  'two rows that count towards one figure in %s are an error, with both rows',
  (unit) => {
    const both = as(unit, 'sum', { where: { Kind: ['A', 'B'] } })
    const found = problems(() => tableOf(withKind(rows(three), ['A', 'B']), both))
    expect(found.map((p) => p.code)).toEqual(['not-additive', 'not-additive', 'not-additive'])
    expect(found[0]?.text).toContain('rows (2 and 5)'.slice(6, -1))
    expect(problems(() => tableOf(withKind(rows(three), ['A', 'B']), as('count', 'sum', { where: { Kind: ['A', 'B'] } })))).toEqual([]) // biome-ignore format: a call
  },
)

test('no area is ranked by an index, nor set beside the whole; by money it is', () => {
  const csv = withKind(rows([...three, ['Everywhere', 11.9]]))
  const of = (unit: string) => factsIn(csv, places, { area: 'north', changes: as(unit, 'published', { decimals: 1 }) })
  for (const kind of ['rank', 'local-national'] as const) {
    expect(of('index').guards(kind)).toEqual(['own-base'])
    expect(Object.keys(of('index').claims(kind))).toEqual([])
    expect(Object.keys(of('money').claims(kind)).length).toBeGreaterThan(0)
  }
})

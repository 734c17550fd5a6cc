import { expect, test } from 'vitest'
import type { Changes } from '../fixtures/small.ts'
import { at, before, changed, found, list, name, now, type Row, rows } from './made-up.ts'

/** The staff of the made-up table as something that is not counted, in a unit. */
const as = (unit: string, more: Changes = {}): Changes => ({ measures: { staff: { unit, ...more } } })
/** Staff are some 500 to 1,900: a tenth of a per cent, an index, pounds, days. */
const scaled = (by: number, all: readonly Row[] = rows()): Row[] =>
  all.map((r) => (r.kind === 'Staff' ? { ...r, heads: Math.round(Number(r.heads) * by * 10_000) / 10_000 } : r))
const staff = (times: number) => (r: Row) => ({ heads: Number(r.heads) * times })

test.each([
  // 12% to 18% and a little; of how many is not known, so that from five points it counts.
  [
    'percent',
    0.01,
    1.6,
    /P05, staff: 14\.\d+% on 31 December 2023, from 9\.\d+% on 31 December 2022 \(up 5\.\d+ points; never moved by more than [1-3](\.\d)?% of itself before\)/,
  ],
  ['index', 0.1, 1.4, /P05, staff: 127\.\d+ on 31 December 2023, from 90\.\d+ on .* \(up 4\d(\.\d)?%; never moved/],
  ['money', 1000, 1.4, /P05, staff: £1,27\d,\d+ on 31 December 2023, from £90\d,\d+/],
  ['days', 0.01, 1.4, /P05, staff: 12\.\d+ days on 31 December 2023, from 9\.\d+ days/],
  ['rate', 0.01, 1.4, /P05, staff: 12\.\d+ on 31 December 2023, from 9\.\d+/],
])('a jump of %s is told in its unit, and a move that is usual is not', (unit, by, times, says) => {
  const all = scaled(by)
  const jumped = found(changed(at(now, 5, 'Staff'), staff(times), all), before(all), as(unit))
  expect(jumped.kinds).toEqual(['look jump'])
  expect(jumped.findings[0]!.text).toMatch(says)
  expect(found(changed(at(now, 5, 'Staff'), staff(1.1), all), before(all), as(unit)).kinds).toEqual([])
  expect(found(all, before(all), as(unit)).kinds).toEqual([])
})

test('a percentage moves by chance by less than 50 of what it is one of', () => {
  const all = scaled(0.01)
  const jumped = changed(at(now, 5, 'Staff'), staff(1.6), all)
  const of = { base: 'officers' }
  // Of some 2,000 officers 5.4 points are a hundred, and of 500 they are under 50.
  expect(found(jumped, before(all), as('percent', of)).kinds).toEqual(['look jump'])
  const few = (some: readonly Row[]) => some.map((r) => (r.area === name(5) && r.kind === 'Officer' ? { ...r, heads: Math.round(Number(r.heads) / 4) } : r)) // biome-ignore format: a call
  expect(found(few(jumped), before(few(all)), as('percent', of)).kinds).toEqual([])
})

test('a spike of a percentage, or of days, shows when it goes back', () => {
  for (const unit of ['percent', 'days', 'index']) {
    const all = scaled(0.01)
    const spiked = changed(at(2022, 5, 'Staff'), staff(1.9), all)
    const { findings } = found(spiked, before(spiked), as(unit))
    expect(findings.filter((f) => f.kind === 'spike').map((f) => f.text)).toEqual([
      expect.stringMatching(/^P05, staff: 17\.\d+(%| days|) on 31 December 2022 stands out from/),
    ])
  }
})

test('nought where there never was any, of what is not counted; below nought, where it cannot be', () => {
  const all = scaled(0.01)
  for (const unit of ['percent', 'days', 'index', 'money']) {
    const nought = found(changed(at(now, 5, 'Staff'), () => ({ heads: 0 }), all), before(all), as(unit)) // biome-ignore format: a call
    expect(nought.kinds, unit).toEqual(['look zero'])
    const below = found(changed(at(now, 5, 'Staff'), () => ({ heads: -3 }), all), before(all), as(unit)) // biome-ignore format: a call
    // Growth in per cent, and money, may be.
    expect(below.kinds, unit).toEqual(unit === 'percent' || unit === 'money' ? [] : ['look negative'])
  }
  // A series that swings anyway.
  const swung = changed((r) => r.area === name(5) && r.kind === 'Staff', (r) => ({ heads: r.year === now ? 0 : r.year % 2 ? 2 : 9 }), all) // biome-ignore format: a call
  expect(found(swung, before(swung), as('percent')).kinds).not.toContain('look zero')
})

test('a column of percentages that has become one of fractions stops it', () => {
  const all = scaled(0.01)
  const { kinds, findings } = found(changed((r) => r.year === now && r.kind === 'Staff', staff(0.01), all), before(all), as('percent')) // biome-ignore format: a call
  expect(kinds).toEqual(['stop scaled'])
  expect(findings[0]!.text).toContain('one 100th')
})

test('a revised percentage is told as one', () => {
  const all = scaled(0.01)
  const { findings } = found(changed(at(2020, 5, 'Staff'), staff(1.1), all), before(all), as('percent'))
  expect(findings[0]!.revisions![0]!.says).toMatch(
    /P05, staff, 31 December 2020: 9\.\d+%, was 8\.\d+% \(up 0\.\d+ points\)/,
  )
})

test('two areas with each other’s rates are no exchange: many areas have nearly the same', () => {
  const all = scaled(0.01)
  const value = (i: number) => all.find(at(now, i, 'Staff'))!.heads
  const one = changed(at(now, 5, 'Staff'), () => ({ heads: value(15) }), all)
  const both = changed(at(now, 15, 'Staff'), () => ({ heads: value(5) }), one)
  expect(found(both, before(all), as('percent')).kinds).not.toContain('look swapped')
})

const sum = (year: number, kind: string): number =>
  rows().filter((r) => r.year === year && r.kind === kind).reduce((total, r) => total + Number(r.heads), 0) // biome-ignore format: a sum

/** The publisher's own row of every year, off in the last by so many staff. */
const published = (off: number): Row[] => [
  ...rows(),
  ...[...new Set(rows().map((r) => r.year))].flatMap(
    (year) =>
    ['Officer', 'Staff'].map((kind) => ({ year, area: 'Everywhere', code: '', kind, heads: sum(year, kind) + (year === now && kind === 'Staff' ? off : 0) })), // biome-ignore format: a row
  ),
]
const own: Changes = { areas: { whole: { made: 'published' } } }

test('a whole that is the publisher’s own is set beside the sum of its areas, where it may be added up', () => {
  const of = (off: number, more: Changes = {}) => found(published(off), before(published(off)), { ...own, ...more })
  expect(of(12).kinds).toEqual([])
  const { kinds, findings } = of(300)
  expect(kinds).toEqual(['look total'])
  expect(findings[0]!.text).toContain("The publisher's total of staff, 31 December 2023, is")
  expect(findings[0]!.text).toContain('(less by 300)')
  // The mean of rates is no sum.
  expect(of(300, as('index')).kinds).toEqual([])
})

test('areas of other times are no part of the sum', () => {
  // P23 is no more from 2022 on.
  const gone = (r: Row) => !(r.area === name(23) && r.year >= 2022)
  const areas = { ...list, areas: (list['areas'] as Changes[]).map((a, i) => (i === 23 ? { ...a, until: 2021 } : a)) }
  const without = published(0).filter(gone)
  const [last] = rows().filter(at(now, 23, 'Staff'))
  const right = without.map((r) => (r.area === 'Everywhere' && r.kind === 'Staff' && r.year >= 2022 ? { ...r, heads: Number(r.heads) - Number(rows().find(at(r.year, 23, 'Staff'))!.heads) } : r)) // biome-ignore format: a row
  const off = found(without, before(without), own, areas)
  expect(off.findings.filter((f) => f.kind === 'total').map((f) => f.text).join()).toContain('total of staff') // biome-ignore format: a call
  expect(off.findings.filter((f) => f.kind === 'total').map((f) => f.text).join()).toContain(`less by ${Number(last!.heads).toLocaleString('en-GB')}`) // biome-ignore format: a call
  expect(found(right, before(right), own, areas).findings.filter((f) => f.text.includes('total of staff'))).toEqual([]) // biome-ignore format: a call
})

test('the publisher’s own row is looked at for revisions and jumps as areas are', () => {
  const isOld = (r: Row) => r.area === 'Everywhere' && r.kind === 'Officer' && r.year === 2019
  const all = published(0)
  const revised = found(changed(isOld, (r) => ({ heads: Number(r.heads) + 9 }), all), before(all), own) // biome-ignore format: a call
  expect(revised.kinds).toEqual(['look revised'])
  expect(revised.findings[0]!.revisions).toMatchObject([{ area: 'Everywhere', period: '2019' }])
})

test('a code that the list gives to the same area has not changed', () => {
  const areas = {
    ...list,
    areas: (list['areas'] as Changes[]).map((a, i) => ({ ...a, code: `E${i + 100}`, ...(i === 5 ? { codes: ['E999'] } : {}) })), // biome-ignore format: a list
  }
  const recoded = changed(at(now, 5), () => ({ code: 'E999' }))
  expect(found(recoded, undefined, {}, areas).kinds).toEqual([])
  expect(found(recoded).kinds).toEqual(['look code-changed'])
})

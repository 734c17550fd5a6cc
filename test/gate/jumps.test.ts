import { expect, test } from 'vitest'
import { totalsOff } from '../../src/gate/totals.ts'
import { at, before, changed, found, list, madeOf, name, now, type Row, rows } from './made-up.ts'

const isNow = (kind: string) => (r: Row) => r.year === now && r.kind === kind

test('a change far beyond what the series has ever done is told with both figures and what is usual', () => {
  const { kinds, findings } = found(
    changed(at(now, 5, 'Officer'), (r) => ({ heads: Math.round(Number(r.heads) * 1.4) })),
  )
  expect(kinds).toEqual(['look jump'])
  expect(findings[0]!.text).toMatch(
    /^P05, officers: 2,\d+ on 31 December 2023, from 1,9\d+ on 31 December 2022 \(up 4\d(\.\d)?%; never moved by more than [1-3](\.\d)?% before\)\.$/,
  )
  expect(findings[0]!.where).toHaveLength(1)
})

test('a change that the series has done before, or a small one, is none', () => {
  const grown = (by: number) => (r: Row) => ({ heads: Math.round(Number(r.heads) * by) })
  expect(found(changed(at(now, 5, 'Officer'), grown(1.2))).kinds).toEqual([])
  const used = changed((r) => r.year < 2019 && r.area === name(5) && r.kind === 'Officer', grown(0.8))
  const jumpy = changed(at(now, 5, 'Officer'), grown(1.3), used)
  expect(found(jumpy, before(used)).kinds).toEqual([])
  const few = changed((r) => r.area === name(5) && r.kind === 'Officer', (r) => ({ heads: r.year === now ? 60 : 20 })) // biome-ignore format: a call
  expect(found(few, before(few)).kinds).toEqual([])
})

test('many areas that jump in one measure are one finding, and one area that jumps in many', () => {
  const many = found(changed((r) => isNow('Officer')(r) && r.area < name(8), (r) => ({ heads: Number(r.heads) * 2 }))) // biome-ignore format: a call
  expect(many.kinds).toEqual(['look jump'])
  expect(many.findings[0]!.text).toContain('likewise 7 more areas')
  const one = found(changed(at(now, 5), (r) => ({ heads: Number(r.heads) * 2 })))
  expect(one.kinds).toEqual(['look jump'])
  expect(one.findings[0]!.text).toContain('likewise its staff')
})

test('a break that the definition states explains any change', () => {
  const more = { measures: { officers: { comparable: { breaks: [now] } } } }
  expect(
    found(
      changed(at(now, 5, 'Officer'), () => ({ heads: 9000 })),
      undefined,
      more,
    ).kinds,
  ).toEqual([])
})

test('a spike shows when it goes back', () => {
  const spiked = changed(at(2022, 5, 'Officer'), (r) => ({ heads: Number(r.heads) * 2 }))
  const { kinds, findings } = found(spiked, before(spiked))
  expect(kinds).toContain('look spike')
  expect(findings.find((f) => f.kind === 'spike')!.text).toMatch(/on 31 December 2022 stands out from/)
})

test('a full-time equivalent far off its headcount is told, and not as a jump too', () => {
  const more = { measures: { officers: { unit: 'fte', twin: 'staff' } } }
  const twins = (all: Row[]) => all.map((r) => ({ ...r, heads: Number(all.find((o) => o.kind === 'Officer' && o.year === r.year && o.area === r.area)!.heads) })) // biome-ignore format: a call
  const after = changed(at(now, 5, 'Officer'), (r) => ({ heads: Math.round(Number(r.heads) * 0.6) }), twins(rows()))
  expect(found(after, before(twins(rows())), more).kinds).toEqual(['look off-headcount'])
})

test('last year’s column copied into the new one stops it', () => {
  const copied = changed(isNow('Officer'), (r) => ({ heads: rows().find((o) => o.year === 2022 && o.area === r.area && o.kind === r.kind)!.heads })) // biome-ignore format: a call
  const { kinds, findings } = found(copied)
  expect(kinds).toEqual(['stop copied'])
  expect(findings[0]!.text).toContain('24 of 24 areas have the very figure of 31 December 2022')
})

test('a nought where there never was any, and a number below nought', () => {
  expect(found(changed(at(now, 5, 'Officer'), () => ({ heads: 0 }))).kinds).toEqual(['look zero'])
  expect(found(changed(at(now, 5, 'Officer'), () => ({ heads: -5 }))).kinds).toEqual(['look negative'])
  const small = changed((r) => r.area === name(5) && r.kind === 'Officer', (r) => ({ heads: r.year === now ? 0 : 4 })) // biome-ignore format: a call
  expect(found(small, before(small)).kinds).toEqual([])
})

test('two areas whose rows were exchanged are told as a pair', () => {
  const value = (i: number) => rows().find(at(now, i, 'Officer'))!.heads
  const one = changed(at(now, 5, 'Officer'), () => ({ heads: value(15) }))
  const { kinds, findings } = found(changed(at(now, 15, 'Officer'), () => ({ heads: value(5) }), one))
  expect(kinds).toEqual(['look swapped'])
  expect(findings[0]!).toMatchObject({ areas: ['p05', 'p15'] })
})

test('a new column in thousands stops it', () => {
  const { kinds, findings } = found(changed(isNow('Officer'), (r) => ({ heads: Number(r.heads) / 1000 })))
  expect(kinds).toEqual(['stop scaled'])
  expect(findings[0]!.text).toContain('one 1,000th')
})

test('parts that do not add up are told when they are new', () => {
  const all = { from: 'main', where: { Kind: 'Volunteer' }, value: 'Heads', unit: 'headcount', comparable: { from: 2016, recordsBegin: true }, words: { name: 'all', noun: ['all', 'all'], stock: 'all' } } // biome-ignore format: a value
  const more = {
    measures: { all },
    breakdowns: { kind: { of: 'all', parts: ['officers', 'staff'], noun: ['kind', 'kinds'] } },
  }
  const with3 = (off: number) =>
    rows().flatMap((r) => {
      if (r.kind === 'Officer') return [r]
      const officers = Number(rows().find((o) => o.kind === 'Officer' && o.year === r.year && o.area === r.area)!.heads)
      const isOff = r.year === now && r.area === name(5)
      return [r, { ...r, kind: 'Volunteer', heads: officers + Number(r.heads) + (isOff ? off : 0) }]
    })
  expect(found(with3(0), before(with3(0)), more).kinds).toEqual([])
  const off = found(with3(40), before(with3(0)), more)
  expect(off.kinds).toEqual(['look parts'])
  expect(off.findings[0]!.text).toContain('in 2 places (P05, Everywhere)')
})

test('the publisher’s own total beside the sum of its areas', () => {
  const sum = (year: number, kind: string) =>
    rows().filter((r) => r.year === year && r.kind === kind).reduce((all, r) => all + Number(r.heads), 0) // biome-ignore format: a call
  const total = (off: number): Row[] =>
    [2022, now].flatMap(
      (year) =>
      ['Officer', 'Staff'].map((kind) => ({ year, area: 'Everywhere', code: '', kind, heads: sum(year, kind) + (year === now && kind === 'Staff' ? off : 0) })), // biome-ignore format: a call
    )
  const areas = {
    ...list,
    others: [{ key: 'all-places', full: 'All', name: 'All', short: 'All', list: 'All', names: ['Everywhere'] }],
  }
  const then = before([...rows(), ...total(0)])
  expect(found([...rows(), ...total(12)], then, {}, areas).kinds).toEqual([])
  const off = found([...rows(), ...total(300)], then, {}, areas)
  expect(off.kinds).toEqual(['look total'])
  expect(off.findings[0]!.text).toContain('(less by 300)')
  const { table } = madeOf(rows())
  const there = () => new Set(table.areas.slice(0, -1).keys())
  expect(totalsOff(table, [{ measure: 'staff', period: 7, published: sum(now, 'Staff') }], there)).toEqual([])
  expect(totalsOff(table, [{ measure: 'staff', period: 7, published: Number.NaN }], there)).toEqual([])
})

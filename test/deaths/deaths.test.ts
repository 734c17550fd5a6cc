import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { draft, open, prepare, realEffects } from '../../src/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = { data: `${root}data`, templates: `${root}templates` }
const desk = await open('deaths-registered', library, realEffects())

/** The table by another road: its lines, cut at the commas. */
const rows = readFileSync(`${root}data/deaths-registered/deaths.csv`, 'utf8').trim().split('\n').slice(1)
const deaths = new Map(
  rows.map((row) => {
    const [month, , area, cell] = row.split(',')
    return [`${month} ${area}`, Number(cell!.split(' ')[0])]
  }),
)
const months = [...new Set(rows.map((row) => row.slice(0, 7)))]
const names = [...new Set(rows.map((row) => row.split(',')[2]!))]
const of = (name: string, month: string | undefined) => deaths.get(`${month} ${name}`) ?? Number.NaN

test('the regions add up to England, and England and Wales to the two together, in every month', () => {
  const regions = names.filter((name) => !['England', 'Wales', 'England and Wales'].includes(name))
  expect(regions).toHaveLength(9)
  expect(months).toHaveLength(122)
  for (const month of months) {
    expect(regions.reduce((sum, name) => sum + of(name, month), 0)).toBe(of('England', month))
    expect(of('England', month) + of('Wales', month)).toBe(of('England and Wales', month))
  }
})

test.each(['2015-01', '2018-01', '2019-12', '2020-02'])(
  'what the drafts of %s rest on is what the table says',
  (period) => {
    const now = months.indexOf(period)
    const year = (name: string, last: number) =>
      months.slice(last - 11, last + 1).reduce((sum, month) => sum + of(name, month), 0)
    let checked = 0
    for (const [a, area] of desk.table.areas.entries()) {
      const edition = a === desk.table.areas.length - 1 ? 'national' : 'local'
      const order = prepare(desk, library, realEffects(), { edition, period })
      const { facts, figures } = draft(desk, order, a, new Date('2026-01-01T09:00:00Z'))
      const name = area.name
      for (const { kind, area: whose, params } of Object.values(facts)) {
        if (whose !== area.key) continue
        const value = (role: string) => figures[String(params[role])]?.value
        const other = kind === 'step' ? months[now - 1] : months[now - 12]
        if (kind === 'change' || kind === 'step') {
          expect([value('now'), value('was')]).toEqual([of(name, period), of(name, other)])
          expect(value('percent')).toBeCloseTo((of(name, period) / of(name, other) - 1) * 100, 8)
        } else if (kind === 'year-total') {
          expect([value('now'), value('was')]).toEqual([year(name, now), year(name, now - 12)])
        } else if (kind === 'record' || kind === 'since') {
          const sign = params['extreme'] === 'highest' ? 1 : -1
          const earlier = months.filter(
            (m, i) => i < now && (params['among'] === 'all' || m.slice(5) === period.slice(5)),
          )
          const beyond = earlier.filter((m) => sign * of(name, m) > sign * of(name, period))
          expect(beyond.at(-1)).toBe(kind === 'since' ? params['thenPeriod'] : undefined)
        } else continue
        checked++
      }
    }
    expect(checked).toBeGreaterThan(20)
  },
)

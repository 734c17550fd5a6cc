import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { standingsOf } from '../../src/facts/facts.ts'
import { evidenceOf } from '../../src/read-over.ts'
import { at, measureIndex, whole } from '../../src/table/table.ts'
import { look } from '../fixtures/found.ts'
import { admissions, draftsOf, library, pay } from './desk.ts'

const { table, release } = admissions

/** The cells of a CSV without quotes, by its first two columns. */
function cellsOf(file: string, column: string): Map<string, string> {
  const [head = '', ...lines] = readFileSync(`${library.data}/sample-admissions/${file}`, 'utf8').trim().split('\n')
  const at = head.split(',').indexOf(column)
  return new Map(lines.map((line) => line.split(',')).map((cells) => [`${cells[1]} ${cells[0]}`, cells[at]!]))
}

const patients = cellsOf('sample-admissions.csv', 'Patients')
const people = cellsOf('sample-population.csv', 'People')

const value = (measure: string, area: string, period: string): number => {
  const [a, p] = [table.areas.findIndex((x) => x.name === area), table.periods.findIndex((x) => x.id === period)]
  return table.values[at(table, measureIndex(table, measure), a, p)]!
}

test('a figure worked out by hand: 110 patients of 102,290 people', () => {
  // 110 / 102,290 × 100,000
  expect(patients.get('Oakshire 2023/24')).toBe('110')
  expect(value('admission-rate', 'Oakshire', '2023/24')).toBeCloseTo(
    (110 * 100_000) / Number(people.get('Oakshire 2023')),
    9,
  )
})

test('every rate is the one cell over the other, the mid-year population within the year; where either has none there is none', () => {
  let [made, none] = [0, 0]
  const evidence = evidenceOf(admissions)
  for (const [a, { name }] of table.areas.entries())
    for (const [p, { id }] of table.periods.entries()) {
      const [events, of] = [Number(patients.get(`${name} ${id}`)), Number(people.get(`${name} ${id.slice(0, 4)}`))]
      const is = value('admission-rate', name, id)
      if (Number.isNaN(events) || Number.isNaN(of)) {
        expect(is).toBeNaN()
        none++
      } else {
        expect(is).toBeCloseTo((events / of) * 100_000, 9)
        made++
      }
      // And the read-back, which adds up for itself.
      const again = evidence.value('admission-rate', a, p)
      if (Number.isNaN(is)) expect(again).toBeNaN()
      else expect(again).toBeCloseTo(is, 6)
    }
  // Suppressed in Hazelshire in 2020/21, no population of Fernshire in 2023.
  expect({ made, none }).toEqual({ made: 70, none: 2 })
})

const refusal = (area: string, period: string, kind: string) =>
  look(release, table, { area, period }).found.refusals.find((r) => r.measure === 'admission-rate' && r.kind === kind)

test('what is not said of a rate has its reason', () => {
  expect(refusal('hazelshire', '2020/21', 'level')).toMatchObject({
    guard: 'no-value',
    seen: 'admissions, 2020/21: suppressed',
  })
  expect(refusal('fernshire', '2023/24', 'level')).toMatchObject({
    guard: 'no-value',
    seen: 'population, 30 June 2023: missing',
  })
  // Nine patients are too few for a rate, of however many people.
  for (const kind of ['level', 'share-change', 'record', 'rank', 'local-national'])
    expect(refusal('rowan-isle', '2022/23', kind)?.guard, kind).toBe('few-events')
  for (const kind of ['level', 'share-change']) expect(refusal('oakshire', '2022/23', kind), kind).toBeUndefined()
})

test('a rate is never added up, and the whole’s is made of the whole’s two cells', () => {
  expect(value('admission-rate', 'All shires', '2023/24')).toBeCloseTo(
    (Number(patients.get('All shires 2023/24')) / Number(people.get('All shires 2023'))) * 100_000,
    9,
  )
  const order = standingsOf(release, table, table.periods.length - 1)
  expect(order.of(measureIndex(table, 'admission-rate'), 'level').order).toHaveLength(6)
  expect(value('stay', 'All shires', '2023/24')).toBe(10.4)
  expect(whole(table)).toBe(7)
})

test('a rate that is told is traced to a cell of each table, and says what it is multiplied by', () => {
  const [brief] = draftsOf(admissions, 'local', '2021/22').filter((b) => b.area.key === 'fernshire')
  const id = 'admission-rate@fernshire@2021/22'
  const { figures } = brief!
  const of = ['admissions@fernshire@2021/22', 'population@fernshire@2021']
  expect(figures[id]).toMatchObject({ unit: 'per', how: { op: 'divide', of, times: 100_000 } })
  const row = (file: string, key: string) => {
    const lines = readFileSync(`${library.data}/sample-admissions/${file}`, 'utf8').split('\n')
    return String(lines.findIndex((line) => line.startsWith(key)) + 1)
  }
  expect(figures[of[0]!]!.how).toEqual({
    op: 'cells',
    file: 'sample-admissions.csv',
    column: 'Patients',
    rows: row('sample-admissions.csv', '2021/22,Fernshire,'),
    agg: 'value',
  })
  expect(figures[of[1]!]!.how).toMatchObject({
    file: 'sample-population.csv',
    column: 'People',
    rows: row('sample-population.csv', '2021,Fernshire,'),
  })
})

test('a column in millions of pounds', () => {
  const a = pay.table.areas.findIndex((x) => x.key === 'ashshire')
  const one = at(pay.table, measureIndex(pay.table, 'wages'), a, pay.table.periods.length - 1)
  expect(pay.table.values[one]).toBe(6_501_900_000)
  expect(evidenceOf(pay).value('wages', a, pay.table.periods.length - 1)).toBe(6_501_900_000)
})

test('ranks, records, changes and extremes of the rate, from the cells by another road', () => {
  const rateOf = (name: string, id: string) =>
    (Number(patients.get(`${name} ${id}`)) / Number(people.get(`${name} ${id.slice(0, 4)}`))) * 100_000
  const shires = table.areas.slice(0, -1).map((a) => a.name)
  const ids = table.periods.map((p) => p.id)
  const seen: Record<string, number> = {}
  for (const { key, name } of table.areas)
    for (const [p, id] of ids.entries()) {
      const now = rateOf(name, id)
      for (const { kind, params, measure } of look(release, table, { area: key, period: id }).found.claims) {
        if (measure !== 'admission-rate') continue
        seen[kind] = (seen[kind] ?? 0) + 1
        expect(Number(patients.get(`${name} ${id}`)), `${name} ${id}`).toBeGreaterThanOrEqual(20)
        const sign = params['end'] === 'small' || params['extreme'] === 'lowest' ? -1 : 1
        if (kind === 'rank') {
          const all = shires.map((s) => rateOf(s, id)).filter((v) => !Number.isNaN(v))
          expect(params['rank']).toBe(1 + all.filter((v) => sign * v > sign * now).length)
          expect(params['ofAll']).toBe(all.length === 7)
        }
        if (kind === 'record')
          for (const before of ids.slice(0, p)) expect(sign * now).toBeGreaterThan(sign * rateOf(name, before))
        if (kind === 'share-change') {
          const by = now - rateOf(name, ids[p - 1]!)
          expect(params['direction']).toBe(now.toFixed(1) === (now - by).toFixed(1) ? 'flat' : by > 0 ? 'up' : 'down')
        }
        if (kind === 'extremes') {
          const order = shires.filter((s) => !Number.isNaN(rateOf(s, id))).sort((a, b) => rateOf(b, id) - rateOf(a, id))
          if (params['direction'] === 'lowest') order.reverse()
          const keys = order.slice(0, 3).map((s) => table.areas.find((a) => a.name === s)!.key)
          expect(params['names']).toEqual(keys)
        }
      }
    }
  for (const kind of ['level', 'share-change', 'record', 'rank', 'local-national', 'extremes'])
    expect(seen[kind], kind).toBeGreaterThan(5)
})

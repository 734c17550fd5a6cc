import { expect, test } from 'vitest'
import { measureIndex } from '../../src/table/table.ts'
import { joined, joinedTable } from '../fixtures/joined.ts'
import { type Changes, merged, problems, words } from '../fixtures/small.ts'

const years = [100, 110, 120, 130, 150]
const north = { resigned: years, retired: years, joiners: years, officers: [1000, 1000, 1000, 1000, 1000, 1000] }
const comparable = (measures: Record<string, Changes>): Changes => ({
  measures: Object.fromEntries(Object.entries(measures).map(([key, how]) => [key, { comparable: how }])),
})
const of = (measure: string, changes: Changes = {}) => {
  const table = joinedTable({ north }, { changes })
  return table.measures[measureIndex(table, measure)]!.comparable
}
const record = (measure: string, changes: Changes = {}) => joined({ north }, { area: 'north', changes }).claim('record', 'highest', measure) // biome-ignore format: a call

test('what is made of two measures may be compared from the later of the two on', () => {
  expect(of('resigned-share')).toEqual({ from: '2010/11', recordsBegin: true, breaks: [] })
  const later = comparable({ resigned: { from: '2012/13' } })
  expect(of('resigned-share', later)).toEqual({ from: '2012/13', recordsBegin: false, breaks: [] })
})

test('records begin with both parts, or the copy may not say that they begin', () => {
  expect(of('resigned-share', comparable({ resigned: { recordsBegin: false } })).recordsBegin).toBe(false)
  expect(of('resigned-share', comparable({ leavers: { from: '2011/12' } })).recordsBegin).toBe(false)
  const both = comparable({ leavers: { from: '2011/12' }, resigned: { from: '2011/12' } })
  expect(of('resigned-share', both)).toMatchObject({ from: '2011/12', recordsBegin: true })
})

test('a rate over the start of the year begins a year after its stock', () => {
  expect(of('leaving-rate')).toMatchObject({ from: '2010/11', recordsBegin: true })
  const later = comparable({ officers: { from: 2012 } })
  expect(of('leaving-rate', later)).toMatchObject({ from: '2012/13', recordsBegin: false })
  const end = merged(later, { measures: { 'leaving-rate': { at: 'end' }, 'joining-rate': { at: 'end' } } })
  expect(of('leaving-rate', end)).toMatchObject({ from: '2011/12' })
})

test('a break in a part is a break in what is made of it: in a stock, for the year after', () => {
  expect(of('resigned-share', comparable({ leavers: { breaks: ['2012/13'] } })).breaks).toEqual(['2012/13'])
  expect(of('leaving-rate', comparable({ officers: { breaks: [2012] } })).breaks).toEqual(['2012/13'])
  const both = comparable({ resigned: { breaks: ['2012/13'] }, leavers: { breaks: ['2012/13'] } })
  expect(of('resigned-share', both).breaks).toEqual(['2012/13'])
  expect(record('leaving-rate')).toMatchObject({ joint: false })
  expect(record('leaving-rate', comparable({ officers: { breaks: [2012] } }))).toBeUndefined()
})

test('a sum is bound by every one of its parts', () => {
  const changes = merged(comparable({ retired: { from: '2011/12', breaks: ['2013/14'] } }), {
    measures: { both: { sum: ['resigned', 'retired'], words: words('both') } },
  })
  expect(of('both', changes)).toEqual({ from: '2011/12', recordsBegin: false, breaks: ['2013/14'] })
})

test('a series that began before the table has no record, made of rows or of measures', () => {
  // The table may have lost its first years: what stood there is not known.
  const before = comparable({ leavers: { from: '2001/02' }, resigned: { from: '2003/04' }, officers: { from: 2001 } })
  const found = joined({ north }, { area: 'north', changes: before })
  expect(['leavers', 'leaving-rate', 'resigned-share'].map((m) => found.guards('record', m))).toEqual(
    Array(3).fill(['not-comparable']),
  )
  expect(found.claim('share-change', '', 'leaving-rate')).toMatchObject({ direction: 'up' })
})

test('a series that begins after the table is compared with nothing', () => {
  const after = comparable({ officers: { from: 2031 } })
  const found = joined({ north }, { area: 'north', changes: after })
  expect(found.guards('record', 'leaving-rate')).toEqual(['not-comparable'])
  expect(found.guards('share-change', 'leaving-rate')).toEqual(['not-comparable'])
  expect(found.claim('rate', '', 'leaving-rate')).not.toBe(undefined)
})

test('what a definition states of a share goes before its parts, and is checked like theirs', () => {
  const stated = (from: string, breaks: string[] = []) =>
    comparable({ 'resigned-share': { from, recordsBegin: false, breaks } })
  expect(of('resigned-share', stated('2012/13'))).toEqual({ from: '2012/13', recordsBegin: false, breaks: [] })
  const refused = (changes: Changes) =>
    problems(() => joinedTable({ north }, { changes })).map(({ code, text }) => `${code} ${/“[^”]*”/.exec(text)?.[0]}`)
  expect(refused(stated('2012'))).toEqual(['bad-definition “measures.resigned-share.comparable.from”'])
  expect(refused(stated('2012/13', ['2013']))).toEqual(['bad-definition “measures.resigned-share.comparable.breaks”'])
})

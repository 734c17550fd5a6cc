import { expect, test } from 'vitest'
import { verdictOf } from '../../src/gate/finding.ts'
import { tryTable, unreadable } from '../../src/gate/problems.ts'
import { NibError } from '../../src/messages.ts'
import { definition, load, merged, sheetOf } from '../fixtures/small.ts'

const release = load()
const codes = (csv: string): string[] => {
  const tried = tryTable(release, { main: sheetOf(csv) })
  return 'problems' in tried ? tried.problems.map(({ code, place }) => `${code} ${place.at ?? place.row}`) : []
}

test('a sound table is made', () => {
  expect(codes('Year,Area,Officers\n2010,North,5\n')).toEqual([])
})

test('what stands against a file is told of all stages, and not of the first alone', () => {
  const csv = 'Year,Area,Officers,Extra\n2010,North,5,a\n2010,Nowhere,5,b\nsoon,South,5,c\n2010,East,many,d\n'
  expect(codes(csv)).toEqual(['unknown-column 1', 'bad-period A4', 'unknown-area B3', 'bad-number C5'])
})

test('a file without the columns is another file: that is all there is to tell', () => {
  expect(codes('Year,Place,Officers\n2010,North,5\n')).toEqual(['missing-column 1'])
  expect(codes('Name,Price\nTea,2\n')).toEqual(['no-header undefined'])
})

test('a fault of the definition is thrown, since no file is to blame', () => {
  const bad = load(merged(definition, { measures: { officers: { comparable: { from: '2010/11' } } } }))
  expect(() => tryTable(bad, { main: sheetOf('Year,Area,Officers\n2010,North,5\n') })).toThrow(NibError)
})

test('problems shut the gate, each with its place', () => {
  const tried = tryTable(release, { main: sheetOf('Year,Area,Officers\n2010,Nowhere,5\n') })
  const findings = unreadable('problems' in tried ? tried.problems : [], () => 'main')
  expect(verdictOf(findings)).toBe('shut')
  expect(findings[0]).toMatchObject({ kind: 'unreadable', table: 'main', where: [{ file: 'main.csv', at: 'B2' }] })
})

import { expect, test } from 'vitest'
import { at, before, changed, found, now, rows } from './made-up.ts'

test('the table that was expected opens the gate, and says which period is new', () => {
  const { verdict, findings } = found(rows())
  expect(verdict).toBe('open')
  expect(findings.map((f) => [f.kind, f.text])).toEqual([
    ['next-period', 'One new period, 31 December 2023, follows 31 December 2022.'],
  ])
})

test('the same figures again are the file of last time', () => {
  const again = found(before())
  expect(again).toMatchObject({ verdict: 'shut', kinds: ['stop same-again'] })
  expect(again.findings[0]!.todo).toContain('--period 2022')
})

test('earlier figures that changed without a new period are to be looked at', () => {
  const { kinds, findings } = found(changed(at(2022, 3, 'Officer'), () => ({ heads: 1700 }), before()))
  expect(kinds).toEqual(['look no-new-period', 'look revised'])
  expect(findings[1]!.revisions).toHaveLength(1)
})

test('a period that was there and has gone, a hole, and two new ones stop it', () => {
  expect(found(rows().filter((r) => r.year !== 2019)).kinds).toEqual(['stop period-gone'])
  const older = found(before().filter((r) => r.year < 2022))
  expect(older.kinds).toEqual(['stop period-gone'])
  expect(older.findings[0]!.text).toContain('looks like an earlier edition')
  const two = found(rows(), before().filter((r) => r.year < 2022)) // biome-ignore format: a call
  expect(two.kinds).toEqual(['stop many-periods'])
  const holed = found(rows().filter((r) => r.year !== 2022), before().filter((r) => r.year < 2022)) // biome-ignore format: a call
  expect(holed.kinds).toEqual(['stop period-hole'])
  expect(holed.findings[0]!.text).toBe('31 December 2022 is missing between 31 December 2021 and 31 December 2023.')
})

test('a series that goes further back than before is a note', () => {
  const { verdict, findings } = found(rows(), before().filter((r) => r.year > 2016)) // biome-ignore format: a call
  expect(verdict).toBe('open')
  expect(findings.map((f) => f.kind)).toContain('period-added')
})

test('a table that is not published every year may bring any years', () => {
  const once = { tables: { main: { once: true } } }
  const alone = found(rows().filter((r) => r.year === now), before(), once) // biome-ignore format: a call
  expect(alone.kinds).toEqual([])
})

test('with nothing known before, there is nothing to compare', () => {
  const only = rows().filter((r) => r.year === now)
  expect(found(only, only).kinds).toEqual(['stop same-again'])
  const later = found(only, only.map((r) => ({ ...r, year: now + 1 }))) // biome-ignore format: a call
  expect(later.kinds).toEqual(['stop period-gone'])
})
